/// Functions as processes of their own, on the real runtime client and a Runtime API on loopback, with DynamoDB Local behind TLS,
/// because AWS's endpoint is behind TLS and a first handshake is a good part of a cold start. Each figure of ours stands beside
/// one of a Python function that does the same, from the same run. [ColdConnections] and [FirstRequest] ask what many of them do to
/// Postgres, and what a first request costs after a snapshot.
package com.cruddur.messages.bench.lambda;
