package com.cruddur.messages.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What functions are deployed as, laid out as Lambda lays it out.
interface FunctionPackaging {
  /// Lays it out anew.
  void layOut() throws IOException, InterruptedException;

  /// What starts the function of a handler.
  List<String> command(String handler);

  /// Where it runs.
  Path folder();

  /// What its environment has beside what Lambda sets for every function.
  Map<String, String> environment();

  /// Whether a function starts from a snapshot where the template says so.
  boolean hasSnapshots();
}
