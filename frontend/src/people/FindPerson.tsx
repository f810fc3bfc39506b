import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';

/** Takes a handle, with or without its @, and leads to the page on which one writes to it. */
export function FindPerson() {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const find = (event: FormEvent) => {
    event.preventDefault();
    const handle = text.trim().replace(/^@/, '');
    if (handle === '') return;
    setText('');
    void navigate(`/messages/new/${encodeURIComponent(handle)}`);
  };
  return (
    <form className="find" role="search" onSubmit={find}>
      <label htmlFor="find-handle">Write to somebody</label>
      <div className="find-line">
        <input
          id="find-handle"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="@handle"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <button>Find</button>
      </div>
    </form>
  );
}
