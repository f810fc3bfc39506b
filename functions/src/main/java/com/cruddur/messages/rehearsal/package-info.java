/// What a function practises on before it serves anybody: requests as Lambda sends them, and a table and users that are
/// written down here. Nothing of it leaves the process.
///
/// A function practises before Lambda takes the snapshot its environments start from
/// (`com.cruddur.messages.handler.SnapStart`), and while the AOT cache of the container image is made.
/// See <https://docs.aws.amazon.com/lambda/latest/dg/snapstart-best-practices.html>
package com.cruddur.messages.rehearsal;
