package com.cruddur.messages.bench.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A way to run a function.
enum Variant {
  /// With boto3 and psycopg2, in a loop that does nothing beside.
  PYTHON("Python, boto3"),
  /// As the managed runtime runs the archive, without SnapStart.
  ZIP("archive on the managed runtime"),
  /// All on one class path.
  IMAGE("image's layout"),
  /// The same with a cache of the classes' linking, made beforehand by a rehearsal (JEP 483, 514).
  IMAGE_AOT("image's layout, AOT cache");

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
  List<String> command(Function function, Packaging packaging, Stage stage) throws IOException {
    return switch (this) {
      case PYTHON ->
          List.of(PYTHON_PROGRAM, PYTHON_FILES.resolve("runtime.py").toString(), function.module());
      case ZIP -> java(function, packaging, stage, Packaging.runtimeClassPath(), List.of());
      case IMAGE -> java(function, packaging, stage, packaging.wholeClassPath(), List.of());
      case IMAGE_AOT ->
          java(
              function,
              packaging,
              stage,
              packaging.wholeClassPath(),
              List.of("-XX:AOTCache=" + cache(packaging)));
    };
  }

  /// The command of the rehearsal that the cache is made from.
  static List<String> rehearsal(Function function, Packaging packaging, Stage stage)
      throws IOException {
    return java(
        function,
        packaging,
        stage,
        packaging.wholeClassPath(),
        List.of("-XX:AOTCacheOutput=" + cache(packaging)));
  }

  private static Path cache(Packaging packaging) {
    return packaging.task().resolveSibling("functions.aot").toAbsolutePath();
  }

  /// Where it runs.
  Path folder(Packaging packaging) {
    return switch (this) {
      case PYTHON -> PYTHON_FILES;
      case ZIP -> packaging.task();
      case IMAGE, IMAGE_AOT -> packaging.empty();
    };
  }

  private static List<String> java(
      Function function, Packaging packaging, Stage stage, String classPath, List<String> more) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            // https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Djavax.net.ssl.trustStore=" + stage.tls().trustStore(),
            "-Djavax.net.ssl.trustStorePassword=" + TlsFront.trustStorePassword(),
            "-Djava.library.path=" + packaging.libraries(),
            packaging.nativeOption()));
    command.addAll(more);
    command.addAll(List.of("-cp", classPath, AWSLambda.class.getName(), function.handler()));
    return command;
  }
}
