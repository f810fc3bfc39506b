/// The product on LocalStack: its table, its functions from the deployment's archive, and its stream, in a LocalStack that is
/// given or started.
///
/// The community edition has neither HTTP APIs nor Cognito. So the functions are called directly, with events as API Gateway
/// sends them, and users are signed up as Cognito does it, by the function behind its trigger. The users' database is a
/// Postgres on this machine, which the containers of the functions reach through a relay.
package com.cruddur.messages.integration.localstack;
