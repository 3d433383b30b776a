// Finds a Chrome or Chromium for the end-to-end tests; on Debian, as root, it installs one when there is none.

import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './ensure-installed.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name] ? [join(process.env[name], 'Google/Chrome/Application/chrome.exe')] : [],
  ),
];

/** Path of the browser to test with, or undefined. `CHROME_PATH` goes first. */
export function findChromium() {
  if (process.env.CHROME_PATH) return existsSync(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find((path) => existsSync(path));
}

/**
 * @param {(line: string) => void} say
 * @returns path of the browser
 * @throws with what to do when there is none and we may not install one
 */
export function ensureChromium(say) {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROME_PATH)
    throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, and there is no such file.`);
  if (isDebianAsRoot()) {
    say('Installing Chromium for the end-to-end tests (once) …');
    run('apt-get', ['update', '-q'], 'The list of Debian packages could not be read');
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], 'Chromium could not be installed');
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'The end-to-end tests need Chrome or Chromium, and none was found. Install one (Debian, Ubuntu: sudo apt-get install ' +
      'chromium; macOS: brew install --cask chromium; Windows: https://www.google.com/chrome), or set CHROME_PATH to it.',
  );
}

function isDebianAsRoot() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
