package com.cruddur.messages.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.handler.ApplySchemaHandler;
import com.cruddur.messages.testing.Product;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The schema and the roles, applied to a database of the test's own by a user who is no superuser,
/// as Amazon RDS gives one. Roles belong to the whole server.
class ApplySchemaTest {
  private static final String NOBODY_YET = "jdbc:postgresql://127.0.0.1:1/x?user=u";

  @RegisterExtension final Product product = new Product();

  private final String database = "schema_" + UUID.randomUUID().toString().replace('-', '_');
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  @BeforeEach
  void createDatabase() {
    product.stores().execute("CREATE ROLE master LOGIN CREATEROLE CREATEDB");
    product.stores().execute("CREATE DATABASE " + database + " OWNER master");
  }

  @AfterEach
  void dropDatabase() {
    product.stores().execute("DROP DATABASE " + database);
    for (var role : DatabaseRole.values()) {
      product.stores().execute("DROP ROLE IF EXISTS " + role.role());
    }
    product.stores().execute("DROP ROLE IF EXISTS rds_iam");
    product.stores().execute("DROP ROLE master");
  }

  @Test
  void theReaderLooksUsersUpAndNothingElse() throws Exception {
    apply();
    insert("master");
    var reader = DatabaseRole.READER.role();
    try (var users = new PostgresUserDirectory(url(reader))) {
      assertThat(users.byHandle("new")).isPresent();
      assertThat(users.byCognitoUserId("sub")).isPresent();
    }
    assertRefused(reader, "INSERT INTO public.users (handle) VALUES ('x')");
    assertRefused(reader, "UPDATE public.users SET handle = 'x'");
    assertRefused(reader, "DELETE FROM public.users");
    assertRefused(reader, "SELECT email FROM public.users");
    assertRefused(reader, "CREATE TABLE public.mine (x int)");
  }

  @Test
  void theRegistrarLooksUsersUpAndAddsNewOnes() throws Exception {
    apply();
    var registrar = DatabaseRole.REGISTRAR.role();
    new RegisterUser(new PostgresConnection(url(registrar)))
        .register(new SignUp("sub", "new", "New", "new@example.com"));
    try (var users = new PostgresUserDirectory(url(registrar))) {
      assertThat(users.byHandle("new")).isPresent();
    }
    assertRefused(registrar, "UPDATE public.users SET handle = 'x'");
    assertRefused(registrar, "DELETE FROM public.users");
    assertRefused(registrar, "SELECT email FROM public.users");
    assertRefused(registrar, "CREATE TABLE public.mine (x int)");
  }

  @ParameterizedTest
  @EnumSource
  void everyRoleIsMadeAndMaySignIn(DatabaseRole role) throws Exception {
    apply();
    try (var connection = DriverManager.getConnection(url(role.role()))) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @Test
  void whatARoleHadBeforeIsTakenFromIt() throws Exception {
    apply();
    execute("master", "GRANT DELETE, UPDATE ON public.users TO cruddur_messages_reader");
    apply();
    assertRefused(DatabaseRole.READER.role(), "DELETE FROM public.users");
    assertRefused(DatabaseRole.READER.role(), "UPDATE public.users SET handle = 'x'");
  }

  @ParameterizedTest
  @EnumSource
  void anIdleConnectionIsClosedSoThatTheDatabaseCanSleep(DatabaseRole role) throws Exception {
    apply();
    try (var connection = DriverManager.getConnection(url(role.role()));
        var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW idle_session_timeout")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("5min");
    }
  }

  @Test
  void applyingItAgainKeepsTheUsers() throws Exception {
    apply();
    insert("master");
    apply();
    try (var users = new PostgresUserDirectory(url(DatabaseRole.READER.role()))) {
      assertThat(users.byHandle("new")).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void onAmazonRdsTheRolesSignInWithTokens(DatabaseRole role) throws Exception {
    product.stores().execute("CREATE ROLE rds_iam; GRANT rds_iam TO master WITH ADMIN OPTION");
    apply();
    apply();
    assertThat(
            product
                .stores()
                .count("SELECT pg_has_role('%s', 'rds_iam', 'member')::int".formatted(role.role())))
        .isOne();
  }

  @Test
  void aDatabaseThatSleepsIsWaitedFor() throws Exception {
    var awake = Instant.EPOCH.plusSeconds(20);
    product.stores().execute("ALTER ROLE master NOLOGIN");
    ApplySchema.Pause pause =
        duration -> {
          pass(duration);
          if (now.get().equals(awake)) {
            product.stores().execute("ALTER ROLE master LOGIN");
          }
        };
    new ApplySchema(new PostgresConnection(url("master")), now::get, pause).apply();
    assertThat(now.get()).isEqualTo(awake);
    insert("master");
  }

  @Test
  void aDatabaseThatNeverAnswersFailsTheDeployment() {
    var schema = new ApplySchema(new PostgresConnection(NOBODY_YET), now::get, this::pass);
    assertThatThrownBy(schema::apply)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("for 2 minutes")
        .hasMessageContaining("SQL state 08001");
    assertThat(Duration.between(Instant.EPOCH, now.get())).isEqualTo(ApplySchema.PATIENCE);
  }

  @Test
  void aUserWhoMayNotMakeRolesFailsTheDeployment() throws Exception {
    apply();
    var schema =
        new ApplySchema(
            new PostgresConnection(url(DatabaseRole.READER.role())), now::get, this::pass);
    assertThatThrownBy(schema::apply)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("schema.sql failed: ")
        .hasMessageContaining("permission denied");
  }

  @Test
  void thePayloadDoesNotMatter() throws Exception {
    var handler = new ApplySchemaHandler(schema());
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(InputStream.nullInputStream(), answer, Product.context());
    assertThat(answer.toString(StandardCharsets.UTF_8)).isEqualTo("null");
    insert("master");
  }

  private ApplySchema schema() {
    return new ApplySchema(new PostgresConnection(url("master")), now::get, this::pass);
  }

  private void apply() throws InterruptedException {
    schema().apply();
  }

  private void pass(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  private void insert(String user) throws SQLException {
    execute(
        user,
        "INSERT INTO public.users (cognito_user_id, handle, display_name, email)"
            + " VALUES ('sub', 'new', 'New', 'new@example.com')");
  }

  private void assertRefused(String user, String sql) {
    assertThatThrownBy(() -> execute(user, sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  private void execute(String user, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url(user));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String url(String user) {
    return product
        .stores()
        .databaseUrl()
        .replaceFirst("/postgres\\?", "/" + database + "?")
        .replaceFirst("user=postgres", "user=" + user);
  }
}
