import { Placeholder } from './Placeholder';

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
    <Placeholder title="Not found">
      <p>There is nothing at this address.</p>
    </Placeholder>
  );
}
