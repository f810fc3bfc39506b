/// `reconcile`: proves every inbox row against the newest message of its conversation, and mends what differs.
///
/// ```
/// TableScan      every row once, a segment a thread
///   SegmentWalk    gathers the rows of one partition after another
///     ├ MSG#         → QuickCheck  one query of the index; fine for a healthy pair
///     │                  └ otherwise → ConversationCheck  strongly consistent, twice, mends
///     └ GRP#         → InboxCheck  is there a message where the row says?
///                        └ otherwise → OrphanCheck  strongly consistent, twice, removes
/// ```
///
/// A suspicion comes from cheap reads of an earlier moment; a finding is what the table itself says, two times one after the
/// other, because on AWS a query that meets a transaction may see half of it. A change is made under the condition that the
/// rows are as they were read. So the service may run meanwhile, and so may a second `reconcile`.
///
/// What is kept in memory is a page of the scan and one partition's newest message, for each segment.
package com.cruddur.messages.cli.reconcile;
