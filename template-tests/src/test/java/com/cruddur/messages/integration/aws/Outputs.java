package com.cruddur.messages.integration.aws;

import com.cruddur.messages.integration.product.TargetMissingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;

/// What a deployed stage says of itself.
///
/// @param apiUrl where the paths begin, without a slash at its end
record Outputs(String apiUrl, String userPoolId, String userPoolClientId, String tableName) {
  /// Reads the outputs of a stage's stack.
  ///
  /// @throws TargetMissingException when there is no such stack, or nothing to ask with
  static Outputs of(CloudFormationClient cloudFormation, String stage) {
    var stack = "CruddurMessages-" + stage + "-Messaging";
    var values =
        outputs(cloudFormation, stack).stream()
            .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    needOwnPool(stage, values);
    return new Outputs(
        value(stack, values, "ApiUrl").replaceFirst("/$", ""),
        value(stack, values, "UserPoolId"),
        value(stack, values, "UserPoolClientId"),
        value(stack, values, "TableName"));
  }

  private static List<Output> outputs(CloudFormationClient cloudFormation, String stack) {
    try {
      return cloudFormation
          .describeStacks(describe -> describe.stackName(stack))
          .stacks()
          .getFirst()
          .outputs();
    } catch (SdkClientException e) {
      throw noAccount(e);
    } catch (CloudFormationException e) {
      // CloudFormation has no other error for a stack that is not there.
      if (!e.awsErrorDetails().errorCode().equals("ValidationError")) {
        throw e;
      }
      throw new TargetMissingException(
          "no stack "
              + stack
              + " in this account and region: deploy it, or name another -Dit.stage",
          e);
    }
  }

  /// That there is nothing to ask AWS with.
  static TargetMissingException noAccount(SdkClientException e) {
    return new TargetMissingException(
        "no AWS account to ask: set AWS_REGION, and AWS_PROFILE or AWS_ACCESS_KEY_ID and"
            + " AWS_SECRET_ACCESS_KEY. The SDK says: "
            + e.getMessage(),
        e);
  }

  // Its sign-in pages are named only for a pool that the stacks have made.
  private static void needOwnPool(String stage, Map<String, String> values) {
    if (!values.containsKey("SignInDomain")) {
      throw new TargetMissingException(
          ("the stage %s signs people in with a user pool of somebody else: the suite would sign"
                  + " users up there, with triggers and policies it does not know. Name a stage"
                  + " with a pool of its own: -Dit.stage")
              .formatted(stage));
    }
  }

  private static String value(String stack, Map<String, String> values, String key) {
    var value = values.get(key);
    if (value == null) {
      throw new TargetMissingException(
          "the stack %s has no output %s: deploy it again from this checkout"
              .formatted(stack, key));
    }
    return value;
  }
}
