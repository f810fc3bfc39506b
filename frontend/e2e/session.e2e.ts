import { expect, test } from 'vitest';
import { SEEDED } from './testing/BinDev';
import { leave, useProduct } from './testing/product';

const product = useProduct();

test('a link to a conversation leads there through the sign-in', async () => {
  const andrew = await product.browser.person();
  await andrew.page.goto(`/messages/${SEEDED}`);
  await andrew.signIn('andrewbrown');
  await andrew.page.waitForURL(`**/messages/${SEEDED}`);
  await andrew.messages.waitFor();
  await leave(andrew);
});

test('when the session ends one signs in again and is back at the same place, with what one wrote', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  await andrew.field.fill('Where was I');
  await andrew.outliveToken({ refreshToken: false });
  await andrew.page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
  await andrew.signIn('andrewbrown');
  await andrew.page.waitForURL(`**/messages/${SEEDED}`);
  await andrew.messages.waitFor();
  expect(await andrew.field.inputValue()).toBe('Where was I');
  await leave(andrew);
});

test('an access token that is refused is renewed without a word', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.outliveToken({ refreshToken: true });
  await andrew.open('Andrew Bayko');
  await andrew.write('Still here');
  await andrew.sees('Still here');
  expect(await andrew.page.getByRole('dialog').count()).toBe(0);
  await leave(andrew);
});

test('a network that fails while a token is renewed ends no session', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  let attempts = 0;
  await andrew.page.route('**/sign-in/token', (route) => {
    attempts++;
    return route.abort();
  });
  await andrew.outliveToken({ refreshToken: true });
  await expect.poll(() => attempts, { timeout: 20_000 }).toBeGreaterThan(1);
  expect(await andrew.page.getByRole('dialog').count()).toBe(0);
  await andrew.page.unroute('**/sign-in/token');
  await andrew.open('Andrew Bayko');
  await leave(andrew);
});

test('a token is renewed before it ends', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  const renewal = andrew.page.waitForRequest(
    (request) => request.postData()?.includes('grant_type=refresh_token') === true,
  );
  await andrew.page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user'))!;
    const user = JSON.parse(sessionStorage.getItem(key)!);
    // Good for another 40 s, and not refused.
    user.expires_at = Math.floor(Date.now() / 1000) + 40;
    sessionStorage.setItem(key, JSON.stringify(user));
  });
  await andrew.page.reload();
  await renewal;
  await andrew.inbox.first().waitFor();
  expect(await andrew.page.getByRole('dialog').count()).toBe(0);
  await leave(andrew);
});

test('signing out leaves nothing behind, and the next one sees his own', async () => {
  const person = await product.browser.signedIn('andrewbrown');
  await person.open('Andrew Bayko');
  await person.field.fill('A secret draft');
  await person.page.getByRole('button', { name: 'Sign out' }).click();
  await person.page.getByRole('button', { name: 'Sign in' }).waitFor();
  const kept = await person.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('secret');
  expect(kept).not.toContain('access_token');
  await person.signIn('loren');
  await person.page.getByText('@loren').first().waitFor();
  expect(await person.page.getByText('Andrew Bayko').count()).toBe(0);
  await leave(person);
});

test('a sign-in that did not succeed is told', async () => {
  const nobody = await product.browser.person();
  await nobody.page.goto('/?error=access_denied&state=unknown');
  await nobody.page.getByRole('alert').getByText('The sign-in did not succeed').waitFor();
  expect(new URL(nobody.page.url()).search).toBe('');
  await leave(nobody);
});
