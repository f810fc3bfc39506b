package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// A stack of one stage: `CruddurMessages-dev-Data`.
abstract sealed class StageStack extends Stack
    permits PageStack, DataStack, SignInStack, MessagingStack, PageFilesStack {
  StageStack(Construct app, Settings settings, String part, String description) {
    super(
        app,
        part,
        StackProps.builder()
            .stackName(nameOf(settings, part))
            .description("Cruddur Messages: " + description)
            .terminationProtection(settings.retainData())
            .build());
    // By what these add to the template, `sam local invoke` finds a function and its archive. The
    // cdk command sets them by itself; a template that something else synthesizes has them too.
    getNode().setContext("aws:cdk:enable-path-metadata", true);
    getNode().setContext("aws:cdk:enable-asset-metadata", true);
  }

  /// What a part of a stage is called in the account.
  static String nameOf(Settings settings, String part) {
    return "CruddurMessages-%s-%s".formatted(settings.stage(), part);
  }
}
