import { describe, expect, test } from 'vitest';
import { violations } from './testing/axe';
import { leave, useProduct } from './testing/product';

const product = useProduct();

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, name: `desktop, ${colorScheme}`, viewport: { width: 1280, height: 800 } },
  { colorScheme, name: `phone, ${colorScheme}`, viewport: { width: 390, height: 780 } },
]);

describe.each(looks)('$name', ({ colorScheme, viewport }) => {
  test('axe finds nothing on any page', async () => {
    const person = await product.browser.person({ colorScheme, viewport });
    const { page } = person;
    const expectNone = async (where: string) => expect(await violations(person), where).toEqual([]);

    await page.goto('/messages');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await expectNone('welcome');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: '@andrewbrown' }).waitFor();
    await expectNone('sign-in');
    await page.getByRole('button', { name: '@andrewbrown' }).click();
    await person.inbox.first().waitFor();
    await expectNone('inbox');
    await person.open('Andrew Bayko');
    await expectNone('conversation');
    await page.route('**/api/messages', (route) => route.abort());
    await person.write('Not to be sent');
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    await person.field.fill('x'.repeat(1030));
    await person.context.setOffline(true);
    await page.getByText('You are offline').waitFor();
    await expectNone('failed and offline');
    await person.context.setOffline(false);
    await page.goto('/messages/new/loren');
    await person.field.waitFor();
    await expectNone('first message');
    await page.goto('/messages/new/nobody');
    await page.getByText('Nobody found').waitFor();
    await expectNone('nobody');
    await page.goto('/messages/00000000-0000-4000-8000-000000000000');
    await page.getByText('Conversation not found').waitFor();
    await expectNone('not found');
    await person.outliveToken({ refreshToken: false });
    await page.getByRole('dialog').waitFor();
    await expectNone('session ended');
    await leave(person);
  });

  test('nothing is wider than the screen', async () => {
    const person = await product.browser.signedIn('andrewbrown', { colorScheme, viewport });
    await person.open('Andrew Bayko');
    await person.write('W'.repeat(300));
    await person.sees('W'.repeat(300));
    const overflow = await person.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await leave(person);
  });
});

test('everything can be done with the keyboard alone', async () => {
  const person = await product.browser.person();
  const { keyboard } = person.page;
  const tabTo = async (name: string) => {
    for (let steps = 0; steps < 25; steps++) {
      await keyboard.press('Tab');
      const focused = await person.page.evaluate(
        () =>
          `${document.activeElement?.getAttribute('aria-label') ?? ''} ${document.activeElement?.textContent ?? ''} ${document.activeElement?.id}`,
      );
      if (focused.includes(name)) return;
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  await person.page.goto('/messages');
  await person.page.getByRole('button', { name: 'Sign in' }).waitFor();
  await tabTo('Sign in');
  await keyboard.press('Enter');
  await person.page.getByRole('button', { name: '@andrewbrown' }).waitFor();
  await tabTo('@andrewbrown');
  await keyboard.press('Enter');
  await person.inbox.first().waitFor();
  await tabTo('Andrew Bayko');
  await keyboard.press('Enter');
  await person.messages.waitFor();
  // The conversation has the focus: its messages are next, then the field.
  await keyboard.press('Tab');
  expect(await person.messages.evaluate((box) => box === document.activeElement)).toBe(true);
  await tabTo('compose-text');
  await keyboard.type('Without a mouse');
  await keyboard.press('Enter');
  await person.sees('Without a mouse');
  await leave(person);
});

test('a message that comes in is announced to who hears the page, an older one is not', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  const log = andrew.page.getByRole('log');
  expect(await log.textContent()).toBe('');
  await product.dev.call('bayko', 'POST', '/api/messages', { handle: 'andrewbrown', message: 'Hear, hear' });
  await expect.poll(() => log.textContent(), { timeout: 20_000 }).toBe('Andrew Bayko: Hear, hear');
  await leave(andrew);
});
