import { skipToken, useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { ApiError } from '../api/ApiError';
import { ComposeForm } from '../sending/ComposeForm';
import { useOutgoing } from '../sending/useOutgoing';
import { OutgoingMessage } from '../sending/OutgoingMessage';
import { useKnownInbox } from '../inbox/useInbox';
import { ConversationHeader } from '../conversation/ConversationHeader';
import { Failure } from '../shell/Failure';
import { useMessenger } from '../shell/MessengerContext';
import { Placeholder } from '../shell/Placeholder';
import { openedKey, userKey } from '../shell/queryKeys';

/** The first message to somebody. Leads on to the conversation as soon as there is one. */
export function NewConversationPage() {
  const handle = useParams().handle!;
  return <NewConversation key={handle} handle={handle} />;
}

function NewConversation({ handle }: { handle: string }) {
  const { api, session } = useMessenger();
  const inbox = useKnownInbox();
  const user = useQuery({ queryKey: userKey(handle), queryFn: ({ signal }) => api.user(handle, signal) });
  const opened = useQuery<string>({ queryKey: openedKey(handle), queryFn: skipToken });
  const target = { handle };
  const outgoing = useOutgoing(target);
  const group = opened.data ?? inbox.data?.groups.find((one) => one.handle === handle)?.uuid;
  // What is still on its way here belongs to this page.
  if (group && outgoing.length === 0) {
    return <Navigate to={`/messages/${group}`} state={{ isWriting: opened.data !== undefined }} replace />;
  }

  if (user.error instanceof ApiError && user.error.has('user_not_found')) {
    return (
      <Placeholder title="Nobody found">
        <p role="alert">There is no user with the handle @{handle}. Check how it is written and try again.</p>
      </Placeholder>
    );
  }
  if (handle === session.handle) {
    return (
      <Placeholder title="That is you">
        <p role="alert">You cannot write to yourself. Find somebody else by handle.</p>
      </Placeholder>
    );
  }
  return (
    <section className="conversation" aria-labelledby="conversation-title">
      <ConversationHeader {...(user.data ? { name: user.data.display_name } : {})} handle={handle} />
      <div className="messages">
        {user.isPending && <p role="status">Looking for @{handle}…</p>}
        {user.isError && <Failure error={user.error} onRetry={() => void user.refetch()} />}
        {user.data && outgoing.length === 0 && (
          <p className="hint">This is the beginning of your conversation with {user.data.display_name}.</p>
        )}
        <ol>
          {outgoing.map((message) => (
            <OutgoingMessage key={message.key} message={message} />
          ))}
        </ol>
      </div>
      {user.data && <ComposeForm conversation={`@${handle}`} target={target} />}
    </section>
  );
}
