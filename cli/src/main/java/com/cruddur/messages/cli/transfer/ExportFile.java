package com.cruddur.messages.cli.transfer;

import com.cruddur.messages.cli.CommandException;
import com.cruddur.messages.cli.transfer.ExportCheckpoint.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The file of an export while it grows: `FILE.part`, and beside it `FILE.checkpoint`, which says
/// how much of it counts. When all rows are in it, it becomes `FILE` and the checkpoint goes.
///
/// The checkpoint only ever speaks of bytes that are on disk, so the export can go on from it
/// wherever the process, or the machine, was stopped.
final class ExportFile implements ExportSink, AutoCloseable {
  private final Path file;
  private final Path part;
  private final CheckpointFile<ExportCheckpoint> checkpoints;
  private final FileChannel channel;
  private ExportCheckpoint checkpoint;

  private ExportFile(
      Path file,
      CheckpointFile<ExportCheckpoint> checkpoints,
      FileChannel channel,
      ExportCheckpoint checkpoint) {
    this.file = file;
    this.part = part(file);
    this.checkpoints = checkpoints;
    this.channel = channel;
    this.checkpoint = checkpoint;
  }

  /// Begins an export.
  ///
  /// @param overwrite whether what is there may go: an unfinished export at once, the file when
  ///     this export is done
  /// @throws CommandException when it may not
  static ExportFile begin(Path file, TableIdentity table, int segments, boolean overwrite)
      throws IOException {
    if (Files.isDirectory(file)) {
      throw CommandException.wrongUse("%s is a folder: name a file in it".formatted(file));
    }
    var checkpoints = checkpoints(file);
    if (!overwrite) {
      if (checkpoints.exists() || (Files.exists(part(file)) && Files.size(part(file)) > 0)) {
        throw CommandException.wrongUse(
            ("there is an unfinished export to %s: go on with --resume, or start anew with"
                    + " --overwrite")
                .formatted(file));
      }
      if (Files.exists(file)) {
        throw CommandException.wrongUse(
            "%s is there already: name another file, or replace it with --overwrite"
                .formatted(file));
      }
    }
    if (Files.exists(part(file), LinkOption.NOFOLLOW_LINKS)) {
      try (var _ = owned(file, open(part(file)))) {
        // Made anew: it may be somebody else's, or open to others.
        Files.delete(part(file));
      }
    }
    var channel = owned(file, open(part(file)));
    checkpoints.delete();
    var start = ExportCheckpoint.start(table, overwrite, segments);
    checkpoints.replace(start);
    return new ExportFile(file, checkpoints, channel, start);
  }

  /// Goes on with an unfinished export.
  ///
  /// @param segments as many as it was begun with, if the operator names a number
  /// @throws CommandException when there is none, or it is another one
  static ExportFile resume(Path file, TableIdentity table, Optional<Integer> segments)
      throws IOException {
    var checkpoints = checkpoints(file);
    var checkpoint = read(checkpoints, file);
    if (!checkpoint.table().equals(table)) {
      throw CommandException.wrongUse(
          ("the unfinished export to %s is of the table %s, not of %s: name that one, or start anew"
                  + " with --overwrite")
              .formatted(file, checkpoint.table(), table));
    }
    if (segments.isPresent() && segments.get() != checkpoint.segments().size()) {
      throw CommandException.wrongUse(
          ("the unfinished export to %s was begun with --segments %d: leave --segments out, or"
                  + " start anew with --overwrite")
              .formatted(file, checkpoint.segments().size()));
    }
    if (Files.exists(file) && !checkpoint.overwrite() && !isFinished(file, checkpoint)) {
      throw CommandException.wrongUse(
          "%s has come meanwhile: move it away, or start anew with --overwrite".formatted(file));
    }
    var channel = owned(file, isFinished(file, checkpoint) ? open(file) : open(part(file)));
    if (channel.size() < checkpoint.bytes()) {
      throw CommandException.wrongUse(
          "%s has lost what was exported: start anew with --overwrite".formatted(part(file)));
    }
    channel.truncate(checkpoint.bytes());
    channel.position(checkpoint.bytes());
    return new ExportFile(file, checkpoints, channel, checkpoint);
  }

  private static ExportCheckpoint read(CheckpointFile<ExportCheckpoint> checkpoints, Path file) {
    try {
      return checkpoints
          .read()
          .orElseThrow(
              () ->
                  CommandException.wrongUse(
                      "there is no unfinished export to %s: leave --resume out".formatted(file)));
    } catch (IOException e) {
      throw CommandException.wrongUse(
          "%s cannot be read: start anew with --overwrite".formatted(checkpoints.path()));
    }
  }

  private static FileChannel open(Path file) throws IOException {
    try {
      return Files.exists(file)
          ? FileChannel.open(file, StandardOpenOption.WRITE)
          : PrivateFile.create(file);
    } catch (NoSuchFileException e) {
      throw CommandException.wrongUse(
          "there is no folder for %s: make it, or name another one".formatted(file));
    } catch (FileSystemException e) {
      throw CommandException.wrongUse(
          "%s cannot be written: name a file in a folder of yours".formatted(file));
    }
  }

  private static FileChannel owned(Path file, FileChannel channel) throws IOException {
    if (channel.tryLock() == null) {
      throw CommandException.wrongUse(
          "another export to %s is running: wait for it, or name another file".formatted(file));
    }
    return channel;
  }

  // The process ended after the last rename and before the checkpoint was deleted.
  private static boolean isFinished(Path file, ExportCheckpoint checkpoint) {
    try {
      return checkpoint.isDone()
          && !Files.exists(part(file))
          && Files.exists(file)
          && Files.size(file) == checkpoint.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void add(int segment, byte[] lines, int rows, Segment next) {
    try {
      var bytes = ByteBuffer.wrap(lines);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var segments = new ArrayList<>(checkpoint.segments());
    segments.set(segment, next);
    checkpoint =
        new ExportCheckpoint(
            checkpoint.table(),
            checkpoint.overwrite(),
            checkpoint.bytes() + lines.length,
            checkpoint.rows() + rows,
            segments);
    checkpoints.replace(checkpoint);
  }

  /// How far it is.
  synchronized ExportCheckpoint checkpoint() {
    return checkpoint;
  }

  /// All rows are in it.
  synchronized void finish() throws IOException {
    if (Files.exists(part)) {
      move();
    }
    checkpoints.delete();
  }

  private void move() throws IOException {
    if (checkpoint.overwrite()) {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    try {
      Files.move(part, file);
    } catch (FileAlreadyExistsException e) {
      throw CommandException.problem(
          "%s has come meanwhile: all rows are in %s; move one of them away, then go on with --resume"
              .formatted(file, part));
    }
  }

  /// Nothing is added any more.
  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }

  static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static CheckpointFile<ExportCheckpoint> checkpoints(Path file) {
    return new CheckpointFile<>(
        file.resolveSibling(file.getFileName() + ".checkpoint"), ExportCheckpoint.class);
  }

  /// Where each segment goes on.
  List<Segment> segments() {
    return checkpoint().segments();
  }
}
