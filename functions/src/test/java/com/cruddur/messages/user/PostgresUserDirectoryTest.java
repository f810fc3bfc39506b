package com.cruddur.messages.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.testing.Product;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUserDirectoryTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void findsAUserByEitherName() {
    assertThat(product.users().byHandle(product.andrew.handle())).contains(product.andrew.user());
    assertThat(product.users().byCognitoUserId(product.andrew.sub()))
        .contains(product.andrew.user());
    assertThat(product.users().byHandle(product.andrew.sub())).isEmpty();
  }

  @Test
  void keepsOneConnection() {
    for (var i = 0; i < 20; i++) {
      product.users().byHandle("nobody " + i);
    }
    assertThat(
            product
                .stores()
                .count(
                    "SELECT count(*) FROM pg_stat_activity"
                        + " WHERE application_name = 'cruddur-messages'"))
        .isEqualTo(1);
  }

  @Test
  void aLostConnectionIsReplaced() {
    product.users().byHandle("somebody");
    terminateConnections();
    assertThat(product.users().byHandle(product.andrew.handle())).contains(product.andrew.user());
  }

  @Test
  void remembersAFoundUserForABoundedTime() {
    product.users().byHandle(product.andrew.handle());
    product
        .stores()
        .execute(
            "UPDATE public.users SET display_name = 'Renamed' WHERE uuid = '%s'"
                .formatted(product.andrew.uuid()));
    product.at(product.now().plus(PostgresUserDirectory.REMEMBERED).minusMillis(1));
    assertThat(product.users().byHandle(product.andrew.handle()).orElseThrow().displayName())
        .isEqualTo("Andrew Brown");
    product.at(product.now().plusMillis(1));
    assertThat(product.users().byHandle(product.andrew.handle()).orElseThrow().displayName())
        .isEqualTo("Renamed");
  }

  @Test
  void neverRemembersThatSomebodyIsUnknown() {
    var uuid = UUID.randomUUID();
    assertThat(product.users().byHandle("new-" + uuid)).isEmpty();
    product
        .stores()
        .execute(
            ("INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id)"
                    + " VALUES ('%s', 'New', 'new-%s', 'x@example.com', 'sub-%s')")
                .formatted(uuid, uuid, uuid));
    assertThat(product.users().byHandle("new-" + uuid))
        .contains(new User(uuid, "new-" + uuid, "New"));
  }

  @Test
  void remembersOnlySoMany() {
    var first = product.users().byHandle(product.andrew.handle());
    assertThat(first).isPresent();
    product
        .stores()
        .execute(
            "INSERT INTO public.users (display_name, handle, email, cognito_user_id)"
                + " SELECT 'Many', 'many-' || n, 'x@example.com', 'many-' || n"
                + " FROM generate_series(1, 1000) n");
    for (var n = 1; n <= 1000; n++) {
      assertThat(product.users().byHandle("many-" + n)).isPresent();
    }
    product
        .stores()
        .execute(
            "UPDATE public.users SET display_name = 'Renamed' WHERE uuid = '%s'"
                .formatted(product.andrew.uuid()));
    assertThat(product.users().byHandle(product.andrew.handle()).orElseThrow().displayName())
        .isEqualTo("Renamed");
  }

  @Test
  void aDatabaseThatIsNotThereIsUnavailableAndNothingIsSaidOfIt() {
    try (var nowhere =
        new PostgresUserDirectory(
            "jdbc:postgresql://127.0.0.1:1/x?user=u&password=secret", product::now)) {
      assertThatThrownBy(() -> nowhere.byHandle("andrewbrown"))
          .isInstanceOf(UserDirectoryUnavailableException.class)
          .hasMessageNotContainingAny("secret", "andrewbrown");
    }
  }

  private void terminateConnections() {
    product
        .stores()
        .execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'cruddur-messages'");
  }
}
