package com.cruddur.messages.infra;

import com.cruddur.messages.handler.RegisterUserHandler;
import com.cruddur.messages.infra.settings.Settings;
import com.cruddur.messages.infra.settings.SignInSettings;
import com.cruddur.messages.user.DatabaseRole;
import com.cruddur.messages.user.RegisterUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunctionProps;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Permission;
import software.constructs.Construct;

/// Sign-in, and the function that makes a user of every confirmed sign-up.
///
/// CloudFormation cannot change a user pool it has not made: an existing one may call the function,
/// and its owner makes it the pool's pre sign-up and post-confirmation trigger, by the alias in the
/// outputs.
final class SignInStack extends StageStack {
  // Cognito waits for 5 seconds and calls again, but what it has given up runs on; a database that
  // has gone to sleep takes longer to wake up.
  private static final Duration TRIGGER_TIMEOUT =
      Duration.seconds(RegisterUser.PATIENCE.toSeconds() + 30);

  private final LambdaFunction registerUser;
  private final TokenIssuer issuer;
  private final Optional<String> pages;

  /// @param origins of the front ends that sign-in leads back to
  SignInStack(
      Construct app, Settings settings, FunctionCode code, DataStack data, List<String> origins) {
    super(app, settings, "SignIn", "sign-up and sign-in");
    var job =
        new Job(RegisterUserHandler.class, "Makes a user of a confirmed sign-up", TRIGGER_TIMEOUT)
            .withDatabase(data.database().url(DatabaseRole.REGISTRAR), data.network())
            .allow(data.database().access(DatabaseRole.REGISTRAR));
    this.registerUser = new LambdaFunction(this, settings, code, job, true);
    var live = new LiveAlias(registerUser);
    keepReady(live);
    var existing = settings.signIn().existing();
    if (existing == null) {
      var signIn = new SignIn(this, "SignIn", settings, live, origins);
      this.issuer = signIn.issuer();
      this.pages = Optional.of(signIn.pages());
    } else {
      permit(existing, live);
      CfnOutput.Builder.create(this, "PostConfirmationTrigger")
          .value(live.getFunctionArn())
          .build();
      this.issuer = new TokenIssuer(existing.userPoolId(), existing.clientIds());
      this.pages = Optional.empty();
    }
  }

  // Lambda puts a snapshot aside that nobody has asked for in 14 days, and a network's interfaces
  // too; who comes first then is turned away. It is the one function that may be idle so long in a
  // busy stage, and Cognito does not come again.
  // https://docs.aws.amazon.com/lambda/latest/dg/snapstart-troubleshooting.html
  private void keepReady(LiveAlias live) {
    var nothing = LambdaFunctionProps.builder().event(RuleTargetInput.fromObject(Map.of())).build();
    Rule.Builder.create(this, "RegisterUserReady")
        .description("Keeps the registration of users ready")
        .schedule(Schedule.rate(Duration.days(1)))
        .targets(
            List.of(
                new software.amazon.awscdk.services.events.targets.LambdaFunction(live, nothing)))
        .build();
  }

  LambdaFunction registerUser() {
    return registerUser;
  }

  TokenIssuer issuer() {
    return issuer;
  }

  /// The address of the sign-in pages; empty for an existing pool, which has its own.
  Optional<String> pages() {
    return pages;
  }

  private void permit(SignInSettings.Existing existing, LiveAlias live) {
    var pool =
        formatArn(
            ArnComponents.builder()
                .service("cognito-idp")
                .resource("userpool")
                .resourceName(existing.userPoolId())
                .build());
    live.addPermission(
        "ExistingPool",
        Permission.builder()
            .principal(new ServicePrincipal("cognito-idp.amazonaws.com"))
            .sourceArn(pool)
            .build());
  }
}
