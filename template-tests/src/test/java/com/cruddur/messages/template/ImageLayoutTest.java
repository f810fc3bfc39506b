package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The container image, with the options of the JVM that it ships.
class ImageLayoutTest extends RuntimeTest {
  private static final ImageLayout IMAGE = new ImageLayout(Path.of("target/image"));

  ImageLayoutTest() {
    super(IMAGE);
  }

  @Test
  void aFunctionTakesItsClassesFromItsCache() throws IOException {
    // All but the one that applies the schema, which runs when a stage is deployed.
    assertThat(starts()).filteredOn(start -> cached(start) > start.size() * 3 / 4).hasSize(6);
  }

  private List<List<String>> starts() throws IOException {
    try (var files = Files.list(IMAGE.classes())) {
      return files.map(ImageLayoutTest::loaded).toList();
    }
  }

  // Of the product and the libraries it brings along: those of the JDK come from its own archive.
  private static List<String> loaded(Path file) {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.contains("com.cruddur.") || line.contains("software.amazon."))
          .filter(line -> !line.contains("$$Lambda"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long cached(List<String> start) {
    return start.stream().filter(line -> line.contains("source: shared objects file")).count();
  }
}
