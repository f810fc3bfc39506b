package com.cruddur.messages.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A role of IAM and all that it may do.
///
/// @param principals who may take it, such as `Service lambda.amazonaws.com`
/// @param managed names of policies that it has beside its own statements
record Role(
    String name, List<String> principals, List<String> managed, List<Statement> statements) {
  /// All roles of our functions, in the order of the templates.
  static List<Role> all(SynthesizedApp app) {
    var roles = new ArrayList<Role>();
    for (var stack : SynthesizedApp.WITH_FUNCTIONS) {
      ReadableTemplate.of(app, stack)
          .ofType("AWS::IAM::Role")
          .forEach((name, role) -> roles.add(of(name, role.get("Properties"))));
    }
    return roles;
  }

  /// The role of a function of ours.
  static Role of(SynthesizedApp app, DeployedFunction function) {
    var name = function.id() + "Role";
    return of(name, ReadableTemplate.of(app, function.stack()).properties(name));
  }

  private static Role of(String name, JsonNode properties) {
    var principals = new ArrayList<String>();
    for (var trust : properties.at("/AssumeRolePolicyDocument/Statement")) {
      if (!trust.get("Action").textValue().equals("sts:AssumeRole") || trust.has("Condition")) {
        throw new AssertionError("no reading of " + trust);
      }
      for (var principal : trust.get("Principal").properties()) {
        principals.add(principal.getKey() + " " + principal.getValue().textValue());
      }
    }
    var statements = new ArrayList<Statement>();
    for (var policy : properties.path("Policies")) {
      policy.at("/PolicyDocument/Statement").forEach(s -> statements.add(Statement.of(s)));
    }
    var managed =
        properties.path("ManagedPolicyArns").valueStream().map(JsonNode::textValue).toList();
    return new Role(name, principals, managed, statements);
  }

  /// For people to read.
  String text() {
    return "%s, of %s\n%s%s\n"
        .formatted(
            name,
            String.join(", ", principals),
            managed.stream().map(arn -> "  " + arn + "\n").collect(Collectors.joining()),
            statements.stream().map(Statement::text).collect(Collectors.joining()));
  }
}
