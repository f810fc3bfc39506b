package com.cruddur.messages.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// What a command says on standard output: lines for people, or JSON and nothing else.
///
/// Safe for use by several threads; a line is never torn.
public final class Output {
  private final PrintStream out = System.out;
  private final boolean isJson;
  private final boolean endsUnheard;
  private List<Column> columns = List.of();
  private boolean isTitled;

  /// @param endsUnheard whether there is nothing to be done for nobody
  Output(boolean isJson, boolean endsUnheard) {
    this.isJson = isJson;
    this.endsUnheard = endsUnheard;
  }

  /// An empty JSON object to fill.
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public boolean isJson() {
    return isJson;
  }

  /// Says what the entries of the list that follows are made of.
  public synchronized void columns(Column... titled) {
    columns = List.of(titled);
    isTitled = false;
  }

  /// An entry of the list.
  ///
  /// @param json one line of JSON
  /// @param cells a line of the table, one for each column; texts of users may be among them
  public synchronized void row(JsonNode json, Object... cells) {
    if (isJson) {
      line(json.toString());
      return;
    }
    // Not before: a list that cannot be read has no title.
    if (!isTitled) {
      line(aligned(columns.stream().map(Column::title).toArray()));
      isTitled = true;
    }
    line(aligned(cells));
  }

  /// The one document of a command that answers with no list; not for people.
  public synchronized void document(JsonNode json) {
    if (isJson) {
      line(json.toPrettyString());
    }
  }

  /// A sentence for people.
  public synchronized void text(String sentence) {
    if (!isJson) {
      line(Printable.of(sentence));
    }
  }

  /// A sentence for people that programs need not read: on standard error.
  public void note(String sentence) {
    System.err.println(Printable.of(sentence));
  }

  private String aligned(Object[] cells) {
    var line = new StringBuilder();
    var end = 0;
    for (var i = 0; i < cells.length; i++) {
      var cell = Printable.of(String.valueOf(cells[i]));
      line.append(" ".repeat(Math.max(i == 0 ? 0 : 2, end - line.length()))).append(cell);
      end += columns.get(i).width() + 2;
    }
    return line.toString().stripTrailing();
  }

  // Whoever reads may have had enough, as head does.
  private void line(String line) {
    out.println(line);
    if (out.checkError() && endsUnheard) {
      // It keeps the reason to itself.
      try (var again = new FileOutputStream(FileDescriptor.out)) {
        again.write('\n');
      } catch (IOException e) {
        throw new ClosedOutputException(e);
      }
    }
  }
}
