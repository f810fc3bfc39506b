package com.cruddur.messages.template;

import com.cruddur.messages.events.Event;
import com.cruddur.messages.events.SeededStores;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.user.DatabaseUrl;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of giving every function of the template its events, in Lambda's own runtime client,
/// one process a function, one after the other.
///
/// @param answers by the event's name
/// @param said by the name of the handler
record FunctionRuns(Map<String, String> answers, Map<String, Said> said) {
  private static final Path LOGS = Path.of("target/runtime");

  /// What a function said while it answered.
  ///
  /// @param log the events of Lambda's log
  /// @param pastTheLog what came out otherwise: every line would be an event of the log
  record Said(List<String> log, String pastTheLog) {}

  static FunctionRuns of(FunctionPackaging packaging, SynthesizedApp app, SeededStores stores)
      throws IOException, InterruptedException {
    packaging.layOut();
    var runs = new FunctionRuns(new TreeMap<>(), new TreeMap<>());
    for (var function : TemplateFunctions.of(app).entrySet()) {
      runs.run(packaging, function.getKey(), function.getValue(), stores);
    }
    return runs;
  }

  private void run(FunctionPackaging packaging, String id, JsonNode function, SeededStores stores)
      throws IOException, InterruptedException {
    var handler = function.get("Handler").textValue();
    var declared = environment(function, stores);
    var logs = LOGS.resolve(packaging.getClass().getSimpleName()).resolve(id);
    try (var runtime = new RuntimeProcess(function, declared, packaging, logs)) {
      for (var event : Event.all()) {
        if (event.handler().getName().equals(handler)) {
          stores.restore();
          answers.put(event.name(), runtime.answer(event.json().toString()));
        }
      }
      said.put(handler, new Said(runtime.log(), runtime.output()));
    }
  }

  /// The template's variables; where they name a store, ours.
  static Map<String, String> environment(JsonNode function, SeededStores stores) {
    var environment = new HashMap<String, String>();
    for (var variable : function.at("/Environment/Variables").properties()) {
      environment.put(
          variable.getKey(),
          switch (variable.getKey()) {
            case DatabaseUrl.VARIABLE -> stores.databaseUrl();
            case DynamoDb.ENDPOINT_VARIABLE -> stores.endpoint().toString();
            default -> variable.getValue().textValue();
          });
    }
    return environment;
  }
}
