package com.cruddur.messages.infra;

import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.infra.settings.Settings;
import com.cruddur.messages.user.DatabaseRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/// What the product does: the functions behind the API and the stream, and what watches over them.
final class MessagingStack extends StageStack {
  // Below the 30 seconds after which the API answers by itself. The functions give up a single
  // request to a store sooner, and answer 503.
  private static final Duration HTTP_TIMEOUT = Duration.seconds(20);

  // A batch of a hundred conversations, each a query and a transaction, at a bad time of the table.
  private static final Duration STREAM_TIMEOUT = Duration.seconds(60);

  private final Settings settings;
  private final FunctionCode code;
  private final DataStack data;
  private final String apiUrl;

  /// @param origins of the front ends that may call
  MessagingStack(
      Construct app,
      Settings settings,
      FunctionCode code,
      DataStack data,
      SignInStack signIn,
      List<String> origins) {
    super(app, settings, "Messaging", "the API and the stream function");
    this.settings = settings;
    this.code = code;
    this.data = data;
    var routes = httpFunctions();
    var live = new EnumMap<Route, LiveAlias>(Route.class);
    routes.forEach((route, function) -> live.put(route, new LiveAlias(function)));
    var api = new MessagingApi(this, "MessagingApi", settings, origins, signIn.issuer(), live);
    this.apiUrl = api.url();
    var failures = new FailureStore(this, "FailureStore", settings);
    var updateMessageGroups = streamFunction(failures);
    var stream =
        new StreamProcessor(
            this,
            "StreamProcessor",
            data.table().streamArn(),
            new LiveAlias(updateMessageGroups),
            failures);
    var functions = new ArrayList<>(routes.values());
    functions.add(updateMessageGroups);
    functions.add(signIn.registerUser());
    new Monitoring(
        this, "Monitoring", settings, new Metrics(api, stream, functions, updateMessageGroups));
    output("ApiUrl", api.url());
    output("UserPoolId", signIn.issuer().userPoolId());
    output("UserPoolClientId", String.join(",", signIn.issuer().clientIds()));
    signIn.pages().ifPresent(pages -> output("SignInDomain", pages));
    output("TableName", data.table().name());
    output("FailureStoreBucket", failures.bucketName());
  }

  /// The address of the API, without a slash at its end.
  String apiUrl() {
    return apiUrl;
  }

  private Map<Route, LambdaFunction> httpFunctions() {
    var permissions = new FunctionPermissions(data.table().access());
    var functions = new EnumMap<Route, LambdaFunction>(Route.class);
    for (var route : Route.values()) {
      var job =
          new Job(route.handler(), route.key(), HTTP_TIMEOUT)
              .withDatabase(data.database().url(DatabaseRole.READER), data.network())
              .allow(data.database().access(DatabaseRole.READER))
              .allow(permissions.of(route));
      functions.put(route, function(needsTable(route) ? job.withTable(data.table().name()) : job));
    }
    return functions;
  }

  private static boolean needsTable(Route route) {
    return switch (route) {
      case LIST_MESSAGES, LIST_MESSAGE_GROUPS, CREATE_MESSAGE -> true;
      case SHOW_USER -> false;
    };
  }

  private LambdaFunction streamFunction(FailureStore failures) {
    var table = data.table();
    return function(
        new Job(
                UpdateMessageGroupsHandler.class,
                "Moves conversations in the inboxes when messages come",
                STREAM_TIMEOUT)
            .withTable(table.name())
            .allow(new FunctionPermissions(table.access()).ofUpdateMessageGroups())
            .allow(StreamProcessor.read(table.streamArn(), table.access()))
            .allow(failures.put()));
  }

  private LambdaFunction function(Job job) {
    return new LambdaFunction(this, settings, code, job, true);
  }

  private void output(String name, String value) {
    CfnOutput.Builder.create(this, name).value(value).build();
  }
}
