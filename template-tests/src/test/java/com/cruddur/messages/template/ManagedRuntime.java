package com.cruddur.messages.template;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.cruddur.messages.testing.Processor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/// The archive, as Lambda's java25 runs it: in the folder it is unpacked to, which the client loads
/// the function from, with the runtime's own jars on the class path.
final class ManagedRuntime implements FunctionPackaging {
  private static final Path TASK = Path.of("target/task");
  private static final Path NATIVE_LIBRARY = Path.of("target/libaws-lambda-jni.so");

  @Override
  public void layOut() throws IOException {
    FunctionArchive.unpackTo(TASK);
    // Once: by itself every process unpacks it to the same file.
    var processor = Processor.here().runtimeClient();
    var library = "/jni/libaws-lambda-jni.linux-%s.so".formatted(processor);
    try (var in = AWSLambda.class.getResourceAsStream(library)) {
      Files.copy(in, NATIVE_LIBRARY, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public List<String> command(String handler) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        // Without it the client does not find the log's descriptor, and logs to its output.
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        // The runtime's own CRaC stands behind org.crac.
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
        "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
            + NATIVE_LIBRARY.toAbsolutePath(),
        "-cp",
        classPath(),
        AWSLambda.class.getName(),
        handler);
  }

  @Override
  public Path folder() {
    return TASK;
  }

  @Override
  public Map<String, String> environment() {
    var task = TASK.toAbsolutePath();
    return Map.of("LD_LIBRARY_PATH", task + File.pathSeparator + task.resolve("lib"));
  }

  @Override
  public boolean hasSnapshots() {
    return true;
  }

  // The client and what it needs; everything else has to be in the archive.
  private static String classPath() {
    return Stream.of(
            AWSLambda.class,
            LambdaRuntime.class,
            LambdaEventSerializers.class,
            SdkInternalThreadLocal.class)
        .map(ManagedRuntime::jar)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
