import { useEffect, useRef, useState } from 'react';
import type { Message } from '../api/Api';

/** Tells who hears the page what the others have just written, and nothing of what is loaded from before. */
export function Announcer({ messages, own }: { messages: readonly Message[]; own: string }) {
  const newest = messages.at(-1);
  const announced = useRef(newest?.created_at ?? '');
  const [text, setText] = useState('');
  useEffect(() => {
    const fresh = messages.filter((message) => message.created_at > announced.current && message.handle !== own);
    announced.current = newest?.created_at ?? '';
    if (fresh.length > 0) setText(fresh.map((message) => `${message.display_name}: ${message.message}`).join('\n'));
  }, [messages, newest, own]);
  return (
    <p className="visually-hidden" role="log">
      {text}
    </p>
  );
}
