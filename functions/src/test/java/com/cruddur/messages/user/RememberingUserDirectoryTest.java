package com.cruddur.messages.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.testing.Product;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RememberingUserDirectoryTest {
  @RegisterExtension final Product product = new Product();

  private UserDirectory users;

  @BeforeEach
  void remember() {
    users = new RememberingUserDirectory(product.database(), product::now);
  }

  @Test
  void remembersAFoundUserForABoundedTime() {
    users.byHandle(product.andrew.handle());
    product
        .stores()
        .execute(
            "UPDATE public.users SET display_name = 'Renamed' WHERE uuid = '%s'"
                .formatted(product.andrew.uuid()));
    product.at(product.now().plus(RememberingUserDirectory.REMEMBERED).minusMillis(1));
    assertThat(users.byHandle(product.andrew.handle()).orElseThrow().displayName())
        .isEqualTo("Andrew Brown");
    product.at(product.now().plusMillis(1));
    assertThat(users.byHandle(product.andrew.handle()).orElseThrow().displayName())
        .isEqualTo("Renamed");
  }

  @Test
  void whoeverHasAnothersCognitoUserIdForAHandleIsNotHim() {
    var handle = product.andrew.sub();
    assertThat(users.byCognitoUserId(handle)).isPresent();
    assertThat(users.byHandle(handle)).isEmpty();
    assertThat(users.byHandle(product.andrew.handle())).isPresent();
    assertThat(users.byCognitoUserId(product.andrew.handle())).isEmpty();
  }

  @Test
  void neverRemembersThatSomebodyIsUnknown() {
    var uuid = UUID.randomUUID();
    assertThat(users.byHandle("new-" + uuid)).isEmpty();
    product
        .stores()
        .execute(
            ("INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id)"
                    + " VALUES ('%s', 'New', 'new-%s', 'x@example.com', 'sub-%s')")
                .formatted(uuid, uuid, uuid));
    assertThat(users.byHandle("new-" + uuid)).contains(new User(uuid, "new-" + uuid, "New"));
  }

  @Test
  void remembersOnlySoMany() {
    var first = users.byHandle(product.andrew.handle());
    assertThat(first).isPresent();
    product
        .stores()
        .execute(
            "INSERT INTO public.users (display_name, handle, email, cognito_user_id)"
                + " SELECT 'Many', 'many-' || n, 'x@example.com', 'many-' || n"
                + " FROM generate_series(1, 1000) n");
    for (var n = 1; n <= 1000; n++) {
      assertThat(users.byHandle("many-" + n)).isPresent();
    }
    product
        .stores()
        .execute(
            "UPDATE public.users SET display_name = 'Renamed' WHERE uuid = '%s'"
                .formatted(product.andrew.uuid()));
    assertThat(users.byHandle(product.andrew.handle()).orElseThrow().displayName())
        .isEqualTo("Renamed");
  }
}
