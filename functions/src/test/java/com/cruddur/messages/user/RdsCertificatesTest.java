package com.cruddur.messages.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The files that `sslrootcert` of a deployed function names.
class RdsCertificatesTest {
  private static final Path FOLDER = Path.of("src/main/lambda/rds-ca");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".pem")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileHoldsTheThreeRootsOfItsRegion(Path file) throws Exception {
    var region = file.getFileName().toString().replace(".pem", "");
    assertThat(DatabaseUrl.rdsCaFile(region)).endsWith("/rds-ca/" + file.getFileName());
    assertThat(certificates(file))
        .extracting(certificate -> commonName(certificate))
        .containsExactly(
            "Amazon RDS " + region + " Root CA ECC384 G1",
            "Amazon RDS " + region + " Root CA RSA2048 G1",
            "Amazon RDS " + region + " Root CA RSA4096 G1");
    for (var certificate : certificates(file)) {
      certificate.checkValidity();
      assertThat(certificate.getIssuerX500Principal())
          .isEqualTo(certificate.getSubjectX500Principal());
      certificate.verify(certificate.getPublicKey());
    }
  }

  private static String commonName(X509Certificate certificate) {
    return Stream.of(certificate.getSubjectX500Principal().getName().split(","))
        .filter(part -> part.startsWith("CN="))
        .map(part -> part.substring("CN=".length()))
        .findFirst()
        .orElseThrow();
  }

  private static Collection<X509Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    }
  }
}
