package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.FunctionSettings;
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
    var code = code(app, settings.functions());
    var page =
        Optional.ofNullable(settings.page()).map(wanted -> new PageStack(app, settings).site());
    var origins = origins(settings, page);
    var data = new DataStack(app, settings, code);
    var signIn = new SignInStack(app, settings, code, data, origins);
    var messaging = new MessagingStack(app, settings, code, data, signIn, origins);
    page.ifPresent(
        site ->
            new PageFilesStack(
                app, settings, pageFolder(app), site, signIn.issuer(), messaging.apiUrl()));
    Tags.of(app).add("project", "cruddur-messages");
    Tags.of(app).add("stage", settings.stage());
  }

  private static FunctionCode code(App app, FunctionSettings functions) {
    var context = app.getNode();
    return "true".equals(String.valueOf(context.tryGetContext("image")))
        ? ContainerImage.of(context.tryGetContext("imageFolder").toString(), functions)
        : Archive.of(context.tryGetContext("archive").toString(), functions);
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
