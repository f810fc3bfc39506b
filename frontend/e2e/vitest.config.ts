import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    // Each file runs the whole product; one at a time keeps that fast on a small machine.
    fileParallelism: false,
    // Bounds for what hangs, not for what is slow.
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
