package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Synthesis.class)
class StageDifferenceTest {
  @Test
  void devAndProdDifferInWhatTheSettingsSayAndInNothingElse(Apps apps) {
    var differences = new TreeSet<String>();
    for (var stack : SynthesizedApp.STACKS) {
      compare(
          "",
          ReadableTemplate.of(apps.dev(), stack).asJson(),
          ReadableTemplate.of(apps.prod(), stack).asJson(),
          differences);
    }
    assertThat(String.join("\n", differences) + "\n")
        .isEqualTo(Expectation.text("stage-differences.txt"));
  }

  // `Property: value in dev -> value in prod`, each once, however many resources have it.
  private static void compare(String name, JsonNode dev, JsonNode prod, TreeSet<String> found) {
    if (dev.equals(prod)) {
      return;
    }
    if (dev.isObject() && prod.isObject()) {
      var names = new TreeSet<String>();
      dev.fieldNames().forEachRemaining(names::add);
      prod.fieldNames().forEachRemaining(names::add);
      var none = JsonNodeFactory.instance.missingNode();
      for (var field : names) {
        compare(
            field,
            dev.has(field) ? dev.get(field) : none,
            prod.has(field) ? prod.get(field) : none,
            found);
      }
    } else if (dev.isArray() && dev.size() == prod.size()) {
      for (var i = 0; i < dev.size(); i++) {
        compare(name, dev.get(i), prod.get(i), found);
      }
    } else {
      found.add("%s: %s -> %s".formatted(name, text(dev), text(prod)));
    }
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "none" : value.toString();
  }
}
