import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** In the place of a conversation that cannot be shown: why, and the way back, which a phone shows nowhere else. */
export function Placeholder({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="placeholder">
      <title>{`${title} · Cruddur Messages`}</title>
      <h2>{title}</h2>
      {children}
      <Link to="/messages">Your conversations</Link>
    </section>
  );
}
