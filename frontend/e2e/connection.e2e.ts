import { expect, test } from 'vitest';
import { leave, useProduct } from './testing/product';

const product = useProduct();

test('a lost connection is told, what was written is offered again, and what came meanwhile comes in', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  await andrew.context.setOffline(true);
  await andrew.page.getByText('You are offline').waitFor();
  await andrew.write('From the tunnel');
  const again = andrew.message('From the tunnel').getByRole('button', { name: 'Send again' });
  await again.waitFor();
  await product.dev.call('bayko', 'POST', '/api/messages', { handle: 'andrewbrown', message: 'Are you there?' });

  await andrew.context.setOffline(false);
  await andrew.sees('Are you there?');
  await expect.poll(() => andrew.page.getByText('You are offline').count()).toBe(0);
  await again.click();
  await andrew.sees('From the tunnel');
  expect(await andrew.message('From the tunnel').count()).toBe(1);
  expect(await product.dev.countSeeded('From the tunnel')).toBe(1);
  await leave(andrew);
});

test('a message whose answer was lost is not doubled by sending it again', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  await andrew.page.route('**/api/messages', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await andrew.write('Did this arrive?');
  const again = andrew.page.getByRole('button', { name: 'Send again' });
  await again.waitFor();
  expect(await product.dev.countSeeded('Did this arrive?')).toBe(1);

  await andrew.page.unroute('**/api/messages');
  await again.click();
  await expect.poll(() => again.count()).toBe(0);
  await andrew.sees('Did this arrive?');
  await expect.poll(() => andrew.message('Did this arrive?').count()).toBe(1);
  expect(await product.dev.countSeeded('Did this arrive?')).toBe(1);
  await leave(andrew);
});

test('what failed is still offered after a reload, and can be discarded', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  await andrew.page.route('**/api/messages', (route) => route.fulfill({ status: 503, json: ['unavailable'] }));
  await andrew.write('Not today');
  await andrew.message('Not today').getByText('cannot be reached').waitFor();
  await andrew.page.reload();
  await andrew.message('Not today').getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => andrew.message('Not today').count()).toBe(0);
  expect(await product.dev.countSeeded('Not today')).toBe(0);
  await leave(andrew);
});

test('a page that cannot be loaded says why and is loaded when asked again', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.page.route('**/api/messages/*', (route) => route.fulfill({ status: 500, json: ['internal_error'] }));
  await andrew.inbox.filter({ hasText: 'Andrew Bayko' }).click();
  await andrew.page.getByRole('alert').getByText('Something went wrong on our side').waitFor();
  await andrew.page.unroute('**/api/messages/*');
  await andrew.page.getByRole('button', { name: 'Try again' }).click();
  await andrew.messages.waitFor();
  await leave(andrew);
});
