import { useState } from 'react';
import type { Session } from './Session';

/** Leads to the sign-in, or says why not. */
export function useSignIn(session: Session) {
  const [isLeaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState('');
  const signIn = () => {
    setLeaving(true);
    setFailure('');
    session.signIn().catch(() => {
      setLeaving(false);
      setFailure('The sign-in cannot be reached. Check your network and try again.');
    });
  };
  return { signIn, isLeaving, failure };
}
