package com.cruddur.messages.infra.settings;

import static com.cruddur.messages.infra.settings.Field.field;

import java.util.List;

/// Where people sign in.
///
/// @param existing the user pool that is there already; null to make one
/// @param domainPrefix of a new pool's sign-in pages, unique in the region; null for one with the
///     stage and the account in it
/// @param passwordSignIn whether an administrator's credentials can sign a user of a new pool in
///     with a password, as the integration suite does
public record SignInSettings(Existing existing, String domainPrefix, Boolean passwordSignIn) {
  public SignInSettings {
    if (existing == null) {
      field("passwordSignIn").required(passwordSignIn, "true for test users only, else false");
    } else {
      field("passwordSignIn")
          .check(passwordSignIn == null, "is not ours to set on an existing pool");
      field("domainPrefix").check(domainPrefix == null, "is not ours to set on an existing pool");
    }
    field("domainPrefix")
        .check(
            domainPrefix == null
                || (domainPrefix.matches("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
                    && !domainPrefix.matches(".*(aws|amazon|cognito).*")),
            "is no prefix of a domain; write at most 63 lower-case letters, digits and hyphens, "
                + "without aws, amazon or cognito");
  }

  /// A user pool of another owner.
  ///
  /// @param clientIds of the clients whose tokens the API takes
  public record Existing(String userPoolId, List<String> clientIds) {
    public Existing {
      field("userPoolId").required(userPoolId, "the id of the user pool, REGION_…");
      field("userPoolId")
          .check(
              userPoolId.matches("[a-z0-9-]+_[A-Za-z0-9]+"),
              "is no id of a user pool; write REGION_…, not its ARN");
      field("clientIds").required(clientIds, "the ids of the pool's app clients");
      field("clientIds").check(!clientIds.isEmpty(), "are none; write one at least");
      clientIds = List.copyOf(clientIds);
    }
  }
}
