package com.cruddur.messages.template;

import com.cruddur.messages.infra.MessagingApp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awscdk.App;

/// What the CDK application leaves behind for the cdk command, and for `sam`: a folder with the
/// templates of the three stacks.
///
/// @param context what it was made of
/// @param folder the cloud assembly
public record SynthesizedApp(AppContext context, Path folder) {
  public static final String DATA = "Data";
  public static final String SIGN_IN = "SignIn";
  public static final String MESSAGING = "Messaging";

  /// In the order in which they are deployed.
  public static final List<String> STACKS = List.of(DATA, SIGN_IN, MESSAGING);

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Runs the application.
  ///
  /// @param inspection what is to look at the constructs while they are synthesized
  static SynthesizedApp of(AppContext context, Path folder, Consumer<App> inspection) {
    var app = App.Builder.create().context(context.asMap()).outdir(folder.toString()).build();
    MessagingApp.addStacks(app);
    inspection.accept(app);
    app.synth();
    return new SynthesizedApp(context, folder);
  }

  /// The template of a stack, as CloudFormation gets it.
  public JsonNode json(String stack) {
    return file(stack + ".template.json");
  }

  /// A JSON file of the folder.
  JsonNode file(String name) {
    try {
      return JSON.readTree(folder.resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
