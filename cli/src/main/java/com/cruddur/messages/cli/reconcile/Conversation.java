package com.cruddur.messages.cli.reconcile;

import com.cruddur.messages.table.InboxRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A conversation at a moment.
///
/// @param members whose inboxes it should stand in
/// @param areMembersKnown false when they are only who sent something, and not two: anybody could
///     send into a conversation of the Python service, so none of them may be let into it for that
/// @param rows its rows by inbox, at least one each
record Conversation(
    UUID uuid,
    Set<String> members,
    boolean areMembersKnown,
    Map<String, List<InboxRow>> rows,
    Messages messages) {}
