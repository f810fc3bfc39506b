package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.http.Route;
import com.cruddur.messages.template.Synthesis.Apps;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@ExtendWith(Synthesis.class)
class FunctionTest {
  private static final String COMMON =
      """
      {
        "Code": {
          "S3Bucket": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}",
          "S3Key": "${json-unit.regex}[0-9a-f]{64}\\\\.zip"
        },
        "Description": "${json-unit.regex}.+",
        "Runtime": "java25",
        "Architectures": ["arm64"],
        "MemorySize": 1024,
        "TracingConfig": {"Mode": "Active"},
        "Role": "${%1$sRole.Arn}",
        "LoggingConfig": {
          "LogGroup": "${%1$sLog}",
          "LogFormat": "JSON",
          "ApplicationLogLevel": "INFO",
          "SystemLogLevel": "WARN"
        }
      }
      """;

  private static final String NETWORK =
      """
      {
        "SecurityGroupIds": ["${Network/Functions.GroupId}"],
        "SubnetIds": [
          "${Network/Vpc/IsolatedSubnet1/Subnet}",
          "${Network/Vpc/IsolatedSubnet2/Subnet}"
        ]
      }
      """;

  private final Apps apps;

  FunctionTest(Apps apps) {
    this.apps = apps;
  }

  @ParameterizedTest
  @EnumSource
  void functionHasWhatItNeedsAndNothingElse(DeployedFunction function) {
    var expected = new LinkedHashMap<String, Object>(Json.map(COMMON.formatted(function.id())));
    expected.put("Handler", function.handler().getName());
    expected.put("Timeout", function.timeout());
    expected.put("Environment", Map.of("Variables", function.environment()));
    if (function.databaseUser().isPresent()) {
      expected.put("VpcConfig", Json.node(NETWORK));
    }
    if (!function.isCalledOnceADeploy()) {
      expected.put("SnapStart", Map.of("ApplyOn", "PublishedVersions"));
    }
    assertThatJson(template(function).untagged(function.id())).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "APPLY_SCHEMA")
  void liveAliasIsTheVersionThatIsPublishedNow(DeployedFunction function) {
    var id = function.id();
    assertThatJson(template(function).properties(id + "/Live"))
        .isEqualTo(
            """
            {
              "Name": "live",
              "FunctionName": "${%1$s}",
              "FunctionVersion": "${%1$s/CurrentVersion.Version}"
            }
            """
                .formatted(id));
    assertThatJson(template(function).properties(id + "/CurrentVersion"))
        .isEqualTo("{\"FunctionName\": \"${%s}\"}".formatted(id));
  }

  @ParameterizedTest
  @CsvSource({"dev, 7", "prod, 90"})
  void everyLogEndsAfterItsRetention(String stage, int days) {
    for (var function : DeployedFunction.values()) {
      assertThatJson(
              ReadableTemplate.of(apps.stage(stage), function.stack())
                  .untagged(function.id() + "Log"))
          .isEqualTo("{\"RetentionInDays\": %d}".formatted(days));
    }
  }

  @Test
  void templatesHaveTheseFunctionsAndTheLibrarysOne() {
    var ids =
        SynthesizedApp.WITH_FUNCTIONS.stream()
            .flatMap(
                stack ->
                    ReadableTemplate.of(apps.dev(), stack)
                        .ofType("AWS::Lambda::Function")
                        .keySet()
                        .stream());
    var expected = Arrays.stream(DeployedFunction.values()).map(DeployedFunction::id).toList();
    assertThat(ids)
        .filteredOn(id -> !id.startsWith("AWSCDK."))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  // What CloudFormation would refuse and no schema says.
  @Test
  void memoryAndTimeoutsAreWithinWhatLambdaGivesAndWhatTheCallersWaitFor() {
    for (var stack : SynthesizedApp.WITH_FUNCTIONS) {
      ReadableTemplate.of(apps.dev(), stack)
          .ofType("AWS::Lambda::Function")
          .forEach(
              (name, function) -> {
                var properties = function.get("Properties");
                assertThat(properties.get("MemorySize").intValue()).as(name).isBetween(128, 10_240);
                assertThat(properties.get("Timeout").intValue()).as(name).isBetween(1, 900);
              });
    }
    // An HTTP API waits 30 seconds at most.
    for (var route : Route.values()) {
      var id = DeployedFunction.valueOf(route.name()).id();
      var function = ReadableTemplate.of(apps.dev(), SynthesizedApp.MESSAGING).properties(id);
      assertThat(function.get("Timeout").intValue()).as(id).isLessThan(30);
    }
  }

  private ReadableTemplate template(DeployedFunction function) {
    return ReadableTemplate.of(apps.dev(), function.stack());
  }
}
