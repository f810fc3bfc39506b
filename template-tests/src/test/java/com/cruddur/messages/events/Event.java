package com.cruddur.messages.events;

import com.cruddur.messages.handler.ApplySchemaHandler;
import com.cruddur.messages.handler.RegisterUserHandler;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.http.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A file of `events/`.
///
/// @param name of the file, without its ending
/// @param json what Lambda gives the function
public record Event(String name, JsonNode json) {
  /// The folder of them all.
  public static final Path FOLDER = Path.of("../events");

  private static final JsonMapper JSON = new JsonMapper();

  /// All of them, by name.
  public static List<Event> all() {
    return names(FOLDER).stream().map(Event::named).toList();
  }

  /// Those of one function.
  public static List<Event> of(Class<?> handler) {
    return all().stream().filter(event -> event.handler().equals(handler)).toList();
  }

  /// The one in `events/NAME.json`.
  public static Event named(String name) {
    return new Event(name, read(FOLDER.resolve(name + ".json")));
  }

  /// The class of the function it is for.
  public Class<?> handler() {
    if (json.has("routeKey")) {
      var key = json.get("routeKey").textValue();
      return Arrays.stream(Route.values())
          .filter(route -> route.key().equals(key))
          .findAny()
          .orElseThrow(() -> new IllegalStateException(name + ": no route " + key))
          .handler();
    }
    if (json.has("Records")) {
      return UpdateMessageGroupsHandler.class;
    }
    return json.has("triggerSource") ? RegisterUserHandler.class : ApplySchemaHandler.class;
  }

  /// What its function answers, as `events/answers` has it.
  public ExpectedAnswer answer() {
    return new ExpectedAnswer(read(ExpectedAnswer.FOLDER.resolve(name + ".json")));
  }

  /// The names of the JSON files in `folder`, in their order.
  static List<String> names(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".json"))
          .map(file -> file.substring(0, file.length() - ".json".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
