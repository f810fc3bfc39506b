package com.cruddur.messages.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// Where alarms are announced. Whoever else is to be told subscribes to it.
final class AlarmTopic extends Construct {
  private final Topic topic;

  /// @param email who is told; null for nobody yet
  AlarmTopic(Construct scope, String id, String email) {
    super(scope, id);
    this.topic = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
    // A policy of our own replaces the one that lets the account's alarms publish.
    var publish =
        PolicyStatement.Builder.create()
            .sid("AlarmsOfThisAccount")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .build();
    publish.addCondition("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID));
    topic.addToResourcePolicy(publish);
    if (email != null) {
      topic.addSubscription(new EmailSubscription(email));
    }
  }

  Topic topic() {
    return topic;
  }
}
