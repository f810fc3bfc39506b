package com.cruddur.messages.cli.reconcile;

/// What can be wrong with a conversation in an inbox. One inbox and conversation make one finding,
/// of the first kind that applies.
public enum Kind {
  /// A member has no row of the conversation in the inbox.
  MISSING,

  /// A row of a conversation that has no message, or in the inbox of somebody who is no member.
  ORPHANED,

  /// More than one row of the conversation in the inbox.
  DOUBLED,

  /// The row shows another message than the newest, or stands at another place than its time.
  STALE,

  /// The row is right, but its sort key is not in the form this product writes.
  KEY_FORM,

  /// The row says of no conversation, or of no member, that it is theirs. It is never touched.
  UNREADABLE
}
