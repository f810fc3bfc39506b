/// The map of the functions. One data path, short, the same in Lambda, on a laptop and in a test:
///
/// ```
/// HTTP event   → handler → use case → repository → DynamoDB → ApiResponse
/// stream batch → handler → use case → InboxRepository.moveGroups → batchItemFailures
/// ```
///
/// | pattern | route | handler | use case | repository method |
/// |---|---|---|---|---|
/// | A | `GET /api/messages/{message_group_uuid}` | `ListMessagesHandler` | `ListMessages` | `MessageRepository.page` |
/// | B | `GET /api/message_groups` | `ListMessageGroupsHandler` | `ListMessageGroups` | `InboxRepository.page` |
/// | C | `POST /api/messages` to a group | `CreateMessageHandler` | `CreateMessage` | `MessageRepository.append` |
/// | D | `POST /api/messages` to a handle | `CreateMessageHandler` | `CreateMessageGroup` | `ConversationRepository.open` |
/// | | `GET /api/users/@{handle}/short` | `ShowUserHandler` | | `UserDirectory.byHandle` |
/// | E | the table's stream | `UpdateMessageGroupsHandler` | `UpdateMessageGroups` | `InboxRepository.moveAll`, `moveGroups` |
/// | | Cognito's pre sign-up and post-confirmation triggers | `RegisterUserHandler` | `RegisterUser` | |
/// | | a deployment | `ApplySchemaHandler` | `ApplySchema` | |
///
/// A and C ask `ConversationRepository.isMember` first. A to D look their caller up through `CopyingUserDirectory`: in
/// memory, in a copy beside the messages, in Postgres. Events come in and answers go out through `EventSerializer`.
/// Before a snapshot all but `ApplySchema` practise on what the package `rehearsal` writes down.
package com.cruddur.messages;
