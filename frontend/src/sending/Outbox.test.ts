import { expect, test, vi } from 'vitest';
import { ApiError } from '../api/ApiError';
import { MemoryStorage } from '../testing/MemoryStorage';
import { canBeSentAgain, Outbox, type Outgoing } from './Outbox';

const GROUP = { group: 'g' };

/** A sending that ends when told. */
function network() {
  const sent: Outgoing[] = [];
  const ends: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  const send = (message: Outgoing) =>
    new Promise<void>((resolve, reject) => {
      sent.push(message);
      ends.push({ resolve, reject });
    });
  return { sent, ends, send };
}

const statuses = (outbox: Outbox) => outbox.messages().map(({ text, status }) => `${text}: ${status}`);

test('a message is shown at once and gone when it is confirmed', async () => {
  const { ends, send } = network();
  const outbox = new Outbox(new MemoryStorage(), 'andrew', send);
  outbox.add(GROUP, 'Hi');
  expect(statuses(outbox)).toEqual(['Hi: sending']);
  await vi.waitFor(() => ends[0]!.resolve());
  await vi.waitFor(() => expect(outbox.messages()).toEqual([]));
});

test('what failed is offered again, and sent with the same key', async () => {
  const { sent, ends, send } = network();
  const outbox = new Outbox(new MemoryStorage(), 'andrew', send);
  outbox.add(GROUP, 'Hi');
  await vi.waitFor(() => ends[0]!.reject(new ApiError(503, ['unavailable'])));
  await vi.waitFor(() => expect(outbox.messages()[0]).toMatchObject({ status: 'failed', codes: ['unavailable'] }));
  outbox.retry(sent[0]!.key);
  expect(outbox.messages()[0]).toMatchObject({ status: 'sending', codes: [] });
  await vi.waitFor(() => ends[1]!.resolve());
  await vi.waitFor(() => expect(outbox.messages()).toEqual([]));
  expect(sent[1]!.key).toBe(sent[0]!.key);
});

test('no second attempt is made while one is under way', async () => {
  const { sent, ends, send } = network();
  const outbox = new Outbox(new MemoryStorage(), 'andrew', send);
  outbox.add(GROUP, 'Hi');
  await vi.waitFor(() => expect(sent.length).toBe(1));
  outbox.retry(sent[0]!.key);
  ends[0]!.resolve();
  await vi.waitFor(() => expect(outbox.messages()).toEqual([]));
  expect(sent.length).toBe(1);
});

test('messages go one after the other, each with a key of its own, also after one that failed', async () => {
  const { sent, ends, send } = network();
  const outbox = new Outbox(new MemoryStorage(), 'andrew', send);
  outbox.add(GROUP, 'one');
  outbox.add(GROUP, 'two');
  await vi.waitFor(() => expect(sent.length).toBe(1));
  ends[0]!.reject(new Error('a fault of ours'));
  await vi.waitFor(() => expect(sent.map(({ text }) => text)).toEqual(['one', 'two']));
  expect(sent[0]!.key).not.toBe(sent[1]!.key);
  expect(statuses(outbox)).toEqual(['one: failed', 'two: sending']);
});

test('a message that hangs does not hold up another conversation', async () => {
  const { sent, send } = network();
  const outbox = new Outbox(new MemoryStorage(), 'andrew', send);
  outbox.add(GROUP, 'hangs');
  outbox.add({ group: 'another' }, 'goes');
  await vi.waitFor(() => expect(sent.map(({ text }) => text)).toEqual(['hangs', 'goes']));
});

test('after a reload everything that was not confirmed is offered again', async () => {
  const storage = new MemoryStorage();
  const first = network();
  new Outbox(storage, 'andrew', first.send).add(GROUP, 'Hi');
  await vi.waitFor(() => expect(first.sent.length).toBe(1));
  const again = network();
  const outbox = new Outbox(storage, 'andrew', again.send);
  expect(statuses(outbox)).toEqual(['Hi: failed']);
  expect(again.sent).toEqual([]);
  outbox.retry(first.sent[0]!.key);
  await vi.waitFor(() => expect(again.sent[0]!.key).toBe(first.sent[0]!.key));
  expect(new Outbox(storage, 'bayko', again.send).messages()).toEqual([]);
});

test('what is discarded is not sent again', () => {
  const storage = new MemoryStorage();
  const outbox = new Outbox(storage, 'andrew', network().send);
  outbox.add(GROUP, 'Hi');
  outbox.discard(outbox.messages()[0]!.key);
  expect(new Outbox(storage, 'andrew', network().send).messages()).toEqual([]);
});

test('a message is not offered for longer than its key is known', () => {
  const outbox = new Outbox(new MemoryStorage(), 'andrew', network().send);
  outbox.add(GROUP, 'Hi');
  const message = outbox.messages()[0]!;
  const written = Date.parse(message.created_at);
  expect(canBeSentAgain(message, written + 22 * 3_600_000)).toBe(true);
  expect(canBeSentAgain(message, written + 24 * 3_600_000)).toBe(false);
});
