import { expect, test } from 'vitest';
import { leave, useProduct } from './testing/product';

const product = useProduct();

test('the inbox moves a conversation to the top when a message comes, and marks the one that is open', async () => {
  const bayko = await product.browser.signedIn('bayko');
  await product.dev.call('loren', 'POST', '/api/messages', { handle: 'bayko', message: 'Loren was here' });
  await expect.poll(() => bayko.inbox.first().textContent(), { timeout: 20_000 }).toContain('Loren was here');
  await bayko.open('Loren Ipsum');
  await product.dev.call('andrewbrown', 'POST', '/api/messages', { handle: 'bayko', message: 'And Andrew' });

  await expect.poll(() => bayko.inbox.first().textContent(), { timeout: 20_000 }).toContain('And Andrew');
  const current = bayko.page.locator('[aria-current=page]');
  expect(await current.count()).toBe(1);
  expect(await current.textContent()).toContain('Loren Ipsum');
  await leave(bayko);
});
