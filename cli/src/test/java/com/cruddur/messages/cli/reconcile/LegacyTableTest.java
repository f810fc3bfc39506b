package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.cli.reconcile.Kind.KEY_FORM;
import static com.cruddur.messages.cli.reconcile.Kind.MISSING;
import static com.cruddur.messages.cli.reconcile.Kind.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.cli.reconcile.Finding.Outcome;
import com.cruddur.messages.cli.reconcile.Reconciler.Said;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.testing.Stores;
import com.cruddur.messages.testing.Table;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The table that the Python service filled: what is wrong in it, and nothing else, is found and
/// mended.
class LegacyTableTest {
  private static final String ANDREW = "11111111-1111-4111-8111-111111111111";
  private static final String BAYKO = "22222222-2222-4222-8222-222222222222";
  private static final String LOREN = "33333333-3333-4333-8333-333333333333";
  private static final String ESPERANZA = "55555555-5555-4555-8555-555555555555";
  private static final String INTO_NOTHING = "00000000-0000-4000-8000-000000000000";
  private static final String OVER_NEW_YEAR = "3668f6c5-95d3-449b-8f07-880d72186113";

  @RegisterExtension final Product product = new Product();
  @TempDir Path folder;

  private final List<Map<String, AttributeValue>> rows =
      Table.read(Stores.resource("/legacy-table.json"));

  @Test
  void findsWhatIsWrongAndMendsIt() {
    for (var row : rows) {
      var more = new HashMap<>(row);
      more.put("theme", AttributeValue.fromM(Map.of("colour", AttributeValue.fromS("red"))));
      product.rows().put(more);
    }
    product.at("2026-11-21T09:00:00Z");
    var messages = under("MSG#");
    var reconciler = new Reconciler(product, folder);
    var wrong =
        List.of(
            // The turn of the year hid the newest message from that service.
            said(STALE, BAYKO, OVER_NEW_YEAR),
            said(STALE, LOREN, OVER_NEW_YEAR),
            said(KEY_FORM, ANDREW, "2fb13762-a1e2-4122-a24c-9a494b5e3242"),
            said(KEY_FORM, LOREN, "2fb13762-a1e2-4122-a24c-9a494b5e3242"),
            said(KEY_FORM, BAYKO, "4ce880d4-2ae9-479b-9082-fcba2203881f"),
            said(KEY_FORM, LOREN, "4ce880d4-2ae9-479b-9082-fcba2203881f"),
            said(KEY_FORM, ANDREW, "787ccc37-e7ce-4109-939f-1104d2e822d4"),
            said(KEY_FORM, ESPERANZA, "787ccc37-e7ce-4109-939f-1104d2e822d4"));
    // Sent into a conversation that nobody is in: there is no knowing to whom.
    var unknown = said(MISSING, ANDREW, INTO_NOTHING);

    assertThat(reconciler.find()).containsExactlyInAnyOrderElementsOf(with(wrong, unknown));
    assertThat(reconciler.fix())
        .containsExactlyInAnyOrderElementsOf(
            with(wrong.stream().map(Said::mended).toList(), unknown.left()));
    assertThat(reconciler.find()).containsExactly(unknown);
    assertThat(under("MSG#")).isEqualTo(messages);
    assertThat(under("GRP#")).hasSize(14).allMatch(row -> row.containsKey("theme"));
    assertThat(reconciler.keptRows()).isEmpty();

    for (var member : List.of(ANDREW, BAYKO)) {
      product.rows().put("MBR#" + INTO_NOTHING, member);
    }
    product
        .stores()
        .execute(
            "INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id) VALUES"
                + " ('%s', 'Bayko', 'bayko', 'x@example.com', 's') ON CONFLICT (uuid) DO NOTHING"
                    .formatted(BAYKO));
    assertThat(reconciler.withDatabase().fix()).hasSize(2);
    assertThat(reconciler.find()).isEmpty();
  }

  private List<Map<String, AttributeValue>> under(String prefix) {
    return product.rows().all().stream()
        .filter(row -> row.get("pk").s().startsWith(prefix))
        .toList();
  }

  private static Said said(Kind kind, String inbox, String group) {
    return new Said(kind, inbox, group, Outcome.FOUND);
  }

  private static List<Said> with(List<Said> all, Said more) {
    return java.util.stream.Stream.concat(all.stream(), java.util.stream.Stream.of(more)).toList();
  }
}
