import { expect, test } from 'vitest';
import { leave, useProduct } from './testing/product';

const product = useProduct();

test('a double click sends one message', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  await andrew.field.fill('Only once');
  await andrew.page.getByRole('button', { name: 'Send', exact: true }).dblclick();
  await andrew.sees('Only once');
  await andrew.write('and then this');
  await andrew.sees('and then this');
  expect(await andrew.message('Only once').count()).toBe(1);
  expect(await product.dev.countSeeded('Only once')).toBe(1);
  await leave(andrew);
});

test('the same text twice on purpose is two messages', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  await andrew.write('Knock');
  await andrew.write('Knock');
  await expect.poll(() => product.dev.countSeeded('Knock')).toBe(2);
  await leave(andrew);
});

test('Enter sends, Shift+Enter breaks the line', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  await andrew.field.pressSequentially('First line');
  await andrew.field.press('Shift+Enter');
  await andrew.field.pressSequentially('second line');
  expect(await andrew.field.inputValue()).toBe('First line\nsecond line');
  await andrew.field.press('Enter');
  await expect.poll(() => product.dev.countSeeded('First line\nsecond line')).toBe(1);
  expect(await andrew.field.inputValue()).toBe('');
  await leave(andrew);
});

test('the form counts code points, and takes 1,024 of them and no more', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  const send = andrew.page.getByRole('button', { name: 'Send', exact: true });
  const longest = '😀'.repeat(1024);
  await andrew.field.fill(longest + '!');
  await andrew.page.getByText('1,025 / 1,024').waitFor();
  await andrew.page.getByText('1 too many').waitFor();
  expect(await send.isDisabled()).toBe(true);
  await andrew.field.press('Enter');
  expect(await andrew.field.inputValue()).toBe(longest + '!');
  await andrew.field.fill(longest);
  await andrew.page.getByText('1,024 / 1,024').waitFor();
  await send.click();
  await expect.poll(() => product.dev.countSeeded(longest)).toBe(1);
  await leave(andrew);
});

test('only white space is not sent', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  await andrew.write('   ');
  await andrew.page.getByText('Write something before you send it.').waitFor();
  await leave(andrew);
});

test('text is never markup, and links can be followed', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  const text =
    '<img src=x onerror="document.title=1"> <b>bold</b> javascript:alert(1) (https://example.com/a_(b)?q=1).';
  await andrew.write(text);
  await andrew.sees('bold');
  const bubble = andrew.message('bold');
  expect(await bubble.locator('img, b').count()).toBe(0);
  expect(await bubble.textContent()).toContain(text);
  const links = bubble.getByRole('link');
  expect(await links.count()).toBe(1);
  expect(await links.getAttribute('href')).toBe('https://example.com/a_(b)?q=1');
  expect(await links.getAttribute('rel')).toContain('noopener');
  await leave(andrew);
});

test('a draft is kept for each conversation, also over a reload, and gone once it is sent', async () => {
  const andrew = await product.browser.signedIn('andrewbrown');
  await andrew.open('Andrew Bayko');
  await andrew.field.fill('Half a thou');
  await andrew.find('loren');
  await andrew.field.waitFor();
  expect(await andrew.field.inputValue()).toBe('');
  await andrew.open('Andrew Bayko');
  expect(await andrew.field.inputValue()).toBe('Half a thou');
  await andrew.page.reload();
  await expect.poll(() => andrew.field.inputValue()).toBe('Half a thou');
  await andrew.field.press('Enter');
  await andrew.sees('Half a thou');
  await andrew.page.reload();
  await andrew.messages.waitFor();
  expect(await andrew.field.inputValue()).toBe('');
  await leave(andrew);
});
