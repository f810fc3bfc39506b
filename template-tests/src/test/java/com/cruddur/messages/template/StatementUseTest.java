package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No role has a statement without a use. What a function asks of the table is exercised by
/// [AccessTest]; the rest is what Lambda does in the function's name, and how Postgres is reached.
@ExtendWith(Synthesis.class)
class StatementUseTest {
  /// What a statement is for.
  private enum Use {
    /// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
    LOG("logs:CreateLogStream", "logs:PutLogEvents"),
    /// https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
    TRACES("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
    /// Allowed to Lambda and denied to the code.
    /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
    NETWORK(
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses"),
    /// What each database user may do is tested in Postgres, by `ApplySchemaTest`.
    /// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html
    DATABASE("rds-db:connect"),
    /// https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-createmapping.html
    STREAM("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
    /// The same; it takes no single stream.
    STREAMS("dynamodb:ListStreams"),
    /// https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
    FAILURE_STORE("s3:PutObject"),
    /// The same: Lambda looks whether the bucket is there.
    FAILURE_STORE_ITSELF("s3:ListBucket"),
    /// The deployment calls ApplySchema.
    DEPLOYMENT("lambda:InvokeFunction");

    private final Set<String> actions;

    Use(String... actions) {
      this.actions = Set.of(actions);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void everyStatementBesideThoseOnTheTableHasAUseAndNoMoreThanThat(String stage, Apps apps) {
    var found = EnumSet.noneOf(Use.class);
    for (var role : Role.all(apps.stage(stage))) {
      for (var statement : role.statements()) {
        if (!isOnTable(statement)) {
          var use =
              Arrays.stream(Use.values())
                  .filter(candidate -> candidate.actions.equals(Set.copyOf(statement.actions())))
                  .findFirst();
          assertThat(use).as("a use of %s in %s", statement.actions(), role.name()).isPresent();
          found.add(use.get());
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrder(Use.values());
  }

  @Test
  void onlyTheFunctionsWhoseRequestsAreExercisedMayTouchTheTable(Apps apps) {
    assertThat(
            Arrays.stream(DeployedFunction.values())
                .filter(
                    function ->
                        Role.of(apps.dev(), function).statements().stream()
                            .anyMatch(StatementUseTest::isOnTable)))
        .containsExactlyInAnyOrderElementsOf(AccessTest.EXERCISED);
  }

  private static boolean isOnTable(Statement statement) {
    return !new Permissions(List.of(statement)).onTable().isEmpty();
  }
}
