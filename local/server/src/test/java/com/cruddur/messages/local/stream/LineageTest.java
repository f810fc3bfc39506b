package com.cruddur.messages.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Shard;

class LineageTest {
  private final Lineage lineage = new Lineage();

  @Test
  void childWaitsUntilItsParentIsFinished() {
    var shards = List.of(shard("child", "parent"), shard("parent", null));

    assertThat(lineage.begin(shards)).containsExactly("parent");
    assertThat(lineage.begin(shards)).isEmpty();
    lineage.finish("parent");
    assertThat(lineage.begin(shards)).containsExactly("child");
  }

  @Test
  void childOfATrimmedParentWaitsForNothing() {
    assertThat(lineage.begin(List.of(shard("child", "trimmed")))).containsExactly("child");
  }

  @Test
  void bothChildrenOfASplitAreReadOnce() {
    lineage.begin(List.of(shard("parent", null)));
    lineage.finish("parent");
    var shards = List.of(shard("parent", null), shard("left", "parent"), shard("right", "parent"));

    assertThat(lineage.begin(shards)).containsExactly("left", "right");
    assertThat(lineage.begin(shards)).isEmpty();
    assertThat(lineage.isIdle()).isFalse();
  }

  @Test
  void shardsThatTheStreamNoLongerHasAreForgotten() {
    lineage.begin(List.of(shard("parent", null)));
    lineage.finish("parent");
    lineage.begin(List.of(shard("child", "parent")));

    assertThat(lineage.begin(List.of(shard("parent", null)))).containsExactly("parent");
  }

  private static Shard shard(String id, String parent) {
    return Shard.builder().shardId(id).parentShardId(parent).build();
  }
}
