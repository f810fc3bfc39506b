package com.cruddur.messages.cli.cognito;

import com.cruddur.messages.cli.CommandException;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/// Which user pool.
public final class UserPoolOptions {
  private static final String VARIABLE = "AWS_COGNITO_USER_POOL_ID";

  // The region becomes part of a host's name.
  private static final Pattern ID = Pattern.compile("([a-z]{2,4}(?:-[a-z]+)+-\\d)_[0-9A-Za-z]+");

  private static final String WHERE =
      "eu-central-1_AbCdEf123; bin/deploy prints it as UserPoolId, and Cognito's console shows it";

  @Option(
      names = "--user-pool-id",
      paramLabel = "ID",
      description =
          "The user pool, eu-central-1_AbCdEf123; otherwise the environment variable "
              + VARIABLE
              + ".")
  private Optional<String> id = Optional.empty();

  /// Opens it, in the region that its id names; nothing is sent yet.
  ///
  /// @throws CommandException when none is named, or its id is none
  public UserPool open() {
    var text =
        id.or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
            .filter(given -> !given.isBlank())
            .orElseThrow(
                () ->
                    CommandException.wrongUse(
                        "this needs the user pool: set %s or --user-pool-id, like %s"
                            .formatted(VARIABLE, WHERE)));
    var match = ID.matcher(text);
    if (!match.matches()) {
      throw CommandException.wrongUse(
          "the user pool's id %s is none like %s".formatted(text, WHERE));
    }
    return UserPool.open(text, match.group(1));
  }
}
