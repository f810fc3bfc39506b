import { expect, test } from 'vitest';
import { leave, useProduct } from './testing/product';

const product = useProduct();

// Of compressed JavaScript, until everything is on the screen.
const MAX_BYTES = 120 * 1000;

test('the first load takes less than 120 KB of compressed JavaScript, and nothing from elsewhere', async () => {
  const person = await product.browser.person();
  const scripts = new Map<string, number>();
  const foreign: string[] = [];
  person.page.on('requestfinished', async (request) => {
    if (!request.url().startsWith(product.dev.origin)) foreign.push(request.url());
    if (request.resourceType() !== 'script') return;
    const size = (await request.sizes()).responseBodySize;
    // Coming back from the sign-in, the browser has it already.
    scripts.set(request.url(), Math.max(size, scripts.get(request.url()) ?? 0));
  });
  await person.page.goto('/messages');
  await person.signIn('andrewbrown');
  await person.inbox.first().waitFor();
  await person.page.waitForLoadState('networkidle');
  const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(MAX_BYTES);
  expect(foreign).toEqual([]);
  await leave(person);
});
