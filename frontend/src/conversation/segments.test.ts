import { expect, test } from 'vitest';
import { segments } from './segments';

const links = (text: string) => segments(text).flatMap(({ href }) => href ?? []);

test.each([
  ['no link here', []],
  ['see https://example.com.', ['https://example.com/']],
  ['(https://example.com/a)', ['https://example.com/a']],
  ['https://en.wikipedia.org/wiki/Crow_(bird), really', ['https://en.wikipedia.org/wiki/Crow_(bird)']],
  ['HTTPS://EXAMPLE.COM/A?b=c#d!', ['https://example.com/A?b=c#d']],
  ['two: http://a.example/ and https://b.example/x…', ['http://a.example/', 'https://b.example/x']],
  ['javascript:alert(1) data:text/html,x ftp://a.example', []],
  ['<a href="https://example.com/x">', ['https://example.com/x']],
  ['https:// http://[ https://%', []],
  ['https://example.com/ä?q=ß', ['https://example.com/%C3%A4?q=%C3%9F']],
])('the links of %j', (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test('the pieces are the whole text, whatever it is', () => {
  const parts = ['https://a.example/', '(', ')', '.', ' ', '\n', 'x', '😀', '<b>', 'http://', '[', ']', '\ud83d'];
  // Park and Miller's generator, so that every run tries the same texts.
  let seed = 42;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  for (let run = 0; run < 2_000; run++) {
    const text = Array.from({ length: 8 }, () => parts[Math.floor(random() * parts.length)]).join('');
    expect(
      segments(text)
        .map((segment) => segment.text)
        .join(''),
    ).toBe(text);
  }
});
