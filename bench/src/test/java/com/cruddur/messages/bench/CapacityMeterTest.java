package com.cruddur.messages.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Table;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// The rules by which AWS bills transactions, and the units that the page on prices is made from.
class CapacityMeterTest {
  @Test
  void everyItemOfATransactionIsWrittenTwice() {
    assertThat(units(put(Table.row("MSG#1", "1")))).isEqualTo(2);
    assertThat(units(delete("MBR#1"))).isEqualTo(2);
  }

  @Test
  void anIndexEntryIsWrittenOnceMore() {
    assertThat(units(put(Table.row("GRP#1", "1", "message_group_uuid", "1")))).isEqualTo(3);
    assertThat(units(delete("GRP#1"))).isEqualTo(3);
  }

  @Test
  void everyKilobyteBegunCounts() {
    assertThat(units(put(kilobyte(0)))).isEqualTo(2);
    assertThat(units(put(kilobyte(1)))).isEqualTo(4);
  }

  @Test
  void movingAPairCostsTwelve() {
    var row = Table.row("GRP#1", "2", "message_group_uuid", "1");
    assertThat(units(delete("GRP#1"), put(row), delete("GRP#2"), put(row))).isEqualTo(12);
  }

  // One kilobyte with the attributes' names, and so many letters more.
  private static Map<String, AttributeValue> kilobyte(int more) {
    var names = "pk".length() + "sk".length() + "message".length();
    return Table.row("1", "1", "message", "x".repeat(1_024 - names - 2 + more));
  }

  private static TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(put -> put.item(item)).build();
  }

  private static TransactWriteItem delete(String pk) {
    return TransactWriteItem.builder().delete(delete -> delete.key(Table.row(pk, "1"))).build();
  }

  private static int units(TransactWriteItem... actions) {
    return CapacityMeter.units(
        TransactWriteItemsRequest.builder().transactItems(Arrays.asList(actions)).build());
  }
}
