import { useEffect, useRef } from 'react';
import type { Session } from './Session';
import { useSignIn } from './useSignIn';

/** Asks for a new sign-in, which leads back to the same place; what was written is kept. */
export function SessionEnded({ session }: { session: Session }) {
  const { signIn, isLeaving, failure } = useSignIn(session);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // Without a session there is nothing to go back to, so it stays open.
    <dialog ref={dialog} aria-labelledby="ended-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="ended-title">Your session has ended</h2>
      <p>Sign in again to go on where you are. What you have written is kept.</p>
      {failure && <p role="alert">{failure}</p>}
      <button type="button" disabled={isLeaving} onClick={signIn}>
        Sign in again
      </button>
    </dialog>
  );
}
