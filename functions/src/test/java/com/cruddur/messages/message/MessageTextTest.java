package com.cruddur.messages.message;

import static com.cruddur.messages.message.ErrorCode.MESSAGE_BLANK;
import static com.cruddur.messages.message.ErrorCode.MESSAGE_EXCEED_MAX_CHARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "\t\n\r", "\u00a0", "\u2007\u202f", "\u3000", " \u2028 ", "\u0085"})
  void whiteSpaceAloneIsBlank(String text) {
    assertThat(MessageText.refusal(text)).contains(MESSAGE_BLANK);
    assertThatThrownBy(() -> new MessageText(text)).isInstanceOf(RefusedException.class);
  }

  @Test
  void countsCodePointsAsPythonDoes() {
    assertThat(MessageText.refusal("🚀".repeat(1024))).isEmpty();
    assertThat(MessageText.refusal("🚀".repeat(1025))).contains(MESSAGE_EXCEED_MAX_CHARS);
    assertThat(MessageText.refusal("e\u0301".repeat(512))).isEmpty();
    assertThat(MessageText.refusal("e\u0301".repeat(513))).contains(MESSAGE_EXCEED_MAX_CHARS);
  }

  @Test
  void keepsTheTextAsTyped() {
    assertThat(new MessageText("  hi \n").value()).isEqualTo("  hi \n");
  }

  @Test
  void neverPrintsTheText() {
    assertThat(new MessageText("secret")).hasToString("MessageText[6 code points]");
  }
}
