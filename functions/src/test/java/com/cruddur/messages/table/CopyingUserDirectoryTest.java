package com.cruddur.messages.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cruddur.messages.testing.Person;
import com.cruddur.messages.testing.Product;
import com.cruddur.messages.user.PostgresUserDirectory;
import com.cruddur.messages.user.UserDirectory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;

class CopyingUserDirectoryTest {
  @RegisterExtension final Product product = new Product();

  @Test
  void aFunctionThatHasJustStartedKnowsACallerWithoutTheDatabase() {
    product.inbox(product.andrew);
    try (var nowhere = nowhere()) {
      assertThat(product.over(nowhere).inbox(product.andrew).status()).isEqualTo(200);
      assertThat(product.inbox(product.bayko).status()).isEqualTo(503);
    }
  }

  @Test
  void aCopySaysWhatTheDatabaseSays() {
    assertThat(newFunction().byCognitoUserId(product.andrew.sub())).contains(product.andrew.user());
    assertThat(newFunction().byCognitoUserId(product.andrew.sub())).contains(product.andrew.user());
  }

  @Test
  void aCopyCountsForABoundedTime() {
    newFunction().byCognitoUserId(product.andrew.sub());
    rename(product.andrew);
    var read = product.now();
    product.at(read.plus(CopyingUserDirectory.KEPT).minus(Duration.ofSeconds(1)));
    assertThat(displayName(newFunction())).isEqualTo("Andrew Brown");
    product.at(read.plus(CopyingUserDirectory.KEPT));
    assertThat(displayName(newFunction())).isEqualTo("Renamed");
    // And is kept anew.
    product.at(read.plus(CopyingUserDirectory.KEPT.multipliedBy(2)).minus(Duration.ofSeconds(1)));
    try (var nowhere = nowhere()) {
      product.over(nowhere);
      assertThat(displayName(product.users())).isEqualTo("Renamed");
    }
  }

  @Test
  void aCopyIsDeletedByTimeToLiveAndNeverInTheIndex() {
    newFunction().byCognitoUserId(product.andrew.sub());
    var copy = product.rows().under("USR#" + product.andrew.sub()).getFirst();
    assertThat(copy.get(MessagesTableSchema.EXPIRES_AT).n())
        .isEqualTo("" + product.now().plus(CopyingUserDirectory.KEPT).getEpochSecond());
    assertThat(copy)
        .containsOnlyKeys(
            "pk", "sk", "user_uuid", "user_handle", "user_display_name", "expires_at");
  }

  @Test
  void nobodyIsUnknownBecauseOfACopyAndNoCopyIsMadeOfNobody() {
    assertThat(newFunction().byCognitoUserId("sub-of-nobody")).isEmpty();
    assertThat(product.rows().all()).isEmpty();
  }

  @Test
  void whoIsMeantByAHandleIsNeverTakenFromACopy() {
    newFunction().byCognitoUserId(product.andrew.sub());
    rename(product.andrew);
    assertThat(newFunction().byHandle(product.andrew.handle()).orElseThrow().displayName())
        .isEqualTo("Renamed");
  }

  @Test
  void aCopyThatCannotBeKeptKeepsNobodyOut() {
    product.faults.inject(
        call ->
            call.operation().equals("PutItem")
                ? call.error("ResourceNotFoundException")
                : call.send());
    assertThat(product.inbox(product.andrew).status()).isEqualTo(200);
    product.faults.none();
    assertThat(product.rows().all()).isEmpty();
  }

  @Test
  void aFailureOfTheTableIsNotTakenForAMissingCopy() {
    product.faults.inject(call -> call.error("ResourceNotFoundException"));
    assertThatThrownBy(() -> newFunction().byCognitoUserId(product.andrew.sub()))
        .isInstanceOf(SdkException.class);
  }

  @Test
  void whoIsRememberedCostsNoRequest() {
    var users = newFunction();
    users.byCognitoUserId(product.andrew.sub());
    product.faults.none();
    users.byCognitoUserId(product.andrew.sub());
    assertThat(product.faults.operations()).isEmpty();
  }

  private UserDirectory newFunction() {
    return CopyingUserDirectory.beside(product.table(), product.database(), product::now);
  }

  private static PostgresUserDirectory nowhere() {
    return new PostgresUserDirectory("jdbc:postgresql://127.0.0.1:1/x?user=u");
  }

  private String displayName(UserDirectory users) {
    return users.byCognitoUserId(product.andrew.sub()).orElseThrow().displayName();
  }

  private void rename(Person person) {
    product
        .stores()
        .execute(
            "UPDATE public.users SET display_name = 'Renamed' WHERE uuid = '%s'"
                .formatted(person.uuid()));
  }
}
