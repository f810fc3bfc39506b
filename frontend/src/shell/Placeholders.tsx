import { Link } from 'react-router';

/** The place of the conversation while none is open. */
export function NothingOpen() {
  return (
    <section className="placeholder">
      <title>Cruddur Messages</title>
      <h2>No conversation open</h2>
      <p>Pick a conversation, or write to somebody by handle.</p>
    </section>
  );
}

/** An address that leads nowhere. */
export function NothingHere() {
  return (
    <section className="placeholder">
      <title>Not found · Cruddur Messages</title>
      <h2>There is nothing here</h2>
      <p>
        Go to your <Link to="/messages">conversations</Link>.
      </p>
    </section>
  );
}
