package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The archive that the functions are deployed from.
@ExtendWith(Synthesis.class)
class ArchiveTest {
  // Lambda takes 50 MB; every megabyte is time at a cold start.
  private static final long MAX_BYTES = 14_000_000;
  // See https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html
  private static final int ELF_MACHINE = 18;
  // See https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.1
  private static final int CLASS_FILE_VERSION_OF_JAVA_1 = 44;

  @Test
  void holdsEveryHandlerOfTheTemplate(Apps apps) throws IOException {
    assertThat(handlers(apps)).isNotEmpty();
    assertThat(FunctionArchive.files()).containsAll(handlers(apps));
  }

  @Test
  void isCompiledForTheRuntimeOfTheTemplate(Apps apps) throws IOException {
    var release = System.getProperty("maven.compiler.release");
    assertThat(TemplateFunctions.of(apps.dev()).values())
        .allSatisfy(
            function ->
                assertThat(function.get("Runtime").textValue()).isEqualTo("java" + release));
    for (var handler : handlers(apps)) {
      // magic (4 bytes), minor version (2), major version (2)
      var major = ByteBuffer.wrap(FunctionArchive.read(handler)).getShort(6);
      assertThat(major - CLASS_FILE_VERSION_OF_JAVA_1).hasToString(release);
    }
  }

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(FunctionArchive.FILE)).isLessThan(MAX_BYTES);
  }

  @ParameterizedTest
  @CsvSource({"x86_64, 62", "arm64, 183"})
  void holdsTheNativeLibraryOfItsProcessorAlone(String processor, int machine) throws IOException {
    var archive = FunctionArchive.of(processor);
    assertThat(FunctionArchive.files(archive))
        .filteredOn(file -> file.matches(".*\\.(so|dylib|dll|jnilib)"))
        .containsExactly("lib/libaws-crt-jni.so");
    var library = ByteBuffer.wrap(FunctionArchive.read(archive, "lib/libaws-crt-jni.so"));
    assertThat(library.order(ByteOrder.LITTLE_ENDIAN).getShort(ELF_MACHINE))
        .isEqualTo((short) machine);
  }

  @Test
  void holdsNothingOfTheTestsAndTheLocalEnvironment() throws IOException {
    assertThat(FunctionArchive.files())
        .noneMatch(
            file ->
                file.matches(
                    "(?i)lib/.*(junit|assertj|json-unit|embedded|dynamodblocal|seed|local-server"
                        + "|runtime-interface-client|jackson-databind|aws-cdk|jsii).*"));
    assertThat(FunctionArchive.classes().keySet())
        .noneMatch(name -> name.startsWith("com/cruddur/messages/local/"))
        .noneMatch(name -> name.startsWith("com/cruddur/messages/testing/"))
        .noneMatch(name -> name.endsWith("Test.class"));
  }

  @Test
  void holdsNoClassTwice() throws IOException {
    var twice = FunctionArchive.classes();
    twice.keySet().removeIf(name -> name.endsWith("module-info.class"));
    twice.values().removeIf(places -> places.size() == 1);
    assertThat(twice).isEmpty();
  }

  private static List<String> handlers(Apps apps) {
    return TemplateFunctions.of(apps.dev()).values().stream()
        .map(function -> function.get("Handler").textValue().replace('.', '/') + ".class")
        .toList();
  }
}
