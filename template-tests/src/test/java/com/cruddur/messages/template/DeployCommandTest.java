package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.integration.product.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `bin/deploy` tells the CDK: the script itself, in a checkout where nothing is to be built
/// and the cdk command says what it was told.
class DeployCommandTest {
  @TempDir private Path checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    var script = Checkout.file("bin/deploy");
    Files.createDirectories(checkout.resolve("bin/lib"));
    Files.copy(script, checkout.resolve("bin/deploy"));
    Files.writeString(checkout.resolve("bin/lib/jdk.sh"), "");
    Files.writeString(checkout.resolve("bin/lib/maven.sh"), "build() { :; }\n");
    Files.writeString(checkout.resolve("bin/lib/node.sh"), "");
    Files.copy(
        Checkout.file("bin/lib/npm-install"),
        checkout.resolve("bin/lib/npm-install"),
        StandardCopyOption.COPY_ATTRIBUTES);
    var commands = Files.createDirectories(checkout.resolve("infra/node_modules/.bin"));
    Files.writeString(checkout.resolve("infra/node_modules/.package-lock.json"), "{}");
    var cdk = Files.writeString(commands.resolve("cdk"), "#!/bin/sh\necho \"$@\"\n");
    Files.setPosixFilePermissions(cdk, PosixFilePermissions.fromString("rwx------"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', deploy --context stage=dev --all --outputs-file target/outputs-dev.json",
    "--stage prod, deploy --context stage=prod --all --outputs-file target/outputs-prod.json",
    "deploy --force, deploy --context stage=dev --all --outputs-file target/outputs-dev.json"
        + " --force",
    "deploy Data, deploy --context stage=dev --outputs-file target/outputs-dev.json Data",
    "destroy, destroy --context stage=dev --all",
    "destroy --force, destroy --context stage=dev --all --force",
    "destroy Messaging --force, destroy --context stage=dev Messaging --force",
    "diff, diff --context stage=dev"
  })
  void allStacksAreMeantWhereNoneIsNamed(String arguments, String told) throws Exception {
    assertThat(run(arguments, "somebody")).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "ls, ls --context stage=dev",
    "synth, synth --context stage=dev --quiet",
    "--image synth, synth --context stage=dev --context image=true --quiet",
    "--image --stage prod ls, ls --context stage=prod --context image=true",
    "--help, bin/deploy [--stage NAME] [--image] [COMMAND] [ARGUMENT...]"
  })
  void whatAsksNobodyNeedsNoCredentials(String arguments, String told) throws Exception {
    assertThat(run(arguments, "")).startsWith(told);
  }

  private String run(String arguments, String profile) throws Exception {
    var command = new ArrayList<>(List.of("bin/deploy"));
    if (!arguments.isEmpty()) {
      command.addAll(List.of(arguments.split(" ")));
    }
    var builder =
        new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("HOME", checkout.toString());
    builder.environment().put("AWS_PROFILE", profile);
    var process = builder.start();
    try (var said = process.inputReader()) {
      return String.join("\n", said.readAllLines());
    }
  }
}
