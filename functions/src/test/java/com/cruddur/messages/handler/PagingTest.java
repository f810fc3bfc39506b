package com.cruddur.messages.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Answer;
import com.cruddur.messages.testing.Product;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The paging that patterns A and B share: limits, cursors, years.
class PagingTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void pagesLeadThroughTheWholeConversationAcrossYearsAndBack() {
    var group = conversationOfThreeYears();
    var wanted = IntStream.range(0, 30).mapToObj(i -> "message " + i).toList();

    var backwards = new ArrayList<String>();
    var pages = new ArrayList<Answer>();
    var query = Optional.of(Map.of("limit", "7"));
    while (query.isPresent()) {
      var page = product.list(product.andrew, group, query.get());
      backwards.addAll(0, page.all("message"));
      pages.add(page);
      query = page.link("next");
    }
    assertThat(backwards).isEqualTo(wanted);
    assertThat(pages).hasSize(5);

    var forwards = new ArrayList<>(pages.getLast().all("message"));
    var prev = pages.getLast().link("prev");
    for (var page = product.list(product.andrew, group, prev.orElseThrow());
        !page.all("message").isEmpty();
        page = product.list(product.andrew, group, page.link("prev").orElseThrow())) {
      forwards.addAll(page.all("message"));
    }
    assertThat(forwards).isEqualTo(wanted);
  }

  @Test
  void prevCatchesUpWithWhatCameLater() {
    var group = product.conversation(product.andrew, product.bayko, "one");
    var prev = product.list(product.andrew, group).link("prev").orElseThrow();
    var nothing = product.list(product.andrew, group, prev);
    assertThat(nothing.all("message")).isEmpty();
    assertThat(nothing.link("prev")).contains(prev);
    assertThat(nothing.link("next")).isEmpty();

    product.send(product.bayko, group, "two");
    product.send(product.bayko, group, "three");

    var news = product.list(product.andrew, group, nothing.link("prev").orElseThrow());
    assertThat(news.all("message")).containsExactly("two", "three");
    var before = product.list(product.andrew, group, news.link("next").orElseThrow());
    assertThat(before.all("message")).containsExactly("one");
  }

  @Test
  void nextIsAnnouncedOnlyWhereThereIsMore() {
    var group = product.conversation(product.andrew, product.bayko, "one");
    product.send(product.bayko, group, "two");
    assertThat(product.list(product.andrew, group, Map.of("limit", "2")).link("next")).isEmpty();
    assertThat(product.list(product.andrew, group, Map.of("limit", "1")).link("next")).isPresent();
  }

  @Test
  void aYearNarrowsTheListAndItsPages() {
    var group = conversationOfThreeYears();
    var first = product.list(product.andrew, group, Map.of("year", "2025", "limit", "6"));
    assertThat(first.all("message")).containsExactlyElementsOf(messages(14, 20));
    var next = product.list(product.andrew, group, first.link("next").orElseThrow());
    assertThat(next.all("message")).containsExactlyElementsOf(messages(10, 14));
    assertThat(next.link("next")).isEmpty();
    assertThat(product.list(product.andrew, group, Map.of("year", "2023")).all("message"))
        .isEmpty();
    assertThat(product.list(product.andrew, group).all("message")).hasSize(30);
  }

  @Test
  void thePageIsAHundredLongUnlessAskedOtherwise() {
    var group = product.conversation(product.andrew, product.bayko, "first");
    for (var i = 0; i < 101; i++) {
      product
          .rows()
          .pythonMessage(group, product.andrew, "2026-06-01T00:00:00.%06d".formatted(i), "x");
    }
    assertThat(product.list(product.andrew, group).all("uuid")).hasSize(100);
    assertThat(product.list(product.andrew, group, Map.of("limit", "100")).all("uuid"))
        .hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "1000000000000", "ten", "", "1.5", "1,2", "٣", "+5"})
  void aLimitThatIsNoneIsRefused(String limit) {
    var answer = product.list(product.andrew, UUID.randomUUID(), Map.of("limit", limit));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.codes()).containsExactly("limit_invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "23", "20233", "next", "２０２３"})
  void aYearThatIsNoneIsRefused(String year) {
    var answer = product.list(product.andrew, UUID.randomUUID(), Map.of("year", year));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.codes()).containsExactly("year_invalid");
  }

  @Test
  void aCursorIsGoodForItsListAndItsCallerOnly() {
    var group = product.conversation(product.andrew, product.bayko, "one");
    product.send(product.andrew, group, "two");
    var other = product.conversation(product.andrew, product.loren, "other");
    var next = product.list(product.andrew, group, Map.of("limit", "1")).link("next").orElseThrow();

    assertThat(product.list(product.andrew, group, next).all("message")).containsExactly("one");
    refusesCursor(product.list(product.bayko, group, next));
    refusesCursor(product.list(product.andrew, other, next));
    refusesCursor(product.inbox(product.andrew, next));
    refusesCursor(
        product.list(product.andrew, group, Map.of("cursor", next.get("cursor"), "year", "2026")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%%%", "AAAAAAAAAAAAAAAAAAAA", "bjIwMjY"})
  void aCursorThatIsNoneIsRefused(String cursor) {
    refusesCursor(product.list(product.andrew, UUID.randomUUID(), Map.of("cursor", cursor)));
    refusesCursor(
        product.list(product.andrew, UUID.randomUUID(), Map.of("cursor", cursor.repeat(9_999))));
  }

  @Test
  void aCursorWithOneCharacterChangedIsRefused() {
    var group = product.conversation(product.andrew, product.bayko, "one");
    var cursor = product.list(product.andrew, group).link("prev").orElseThrow().get("cursor");
    for (var i = 0; i < cursor.length(); i++) {
      var changed =
          cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
      refusesCursor(product.list(product.andrew, group, Map.of("cursor", changed)));
    }
  }

  // The digest has no key, so anybody can make one that fits.
  @ParameterizedTest
  @ValueSource(strings = {"", "2025-12-31T00:00:00", "~", "2026"})
  void aForgedCursorIsNoFault(String key) throws Exception {
    var group = product.conversation(product.andrew, product.bayko, "one");
    for (var direction : List.of("o", "n")) {
      var scope = "/api/messages/" + group + "\n2026\n" + product.andrew.sub() + "\n";
      var content = (direction + key).getBytes(StandardCharsets.UTF_8);
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(scope.getBytes(StandardCharsets.UTF_8));
      var bytes = new ByteArrayOutputStream();
      bytes.write(sha.digest(content), 0, 12);
      bytes.write(content);
      var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
      var answer = product.list(product.andrew, group, Map.of("year", "2026", "cursor", cursor));
      assertThat(answer.status()).isEqualTo(key.equals("2026") ? 200 : 422);
    }
  }

  private static void refusesCursor(Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.codes()).containsExactly("cursor_invalid");
  }

  private static List<String> messages(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "message " + i).toList();
  }

  // Ten messages in each of the years 2024, 2025 and 2026.
  private UUID conversationOfThreeYears() {
    product.at("2024-01-01T00:00:00Z");
    var group = product.conversation(product.andrew, product.bayko, "message 0");
    for (var i = 1; i < 30; i++) {
      product.at("%d-%02d-01T00:00:00Z".formatted(2024 + i / 10, 1 + i % 10));
      product.send(i % 2 == 0 ? product.andrew : product.bayko, group, "message " + i);
    }
    return group;
  }
}
