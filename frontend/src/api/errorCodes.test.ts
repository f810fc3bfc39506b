import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isErrorCode, sentence } from './errorCodes';

const openapi = readFileSync(new URL('../../../openapi.yaml', import.meta.url), 'utf8');

/** All codes: the only enumerations there are. */
function documentedCodes(): string[] {
  const inline = [...openapi.matchAll(/enum: \[([a-z_, ]+)\]/g)].flatMap(([, list]) => list!.split(', '));
  const blocks = [...openapi.matchAll(/enum:\n((?: +- [a-z_]+\n)+)/g)].flatMap(([, list]) =>
    [...list!.matchAll(/- ([a-z_]+)/g)].map(([, code]) => code!),
  );
  return [...new Set([...inline, ...blocks])];
}

test('every documented error code has a sentence', () => {
  const codes = documentedCodes();
  expect(codes.length).toBeGreaterThanOrEqual(15);
  expect(codes.filter((code) => !isErrorCode(code))).toEqual([]);
});

test('sentences are for people, not codes', () => {
  for (const code of documentedCodes().filter(isErrorCode)) expect(sentence(code)).toMatch(/^[A-Z][^_]+\.$/);
});

test('what every object has is no code', () => {
  expect(isErrorCode('toString')).toBe(false);
  expect(isErrorCode(42)).toBe(false);
});
