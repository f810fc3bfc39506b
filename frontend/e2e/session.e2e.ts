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
