import { expect, test } from 'vitest';
import { countCodePoints } from './codePoints';

test.each([
  ['', 0],
  ['abc\n', 4],
  ['äé', 2],
  ['😀', 1],
  ['👩‍👩‍👧', 5],
  ['\ud83d', 1],
])('%j has the code points that Python counts', (text, count) => {
  expect(countCodePoints(text)).toBe(count);
});
