import { useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { InboxPane } from '../inbox/InboxPane';
import { ConnectionBanner } from './ConnectionBanner';
import { useMessenger } from './MessengerContext';

/** The frame of every page: who one is, the inbox, and what is open. On a phone only one of the last two shows. */
export function Layout() {
  const isInbox = useLocation().pathname.replace(/\/$/, '') === '/messages';
  return (
    <div className={`layout ${isInbox ? 'at-inbox' : 'at-conversation'}`}>
      <a className="skip" href="#main">
        Skip to the conversation
      </a>
      <header className="bar">
        <h1>
          <Link to="/messages">Cruddur Messages</Link>
        </h1>
        <SignedInAs />
      </header>
      <ConnectionBanner />
      <InboxPane />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function SignedInAs() {
  const { session, drafts, outbox } = useMessenger();
  const [failed, setFailed] = useState(false);
  const signOut = async () => {
    try {
      await session.signOut(() => {
        drafts.clear();
        outbox.clear();
      });
    } catch {
      setFailed(true);
    }
  };
  return (
    <p className="signed-in-as">
      {failed && <span role="alert">Signing out did not succeed. Try again. </span>}
      <span className="own-handle">@{session.handle}</span>
      <button type="button" className="quiet" onClick={() => void signOut()}>
        Sign out
      </button>
    </p>
  );
}
