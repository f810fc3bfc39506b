package com.cruddur.messages.local;

import com.cruddur.messages.embedded.EmbeddedPostgres;
import com.cruddur.messages.seed.UserSeed;
import com.cruddur.messages.user.PostgresUserDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/// Postgres with the users in it.
///
/// @param url what `DATABASE_URL` takes
record UserStore(String url, PostgresUserDirectory users) {
  private static final String PROCESS = "postgres";
  private static final Path MODULE = Path.of("local", "embedded");

  static UserStore start(RunFolder run, Optional<KeptData> kept, Closing closing)
      throws IOException, SQLException {
    kept.ifPresent(data -> data.endFormer(PROCESS));
    var postgres =
        closing.add(
            kept.isPresent()
                ? EmbeddedPostgres.startKeeping(binaries(), kept.get().users())
                : EmbeddedPostgres.start(binaries(), run.path().resolve("postgres")));
    run.note(PROCESS, postgres.pid());
    if (kept.isPresent()) {
      kept.get().note(PROCESS, postgres.pid());
    }
    UserSeed.createTable(postgres.jdbcUrl());
    if (kept.isEmpty() || !kept.get().isSeeded()) {
      UserSeed.apply(postgres.jdbcUrl());
    }
    var users = new PostgresUserDirectory(postgres.jdbcUrl());
    return new UserStore(postgres.jdbcUrl(), closing.add(users));
  }

  // In the checkout, so that they are unpacked once for all runs.
  private static Path binaries() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(MODULE))) {
        return folder.resolve(MODULE).resolve("target/postgres");
      }
    }
    throw new Refusal(MODULE + " is not in this folder or above it: run this in the repository");
  }
}
