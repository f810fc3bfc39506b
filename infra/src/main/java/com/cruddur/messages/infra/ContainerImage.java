package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.FunctionSettings;
import com.cruddur.messages.infra.settings.FunctionSettings.Processor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.lambda.AssetImageCodeProps;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.Handler;
import software.amazon.awscdk.services.lambda.Runtime;

/// The container image that all functions run from: one image, and each function's command is its
/// handler. It is built when it is deployed, where Docker runs; its functions start from an AOT
/// cache, because Lambda takes no snapshots of images.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/images-create.html>
///
/// @param folder with the Dockerfile, as `mvn package` leaves it
/// @param platform of the functions' processors
record ContainerImage(Path folder, Platform platform) implements FunctionCode {
  /// @throws MissingArchiveException when there is none
  static ContainerImage of(String path, FunctionSettings functions) {
    var folder = Path.of(path);
    if (!Files.isRegularFile(folder.resolve("Dockerfile"))) {
      throw new MissingArchiveException(folder);
    }
    return new ContainerImage(
        folder,
        functions.architecture() == Processor.arm64 ? Platform.LINUX_ARM64 : Platform.LINUX_AMD64);
  }

  @Override
  public void describe(Job job, FunctionProps.Builder function) {
    var image =
        AssetImageCodeProps.builder()
            .platform(platform)
            .cmd(List.of(job.handler().getName()))
            .build();
    function
        .code(Code.fromAssetImage(folder.toString(), image))
        .handler(Handler.FROM_IMAGE)
        .runtime(Runtime.FROM_IMAGE);
  }

  @Override
  public boolean hasSnapshots() {
    return false;
  }
}
