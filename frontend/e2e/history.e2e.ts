import { beforeAll, expect, test } from 'vitest';
import type { Person } from './testing/Person';
import { leave, useProduct } from './testing/product';

const product = useProduct();
const COUNT = 130;

beforeAll(async () => {
  for (let number = 1; number <= COUNT; number++) {
    await product.dev.call('bayko', 'POST', '/api/messages', { handle: 'loren', message: `Number ${number}.` });
  }
});

const position = (person: Person, text: string) =>
  person
    .message(text)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);

test('a conversation opens at the newest message and pages back to the first without a jump', async () => {
  const loren = await product.browser.signedIn('loren');
  await loren.open('Andrew Bayko');
  await loren.sees(`Number ${COUNT}.`);
  const fromEnd = await loren.messages.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
  expect(Math.abs(fromEnd)).toBeLessThan(2);
  expect(await loren.message('Number 1.').count()).toBe(0);

  // Where the oldest one known stands, before and after what is older comes in above it.
  const oldest = await loren.page.locator('li.message').first().textContent();
  const known = /Number \d+\./.exec(oldest!)![0];
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await loren.page.route('**/api/messages/*?*cursor*', async (route) => {
    await held;
    await route.continue();
  });
  await loren.messages.evaluate((box) => (box.scrollTop = 0));
  await loren.page.getByRole('button', { name: 'Loading…' }).waitFor();
  const before = await position(loren, known);
  release();
  await loren.message('Number 1.').waitFor({ state: 'attached' });
  expect(Math.abs((await position(loren, known)) - before)).toBeLessThan(2);

  await loren.page.getByText('This is where the conversation begins.').waitFor({ state: 'attached' });
  const texts = await loren.page.locator('li.message').allTextContents();
  expect(texts.map((text) => Number(/Number (\d+)\./.exec(text)![1]))).toEqual(
    Array.from({ length: COUNT }, (_, index) => index + 1),
  );
  await leave(loren);
});

test('who reads old messages stays there when a new one comes, and is told of it', async () => {
  const bayko = await product.browser.signedIn('bayko');
  const andrewsGroup = bayko.inbox.filter({ hasText: 'Andrew Brown' });
  await andrewsGroup.click();
  await bayko.messages.waitFor();
  await bayko.messages.evaluate((box) => (box.scrollTop = box.scrollHeight / 3));
  const first = await bayko.messages.evaluate((box) => box.scrollTop);
  await product.dev.call('andrewbrown', 'POST', '/api/messages', { handle: 'bayko', message: 'Something new' });
  await bayko.page.getByRole('button', { name: 'New messages' }).waitFor();
  expect(await bayko.messages.evaluate((box) => box.scrollTop)).toBe(first);
  await bayko.page.getByRole('button', { name: 'New messages' }).click();
  await expect
    .poll(() => bayko.messages.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight))
    .toBeLessThan(2);
  await leave(bayko);
});

test('own messages are told apart, and a day stands above its messages', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  expect(await andrew.page.locator('li.message.own').count()).toBeGreaterThan(5);
  for (const text of await andrew.page.locator('li.message.own').allTextContents()) expect(text).toMatch(/^You: /);
  for (const text of await andrew.page.locator('li.message:not(.own)').allTextContents()) {
    expect(text).toMatch(/^Andrew Bayko: /);
  }
  expect(await andrew.messages.getByRole('heading', { name: /Today|Yesterday/ }).count()).toBeGreaterThan(0);
  await leave(andrew);
});
