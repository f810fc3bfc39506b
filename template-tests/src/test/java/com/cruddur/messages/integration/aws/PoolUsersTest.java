package com.cruddur.messages.integration.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cruddur.messages.integration.product.AwsStub;
import com.cruddur.messages.integration.product.AwsStub.Asked;
import com.cruddur.messages.integration.product.AwsStub.Reply;
import com.cruddur.messages.integration.product.TargetMissingException;
import com.cruddur.messages.integration.product.Undo;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

class PoolUsersTest {
  private static final String PREFIX = "AWSCognitoIdentityProviderService.";

  private static PoolUsers users(AwsStub stub) {
    var cognito =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(stub.endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    return new PoolUsers(cognito, new Outputs("http://api", "pool", "client", "table"));
  }

  private static Reply cognito(Asked asked) {
    return new Reply(
        200,
        switch (asked.action().substring(PREFIX.length())) {
          case "SignUp" -> "{\"UserConfirmed\": false, \"UserSub\": \"sub\"}";
          case "AdminInitiateAuth" -> "{\"AuthenticationResult\": {\"AccessToken\": \"token\"}}";
          case "DescribeUserPoolClient" ->
              "{\"UserPoolClient\": {\"ExplicitAuthFlows\": [\"ALLOW_REFRESH_TOKEN_AUTH\"]}}";
          default -> "{}";
        });
  }

  @Test
  void somebodySignsUpIsConfirmedSignsInAndIsRemovedAgain() {
    try (var stub = AwsStub.answering(PoolUsersTest::cognito)) {
      var undo = new Undo();
      var user = users(stub).signUp(undo);
      assertThat(user.identity()).isEqualTo("token");
      assertThat(user.handle()).startsWith("it-");
      undo.close();
      assertThat(stub.asked())
          .extracting(asked -> asked.action().substring(PREFIX.length()))
          .containsExactly("SignUp", "AdminConfirmSignUp", "AdminInitiateAuth", "AdminDeleteUser");
      assertThat(stub.asked())
          .allSatisfy(asked -> assertThat(asked.body()).contains(user.handle()));
    }
  }

  @Test
  void clientWithoutPasswordSignInIsRefusedBeforeAnybodySignsUp() {
    try (var stub = AwsStub.answering(PoolUsersTest::cognito)) {
      assertThatExceptionOfType(TargetMissingException.class)
          .isThrownBy(users(stub)::needPasswordSignIn)
          .withMessageContaining("signIn.passwordSignIn");
      assertThat(stub.asked()).hasSize(1);
    }
  }
}
