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
///
/// @param root deleted and made anew
record ImageLayout(Path root) implements FunctionPackaging {
  private static final Path CONTEXT = Path.of("../functions/target/image");

  @Override
  public void layOut() throws IOException, InterruptedException {
    assemble();
    Training.main(new String[] {functions().toString()});
  }

  /// Lays it out without its caches.
  void assemble() throws IOException {
    FolderTree.delete(root);
    Files.createDirectories(classes());
    Files.createDirectories(folder());
    Layout.assemble(CONTEXT, functions());
  }

  private Path functions() {
    return root.resolve("functions");
  }

  /// The AOT cache of a handler's function.
  Path cache(String handler) {
    return functions().resolve("cache").resolve(handler + ".aot");
  }

  /// Where every function writes which classes it loads, and from where, a file a process.
  Path classes() {
    return root.resolve("classes");
  }

  @Override
  public List<String> command(String handler) {
    return List.of(
        functions().resolve("run").toAbsolutePath().toString(),
        handler,
        "-Xlog:class+load:file=" + classes().toAbsolutePath().resolve("%p.txt"));
  }

  // Where the image has nothing to load from.
  @Override
  public Path folder() {
    return root.resolve("task");
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
