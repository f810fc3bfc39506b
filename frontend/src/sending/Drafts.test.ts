import { expect, test } from 'vitest';
import { MemoryStorage } from '../testing/MemoryStorage';
import { Drafts } from './Drafts';

test('there is a draft for each conversation and each user', () => {
  const storage = new MemoryStorage();
  const drafts = new Drafts(storage, 'andrew');
  drafts.set('one', 'first');
  drafts.set('two', 'second');
  expect(new Drafts(storage, 'andrew').get('one')).toBe('first');
  expect(drafts.get('two')).toBe('second');
  expect(new Drafts(storage, 'bayko').get('one')).toBe('');
});

test('what is sent or emptied leaves nothing behind', () => {
  const storage = new MemoryStorage();
  const drafts = new Drafts(storage, 'andrew');
  drafts.set('one', 'first');
  drafts.set('one', '');
  expect(storage.length).toBe(0);
});

test("clearing takes one user's drafts and nobody else's", () => {
  const storage = new MemoryStorage();
  new Drafts(storage, 'bayko').set('one', 'stays');
  const drafts = new Drafts(storage, 'andrew');
  drafts.set('one', 'first');
  drafts.set('two', 'second');
  let told = 0;
  drafts.subscribe(() => told++);
  drafts.clear();
  expect(drafts.get('one') + drafts.get('two')).toBe('');
  expect(new Drafts(storage, 'bayko').get('one')).toBe('stays');
  expect(told).toBe(1);
});
