package com.cruddur.messages.infra;

import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.AliasProps;
import software.amazon.awscdk.services.lambda.CfnAlias;
import software.amazon.awscdk.services.lambda.Function;

/// `live`, what everybody calls: the published version of the release that is deployed, because
/// only published versions start from a snapshot.
final class LiveAlias extends Alias {
  LiveAlias(Function function) {
    super(
        function,
        "Live",
        AliasProps.builder().aliasName("live").version(function.getCurrentVersion()).build());
    ((CfnAlias) getNode().getDefaultChild()).overrideLogicalId(function.getNode().getId() + "Live");
  }
}
