package com.cruddur.messages.integration.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cruddur.messages.integration.product.AwsStub;
import com.cruddur.messages.integration.product.AwsStub.Reply;
import com.cruddur.messages.integration.product.TargetMissingException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

class OutputsTest {
  private static Outputs read(Reply reply) {
    try (var stub = AwsStub.answering(asked -> reply);
        var client =
            CloudFormationClient.builder()
                .endpointOverride(stub.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
      var outputs = Outputs.of(client, "dev");
      assertThat(stub.asked().getFirst().body())
          .contains("StackName=CruddurMessages-dev-Messaging");
      return outputs;
    }
  }

  private static Reply stack(String... keys) {
    return new Reply(
        200,
        Arrays.stream(keys)
            .map(
                key ->
                    "<member><OutputKey>%s</OutputKey><OutputValue>its %s/</OutputValue></member>"
                        .formatted(key, key))
            .collect(
                Collectors.joining(
                    "",
                    "<DescribeStacksResponse><DescribeStacksResult><Stacks><member>"
                        + "<StackName>s</StackName><Outputs>",
                    "</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>")));
  }

  @Test
  void areReadFromTheStagesStack() {
    assertThat(
            read(
                stack(
                    "ApiUrl",
                    "UserPoolId",
                    "UserPoolClientId",
                    "TableName",
                    "SignInDomain",
                    "More")))
        .isEqualTo(
            new Outputs(
                "its ApiUrl", "its UserPoolId/", "its UserPoolClientId/", "its TableName/"));
  }

  @Test
  void stackThatIsNotThereIsAMissingTarget() {
    var error =
        new Reply(
            400,
            "<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code>"
                + "<Message>Stack with id x does not exist</Message></Error></ErrorResponse>");
    assertThatExceptionOfType(TargetMissingException.class)
        .isThrownBy(() -> read(error))
        .withMessageStartingWith("no stack CruddurMessages-dev-Messaging in this account");
  }

  @Test
  void userPoolOfSomebodyElseIsNoTarget() {
    assertThatExceptionOfType(TargetMissingException.class)
        .isThrownBy(() -> read(stack("ApiUrl", "UserPoolId", "UserPoolClientId", "TableName")))
        .withMessage(
            "the stage dev signs people in with a user pool of somebody else: the suite would sign"
                + " users up there, with triggers and policies it does not know. Name a stage"
                + " with a pool of its own: -Dit.stage");
  }

  @Test
  void outputThatIsNotThereIsNamed() {
    assertThatExceptionOfType(TargetMissingException.class)
        .isThrownBy(() -> read(stack("ApiUrl", "SignInDomain", "UserPoolId", "TableName")))
        .withMessageContaining("has no output UserPoolClientId");
  }
}
