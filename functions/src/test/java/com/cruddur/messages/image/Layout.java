package com.cruddur.messages.image;

import com.cruddur.messages.testing.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Lays the image's `/functions` out in a folder, for this machine's processor, as its Dockerfile
/// does.
public final class Layout {
  private Layout() {}

  /// @param context what `mvn package` leaves in `functions/target/image`
  /// @param functions a folder that is not there yet
  public static void assemble(Path context, Path functions) throws IOException {
    var processor = Processor.here().docker();
    copy(context.resolve("lib"), functions.resolve("lib"));
    copy(context.resolve("native").resolve(processor), functions.resolve("native"));
    for (var file : new String[] {"options", "java.security", "run"}) {
      copy(context.resolve(file), functions.resolve(file));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files::iterator) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
