package com.cruddur.messages.local;

import com.cruddur.messages.event.EventSerializer;
import com.cruddur.messages.local.gateway.Gateway;
import com.cruddur.messages.local.gateway.JwtAuthorizer;
import com.cruddur.messages.local.gateway.Throttle;
import com.cruddur.messages.local.page.Page;
import com.cruddur.messages.local.signin.Accounts;
import com.cruddur.messages.local.signin.SignIn;
import com.cruddur.messages.seed.ConversationSeed;
import com.cruddur.messages.table.CopyingUserDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Everything of one run, started and answering.
///
/// @param cleanedUp the killed runs whose leftovers this one has removed
record LocalEnvironment(URI uri, TableStore table, UserStore users, List<Long> cleanedUp) {
  /// Starts everything, what does not depend on each other at the same time.
  ///
  /// @param port 0 for any free one
  /// @param data a folder to keep the data in; empty for a fresh start in a temporary one
  /// @param page the folder that the page was built into
  /// @param closing takes over whatever was started, also when this fails
  /// @throws Refusal when it cannot start for a reason outside
  static LocalEnvironment start(int port, Optional<Path> data, Path page, Closing closing)
      throws IOException {
    var site = closing.add(Site.take(port));
    var kept = data.map(folder -> closing.add(KeptData.open(folder)));
    var cleanedUp = RunFolder.cleanUp();
    var run = closing.add(RunFolder.create(site.port()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var startingTable = threads.submit(() -> TableStore.start(run, kept, closing));
      var startingUsers = threads.submit(() -> UserStore.start(run, kept, closing));
      var accounts = new Accounts(() -> result(startingUsers).url());
      var startingSignIn = threads.submit(() -> new SignIn(site.uri(), accounts, site.cors()));
      var table = result(startingTable);
      var users = result(startingUsers);
      seed(table, users, kept);
      var failures = kept.isPresent() ? kept.get().failures() : run.path().resolve("failures");
      closing.add(table.startStreamFunction(failures, closing));
      open(
          site,
          result(startingSignIn),
          new Functions(
              table.table(),
              CopyingUserDirectory.beside(table.table(), users.users(), InstantSource.system())),
          page);
      return new LocalEnvironment(site.uri(), table, users, cleanedUp);
    }
  }

  private static void seed(TableStore table, UserStore users, Optional<KeptData> kept)
      throws IOException {
    if (kept.isPresent() && kept.get().isSeeded()) {
      return;
    }
    new ConversationSeed(table.table(), users.users(), InstantSource.system()).apply();
    if (kept.isPresent()) {
      kept.get().setSeeded();
    }
  }

  private static void open(Site site, SignIn signIn, Functions functions, Path page) {
    var authorizer =
        new JwtAuthorizer(signIn.issuer(), SignIn.CLIENT_ID, signIn.keys(), InstantSource.system());
    var gateway =
        new Gateway(
            functions.byRoute(),
            authorizer,
            site.cors(),
            Throttle.ofAnAccount(),
            new EventSerializer());
    site.server().createContext("/api/", gateway);
    site.server().createContext(SignIn.PATH + "/", signIn);
    site.server().createContext("/", page(page, signIn));
    site.server().start();
  }

  private static Page page(Path folder, SignIn signIn) {
    return Page.in(folder, signIn.issuer(), SignIn.CLIENT_ID)
        .orElseThrow(
            () -> new Refusal("the page is not built in " + folder + "; bin/dev builds it"));
  }

  private static <T> T result(Future<T> starting) {
    try {
      return starting.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
