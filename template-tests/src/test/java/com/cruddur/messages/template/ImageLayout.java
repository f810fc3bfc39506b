package com.cruddur.messages.template;

import com.cruddur.messages.image.Layout;
import com.cruddur.messages.image.Training;
import com.cruddur.messages.integration.product.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The container image, laid out in a folder and trained as its Dockerfile does it: without Docker,
/// and in this machine's JVM in place of the image's.
final class ImageLayout implements FunctionPackaging {
  /// Where every function writes which classes it loads, and from where, a file a process.
  static final Path CLASSES = Path.of("target/image-classes");

  private static final Path CONTEXT = Path.of("../functions/target/image");
  private static final Path FUNCTIONS = Path.of("target/image");
  // Where the image has nothing to load from.
  private static final Path TASK = Path.of("target/image-task");

  @Override
  public void layOut() throws IOException, InterruptedException {
    FolderTree.delete(FUNCTIONS);
    FolderTree.delete(CLASSES);
    Files.createDirectories(CLASSES);
    Files.createDirectories(TASK);
    Layout.assemble(CONTEXT, FUNCTIONS);
    Training.main(new String[] {FUNCTIONS.toString()});
  }

  @Override
  public List<String> command(String handler) {
    return List.of(
        FUNCTIONS.resolve("run").toAbsolutePath().toString(),
        handler,
        "-Xlog:class+load:file=" + CLASSES.toAbsolutePath().resolve("%p.txt"));
  }

  @Override
  public Path folder() {
    return TASK;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("JAVA_HOME", System.getProperty("java.home"));
  }

  @Override
  public boolean hasSnapshots() {
    return false;
  }
}
