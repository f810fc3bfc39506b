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
import org.junit.jupiter.params.provider.CsvFileSource;
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
    assertThat(read("dev").functions().architecture()).isEqualTo(FunctionSettings.Processor.arm64);
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
    assertThat(settings.network().existing().subnetIds())
        .containsExactly("subnet-01234567", "subnet-89abcdef");
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
  @CsvFileSource(resources = "refusals.csv", delimiter = '|', quoteCharacter = '`')
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
    set("network.existing", NETWORK.replace(", 'subnet-89abcdef'", ""));
    refused("dev", "stages.dev.network.existing.subnetIds are not one for each availability zone");
    set("network.existing", NETWORK.replace("[]", "['rtb-01234567']"));
    refused("dev", "stages.dev.network.existing.routeTableIds are not one for each subnet");
    set("network.existing", NETWORK.replace("subnet-89abcdef", "main"));
    refused("dev", "stages.dev.network.existing.subnetIds[1] is no id; write subnet-…");
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
      "arn:aws:dynamodb:eu-central-1:123456789012:table/cruddur-messages/stream/2023-04-01T00:00:00.000";

  private static final String NETWORK =
      """
      {'vpcId': 'vpc-0123456789abcdef0', 'availabilityZones': ['eu-central-1a', 'eu-central-1b'],
       'subnetIds': ['subnet-01234567', 'subnet-89abcdef'], 'routeTableIds': []}
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
