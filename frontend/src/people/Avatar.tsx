/** A person's initials; says nothing to those who hear the page, the name stands beside it. */
export function Avatar({ name }: { name: string }) {
  const initials = name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0]!.toUpperCase());
  return (
    <span className="avatar" aria-hidden="true">
      {initials[0] ?? '?'}
      {initials.length > 1 && initials.at(-1)}
    </span>
  );
}
