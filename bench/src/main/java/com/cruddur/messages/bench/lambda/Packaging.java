package com.cruddur.messages.bench.lambda;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.cruddur.messages.image.Layout;
import com.cruddur.messages.image.Training;
import com.cruddur.messages.testing.Processor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/// The archive as Lambda lays it out, unpacked in `/var/task` beside the runtime's own jars; and
/// the image as its Dockerfile lays it out.
final class Packaging {
  private static final Path ARCHIVE =
      Path.of("functions/target/functions-%s.zip".formatted(Processor.here().lambda()));

  private static final Path IMAGE = Path.of("functions/target/image");

  private final Path task;
  private final Path nativeLibrary;
  private final Path empty;
  private final Path image;

  private Packaging(Path task, Path nativeLibrary, Path empty, Path image) {
    this.task = task;
    this.nativeLibrary = nativeLibrary;
    this.empty = empty;
    this.image = image;
  }

  /// Unpacks both, and makes the image's AOT caches.
  static Packaging in(Path folder) throws IOException, InterruptedException {
    var task = folder.resolve("task");
    try (var zip = new ZipFile(ARCHIVE.toFile())) {
      for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        var file = task.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip.getInputStream(entry), file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    // By itself every process would unpack it to the same file.
    var nativeLibrary = folder.resolve("libaws-lambda-jni.so");
    try (var in =
        AWSLambda.class.getResourceAsStream(
            "/jni/libaws-lambda-jni.linux-%s.so".formatted(Processor.here().runtimeClient()))) {
      Files.copy(in, nativeLibrary, StandardCopyOption.REPLACE_EXISTING);
    }
    var image = folder.resolve("image");
    Layout.assemble(IMAGE, image);
    Training.main(new String[] {image.toString()});
    return new Packaging(
        task, nativeLibrary, Files.createDirectories(folder.resolve("empty")), image);
  }

  /// Where the managed runtime runs: its client loads the function from the working directory.
  Path task() {
    return task;
  }

  /// Where the native libraries are that the functions bring along.
  Path libraries() {
    return task.resolve("lib");
  }

  /// Where an image runs: nothing is loaded from the working directory.
  Path empty() {
    return empty;
  }

  /// What starts a function of the image, laid out and trained as its Dockerfile does it.
  String imageCommand() {
    return image.resolve("run").toAbsolutePath().toString();
  }

  /// The option that names the client's native part.
  String nativeOption() {
    return "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
        + nativeLibrary.toAbsolutePath();
  }

  /// The runtime's own jars.
  static String runtimeClassPath() {
    return join(runtimeJars());
  }

  private static List<Path> runtimeJars() {
    return Stream.of(
            AWSLambda.class,
            LambdaRuntime.class,
            LambdaEventSerializers.class,
            SdkInternalThreadLocal.class)
        .map(Packaging::jarOf)
        .distinct()
        .toList();
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String join(List<Path> jars) {
    return jars.stream()
        .map(jar -> jar.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
