import { defineConfig } from 'vitest/config';

// Real-browser journeys against the built app, two files at a time.
export default defineConfig({
  test: {
    include: ['apps/web/e2e/**/*.e2e.ts'],
    globalSetup: ['apps/web/e2e/served-app.ts'],
    maxWorkers: 2,
    // A machine under load may drop a key or a tap once. The report names what was repeated; a fault of ours fails twice.
    retry: 1,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 40 } },
  },
});
