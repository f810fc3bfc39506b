package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import com.cruddur.messages.integration.product.Checkout;
import com.cruddur.messages.template.Synthesis.Apps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Synthesis.class)
class DeterminismTest {
  /// Otherwise every deployment would change what nobody has changed. The other JVM is the one that
  /// the cdk command starts, so this also says that the tests look at what is deployed.
  @Test
  void anotherJvmSynthesizesTheSameBytes(Apps apps, @TempDir Path folder) throws Exception {
    synthesizeAsTheCdkCommandDoes(folder);
    var expected = apps.dev().folder();
    assertThat(files(folder)).isNotEmpty().isEqualTo(files(expected));
    for (var file : files(folder)) {
      if (file.endsWith(".metadata.json")) {
        assertThat(withoutLibraryFolder(folder.resolve(file)))
            .isEqualTo(withoutLibraryFolder(expected.resolve(file)));
      } else {
        assertThat(folder.resolve(file)).hasSameBinaryContentAs(expected.resolve(file));
      }
    }
  }

  private static void synthesizeAsTheCdkCommandDoes(Path folder) throws Exception {
    var infra = Checkout.file("infra");
    var context = Json.node(Files.readString(infra.resolve("cdk.json"))).get("context");
    var log = Checkout.file("template-tests/target/app.log");
    var builder =
        new ProcessBuilder("./app")
            .directory(infra.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("CDK_OUTDIR", folder.toString());
    builder.environment().put("CDK_CONTEXT_JSON", context.toString());
    assertThat(builder.start().waitFor())
        .as(() -> "infra/app said: " + contentOf(log.toFile()))
        .isZero();
  }

  // The stack traces in it, which are not deployed, tell where the library was unpacked this time.
  private static String withoutLibraryFolder(Path file) throws IOException {
    return Files.readString(file).replaceAll("jsii-kernel-\\w{6}", "jsii-kernel");
  }

  private static List<String> files(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
