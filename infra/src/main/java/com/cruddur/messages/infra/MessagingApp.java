package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.InvalidSettingsException;
import com.cruddur.messages.infra.settings.Settings;
import java.nio.file.Path;
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
    } catch (InvalidSettingsException | MissingArchiveException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /// Adds the stacks of the stage that the app's context names.
  ///
  /// @throws InvalidSettingsException when the context's settings cannot be used
  /// @throws MissingArchiveException when the functions have not been built
  public static void addStacks(App app) {
    var settings = Settings.of(app.getNode());
    var archive = Archive.at(Path.of(app.getNode().tryGetContext("archive").toString()));
    var data = new DataStack(app, settings, archive);
    var signIn = new SignInStack(app, settings, archive, data);
    new MessagingStack(app, settings, archive, data, signIn);
    Tags.of(app).add("project", "cruddur-messages");
    Tags.of(app).add("stage", settings.stage());
  }
}
