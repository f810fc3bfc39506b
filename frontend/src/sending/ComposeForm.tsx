import { type FormEvent, type KeyboardEvent, useState, useSyncExternalStore } from 'react';
import { sentence } from '../api/errorCodes';
import { useMessenger } from '../shell/MessengerContext';
import { countCodePoints, MAX_CODE_POINTS } from './codePoints';
import type { Target } from './Outbox';
import { useIsWriting } from './useIsWriting';

/** @param conversation under which name the draft is kept */
export function ComposeForm({ conversation, target }: { conversation: string; target: Target }) {
  const { drafts, outbox } = useMessenger();
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.get(conversation));
  const isWriting = useIsWriting();
  const [blank, setBlank] = useState(false);
  const tooMany = countCodePoints(text) - MAX_CODE_POINTS;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Not from the rendering: the second of two quick submits must not find it again.
    const current = drafts.get(conversation).toWellFormed();
    if (countCodePoints(current) > MAX_CODE_POINTS) return;
    if (current.trim() === '') {
      // Only an Enter on an empty field deserves a word, the end of a double click does not.
      setBlank(current !== '');
      return;
    }
    drafts.set(conversation, '');
    outbox.add(target, current);
  };
  const sendOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // An Enter that ends the composition of a character is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  const problem = tooMany > 0 ? `${tooMany.toLocaleString()} too many` : blank ? sentence('message_blank') : '';

  return (
    <form className="compose" onSubmit={submit}>
      <label htmlFor="compose-text" className="visually-hidden">
        Message
      </label>
      <textarea
        id="compose-text"
        rows={1}
        autoFocus={isWriting}
        value={text}
        placeholder="Write a message"
        enterKeyHint="send"
        aria-describedby="compose-count compose-problem"
        aria-invalid={tooMany > 0}
        onChange={(event) => {
          setBlank(false);
          drafts.set(conversation, event.target.value);
        }}
        onKeyDown={sendOnEnter}
      />
      <button disabled={tooMany > 0}>Send</button>
      <p className="compose-hint">
        <span id="compose-problem" role="alert">
          {problem}
        </span>
        <span className="compose-keys">Enter sends, Shift+Enter breaks the line</span>
        <span id="compose-count">
          {countCodePoints(text).toLocaleString()} / {MAX_CODE_POINTS.toLocaleString()}
        </span>
      </p>
    </form>
  );
}
