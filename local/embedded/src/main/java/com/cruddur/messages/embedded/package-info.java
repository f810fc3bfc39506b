/// The two stores the product needs, as child processes on this machine: [DynamoDbLocal] and
/// [EmbeddedPostgres].
///
/// Used by the local environment and by every module's tests. Both listen on a free loopback port,
/// put all their files under a folder the caller names, and end with the process that started them,
/// even when that is killed ([Guardian]).
package com.cruddur.messages.embedded;
