/// The product as it is deployed on AWS, one stage of it, reached as anybody reaches it.
///
/// A stage belongs to more people than this suite. So it signs up users of its own, who talk to nobody but each other, and at
/// the end removes them from the user pool and their rows from the table, by keys it knows; it scans nothing. What stays are
/// their three rows in `public.users`, which no deployed function can delete; their handles start with `it-`. The copies of them
/// in the table (`USR#`) go away by time to live.
package com.cruddur.messages.integration.aws;
