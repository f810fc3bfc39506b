package com.cruddur.messages.integration;

import com.cruddur.messages.integration.aws.AwsTarget;
import com.cruddur.messages.integration.local.LocalTarget;
import com.cruddur.messages.integration.localstack.LocalStackTarget;
import com.cruddur.messages.integration.product.Target;
import com.cruddur.messages.integration.product.TargetOfRun;
import com.cruddur.messages.integration.product.TargetSettings;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives every test the target of this run, or skips it with the reason why there is none.
final class OnTarget implements BeforeEachCallback, ParameterResolver {
  // Here and not where the parameter is resolved: JUnit would take a skip for a failure there.
  @Override
  public void beforeEach(ExtensionContext context) {
    target(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Api.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new Api(target(context));
  }

  private static Target target(ExtensionContext context) {
    var settings = TargetSettings.of(context::getConfigurationParameter);
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(OnTarget.class))
        .computeIfAbsent(
            settings,
            asked -> new TargetOfRun(() -> start(asked), asked.required()),
            TargetOfRun.class)
        .target();
  }

  private static Target start(TargetSettings settings) {
    return switch (settings.kind()) {
      case LOCAL -> LocalTarget.start();
      case LOCALSTACK -> LocalStackTarget.start(settings);
      case AWS -> AwsTarget.start(settings);
    };
  }
}
