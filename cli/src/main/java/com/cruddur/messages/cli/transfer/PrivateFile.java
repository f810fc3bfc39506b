package com.cruddur.messages.cli.transfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A file with texts of messages in it: only its owner may read it, from its first byte on.
final class PrivateFile {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFile() {}

  /// Makes it, to be written.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException when it is there
  static FileChannel create(Path file) throws IOException {
    var isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createFile(file, isPosix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0]);
    return FileChannel.open(file, StandardOpenOption.WRITE);
  }
}
