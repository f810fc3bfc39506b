package com.cruddur.messages.template;

import com.cruddur.messages.integration.product.Checkout;
import com.cruddur.messages.integration.product.FolderTree;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the synthesized application. A stage is synthesized once for all tests of the JVM,
/// because the first synthesis takes seconds.
///
/// The CDK library serves one thread only: tests with this extension must not run in parallel.
public final class Synthesis implements ParameterResolver {
  /// The synthesized applications of this JVM.
  public static final class Apps {
    private static final Path FOLDER = Checkout.file("template-tests/target/cdk.out");

    private final Map<AppContext, SynthesizedApp> synthesized = new HashMap<>();

    // Without what an earlier run has left: a synthesis takes no file away.
    private Apps() {
      FolderTree.delete(FOLDER);
    }

    public SynthesizedApp dev() {
      return stage("dev");
    }

    public SynthesizedApp prod() {
      return stage("prod");
    }

    /// A stage as `infra/cdk.json` has it.
    public SynthesizedApp stage(String name) {
      return of(AppContext.of(name));
    }

    /// The stage dev with other settings.
    public SynthesizedApp dev(Consumer<ObjectNode> change) {
      return of(AppContext.of("dev").with(change));
    }

    /// The stage dev with the functions in a container image.
    public SynthesizedApp image() {
      return of(AppContext.of("dev").inAnImage());
    }

    private SynthesizedApp of(AppContext context) {
      return synthesized.computeIfAbsent(
          context, wanted -> SynthesizedApp.of(wanted, next(), app -> {}));
    }

    private Path next() {
      return FOLDER.resolve(Integer.toString(synthesized.size()));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Apps.class;
  }

  @Override
  public Apps resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Apps.class, type -> new Apps(), Apps.class);
  }
}
