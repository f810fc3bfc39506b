package com.cruddur.messages.template;

import com.cruddur.messages.handler.ApplySchemaHandler;
import com.cruddur.messages.handler.RegisterUserHandler;
import com.cruddur.messages.handler.UpdateMessageGroupsHandler;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.user.DatabaseRole;
import com.cruddur.messages.user.DatabaseUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The functions as they are to be deployed.
enum DeployedFunction {
  LIST_MESSAGES(
      SynthesizedApp.MESSAGING, Route.LIST_MESSAGES.handler(), 20, true, DatabaseRole.READER),
  LIST_MESSAGE_GROUPS(
      SynthesizedApp.MESSAGING, Route.LIST_MESSAGE_GROUPS.handler(), 20, true, DatabaseRole.READER),
  CREATE_MESSAGE(
      SynthesizedApp.MESSAGING, Route.CREATE_MESSAGE.handler(), 20, true, DatabaseRole.READER),
  SHOW_USER(SynthesizedApp.MESSAGING, Route.SHOW_USER.handler(), 20, false, DatabaseRole.READER),
  UPDATE_MESSAGE_GROUPS(
      SynthesizedApp.MESSAGING, UpdateMessageGroupsHandler.class, 60, true, Optional.empty()),
  REGISTER_USER(
      SynthesizedApp.SIGN_IN, RegisterUserHandler.class, 90, false, DatabaseRole.REGISTRAR),
  APPLY_SCHEMA(
      SynthesizedApp.DATA, ApplySchemaHandler.class, 180, false, Optional.of("cruddur_owner"));

  private final String stack;
  private final Class<?> handler;
  private final int timeout;
  private final boolean knowsTable;
  private final Optional<String> databaseUser;

  DeployedFunction(
      String stack, Class<?> handler, int timeout, boolean knowsTable, DatabaseRole role) {
    this(stack, handler, timeout, knowsTable, Optional.of(role.role()));
  }

  DeployedFunction(
      String stack,
      Class<?> handler,
      int timeout,
      boolean knowsTable,
      Optional<String> databaseUser) {
    this.stack = stack;
    this.handler = handler;
    this.timeout = timeout;
    this.knowsTable = knowsTable;
    this.databaseUser = databaseUser;
  }

  String stack() {
    return stack;
  }

  Class<?> handler() {
    return handler;
  }

  /// In seconds.
  int timeout() {
    return timeout;
  }

  /// Its logical id, too.
  String id() {
    return handler.getSimpleName().replaceFirst("Handler$", "");
  }

  /// The Postgres user it signs in as; empty for a function that lies in no network.
  Optional<String> databaseUser() {
    return databaseUser;
  }

  /// The function of the deploy, which is called by its version; all others have an alias.
  boolean isCalledOnceADeploy() {
    return this == APPLY_SCHEMA;
  }

  /// Exactly the variables it is given.
  Map<String, String> environment() {
    var variables = new LinkedHashMap<String, String>();
    if (knowsTable) {
      variables.put("TABLE_NAME", "cruddur-messages");
      variables.put("DYNAMODB_ENDPOINT", "");
    }
    databaseUser()
        .map(
            user ->
                DatabaseUrl.iam(
                    "${UserDatabase/Aurora/Cluster.Endpoint.Address}",
                    5432,
                    "cruddur",
                    user,
                    DatabaseUrl.rdsCaFile("${AWS::Region}")))
        .ifPresent(url -> variables.put("DATABASE_URL", url));
    return variables;
  }
}
