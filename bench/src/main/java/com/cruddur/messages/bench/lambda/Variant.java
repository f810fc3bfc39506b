package com.cruddur.messages.bench.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.nio.file.Path;
import java.util.List;

/// A way to run a function.
enum Variant {
  /// With boto3 and psycopg2, in a loop that does nothing beside.
  PYTHON("Python, boto3"),
  /// As the managed runtime runs the archive, without SnapStart.
  ZIP("archive on the managed runtime"),
  /// As the image runs it, without its AOT cache.
  IMAGE("image, without its AOT cache"),
  /// As the image runs it.
  IMAGE_AOT("image");

  private static final Path PYTHON_FILES = Path.of("bench/python").toAbsolutePath();
  // Debian's, which its packages of boto3 and psycopg2 are for.
  private static final String PYTHON_PROGRAM = "/usr/bin/python3";

  private final String title;

  Variant(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /// The command that starts it.
  List<String> command(Function function, Packaging packaging) {
    return switch (this) {
      case PYTHON ->
          List.of(PYTHON_PROGRAM, PYTHON_FILES.resolve("runtime.py").toString(), function.module());
      case ZIP -> managed(function, packaging);
      case IMAGE -> List.of(packaging.imageCommand(), function.handler(), "-XX:AOTMode=off");
      case IMAGE_AOT -> List.of(packaging.imageCommand(), function.handler());
    };
  }

  /// Where it runs.
  Path folder(Packaging packaging) {
    return switch (this) {
      case PYTHON -> PYTHON_FILES;
      case ZIP -> packaging.task();
      case IMAGE, IMAGE_AOT -> packaging.empty();
    };
  }

  private static List<String> managed(Function function, Packaging packaging) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
        "-Djava.library.path=" + packaging.libraries(),
        packaging.nativeOption(),
        "-cp",
        Packaging.runtimeClassPath(),
        AWSLambda.class.getName(),
        function.handler());
  }
}
