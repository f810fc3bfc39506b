import { expect, test } from 'vitest';
import { at, message } from '../testing/messages';
import { type Inbox, withFirstPage, withMessage, withOlderGroups } from './inbox';

const known: Inbox = { groups: [message(9), message(8), message(7)], older: 'older' };
const order = (inbox: Inbox) => inbox.groups.map(({ uuid }) => uuid);

test('the first page is the inbox, when nothing is known', () => {
  const page = { items: [message(2), message(1)], links: { next: 'older' } };
  expect(withFirstPage(undefined, page)).toEqual({ groups: page.items, older: 'older' });
});

test('a group that moved is at its new place only, and what was loaded stays', () => {
  const moved = message(7, { created_at: at(20), message: 'new' });
  const inbox = withFirstPage(known, { items: [moved, message(9)], links: { next: 'second' } });
  expect(order(inbox)).toEqual(['uuid-7', 'uuid-9', 'uuid-8']);
  expect(inbox.groups[0]!.message).toBe('new');
  expect(inbox.older).toBe('older');
});

test('a page that is behind does not move back what was just sent', () => {
  const sent = withMessage(known, 'uuid-7', 'mine', at(30));
  const inbox = withFirstPage(sent, { items: known.groups as never, links: { next: 'older' } });
  expect(order(inbox)).toEqual(['uuid-7', 'uuid-9', 'uuid-8']);
  expect(inbox.groups[0]!.message).toBe('mine');
});

test('where the new page does not meet what is known, the inbox starts anew', () => {
  const page = { items: [message(30), message(29)], links: { next: 'second' } };
  expect(withFirstPage(known, page)).toEqual({ groups: page.items, older: 'second' });
});

test('a first conversation appears in an empty inbox', () => {
  const inbox = withFirstPage({ groups: [], older: undefined }, { items: [message(1)], links: {} });
  expect(order(inbox)).toEqual(['uuid-1']);
});

test('older groups come behind, and the last page ends the list', () => {
  const inbox = withOlderGroups(known, { items: [message(6)], links: {} });
  expect(order(inbox)).toEqual(['uuid-9', 'uuid-8', 'uuid-7', 'uuid-6']);
  expect(inbox.older).toBeUndefined();
});

test('a message of a group that is not known changes nothing', () => {
  expect(withMessage(known, 'other', 'text', at(30))).toBe(known);
});
