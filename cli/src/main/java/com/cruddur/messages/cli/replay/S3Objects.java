package com.cruddur.messages.cli.replay;

import java.io.IOException;
import java.util.stream.Stream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Documents in S3. Region and credentials are found as the SDK does; `AWS_ENDPOINT_URL_S3` names
/// another S3.
final class S3Objects implements AutoCloseable {
  private S3Client client;

  /// The documents of a location, page by page.
  Stream<Document> documents(S3Location location) {
    if (!location.isPrefix()) {
      return Stream.of(document(location));
    }
    return client()
        .listObjectsV2Paginator(
            list -> list.bucket(location.bucket()).prefix(location.key()).build())
        .contents()
        .stream()
        .filter(S3Objects::isDocument)
        .map(object -> document(new S3Location(location.bucket(), object.key())));
  }

  // Consoles make empty objects for folders.
  private static boolean isDocument(S3Object object) {
    return !object.key().endsWith("/");
  }

  private Document document(S3Location location) {
    return new Document(location.toString(), () -> read(location));
  }

  private byte[] read(S3Location location) throws IOException {
    try (var object =
        client().getObject(get -> get.bucket(location.bucket()).key(location.key()))) {
      return object.readNBytes(Document.MAX_BYTES + 1);
    } catch (NoSuchKeyException e) {
      throw new IOException("there is no such object", e);
    }
  }

  // Only who names a location of S3 needs a region for it.
  private S3Client client() {
    if (client == null) {
      client = S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    }
    return client;
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }
}
