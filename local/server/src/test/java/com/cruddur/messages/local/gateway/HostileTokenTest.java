package com.cruddur.messages.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.local.gateway.JwtAuthorizer.Verdict;
import com.cruddur.messages.testing.Stress;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever stands in the `Authorization` header, the authorizer says yes or no, and yes only to
/// what the issuer has signed. A failure names the seed, `-Dcruddur.seed=…` brings it back.
class HostileTokenTest {
  private final long seed = Long.getLong("cruddur.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void nothingIsThrownAndNothingUnsignedIsAllowed() throws Exception {
    var authorizer = Caller.trusted().authorizer();
    var verifier = new RSASSAVerifier(Caller.trusted().key());
    var good = Caller.trusted().sign(Tokens.claims());
    var times = Stress.times(2_000, 100_000);
    var allowed = 0;
    for (var i = 0; i < times; i++) {
      var token = HostileToken.any(random, good);
      try {
        if (authorizer.authorize("Bearer " + token) instanceof Verdict.Allowed) {
          assertThat(SignedJWT.parse(token).verify(verifier)).isTrue();
          allowed++;
        }
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed %d, token %d: %s".formatted(seed, i, token), e);
      }
    }
    System.out.printf("seed %d, %d tokens, %d allowed%n", seed, times, allowed);
    // Some that were signed have to pass, or nothing is said of those that do not.
    assertThat(allowed).isBetween(1, times / 4);
  }

  @Test
  void aHeaderThatIsNullIsDenied() {
    assertThat(Caller.trusted().authorizer().authorize("Bearer bnVsbA.bnVsbA.bnVsbA"))
        .isInstanceOf(Verdict.Denied.class);
  }
}
