package com.cruddur.messages.template;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/// The stage dev beside something that is there already, or with another switch thrown.
///
/// @param dev as it is in `infra/cdk.json`
/// @param changed the same with other settings
record Variant(SynthesizedApp dev, SynthesizedApp changed) {
  /// @param settings in place of those of the same names, as JSON
  static Variant of(Apps apps, String settings) {
    return new Variant(
        apps.dev(), apps.dev(stage -> stage.setAll((ObjectNode) Json.node(settings))));
  }

  /// The setting `network` of a stage in a VPC that is there.
  ///
  /// @param routeTables the ids of its route tables, as JSON
  static String existingNetwork(String routeTables) {
    return """
    {
      "existing": {
        "vpcId": "vpc-0123456789abcdef0",
        "availabilityZones": ["eu-west-3a", "eu-west-3b"],
        "subnetIds": ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
        "routeTableIds": %s
      }
    }
    """
        .formatted(routeTables);
  }

  ReadableTemplate template(String stack) {
    return ReadableTemplate.of(changed, stack);
  }

  /// The resources of dev that are not made.
  Set<String> missing() {
    return minus(dev, changed);
  }

  /// The resources that dev does not have.
  Set<String> added() {
    return minus(changed, dev);
  }

  private static Set<String> minus(SynthesizedApp one, SynthesizedApp other) {
    var names = new TreeSet<String>();
    for (var stack : SynthesizedApp.STACKS) {
      names.addAll(ReadableTemplate.of(one, stack).resources().keySet());
      names.removeAll(ReadableTemplate.of(other, stack).resources().keySet());
    }
    return names;
  }
}
