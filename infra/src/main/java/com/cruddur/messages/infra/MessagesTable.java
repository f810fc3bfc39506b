package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import com.cruddur.messages.table.MessagesTableSchema;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableAttributes;
import software.constructs.Construct;

/// The messages' table with its index, its stream of new images and its expiry, or one that is
/// there already, which is left as it is.
///
/// Not a `TableV2`: its replicas could not do with a stream of new images only.
final class MessagesTable extends Construct {
  private final String name;
  private final ITable table;

  MessagesTable(Construct scope, String id, Settings settings) {
    super(scope, id);
    this.name = settings.table().name();
    this.table =
        settings.table().existing() == null
            ? create(settings)
            : Table.fromTableAttributes(
                this,
                "Existing",
                TableAttributes.builder()
                    .tableName(name)
                    .tableStreamArn(settings.table().existing().streamArn())
                    .build());
  }

  /// As text, not as a reference: what invokes a function on a laptop reads it from the template.
  String name() {
    return name;
  }

  TableAccess access() {
    return new TableAccess(table.getTableArn());
  }

  String streamArn() {
    return table.getTableStreamArn();
  }

  private Table create(Settings settings) {
    var retain = settings.retainData();
    var capacity = settings.table().provisioned();
    var made =
        Table.Builder.create(this, "Table")
            .tableName(name)
            .partitionKey(text(MessagesTableSchema.PK))
            .sortKey(text(MessagesTableSchema.SK))
            .timeToLiveAttribute(MessagesTableSchema.EXPIRES_AT)
            .stream(StreamViewType.NEW_IMAGE)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .deletionProtection(retain)
            .removalPolicy(retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    var index =
        GlobalSecondaryIndexProps.builder()
            .indexName(MessagesTableSchema.MESSAGE_GROUP_INDEX)
            .partitionKey(text(MessagesTableSchema.MESSAGE_GROUP_UUID))
            .sortKey(text(MessagesTableSchema.SK))
            .projectionType(ProjectionType.ALL);
    if (capacity == null) {
      made.billingMode(BillingMode.PAY_PER_REQUEST);
    } else {
      made.billingMode(BillingMode.PROVISIONED)
          .readCapacity(capacity.readUnits())
          .writeCapacity(capacity.writeUnits());
      // An index that is written more slowly than its table slows the table down.
      index.readCapacity(capacity.readUnits()).writeCapacity(capacity.writeUnits());
    }
    var table = made.build();
    table.addGlobalSecondaryIndex(index.build());
    return table;
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
