package com.cruddur.messages.infra;

import java.util.List;
import software.amazon.awscdk.Stack;

/// Whose tokens the API takes.
///
/// @param userPoolId the Cognito user pool
/// @param clientIds its app clients
record TokenIssuer(String userPoolId, List<String> clientIds) {
  /// As the tokens name it.
  ///
  /// @param stack in the pool's region
  String url(Stack stack) {
    return "https://cognito-idp.%s.%s/%s"
        .formatted(stack.getRegion(), stack.getUrlSuffix(), userPoolId);
  }
}
