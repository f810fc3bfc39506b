package com.cruddur.messages.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.testing.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUserDirectoryTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void findsAUserByEitherName() {
    assertThat(product.database().byHandle(product.andrew.handle()))
        .contains(product.andrew.user());
    assertThat(product.database().byCognitoUserId(product.andrew.sub()))
        .contains(product.andrew.user());
    assertThat(product.database().byHandle(product.andrew.sub())).isEmpty();
  }

  @Test
  void keepsOneConnection() {
    for (var i = 0; i < 20; i++) {
      product.database().byHandle("nobody " + i);
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
    product.database().byHandle("somebody");
    terminateConnections();
    assertThat(product.database().byHandle(product.andrew.handle()))
        .contains(product.andrew.user());
  }

  @Test
  void aDatabaseThatIsNotThereIsUnavailableAndNothingIsSaidOfIt() {
    try (var nowhere =
        new PostgresUserDirectory("jdbc:postgresql://127.0.0.1:1/x?user=u&password=secret")) {
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
