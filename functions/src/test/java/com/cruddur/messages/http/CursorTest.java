package com.cruddur.messages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.message.Position;
import com.cruddur.messages.message.RefusedException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorTest {
  private final Cursor cursor = new Cursor("/api/message_groups", Optional.empty(), "sub");

  @Test
  void theLongestSortKeyThatDynamoDbTakesIsCarried() {
    var longest = Position.olderThan("x".repeat(1_024));
    assertThat(cursor.decode(cursor.encode(longest))).isEqualTo(longest);
  }

  @Test
  void aForgedCursorWithALongerKeyIsRefusedBeforeDynamoDbHasTo() {
    var tooLong = cursor.encode(Position.newerThan("x".repeat(1_025)));
    assertThatThrownBy(() -> cursor.decode(tooLong))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e).hasMessageContaining("CURSOR_INVALID"));
  }
}
