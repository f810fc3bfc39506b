import { useEffect, useRef } from 'react';
import { explain } from '../api/ApiError';
import type { Outgoing } from '../sending/Outbox';
import { OutgoingMessage } from '../sending/OutgoingMessage';
import { useNow } from '../time/useNow';
import { Announcer } from './Announcer';
import type { Conversation } from './conversation';
import { MessageItem } from './MessageItem';
import { useScrollPosition } from './useScrollPosition';

interface Older {
  load: () => void;
  isLoading: boolean;
  error: Error | null;
}

/** All messages known, oldest first; older ones are loaded when one scrolls up to them. */
export function MessageList(props: {
  conversation: Conversation;
  outgoing: readonly Outgoing[];
  /** One's own handle. */
  own: string;
  older: Older;
}) {
  const { conversation, outgoing, own, older } = props;
  const { messages } = conversation;
  const now = useNow();
  const { box, isBehind, toNewest } = useScrollPosition(messages.at(-1)?.uuid, outgoing.at(-1)?.key);
  const top = useSentinel(box, older, conversation.older);
  return (
    <div className="messages-frame">
      {/* In reach of the keyboard, which scrolls it. */}
      <div className="messages" ref={box} tabIndex={0} role="region" aria-label="Messages">
        {conversation.older ? (
          <div className="older" ref={top}>
            {older.error && <p role="alert">{explain(older.error)}</p>}
            <button type="button" className="quiet" disabled={older.isLoading} onClick={older.load}>
              {older.isLoading ? 'Loading…' : older.error ? 'Try again' : 'Older messages'}
            </button>
          </div>
        ) : (
          <p className="hint">This is where the conversation begins.</p>
        )}
        <ol>
          {messages.map((message, index) => (
            <MessageItem
              key={message.uuid}
              message={message}
              before={messages[index - 1]}
              isOwn={message.handle === own}
              now={now}
            />
          ))}
          {outgoing.map((message) => (
            <OutgoingMessage key={message.key} message={message} />
          ))}
        </ol>
      </div>
      {isBehind && (
        <button type="button" className="newest" onClick={toNewest}>
          New messages ↓
        </button>
      )}
      <Announcer messages={messages} own={own} />
    </div>
  );
}

// Loads when the top comes near; after a failure only when asked to.
function useSentinel(box: React.RefObject<HTMLElement | null>, older: Older, from: string | undefined) {
  const top = useRef<HTMLDivElement>(null);
  const load = useRef(older.load);
  useEffect(() => {
    load.current = older.load;
  });
  const failed = older.error !== null;
  useEffect(() => {
    if (!top.current || failed) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && load.current(), {
      root: box.current,
      rootMargin: '300px 0px 0px 0px',
    });
    observer.observe(top.current);
    return () => observer.disconnect();
  }, [box, from, failed]);
  return top;
}
