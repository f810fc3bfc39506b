/// The one DynamoDB table, `cruddur-messages`: its key schema, its rows, and who reads and writes them.
///
/// ```
/// pk                      sk                  attributes
/// MSG#{group}             created at          message, message_uuid, user_uuid, user_handle, user_display_name (sender)
/// GRP#{member}            last message at     message, message_group_uuid, user_uuid, user_handle, user_display_name (other),
///                                             last_message_at, revision, and whatever else
///   └ index message-group-sk-index:  message_group_uuid / sk
/// MBR#{group}             member              (membership)
/// PAIR#{user}#{user}      PAIR                conversation_uuid
/// IDM#{sender}            SHA-256 of the key  conversation_uuid, message_created_at, answer (of C or of D), expires_at
/// USR#{cognito user id}   USR                 user_uuid, user_handle, user_display_name, expires_at
/// ```
///
/// Three rules hold the rows together:
///
/// - The index is sparse on purpose: no row but a group row carries `message_group_uuid`.
/// - Nothing is overwritten: a row is put where there is none, and gives way to the next microsecond otherwise. A group row
///   that gave way says in `last_message_at` when its message was really sent.
/// - A group row is rewritten by the image the index gave, under the condition that the table still holds that image.
///   Whoever changes a group row in place, adding an attribute, must set `revision` to another value, for a condition
///   cannot ask whether an attribute has come that it does not know.
///
/// The enhanced client with static schemas reads and writes single rows and transactions. Queries are low-level requests
/// whose rows are mapped one by one, so that a row which cannot be read hides no other; and a rewrite carries rows as they
/// are, because their unknown attributes must survive.
package com.cruddur.messages.table;
