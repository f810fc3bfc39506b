package com.cruddur.messages.infra;

import software.amazon.awscdk.services.lambda.FunctionProps;

/// What functions are deployed as.
sealed interface FunctionCode permits Archive, ContainerImage {
  /// Says so of the function that does `job`.
  void describe(Job job, FunctionProps.Builder function);

  /// Whether a version can start from a snapshot.
  boolean hasSnapshots();
}
