import { expect, test } from 'vitest';
import { leave, useProduct } from './testing/product';

const product = useProduct();

test('two people find each other by handle and talk, and both see it without a reload', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  const loren = await product.browser.signedIn('loren');
  await loren.page.getByText('No conversations yet').waitFor();

  await andrew.find('@loren');
  await andrew.page.getByText('the beginning of your conversation with Loren Ipsum').waitFor();
  await andrew.write('Hello Loren, we have not met');
  await andrew.page.waitForURL(/\/messages\/[0-9a-f-]{36}$/);
  await andrew.sees('Hello Loren, we have not met');
  expect(await andrew.field.evaluate((field) => field === document.activeElement)).toBe(true);

  await loren.open('Andrew Brown');
  await loren.sees('Hello Loren, we have not met');
  expect(new URL(loren.page.url()).pathname).toBe(new URL(andrew.page.url()).pathname);
  await loren.write('Now we have');
  await andrew.sees('Now we have');
  await andrew.write('Indeed');
  await loren.sees('Indeed');
  expect(await andrew.message('Hello Loren').count()).toBe(1);
  await leave(andrew, loren);
});

test('somebody one already talks to is found in the conversation there is', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.find('bayko');
  await andrew.page.waitForURL(/\/messages\/5ae290ed-/);
  await andrew.messages.waitFor();
  await leave(andrew);
});

test("a handle that nobody has, and one's own, are explained", async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.find('nobody.at/all');
  await andrew.page.getByText('There is no user with the handle @nobody.at/all').waitFor();
  await andrew.find('andrewbrown');
  await andrew.page.getByText('You cannot write to yourself').waitFor();
  await leave(andrew);
});
