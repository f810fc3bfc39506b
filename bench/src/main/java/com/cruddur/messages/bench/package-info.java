/// What the product costs and withstands, as programs that print figures.
///
/// | program | question |
/// |---|---|
/// | `InboxReadsDuringRewrites` | does a reader ever find a conversation missing or twice while pattern E moves it? |
/// | `KillsDuringRewrites` | does a killed function ever lose or double an inbox row? |
/// | `PostToInbox` | how long after sending do both inboxes show a message, and with Python? |
/// | `RequestsPerRewrite` | how many requests does one move of a conversation cost? |
/// | `CapacityPerMessage` | how many DynamoDB capacity units does each pattern cost, and other ways? |
/// | `MoveTimes` | how long does a move take, and other ways? |
/// | `Growth` | do patterns A and B grow with the conversation and the inbox? |
///
/// All run against a DynamoDB Local of their own. `bench/run-inbox-checks` runs those of the inboxes,
/// `bench/run-capacity` and `bench/run-growth` the others.
package com.cruddur.messages.bench;
