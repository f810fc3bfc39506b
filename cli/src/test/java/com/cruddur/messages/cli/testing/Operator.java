package com.cruddur.messages.cli.testing;

import com.cruddur.messages.testing.Product;
import java.nio.file.Path;

/// An operator of the stores that a test's [Product] lives in.
public final class Operator {
  private Operator() {}

  /// Commands on the product's table and users, as after the two lines that `bin/dev` prints.
  public static Cli of(Product product, Path folder) {
    return Cli.in(folder)
        .with("DYNAMODB_ENDPOINT", product.stores().dynamoDb().endpoint().toString())
        .with("DATABASE_URL", product.stores().databaseUrl())
        .with("TABLE_NAME", product.tableName());
  }
}
