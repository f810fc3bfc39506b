import type { Session } from './Session';
import { useSignIn } from './useSignIn';

/** What somebody sees who is not signed in. */
export function Welcome({ session, problem }: { session: Session; problem?: string }) {
  const { signIn, isLeaving, failure } = useSignIn(session);
  const told = failure || problem;
  return (
    <main className="welcome">
      <h1>Cruddur Messages</h1>
      <p>Direct messages between you and the people you know on Cruddur.</p>
      {told && <p role="alert">{told}</p>}
      <button type="button" disabled={isLeaving} onClick={signIn}>
        Sign in
      </button>
    </main>
  );
}
