/// `export` and `import`: the table as files of DynamoDB JSON, one row a line, and back. Both can be stopped anywhere and go on
/// there: a checkpoint beside the file says what is done.
package com.cruddur.messages.cli.transfer;
