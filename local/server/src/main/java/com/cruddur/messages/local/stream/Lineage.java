package com.cruddur.messages.local.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.Shard;

/// Which shards of a stream may be read: a child only after its parent has been read to its end,
/// because what happened to an item goes on there.
///
/// See <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html>
final class Lineage {
  private final Set<String> started = new HashSet<>();
  private final Set<String> finished = new HashSet<>();

  /// The shards to begin with now, each named once.
  ///
  /// @param shards all that the stream has
  List<String> begin(List<Shard> shards) {
    var ids = new HashSet<>(shards.stream().map(Shard::shardId).toList());
    // A parent that the stream no longer has needs no remembering: nothing waits for it.
    started.retainAll(ids);
    finished.retainAll(ids);
    var ready =
        shards.stream()
            .filter(shard -> !started.contains(shard.shardId()))
            .filter(shard -> isDone(shard.parentShardId(), ids))
            .map(Shard::shardId)
            .toList();
    started.addAll(ready);
    return ready;
  }

  /// The shard has been read to its end.
  void finish(String shardId) {
    finished.add(shardId);
  }

  /// The shard could not be read to its end: if the stream still has it, it is to begin again.
  void forget(String shardId) {
    started.remove(shardId);
  }

  /// Whether no shard is being read.
  boolean isIdle() {
    return finished.containsAll(started);
  }

  private boolean isDone(String parent, Set<String> ids) {
    return parent == null || !ids.contains(parent) || finished.contains(parent);
  }
}
