// One set-up at a time: two commands started together must not install or build over each other.

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './ensure-installed.mjs';

/** Outside the project: an install empties node_modules, and git should see nothing. */
const LOCK = join(tmpdir(), `unknot-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}.lock`);
const GLANCE_MS = 50;

/** Runs the work when no other living process does; a lock of a process that is gone counts for nothing. */
export async function alone(work) {
  while (!take()) {
    if (!holderLives()) rmSync(LOCK, { force: true });
    else await pause(GLANCE_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (trouble) {
    // where we may not write there is nothing to lock with: go on
    return trouble.code !== 'EEXIST';
  }
}

function holderLives() {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'));
    // an empty file is one that is being written just now
    return holder === 0 || process.kill(holder, 0);
  } catch (trouble) {
    return trouble.code === 'EPERM';
  }
}
