/** In the place of the whole page, when it cannot even learn its settings or has failed. */
export function CannotStart() {
  return (
    <main className="welcome">
      <h1>Cruddur Messages</h1>
      <p role="alert">Something went wrong, and this page cannot go on. Reload it to try again.</p>
      <button type="button" onClick={() => location.reload()}>
        Reload
      </button>
    </main>
  );
}
