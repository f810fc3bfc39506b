package com.cruddur.messages.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.logs.RetentionDays;

class SettingsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode stages = stages();

  private static ObjectNode stages() {
    try {
      var file = Path.of("cdk.json").toFile();
      return (ObjectNode) JSON.readTree(file).at("/context/stages");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void everyStageOfTheRepositoryCanBeRead(String stage) {
    assertThat(read(stage).stage()).isEqualTo(stage);
  }

  @Test
  void stagesDifferInWhatTheySay() {
    assertThat(read("dev").retainData()).isFalse();
    assertThat(read("prod").retainData()).isTrue();
    assertThat(read("dev").database().minCapacity()).isZero();
    assertThat(read("dev").functions().architecture())
        .isEqualTo(FunctionSettings.Architecture.arm64);
    assertThat(read("prod").functions().logRetention()).isEqualTo(RetentionDays.THREE_MONTHS);
    assertThat(read("dev").api().origins()).containsExactly("http://localhost:3000");
  }

  @Test
  void whatIsThereAlreadyCanBeUsed() {
    set("table.existing", "{'streamArn': '" + STREAM_ARN + "'}");
    set("network.existing", NETWORK);
    set("database", "{'existing': {'url': '{{resolve:secretsmanager:users:SecretString:url}}'}}");
    set("signIn", "{'existing': {'userPoolId': 'eu-central-1_Ab1', 'clientIds': ['a', 'b']}}");

    var settings = read("dev");

    assertThat(settings.table().existing().streamArn()).isEqualTo(STREAM_ARN);
    assertThat(settings.network().existing().subnetIds()).containsExactly("subnet-1", "subnet-2");
    assertThat(settings.database().existing())
        .isEqualTo(
            new DatabaseSettings.Existing(
                "{{resolve:secretsmanager:users:SecretString:url}}", 5432, null));
    assertThat(settings.signIn().existing().clientIds()).containsExactly("a", "b");
  }

  @Test
  void unknownStageNamesTheOnesThereAre() {
    refused("test", "infra/cdk.json has no stage test: take one of [dev, prod]");
  }

  @Test
  void stageWhoseNameFitsNoStackIsRefused() {
    stages.set("Dev_1", stages.get("dev"));
    refused("Dev_1", "stages.Dev_1.stage is no name of a stage; write at most 20 lower-case");
  }

  @Test
  void missingStagesAreNamed() {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> SettingsReader.read("dev", null))
        .withMessageContaining("infra/cdk.json has no stages: write them into context.stages");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          alarmMail                   | 'a@b.example'             | alarmMail is no setting; there are [alarmEmail,
          table.streamArn             | 'arn'                     | table.streamArn is no setting; there are [existing, name, provisioned]
          table                       | null                      | table is missing; write {"name": "cruddur-messages"}
          retainData                  | null                      | retainData is missing; write true where
          retainData                  | 'true'                    | retainData has the wrong type; write true or false
          retainData                  | 1                         | retainData has the wrong type; write true or false
          network                     | 'vpc-1'                   | network has the wrong type; write an object
          api.origins                 | 'https://a.example'       | api.origins has the wrong type; write a list
          api.origins                 | []                        | api.origins are none; write one at least
          api.origins                 | ['*']                     | api.origins[0] is no origin; write https://app.example.com
          api.origins                 | ['https://a.example', 1]  | api.origins[1] has the wrong type; write a text
          api.origins                 | ['https://a.example/']    | api.origins[0] is no origin
          api.origins                 | ['https://a.example:443'] | api.origins[0] is no origin
          api.origins                 | ['https://A.example']     | api.origins[0] is no origin
          api.origins                 | ['http://a.example']      | api.origins[0] is no origin
          api.origins                 | ['a.example']             | api.origins[0] is no origin
          api.origins                 | [null]                    | api.origins[0] is missing; write an origin
          api.burst                   | 0                         | api.burst is too small; write 1 or more
          api.requestsPerSecond       | 1.5                       | api.requestsPerSecond has the wrong type; write a whole number
          alarmEmail                  | 'nobody'                  | alarmEmail is no e-mail address
          functions.architecture      | 'arm'                     | functions.architecture is arm; write one of [arm64, x86_64]
          functions.logRetention      | 'A_WHILE'                 | functions.logRetention is A_WHILE; write one of [ONE_DAY,
          functions.logRetention      | 7                         | functions.logRetention is 7; write one of [ONE_DAY,
          table.name                  | 'a table'                 | table.name is no name of a table
          table.name                  | 5                         | table.name has the wrong type; write a text
          table.existing              | {}                        | table.existing.streamArn is missing; write the table's LatestStreamArn
          table.existing              | {'streamArn': 'arn:aws'}  | table.existing.streamArn is no ARN of a stream
          table.provisioned           | {'readUnits': 5}          | table.provisioned.writeUnits is missing; write how many
          table.provisioned           | {'readUnits': 0, 'writeUnits': 5} | table.provisioned.readUnits is too small
          network.existing            | {'vpcId': 'main'}         | network.existing.vpcId is no id of a VPC; write vpc-…
          database.minCapacity        | 0.3                       | database.minCapacity is no capacity; write 0.0 to 256 in steps of 0.5
          database.maxCapacity        | 0.5                       | database.maxCapacity is no capacity; write 1.0 to 256
          database.minCapacity        | 8                         | database.maxCapacity is less than minCapacity
          database.existing           | {'url': 'jdbc:postgresql://db/users'} | database.minCapacity is not ours to set on an existing database
          signIn.passwordSignIn       | null                      | signIn.passwordSignIn is missing
          signIn.domainPrefix         | 'my-cognito'              | signIn.domainPrefix is no prefix of a domain
          signIn                      | {'existing': {'userPoolId': 'arn:aws:x', 'clientIds': ['a']}} | signIn.existing.userPoolId is no id of a user pool
          signIn                      | {'existing': {'userPoolId': 'eu-west-1_a', 'clientIds': []}} | signIn.existing.clientIds are none
          """)
  void whatCannotBeUsedIsNamedWithWhatToWrite(String field, String value, String sentence) {
    set(field, value);
    refused("dev", "infra/cdk.json, stages.dev." + sentence);
  }

  @Test
  void existingTableIsNotGivenCapacity() {
    set("table.existing", "{'streamArn': '" + STREAM_ARN + "'}");
    set("table.provisioned", "{'readUnits': 5, 'writeUnits': 5}");
    refused("dev", "stages.dev.table.provisioned is not ours to set on an existing table");
  }

  @Test
  void existingDatabaseNeedsItsNetwork() {
    set("database", "{'existing': {'url': 'jdbc:postgresql://db.example/users'}}");
    refused("dev", "stages.dev.database is an existing one, which a new network cannot reach");
  }

  @Test
  void subnetsAndRouteTablesGoTogether() {
    set("network.existing", NETWORK.replace(", 'subnet-2'", ""));
    refused("dev", "stages.dev.network.existing.subnetIds are not one for each availability zone");
    set("network.existing", NETWORK.replace("[]", "['rtb-1']"));
    refused("dev", "stages.dev.network.existing.routeTableIds are not one for each subnet");
  }

  // It may hold a password.
  @Test
  void refusalDoesNotRepeatTheDatabaseUrl() {
    set("database", "{'existing': {'url': 'postgres://me:pass@db/users'}}");
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> read("dev"))
        .withMessageContaining("database.existing.url is no JDBC URL of a Postgres")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pass@"));
  }

  private static final String STREAM_ARN =
      "arn:aws:dynamodb:eu-central-1:123456789012:table/messages/stream/2023-04-01T00:00:00.000";

  private static final String NETWORK =
      """
      {'vpcId': 'vpc-1', 'availabilityZones': ['eu-central-1a', 'eu-central-1b'],
       'subnetIds': ['subnet-1', 'subnet-2'], 'routeTableIds': []}
      """;

  private void set(String path, String json) {
    var at = (ObjectNode) stages.get("dev");
    var steps = List.of(path.split("\\."));
    for (var step : steps.subList(0, steps.size() - 1)) {
      at = (ObjectNode) at.get(step);
    }
    try {
      at.set(steps.getLast(), JSON.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private Settings read(String stage) {
    return SettingsReader.read(stage, JSON.convertValue(stages, Map.class));
  }

  private void refused(String stage, String sentence) {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> read(stage))
        .withMessageContaining(sentence)
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }
}
