import { expect, test } from 'vitest';
import { at, message } from '../testing/messages';
import { type Conversation, newestPage, withNewer, withOlder, withSent } from './conversation';

const known: Conversation = newestPage({
  items: [message(3), message(4)],
  links: { next: 'older', prev: 'newer' },
});
const numbers = (conversation: Conversation) => conversation.messages.map(({ uuid }) => uuid);

test('older messages come before, newer ones behind, and each side goes on from where it is', () => {
  const older = withOlder(known, { items: [message(1), message(2)], links: { prev: 'not this one' } });
  expect(numbers(older)).toEqual(['uuid-1', 'uuid-2', 'uuid-3', 'uuid-4']);
  expect(older).toMatchObject({ older: undefined, newer: 'newer' });
  const newer = withNewer(known, { items: [message(5)], links: { next: 'not this one', prev: 'newest' } });
  expect(numbers(newer)).toEqual(['uuid-3', 'uuid-4', 'uuid-5']);
  expect(newer).toMatchObject({ older: 'older', newer: 'newest' });
});

test('where nothing is newer, the same place is asked again', () => {
  expect(withNewer(known, { items: [], links: {} })).toEqual(known);
});

test('a message that comes twice is shown once', () => {
  const sent = withSent(known, message(6));
  const page = { items: [message(5), message(6)], links: { prev: 'newest' } };
  expect(numbers(withNewer(sent, page))).toEqual(['uuid-3', 'uuid-4', 'uuid-5', 'uuid-6']);
});

test("one's own message does not hide what another wrote before it", () => {
  const sent = withSent(known, message(9, { created_at: at(500) }));
  const page = { items: [message(5, { created_at: at(400) })], links: {} };
  expect(numbers(withNewer(sent, page))).toEqual(['uuid-3', 'uuid-4', 'uuid-5', 'uuid-9']);
});
