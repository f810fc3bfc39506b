import { useParams } from 'react-router';
import { ApiError, explain } from '../api/ApiError';
import { useKnownInbox } from '../inbox/useInbox';
import { ComposeForm } from '../sending/ComposeForm';
import { useOutgoing } from '../sending/useOutgoing';
import { Failure } from '../shell/Failure';
import { useMessenger } from '../shell/MessengerContext';
import { Placeholder } from '../shell/Placeholder';
import { ConversationHeader } from './ConversationHeader';
import { MessageList } from './MessageList';
import { useConversation } from './useConversation';

/** A conversation, opened at its newest message. */
export function ConversationPage() {
  const group = useParams().message_group_uuid!;
  return <OpenConversation key={group} group={group} />;
}

function OpenConversation({ group }: { group: string }) {
  const { session } = useMessenger();
  const { conversation, older } = useConversation(group);
  const inbox = useKnownInbox();
  const target = { group };
  const outgoing = useOutgoing(target);
  const { data, error } = conversation;
  const other =
    inbox.data?.groups.find((one) => one.uuid === group) ??
    data?.messages.find((message) => message.handle !== session.handle);

  if (!data && error instanceof ApiError && error.status !== 401 && !error.isTransient) {
    return (
      <Placeholder title="Conversation not found">
        <p role="alert">{explain(error)}</p>
      </Placeholder>
    );
  }
  return (
    <section className="conversation" aria-labelledby="conversation-title">
      <ConversationHeader {...(other ? { name: other.display_name, handle: other.handle } : {})} />
      {data ? (
        <MessageList
          conversation={data}
          outgoing={outgoing}
          own={session.handle}
          older={{
            load: () => data.older && !older.isPending && older.mutate(data.older),
            isLoading: older.isPending,
            error: older.error,
          }}
        />
      ) : (
        <div className="messages">
          {conversation.isError ? (
            <Failure error={error} onRetry={() => void conversation.refetch()} />
          ) : (
            <p role="status" className="hint">
              Loading messages…
            </p>
          )}
        </div>
      )}
      <ComposeForm conversation={group} target={target} />
    </section>
  );
}
