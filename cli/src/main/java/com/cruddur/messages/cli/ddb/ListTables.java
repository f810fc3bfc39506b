package com.cruddur.messages.cli.ddb;

import com.cruddur.messages.cli.Column;
import com.cruddur.messages.cli.DynamoDbOptions;
import com.cruddur.messages.cli.ExitCode;
import com.cruddur.messages.cli.Output;
import com.cruddur.messages.cli.OutputOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ddb list-tables`.
@Command(
    name = "list-tables",
    description = "Lists the tables there are.",
    footer = {"", "Example:", "  bin/cruddur ddb list-tables --output json"})
final class ListTables implements Callable<Integer> {
  @Mixin private DynamoDbOptions dynamoDb;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    var out = output.open();
    try (var backend = dynamoDb.connect()) {
      out.columns(new Column("table", 40));
      backend
          .client()
          .listTablesPaginator()
          .tableNames()
          .forEach(name -> out.row(Output.object().put("table", name), name));
    }
    return ExitCode.DONE;
  }
}
