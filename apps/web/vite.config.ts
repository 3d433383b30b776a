import { defineConfig } from 'vite';
import { offlineShell } from './offline-shell.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [offlineShell()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { port: 4748 },
});
