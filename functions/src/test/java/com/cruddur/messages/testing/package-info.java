/// What the functions' tests run on: a real DynamoDB Local and a real Postgres, both started once
/// for all tests of the module, a fresh table for every test, and faults between the SDK and the
/// server.
package com.cruddur.messages.testing;
