package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.InvalidSettingsException;
import com.cruddur.messages.infra.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Tags;

/// The CDK application. The stage is chosen with `-c stage=NAME`; what it is like stands in
/// `cdk.json`.
public final class MessagingApp {
  private MessagingApp() {}

  public static void main(String[] arguments) {
    try {
      var app = new App();
      addStacks(app);
      app.synth();
    } catch (InvalidSettingsException | MissingArchiveException | MissingPageException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /// Adds the stacks of the stage that the app's context names.
  ///
  /// @throws InvalidSettingsException when the context's settings cannot be used
  /// @throws MissingArchiveException when the functions have not been built
  /// @throws MissingPageException when the page has not been built
  public static void addStacks(App app) {
    var settings = Settings.of(app.getNode());
    var archive =
        Archive.of(app.getNode().tryGetContext("archive").toString(), settings.functions());
    var page =
        Optional.ofNullable(settings.page()).map(wanted -> new PageStack(app, settings).site());
    var origins = origins(settings, page);
    var data = new DataStack(app, settings, archive);
    var signIn = new SignInStack(app, settings, archive, data, origins);
    var messaging = new MessagingStack(app, settings, archive, data, signIn, origins);
    page.ifPresent(
        site ->
            new PageFilesStack(
                app, settings, pageFolder(app), site, signIn.issuer(), messaging.apiUrl()));
    Tags.of(app).add("project", "cruddur-messages");
    Tags.of(app).add("stage", settings.stage());
  }

  private static PageFolder pageFolder(App app) {
    return PageFolder.at(Path.of(app.getNode().tryGetContext("page").toString()));
  }

  // Of our page and of other front ends.
  private static List<String> origins(Settings settings, Optional<PageSite> page) {
    return Stream.concat(settings.api().origins().stream(), page.stream().map(PageSite::origin))
        .distinct()
        .toList();
  }
}
