package com.cruddur.messages.integration.product;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rows as DynamoDB takes them.
public final class Rows {
  private Rows() {}

  /// A row of text attributes.
  public static Map<String, AttributeValue> of(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, attribute -> AttributeValue.fromS(attribute.getValue())));
  }
}
