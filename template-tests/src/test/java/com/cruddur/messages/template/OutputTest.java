package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Synthesis.class)
class OutputTest {
  @Test
  void messagingTellsWhatFrontEndAndOperatorNeed(Apps apps) {
    assertThat(ReadableTemplate.of(apps.dev(), SynthesizedApp.MESSAGING).outputs())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ApiUrl", "${MessagingApi/Api.ApiEndpoint}",
                "UserPoolId", "${SignIn/Pool}",
                "UserPoolClientId", "${SignIn/Pool/Web}",
                "SignInDomain",
                    "https://${SignIn/Pool/Pages}.auth.${AWS::Region}.amazoncognito.com",
                "TableName", "cruddur-messages",
                "FailureStoreBucket", "${FailureStore/Bucket}"));
  }
}
