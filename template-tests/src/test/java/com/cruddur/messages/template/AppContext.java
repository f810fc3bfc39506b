package com.cruddur.messages.template;

import com.cruddur.messages.integration.product.Checkout;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The context that the cdk command gives the application: that of `infra/cdk.json`, which an `App`
/// of its own does not read.
///
/// @param values to be given to `App`
record AppContext(ObjectNode values) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// As `cdk synth -c stage=STAGE` in the folder `infra`.
  static AppContext of(String stage) {
    var folder = Checkout.file("infra");
    try {
      var values = (ObjectNode) JSON.readTree(folder.resolve("cdk.json").toFile()).get("context");
      values.put("stage", stage);
      for (var built : List.of("archive", "imageFolder", "page")) {
        values.put(built, folder.resolve(values.get(built).textValue()).normalize().toString());
      }
      return new AppContext(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same with other settings of its stage.
  AppContext with(Consumer<ObjectNode> change) {
    var changed = values.deepCopy();
    change.accept((ObjectNode) changed.get("stages").get(stage()));
    return new AppContext(changed);
  }

  /// The same with the functions in a container image.
  AppContext inAnImage() {
    var changed = values.deepCopy();
    changed.put("image", "true");
    return new AppContext(changed);
  }

  String stage() {
    return values.get("stage").textValue();
  }

  /// The settings of its stage.
  JsonNode settings() {
    return values.get("stages").get(stage());
  }

  Map<String, Object> asMap() {
    return JSON.convertValue(values, new TypeReference<>() {});
  }
}
