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
    // one file for what every visit needs: a phone takes longer to ask for twelve small ones
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] } } },
  },
  server: { port: 4748 },
});
