package com.cruddur.messages.integration.localstack;

import com.cruddur.messages.integration.product.Backstage;
import com.cruddur.messages.integration.product.Rows;
import java.util.Map;

/// The table of a [Deployment] and its bucket for records that are given up.
record LocalStackBackstage(Clients clients, Deployment deployment) implements Backstage {
  @Override
  public void put(Map<String, String> row) {
    clients.dynamoDb().putItem(put -> put.tableName(deployment.table()).item(Rows.of(row)));
  }

  @Override
  public boolean hasGivenUp(String text) {
    var bucket = deployment.failureStore();
    return clients.s3().listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
        .map(object -> clients.s3().getObjectAsBytes(get -> get.bucket(bucket).key(object.key())))
        .anyMatch(document -> document.asUtf8String().contains(text));
  }
}
