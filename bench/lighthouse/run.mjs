// Lighthouse on the built app, as a phone sees it: `npm install && npm start` in this folder. One line of JSON a figure.

import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { listen } from '../../apps/server/src/listen.ts';
import { findChromium } from '../../scripts/ensure-chromium.mjs';

const PORT = 9333;
const LEAST = { performance: 0.95, accessibility: 1, 'best-practices': 1 };

const running = await listen({ folder: new URL('../../apps/web/dist', import.meta.url).pathname, port: 0 });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--headless', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${PORT}`],
});
try {
  for (const path of ['/', '/check', '/body', '/you', '/help']) {
    const { lhr } = await lighthouse(running.address + path, {
      port: PORT,
      logLevel: 'error',
      onlyCategories: Object.keys(LEAST),
    });
    for (const [name, least] of Object.entries(LEAST)) {
      const { score, auditRefs } = lhr.categories[name];
      console.log(JSON.stringify({ name: `lighthouse ${name} of ${path}`, value: 100 * score, unit: 'of 100' }));
      if (score >= least) continue;
      process.exitCode = 1;
      for (const { id, weight } of auditRefs)
        if (weight > 0 && (lhr.audits[id].score ?? 1) < 1)
          console.log(`  ${id}: ${lhr.audits[id].title} (${lhr.audits[id].displayValue ?? lhr.audits[id].score})`);
    }
  }
} finally {
  await browser.close();
  await running.stop();
}
