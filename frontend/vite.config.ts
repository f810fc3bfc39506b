import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // The content security policy allows no data: scripts and no inline code.
  build: { outDir: 'target/dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // Beside a running bin/dev: the page from its sources, everything else from there.
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/config.json': 'http://localhost:3000', '/api': 'http://localhost:3000' },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
});
