package com.cruddur.messages.template;

import com.cruddur.messages.integration.product.FolderTree;
import com.cruddur.messages.testing.Processor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// The archive that the functions are deployed from.
final class FunctionArchive {
  /// As `mvn package` leaves it for this machine's processor.
  static final Path FILE = of(Processor.here().lambda());

  private FunctionArchive() {}

  /// The one for `arm64` or `x86_64`.
  static Path of(String processor) {
    return Path.of("../functions/target/functions-%s.zip".formatted(processor));
  }

  /// The names of its files.
  static List<String> files() throws IOException {
    return files(FILE);
  }

  static List<String> files(Path archive) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.isDirectory())
          .map(entry -> entry.getName())
          .toList();
    }
  }

  /// A file of it.
  static byte[] read(String name) throws IOException {
    return read(FILE, name);
  }

  static byte[] read(Path archive, String name) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }
  }

  /// Where each class is: in the archive itself ("") or in jars of it.
  static TreeMap<String, List<String>> classes() throws IOException {
    var places = new TreeMap<String, List<String>>();
    for (var file : files()) {
      if (file.endsWith(".class")) {
        places.merge(file, List.of(""), FunctionArchive::join);
      } else if (file.endsWith(".jar")) {
        try (var jar = new ZipInputStream(new ByteArrayInputStream(read(file)))) {
          for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (entry.getName().endsWith(".class")) {
              places.merge(entry.getName(), List.of(file), FunctionArchive::join);
            }
          }
        }
      }
    }
    return places;
  }

  private static List<String> join(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /// Unpacks it, as Lambda does under `/var/task`.
  static void unpackTo(Path folder) throws IOException {
    FolderTree.delete(folder);
    try (var zip = new ZipFile(FILE.toFile())) {
      for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        var file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip.getInputStream(entry), file);
      }
    }
  }
}
