package com.cruddur.messages.integration.product;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which target is asked for, out of the properties that the package of the tests lists.
///
/// @param required whether a missing target is a failure
/// @param endpoint of a running LocalStack
/// @param host by which name LocalStack's containers reach this machine
/// @param stage of the deployment on AWS
public record TargetSettings(
    Kind kind, boolean required, Optional<URI> endpoint, String host, String stage) {
  /// The targets there are.
  public enum Kind {
    LOCAL,
    LOCALSTACK,
    AWS;

    private String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Reads the properties.
  ///
  /// @param property the value of a property, if it is set
  /// @throws IllegalArgumentException naming the property that has no meaning
  public static TargetSettings of(Function<String, Optional<String>> property) {
    return new TargetSettings(
        property.apply("it.target").map(TargetSettings::kind).orElse(Kind.LOCAL),
        property.apply("it.required").map(TargetSettings::required).orElse(false),
        property.apply("it.endpoint").map(TargetSettings::endpoint),
        property.apply("it.host").orElse("host.docker.internal"),
        property.apply("it.stage").orElse("dev"));
  }

  private static Kind kind(String value) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.value().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "-Dit.target=%s: there is no such target, only %s"
                        .formatted(
                            value,
                            Arrays.stream(Kind.values())
                                .map(Kind::value)
                                .collect(Collectors.joining(", ")))));
  }

  private static boolean required(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException("-Dit.required=" + value + ": give true or false");
    };
  }

  private static URI endpoint(String value) {
    if (!value.matches("https?://[^/]+/?")) {
      throw new IllegalArgumentException(
          "-Dit.endpoint=" + value + ": give where LocalStack answers, http://localhost:4566");
    }
    return URI.create(value);
  }
}
