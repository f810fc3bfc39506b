package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Synthesis.class)
class TagTest {
  private static final Set<String> TYPES_WITHOUT_TAGS =
      Set.of(
          "AWS::ApiGatewayV2::Authorizer",
          "AWS::ApiGatewayV2::Integration",
          "AWS::ApiGatewayV2::Route",
          "AWS::CloudWatch::Dashboard",
          "AWS::Cognito::UserPoolClient",
          "AWS::Cognito::UserPoolDomain",
          "AWS::EC2::SecurityGroupEgress",
          "AWS::CloudFront::Function",
          "AWS::CloudFront::OriginAccessControl",
          "AWS::CloudFront::ResponseHeadersPolicy",
          "AWS::EC2::SecurityGroupIngress",
          "AWS::EC2::SubnetRouteTableAssociation",
          "AWS::IAM::Policy",
          "AWS::Lambda::Alias",
          "AWS::Lambda::LayerVersion",
          "AWS::Lambda::Permission",
          "AWS::Lambda::Version",
          "AWS::S3::BucketPolicy",
          "AWS::SNS::TopicPolicy",
          "Custom::CDKBucketDeployment",
          "Custom::Trigger");

  // Made by the library, which lets nobody tag them.
  private static final String TRIGGERS =
      "AWSCDK.TriggerCustomResourceProviderCustomResourceProvider/";

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void everythingThatTakesTagsIsTaggedWithProjectAndStage(String stage, Apps apps) {
    for (var stack : SynthesizedApp.STACKS) {
      ReadableTemplate.of(apps.stage(stage), stack)
          .resources()
          .forEach(
              (name, resource) -> {
                if (!TYPES_WITHOUT_TAGS.contains(resource.get("Type").textValue())
                    && !name.startsWith(TRIGGERS)) {
                  assertThat(tags(resource.get("Properties")))
                      .as(name)
                      .containsAllEntriesOf(Map.of("project", "cruddur-messages", "stage", stage));
                }
              });
    }
  }

  // A list of keys and values, or an object.
  private static Map<String, String> tags(JsonNode properties) {
    var tags = new HashMap<String, String>();
    properties
        .path("Tags")
        .forEach(tag -> tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
    for (var name : Set.of("Tags", "UserPoolTags")) {
      properties.path(name).properties().forEach(t -> tags.put(t.getKey(), t.getValue().asText()));
    }
    return tags;
  }
}
