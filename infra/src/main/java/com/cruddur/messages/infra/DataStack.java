package com.cruddur.messages.infra;

import com.cruddur.messages.handler.ApplySchemaHandler;
import com.cruddur.messages.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicies;
import software.amazon.awscdk.triggers.Trigger;
import software.constructs.Construct;

/// What lasts: the messages' table, the users' database and the network around it.
final class DataStack extends StageStack {
  // A new database takes its time to answer, and a sleeping one half a minute.
  private static final Duration SCHEMA_TIMEOUT = Duration.minutes(3);

  private final MessagesTable table;
  private final Network network;
  private final UserDatabase database;

  DataStack(Construct app, Settings settings, FunctionCode code) {
    super(app, settings, "Data", "the messages' table and the users' database");
    this.table = new MessagesTable(this, "MessagesTable", settings);
    this.network = new Network(this, "Network", settings.network(), table.access());
    var existing = settings.database().existing();
    if (existing == null) {
      var aurora = new AuroraDatabase(this, "UserDatabase", settings, network);
      if (settings.retainData()) {
        // A cluster that stays holds on to its subnets and groups: deleting them would fail.
        RemovalPolicies.of(network).retain();
        RemovalPolicies.of(aurora).retain();
      }
      applySchema(settings, code, aurora);
      this.database = aurora;
    } else {
      this.database = new ExistingDatabase(this, "UserDatabase", existing, network);
    }
  }

  MessagesTable table() {
    return table;
  }

  Network network() {
    return network;
  }

  UserDatabase database() {
    return database;
  }

  private void applySchema(Settings settings, FunctionCode code, AuroraDatabase aurora) {
    var job =
        new Job(ApplySchemaHandler.class, "Applies schema and roles at deploy time", SCHEMA_TIMEOUT)
            .withDatabase(aurora.masterUrl(), network)
            .allow(List.of(aurora.masterAccess()));
    Trigger.Builder.create(this, "SchemaApplied")
        .handler(new LambdaFunction(this, settings, code, job, false))
        .timeout(SCHEMA_TIMEOUT.plus(Duration.seconds(30)))
        // The rules between the two security groups lie in both.
        .executeAfter(List.of(aurora, network))
        .build();
  }
}
