package com.cruddur.messages.table;

import com.cruddur.messages.message.Timestamp;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A [Timestamp] as the text it is stored as.
final class TimestampConverter implements AttributeConverter<Timestamp> {
  @Override
  public AttributeValue transformFrom(Timestamp timestamp) {
    return AttributeValue.fromS(timestamp.stored());
  }

  @Override
  public Timestamp transformTo(AttributeValue value) {
    return Timestamp.parse(value.s());
  }

  @Override
  public EnhancedType<Timestamp> type() {
    return EnhancedType.of(Timestamp.class);
  }

  @Override
  public AttributeValueType attributeValueType() {
    return AttributeValueType.S;
  }
}
