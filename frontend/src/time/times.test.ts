import { expect, test } from 'vitest';
import { dayName, isSameDay, relativeTime } from './times';

const now = new Date(2024, 0, 1, 9, 30);
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();

test.each([
  [-5_000, /^now$/],
  [59_000, /^now$/],
  [60_000, /1/],
  [59 * 60_000, /59/],
  [3 * 3_600_000, /3/],
  [6 * 86_400_000, /6/],
  [8 * 86_400_000, /2023/],
])('%i ms ago is told as %s', (milliseconds, expected) => {
  expect(relativeTime(ago(milliseconds), now)).toMatch(expected);
});

test('a day is told by its name, also over the turn of the year', () => {
  expect(dayName(new Date(2024, 0, 1, 0, 0).toISOString(), now)).toBe('Today');
  expect(dayName(new Date(2023, 11, 31, 23, 59).toISOString(), now)).toBe('Yesterday');
  expect(dayName(new Date(2023, 11, 30, 12).toISOString(), now)).toMatch(/2023/);
});

test('days are those of the reader', () => {
  expect(isSameDay(new Date(2024, 0, 1, 0, 0), new Date(2024, 0, 1, 23, 59))).toBe(true);
  expect(isSameDay(new Date(2024, 0, 1, 23, 59), new Date(2024, 0, 2, 0, 0))).toBe(false);
});
