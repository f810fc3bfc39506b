import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useIsWriting } from '../sending/useIsWriting';

/**
 * Whom one talks to. Takes the focus when the conversation is opened, so that who hears the page knows where he is;
 * not from somebody who is writing.
 */
export function ConversationHeader({ name, handle }: { name?: string; handle?: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  const isWriting = useIsWriting();
  useEffect(() => {
    if (!isWriting) title.current?.focus({ preventScroll: true });
  }, [isWriting]);
  const shown = name ?? (handle ? `@${handle}` : 'Conversation');
  return (
    <header className="conversation-header">
      <title>{`${shown} · Cruddur Messages`}</title>
      <Link to="/messages" className="back" aria-label="Back to the conversations">
        ‹
      </Link>
      <h2 id="conversation-title" ref={title} tabIndex={-1}>
        {shown}
      </h2>
      {name && handle && <span className="conversation-handle">@{handle}</span>}
    </header>
  );
}
