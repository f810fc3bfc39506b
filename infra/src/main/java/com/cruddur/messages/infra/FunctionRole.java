package com.cruddur.messages.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;

/// The role of one function. Without AWS's managed policies, which let a function write every log
/// of the account.
final class FunctionRole {
  // As in AWSLambdaVPCAccessExecutionRole.
  private static final List<String> INTERFACES =
      List.of(
          "ec2:AssignPrivateIpAddresses",
          "ec2:CreateNetworkInterface",
          "ec2:DeleteNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSubnets",
          "ec2:UnassignPrivateIpAddresses");

  private FunctionRole() {}

  /// A role to which nothing is added later, by the library either.
  static IRole of(Stack stack, Job job, LogGroup log) {
    var statements = PolicyDocument.Builder.create().build();
    statements.addStatements(
        allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn()),
        // X-Ray knows no resources.
        allow(List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"), "*"));
    if (job.network().isPresent()) {
      statements.addStatements(allow(INTERFACES, "*"), denyToCode());
    }
    job.allowed().forEach(statements::addStatements);
    return Role.Builder.create(stack, job.id() + "Role")
        .description("What the function " + job.id() + " may do")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(Map.of("Allowed", statements))
        .build()
        .withoutPolicyUpdates();
  }

  private static PolicyStatement allow(List<String> actions, String resource) {
    return PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build();
  }

  // The interfaces are Lambda's business. Requests of the function's own code carry the function's
  // ARN:
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
  private static PolicyStatement denyToCode() {
    var statement =
        PolicyStatement.Builder.create()
            .effect(Effect.DENY)
            .actions(INTERFACES)
            .resources(List.of("*"))
            .build();
    statement.addCondition("Null", Map.of("lambda:SourceFunctionArn", "false"));
    return statement;
  }
}
