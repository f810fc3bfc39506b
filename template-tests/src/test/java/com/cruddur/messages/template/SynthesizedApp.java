package com.cruddur.messages.template;

import com.cruddur.messages.infra.MessagingApp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awscdk.App;

/// What the CDK application leaves behind for the cdk command, and for `sam`: a folder with the
/// templates of the stacks.
///
/// @param context what it was made of
/// @param folder the cloud assembly
public record SynthesizedApp(AppContext context, Path folder) {
  public static final String PAGE = "Page";
  public static final String DATA = "Data";
  public static final String SIGN_IN = "SignIn";
  public static final String MESSAGING = "Messaging";
  public static final String PAGE_FILES = "PageFiles";

  /// In the order in which they are deployed.
  public static final List<String> STACKS = List.of(PAGE, DATA, SIGN_IN, MESSAGING, PAGE_FILES);

  /// Those with functions of ours; what uploads the page is the library's.
  static final List<String> WITH_FUNCTIONS = List.of(DATA, SIGN_IN, MESSAGING);

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

  /// The template of a stack, as CloudFormation gets it; an empty one of a stack that is not made.
  public JsonNode json(String stack) {
    var name = stack + ".template.json";
    return Files.exists(folder.resolve(name))
        ? file(name)
        : JSON.createObjectNode().set("Resources", JSON.createObjectNode());
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
