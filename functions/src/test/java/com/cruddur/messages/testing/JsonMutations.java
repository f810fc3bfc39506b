package com.cruddur.messages.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Takes things out of a JSON document, or puts others in their place: mostly of the kind that was
/// there, or nothing would get past the runtime's own deserializer.
///
/// @param kept the names that stay
/// @param objects what comes in place of an object, as JSON
/// @param texts what comes in place of anything else
/// @param anything what comes in place of either, now and then
public record JsonMutations(
    Random random,
    Set<String> kept,
    List<String> objects,
    List<String> texts,
    List<String> anything) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 3;
  private static final int SELDOM = 20;

  /// Changes `document` in one to three places.
  public void mutate(ObjectNode document) {
    var times = 1 + random.nextInt(MOST);
    for (var i = 0; i < times; i++) {
      var places = new ArrayList<ObjectNode>();
      collect(document, places);
      var place = places.get(random.nextInt(places.size()));
      var names = new ArrayList<String>();
      place.fieldNames().forEachRemaining(names::add);
      names.removeAll(kept);
      if (names.isEmpty()) {
        continue;
      }
      var name = names.get(random.nextInt(names.size()));
      if (random.nextInt(3) == 0) {
        place.remove(name);
      } else {
        place.set(name, value(place.get(name)));
      }
    }
  }

  private JsonNode value(JsonNode old) {
    var values = random.nextInt(SELDOM) == 0 ? anything : old.isObject() ? objects : texts;
    try {
      return JSON.readTree(values.get(random.nextInt(values.size())));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void collect(JsonNode node, List<ObjectNode> places) {
    if (node instanceof ObjectNode object) {
      places.add(object);
    }
    node.forEach(child -> collect(child, places));
  }
}
