package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.FunctionSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.Runtime;

/// The archive that all functions run from, as `mvn package` leaves it, one for each kind of
/// processor.
///
/// @param file the zip file
record Archive(Path file) implements FunctionCode {
  /// @param path of the zip file, with `%s` in the place of the processor
  /// @throws MissingArchiveException when there is none
  static Archive of(String path, FunctionSettings functions) {
    var file = Path.of(path.formatted(functions.architecture()));
    if (!Files.isRegularFile(file)) {
      throw new MissingArchiveException(file);
    }
    return new Archive(file);
  }

  @Override
  public void describe(Job job, FunctionProps.Builder function) {
    function
        .code(Code.fromAsset(file.toString()))
        .handler(job.handler().getName())
        .runtime(Runtime.JAVA_25);
  }

  @Override
  public boolean hasSnapshots() {
    return true;
  }
}
