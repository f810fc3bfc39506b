package com.cruddur.messages.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What growth can be told of without a clock.
class GrowthTest {
  @Test
  void aPageCostsTheSameInALongListAsInAShortOne() {
    var plan = new Growth.Plan(List.of(100, 1_000), List.of(10, 200), 0, 0);
    try (var own = OwnTable.create()) {
      var units = Growth.units(Growth.seed(own.client(), plan), own);
      assertThat(units).hasSize(8);
      var shortest = new HashMap<String, CapacityMeter.Units>();
      units.forEach(
          (each, consumed) -> {
            shortest.putIfAbsent(each.page(), consumed);
            assertThat(consumed).as(each.toString()).isEqualTo(shortest.get(each.page()));
          });
      assertThat(shortest).hasSize(4);
    }
  }
}
