package com.cruddur.messages.infra.settings;

import static com.cruddur.messages.infra.settings.Field.field;

import java.util.Optional;
import software.constructs.Node;

/// All settings of one stage.
///
/// @param stage its name, which the stacks' names carry: `dev`, `prod`
/// @param retainData whether the data outlive the stacks: nothing that holds any is deleted with
///     them, and table, database and user pool refuse to be deleted at all
/// @param page null for none, where a front end is there already
/// @param alarmEmail who is told of alarms; null for nobody but the dashboard
public record Settings(
    String stage,
    Boolean retainData,
    TableSettings table,
    NetworkSettings network,
    DatabaseSettings database,
    SignInSettings signIn,
    FunctionSettings functions,
    ApiSettings api,
    PageSettings page,
    String alarmEmail) {
  private static final String DEFAULT_STAGE = "dev";

  public Settings {
    field("stage")
        .check(
            stage.matches("[a-z][a-z0-9-]{0,19}"),
            "is no name of a stage; write at most 20 lower-case letters, digits and hyphens");
    field("retainData").required(retainData, "true where the data must outlive the stacks");
    field("table").required(table, "{\"name\": \"cruddur-messages\"}");
    field("network").required(network, "{} for a new network");
    field("database").required(database, "{\"minCapacity\": 0, \"maxCapacity\": 2} for a new one");
    field("signIn").required(signIn, "{\"passwordSignIn\": false} for a new user pool");
    field("functions").required(functions, "their architecture and logRetention");
    field("api").required(api, "its origins, requestsPerSecond and burst");
    field("alarmEmail")
        .check(
            alarmEmail == null || alarmEmail.matches("[^@\\s]+@[^@\\s]+"),
            "is no e-mail address; write one, or leave it out");
    field("database")
        .check(
            database.existing() == null || network.existing() != null,
            "is an existing one, which a new network cannot reach; write its network into "
                + "network.existing");
  }

  /// The settings of the stage that the context names (`-c stage=prod`), `dev` if it names none.
  ///
  /// @throws InvalidSettingsException when there is no such stage or something is wrong in it
  public static Settings of(Node app) {
    var stage = Optional.ofNullable(app.tryGetContext("stage")).orElse(DEFAULT_STAGE);
    return SettingsReader.read(stage.toString(), app.tryGetContext("stages"));
  }
}
