package com.cruddur.messages.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.cruddur.messages.http.Route;
import com.cruddur.messages.http.Route.Access;
import com.cruddur.messages.message.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `openapi.yaml` held against what the whole local product answers.
class OpenApiTest {
  private static final String GROUP = "5ae290ed-55d1-47a0-bc6d-fe2bc2700399";
  private static final String MESSAGES = "/api/messages";
  private static final String GROUPS = "/api/message_groups";
  private static final String DOCUMENT = document();

  private static final Closing CLOSING = new Closing();
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(DOCUMENT).build();

  private static LocalEnvironment product;
  private static String andrew;
  private static String loren;

  @BeforeAll
  static void start(@TempDir Path page) throws Exception {
    Files.writeString(page.resolve("index.html"), "<!doctype html>");
    product = LocalEnvironment.start(0, Optional.empty(), page, CLOSING);
    andrew = token("andrewbrown");
    loren = token("loren");
  }

  @AfterAll
  static void stop() {
    HTTP.close();
    CLOSING.close();
  }

  @Test
  void describesEveryRouteAndNoOther() {
    var described = new TreeSet<String>();
    var open = new TreeSet<String>();
    new OpenAPIV3Parser()
        .readContents(DOCUMENT)
        .getOpenAPI()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          described.add(method + " " + path);
                          if (operation.getSecurity() != null
                              && operation.getSecurity().isEmpty()) {
                            open.add(method + " " + path);
                          }
                        }));
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Route.values()).map(Route::key).toList());
    assertThat(open)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Route.values())
                .filter(route -> route.access() == Access.PUBLIC)
                .map(Route::key)
                .toList());
  }

  @Test
  void namesEveryErrorCodeAndNoOther() throws IOException {
    var named = new HashSet<String>();
    collectCodes(new com.fasterxml.jackson.dataformat.yaml.YAMLMapper().readTree(DOCUMENT), named);
    assertThat(named)
        .isEqualTo(new HashSet<>(Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList()));
  }

  @Test
  void holdsForPatternA() throws Exception {
    var page = ok(get(MESSAGES + "/" + GROUP, andrew));
    assertThat(page).hasSize(100);
    ok(get(MESSAGES + "/" + GROUP + "?limit=7&year=" + java.time.Year.now(), andrew));
    refused(404, get(MESSAGES + "/" + GROUP, loren), "message_group_not_found");
    refused(404, get(MESSAGES + "/" + UUID.randomUUID(), andrew), "message_group_not_found");
    refused(
        422,
        get(MESSAGES + "/x?limit=0&cursor=x&year=x", andrew),
        "message_group_uuid_invalid",
        "limit_invalid",
        "year_invalid",
        "cursor_invalid");
    unauthorized(get(MESSAGES + "/" + GROUP, null));
  }

  @Test
  void followsTheLinksThroughTheWholeConversation() throws Exception {
    var seen = new HashSet<String>();
    var next = Optional.of(MESSAGES + "/" + GROUP + "?limit=33");
    while (next.isPresent()) {
      var response = get(next.get(), andrew);
      ok(response).forEach(message -> seen.add(message.get("uuid").textValue()));
      next = link(response, "next");
    }
    assertThat(seen).hasSizeGreaterThanOrEqualTo(100);
  }

  @Test
  void holdsForPatternB() throws Exception {
    assertThat(ok(get(GROUPS, andrew))).isNotEmpty();
    refused(422, get(GROUPS + "?limit=101", andrew), "limit_invalid");
    unauthorized(get(GROUPS, "no token"));
    refused(404, get(GROUPS, tokenOfNobody()), "user_not_found");
  }

  @Test
  void holdsForPatternsCAndD() throws Exception {
    var opened = ok(post("{\"message\":\"hello\",\"handle\":\"loren\"}", andrew));
    assertThat(opened.size()).isOne();
    var group = opened.get("message_group_uuid").textValue();
    var sent =
        ok(post("{\"message\":\"hi\",\"message_group_uuid\":\"%s\"}".formatted(group), loren));
    assertThat(sent.get("message").textValue()).isEqualTo("hi");
    refused(
        404,
        post("{\"message\":\"hi\",\"message_group_uuid\":\"%s\"}".formatted(GROUP), loren),
        "message_group_not_found");
    refused(422, post("{}", andrew), "user_reciever_handle_blank", "message_blank");
    refused(
        422,
        post("{\"message\":\"x\",\"message_group_uuid\":\"\"}", andrew),
        "message_group_uuid_blank");
    refused(
        422,
        post(
            "{\"message\":\"%s\",\"message_group_uuid\":\"x\"}".formatted("x".repeat(1025)),
            andrew),
        "message_group_uuid_invalid",
        "message_exceed_max_chars");
    refused(422, post("{\"message\":\"x\",\"handle\":\"nobody\"}", andrew), "receiver_not_found");
    refused(422, post("{\"message\":\"x\",\"handle\":\"loren\"}", loren), "receiver_is_sender");
    refused(
        422, post("{\"message\":\"x\",\"handle\":\"loren\"}", tokenOfNobody()), "sender_not_found");
    refused(400, post("[1]", andrew), "body_invalid");
    unauthorized(post("{}", null));
  }

  @Test
  void holdsForTheShortProfile() throws Exception {
    assertThat(ok(get("/api/users/@loren/short", null)).get("display_name").textValue())
        .isEqualTo("Loren Ipsum");
    ok(get("/api/users/%40loren/short", null));
    refused(404, get("/api/users/@nobody/short", null), "user_not_found");
  }

  private static void collectCodes(JsonNode node, Set<String> codes) {
    if (node.path("type").asText().equals("array")) {
      node.path("items").path("enum").forEach(code -> codes.add(code.textValue()));
    }
    node.forEach(child -> collectCodes(child, codes));
  }

  private static JsonNode ok(HttpResponse<String> response) throws IOException {
    assertThat(response.statusCode()).isEqualTo(200);
    return described(response);
  }

  private static void refused(int status, HttpResponse<String> response, String... codes)
      throws IOException {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(described(response))
        .extracting(JsonNode::textValue)
        .containsExactlyInAnyOrder(codes);
  }

  private static void unauthorized(HttpResponse<String> response) throws IOException {
    assertThat(response.statusCode()).isEqualTo(401);
    described(response);
  }

  // Fails unless the document describes this answer to this request.
  private static JsonNode described(HttpResponse<String> response) throws IOException {
    var answer = SimpleResponse.Builder.status(response.statusCode()).withBody(response.body());
    response.headers().map().forEach(answer::withHeader);
    var report =
        VALIDATOR.validateResponse(
            response.uri().getPath(), Method.valueOf(response.request().method()), answer.build());
    assertThat(report.getMessages()).isEmpty();
    return JSON.readTree(response.body());
  }

  private static Optional<String> link(HttpResponse<String> response, String relation) {
    return Arrays.stream(response.headers().firstValue("link").orElse("").split(", "))
        .filter(link -> link.endsWith("rel=\"" + relation + "\""))
        .map(link -> link.substring(1, link.indexOf('>')))
        .findFirst();
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return send(HttpRequest.newBuilder(product.uri().resolve(path)), token);
  }

  private static HttpResponse<String> post(String body, String token) throws Exception {
    return send(
        HttpRequest.newBuilder(product.uri().resolve(MESSAGES))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String token)
      throws Exception {
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static String token(String handle) throws Exception {
    var form = new StringBuilder();
    Map.of(
            "grant_type", "password",
            "client_id", "cruddur-messages-local",
            "username", handle,
            "password", "any",
            "scope", "openid")
        .forEach(
            (name, value) ->
                form.append(form.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    var request =
        HttpRequest.newBuilder(URI.create(product.uri() + "/sign-in/token"))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString()))
            .build();
    var response = HTTP.send(request, BodyHandlers.ofString());
    return JSON.readTree(response.body()).get("access_token").textValue();
  }

  // Somebody who signed in and whose row has gone since.
  private static String tokenOfNobody() throws Exception {
    var handle = "gone-" + UUID.randomUUID();
    execute(
        "INSERT INTO public.users (display_name, handle, email, cognito_user_id)"
            + " VALUES ('Gone', '%s', 'gone@example.com', '%s')".formatted(handle, handle));
    var token = token(handle);
    execute("DELETE FROM public.users WHERE handle = '%s'".formatted(handle));
    return token;
  }

  private static void execute(String sql) throws Exception {
    try (var connection = java.sql.DriverManager.getConnection(product.users().url());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String document() {
    try {
      return Files.readString(Path.of("../../openapi.yaml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
