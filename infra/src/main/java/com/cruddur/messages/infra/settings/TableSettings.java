package com.cruddur.messages.infra.settings;

import static com.cruddur.messages.infra.settings.Field.field;

/// The messages' table.
///
/// @param existing the table that is there already; null to make one
/// @param provisioned the capacity bought in advance; null to pay by request
public record TableSettings(String name, Existing existing, Provisioned provisioned) {
  public TableSettings {
    field("name").required(name, "the name of the table");
    field("name")
        .check(
            name.matches("[A-Za-z0-9_.-]{3,255}"),
            "is no name of a table; write 3 to 255 letters, digits, dots, hyphens or underscores");
    field("provisioned")
        .check(
            existing == null || provisioned == null,
            "is not ours to set on an existing table; leave it out");
    // The function would read one table's messages and write inboxes of another.
    field("existing.streamArn")
        .check(
            existing == null || existing.streamArn().contains(":table/" + name + "/stream/"),
            "is of another table than name; write the LatestStreamArn of " + name);
  }

  /// A table with this key schema, index and stream, left by an earlier service.
  ///
  /// @param streamArn the stream that is on now: `aws dynamodb describe-table` shows it as
  ///     LatestStreamArn
  public record Existing(String streamArn) {
    public Existing {
      var advice =
          "the table's LatestStreamArn, arn:aws:dynamodb:REGION:ACCOUNT:table/NAME/stream/…";
      field("streamArn").required(streamArn, advice);
      field("streamArn")
          .check(
              streamArn.matches("arn:[a-z-]+:dynamodb:[a-z0-9-]+:[0-9]{12}:table/[^/]+/stream/.+"),
              "is no ARN of a stream; write " + advice);
    }
  }

  /// @param readUnits of the table and of its index, each
  /// @param writeUnits of the table and of its index, each
  public record Provisioned(Integer readUnits, Integer writeUnits) {
    public Provisioned {
      atLeastOne("readUnits", readUnits);
      atLeastOne("writeUnits", writeUnits);
    }

    private static void atLeastOne(String name, Integer units) {
      field(name).required(units, "how many capacity units");
      field(name).check(units >= 1, "is too small; write 1 or more");
    }
  }
}
