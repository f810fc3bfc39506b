import { afterEach, expect, test, vi } from 'vitest';
import { ApiError } from '../api/ApiError';
import { pollInterval } from './polling';

afterEach(() => vi.unstubAllGlobals());

test('a tab that nobody looks at asks seldom, and so does one that was told to wait', () => {
  vi.stubGlobal('document', { hidden: false });
  const usual = pollInterval(null);
  expect(usual).toBeLessThanOrEqual(3_000);
  expect(pollInterval(new ApiError(503, ['unavailable']))).toBeGreaterThan(usual);
  expect(pollInterval(new ApiError(429, ['too_many_requests']))).toBeGreaterThanOrEqual(20_000);
  vi.stubGlobal('document', { hidden: true });
  expect(pollInterval(null)).toBeGreaterThanOrEqual(30_000);
});
