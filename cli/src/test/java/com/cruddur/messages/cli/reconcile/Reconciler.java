package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.cli.reconcile.Finding.Outcome;
import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who reconciles, in this JVM, through the product's faults; an hour after what was sent.
final class Reconciler {
  private static final Duration SETTLE = Duration.ofSeconds(10);

  private final Product product;
  private final Path backup;
  private Duration later = Duration.ofHours(1);
  private Names names;

  Reconciler(Product product, Path folder) {
    this.product = product;
    this.backup = folder.resolve("backup.jsonl");
    this.names = new MessageReader(product.table())::sender;
  }

  /// What is said of an inbox and a conversation.
  record Said(Kind kind, String inbox, String group, Outcome outcome) {
    static Said found(Kind kind, Person inbox, UUID group) {
      return new Said(kind, inbox.uuid().toString(), group.toString(), Outcome.FOUND);
    }

    Said mended() {
      return new Said(kind, inbox, group, Outcome.MENDED);
    }

    Said left() {
      return new Said(kind, inbox, group, Outcome.LEFT);
    }
  }

  /// The same one as much later than what was sent.
  Reconciler after(Duration time) {
    later = time;
    return this;
  }

  /// The same one with the users' database.
  Reconciler withDatabase() {
    names = new DatabaseNames(product.stores().databaseUrl()).or(names);
    return this;
  }

  List<Said> find() {
    return said(findings(false));
  }

  List<Said> fix() {
    return said(findings(true));
  }

  List<Finding> findings(boolean fix) {
    var findings = Collections.synchronizedList(new ArrayList<Finding>());
    try (var kept = new Backup(backup)) {
      var mender =
          fix ? Optional.of(new Mender(product.table(), names, kept)) : Optional.<Mender>empty();
      new Reconciliation(
              product.table(),
              2,
              SETTLE,
              () -> product.now().plus(later),
              mender,
              kept,
              findings::add)
          .run(() -> false, rows -> {});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return findings;
  }

  Path backup() {
    return backup;
  }

  List<String> keptRows() {
    try {
      return Files.exists(backup) ? Files.readAllLines(backup) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Said> said(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                new Said(
                    finding.problem().kind(),
                    finding.problem().inbox(),
                    finding.problem().group(),
                    finding.outcome()))
        .toList();
  }
}
