package com.cruddur.messages.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import java.util.Random;

/// What stands in the `Authorization` header, which anybody may write: damaged tokens, tokens that
/// nobody signed, and signed ones with claims that nobody expects.
final class HostileToken {
  private static final List<String> HEADER_FIELDS =
      List.of(
          "\"alg\":\"none\"",
          "\"alg\":null",
          "\"alg\":1",
          "\"alg\":\"\"",
          "\"alg\":\"HS256\"",
          "\"alg\":\"RSA-OAEP\",\"enc\":\"A128GCM\"",
          "\"kid\":null",
          "\"kid\":[]",
          "\"kid\":\"other\"",
          "\"crit\":[\"x\"],\"x\":1",
          "\"crit\":1",
          "\"b64\":false,\"crit\":[\"b64\"]",
          "\"jwk\":{\"kty\":\"RSA\"}",
          "\"jku\":\"%\"",
          "\"x5c\":[\"AAAA\"]",
          "\"typ\":{}");
  private static final List<String> CLAIMS =
      List.of(
          "\"iss\":1",
          "\"iss\":null",
          "\"aud\":1",
          "\"aud\":[null,1,{}]",
          "\"aud\":[]",
          "\"client_id\":{}",
          "\"exp\":\"x\"",
          "\"exp\":1e400",
          "\"exp\":-9223372036854775808",
          "\"exp\":99999999999999999999",
          "\"nbf\":[]",
          "\"iat\":9223372036854775807",
          "\"sub\":null",
          "\"sub\":{}",
          "\"sub\":\"\"",
          "\"sub\":\"\\u0000\"",
          "\"sub\":\"\\ud800\"",
          "\"name\":\"\\udfff\"",
          "\"\\ud800\":1",
          "\"name\":null",
          "\"cognito:groups\":[null,[{}],1.5]",
          "\"address\":{\"formatted\":[[]]}");

  private HostileToken() {}

  /// @param good a token that would be accepted
  static String any(Random random, String good) {
    var parts = good.split("\\.");
    var part = random.nextInt(parts.length);
    switch (random.nextInt(8)) {
      case 0 -> {
        return good.substring(0, random.nextInt(good.length()));
      }
      case 1 -> {
        return HostileText.any(random).replaceAll("[\\x00\\r\\n]", "");
      }
      case 2 -> {
        return good + (".".repeat(random.nextInt(4)) + parts[part]).repeat(random.nextInt(4));
      }
      case 3 -> {
        return signed(claims(random, parts[1]));
      }
      case 4 -> parts[0] = encoded(with(HEADER_FIELDS, random, decoded(parts[0])));
      case 5 -> parts[1] = encoded(claims(random, parts[1]));
      case 6 -> parts[part] = encoded(HostileBody.deep(random));
      default -> parts[part] = encoded(HostileText.sized(random));
    }
    return String.join(".", parts);
  }

  private static String claims(Random random, String good) {
    return with(CLAIMS, random, decoded(good));
  }

  // A field that stands twice is replaced, or not, as the library likes.
  private static String with(List<String> fields, Random random, String json) {
    var more = new StringBuilder(json.substring(0, json.length() - 1));
    do {
      more.append(',').append(HostileText.of(random, fields));
    } while (random.nextBoolean());
    return random.nextInt(10) == 0 ? more.toString() : more.append('}').toString();
  }

  private static String signed(String claims) {
    try {
      var key = Caller.trusted().key();
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var token = new JWSObject(header, new Payload(claims));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decoded(String part) {
    return new Base64URL(part).decodeToString();
  }

  private static String encoded(String text) {
    return Base64URL.encode(text).toString();
  }
}
