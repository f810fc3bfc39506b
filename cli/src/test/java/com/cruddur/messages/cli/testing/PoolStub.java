package com.cruddur.messages.cli.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

/// A user pool behind Cognito's `ListUsers`, which it checks as Cognito does, and refuses.
///
/// See
/// <https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html>
public final class PoolStub implements AutoCloseable {
  /// The pool.
  public static final String ID = "eu-central-1_Stub";

  /// The e-mail address of everybody.
  public static final String EMAIL = "private@example.com";

  private static final int MOST = 60;
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final List<Map<String, String>> users = new CopyOnWriteArrayList<>();
  private final Map<String, Place> tokens = new HashMap<>();
  private final List<Integer> pages = new CopyOnWriteArrayList<>();
  private final Set<String> given = new ConcurrentSkipListSet<>();
  private boolean omitsWhatIsNotSet;
  private boolean deniesEverybody;
  private Runnable beforeSecondPage = () -> {};

  // What a token stands for: it goes on with the request it was given for only.
  private record Place(int from, JsonNode request) {}

  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Refusal(String code, String message) {
      super(message);
      this.code = code;
    }
  }

  public PoolStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()));
    server.start();
  }

  /// Somebody with this handle; null for none.
  public PoolStub with(String sub, String handle, String status) {
    var attributes = new LinkedHashMap<String, String>();
    attributes.put("sub", sub);
    attributes.put("email", EMAIL);
    if (handle != null) {
      attributes.put("preferred_username", handle);
    }
    attributes.put("status", status);
    users.add(attributes);
    return this;
  }

  public PoolStub with(String sub, String handle) {
    return with(sub, handle, "CONFIRMED");
  }

  /// From now on who lacks an attribute is listed without it, instead of refusing the list.
  public PoolStub omittingWhatIsNotSet() {
    omitsWhatIsNotSet = true;
    return this;
  }

  public PoolStub denyingEverybody() {
    deniesEverybody = true;
    return this;
  }

  /// Done when the second page of a list is asked for, before it is answered.
  public void beforeSecondPage(Runnable action) {
    beforeSecondPage = action;
  }

  /// How many users each answered page had.
  public List<Integer> pages() {
    return List.copyOf(pages);
  }

  /// Which attributes were given away.
  public Set<String> given() {
    return Set.copyOf(given);
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// `cli` with this pool, and credentials for it.
  public Cli in(Cli cli) {
    return cli.with("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", endpoint())
        .with("AWS_COGNITO_USER_POOL_ID", ID)
        .with("AWS_ACCESS_KEY_ID", "key")
        .with("AWS_SECRET_ACCESS_KEY", "secret");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var status = 200;
      ObjectNode answer;
      try {
        answer = listUsers(exchange);
      } catch (Refusal refusal) {
        status = 400;
        answer = object().put("__type", refusal.code).put("message", refusal.getMessage());
        exchange.getResponseHeaders().add("x-amzn-errortype", refusal.code + ":");
      }
      var body = JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private ObjectNode listUsers(HttpExchange exchange) throws IOException, Refusal {
    var headers = exchange.getRequestHeaders();
    var request = JSON.readTree(exchange.getRequestBody());
    if (!"AWSCognitoIdentityProviderService.ListUsers".equals(headers.getFirst("x-amz-target"))) {
      throw new Refusal("InvalidAction", "only ListUsers is here");
    }
    var authorization = String.valueOf(headers.getFirst("authorization"));
    if (deniesEverybody
        || !authorization.contains("/eu-central-1/cognito-idp/aws4_request")
        || !authorization.contains("Credential=key/")) {
      throw new Refusal("NotAuthorizedException", "not with these credentials");
    }
    if (!request.path("UserPoolId").asText().equals(ID)) {
      throw new Refusal(
          "ResourceNotFoundException",
          "User pool %s does not exist.".formatted(request.path("UserPoolId").asText()));
    }
    return page(request);
  }

  private ObjectNode page(JsonNode request) throws Refusal {
    var limit = request.path("Limit").asInt(MOST);
    if (limit < 1 || limit > MOST) {
      throw new Refusal("InvalidParameterException", "limit is at most 60");
    }
    var from = from(request);
    var found = filtered(request.path("Filter").asText());
    var until = Math.min(from + limit, found.size());
    if (from > 0 && from == limit) {
      beforeSecondPage.run();
    }
    var answer = object();
    var array = answer.putArray("Users");
    for (var user : found.subList(from, until)) {
      array.add(user(user, request.path("AttributesToGet")));
    }
    // Also after a full page that happens to be the last one.
    if (until - from == limit && !request.has("Filter")) {
      var token = UUID.randomUUID().toString();
      tokens.put(token, new Place(until, withoutToken(request)));
      answer.put("PaginationToken", token);
    }
    pages.add(until - from);
    return answer;
  }

  private int from(JsonNode request) throws Refusal {
    if (!request.has("PaginationToken")) {
      return 0;
    }
    var place = tokens.get(request.get("PaginationToken").asText());
    if (place == null || !place.request().equals(withoutToken(request))) {
      throw new Refusal("InvalidParameterException", "Invalid pagination token given.");
    }
    return place.from();
  }

  private static JsonNode withoutToken(JsonNode request) {
    return request.<ObjectNode>deepCopy().without("PaginationToken");
  }

  private List<Map<String, String>> filtered(String filter) throws Refusal {
    if (filter.isEmpty()) {
      return List.copyOf(users);
    }
    if (!filter.matches("sub = \"[^\"]+\"")) {
      throw new Refusal("InvalidParameterException", "Error while parsing filter.");
    }
    var sub = filter.substring(filter.indexOf('"') + 1, filter.length() - 1);
    return users.stream().filter(user -> user.get("sub").equals(sub)).limit(1).toList();
  }

  private ObjectNode user(Map<String, String> user, JsonNode attributesToGet) throws Refusal {
    var wanted =
        attributesToGet.isMissingNode()
            ? List.of("sub", "email", "preferred_username")
            : StreamSupport.stream(attributesToGet.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    var attributes = new ArrayList<JsonNode>();
    for (var name : wanted) {
      if (user.containsKey(name)) {
        given.add(name);
        attributes.add(object().put("Name", name).put("Value", user.get(name)));
      } else if (!attributesToGet.isMissingNode() && !omitsWhatIsNotSet) {
        throw new Refusal(
            "InvalidParameterException", "One or more requested attributes do not exist.");
      }
    }
    var answer = object().put("Username", EMAIL).put("Enabled", true);
    answer.put("UserStatus", user.get("status")).put("UserCreateDate", 1.7e9);
    answer.putArray("Attributes").addAll(attributes);
    return answer;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
