// What is set about breaks: told to the diary, and to the desk that runs.

import type { BreakLimits, BreakSettings } from '@unknot/engine/prevention';
import { record } from '../../person.ts';
import { type BreakWays, breakWays, settingsOf, tellDesk } from './running.ts';

export async function save(limits: BreakLimits, change: Partial<BreakSettings>): Promise<void> {
  const settings = { ...settingsOf(limits), ...change };
  tellDesk({ kind: 'settings', settings });
  await keep(settings, breakWays());
}

export async function saveWays(limits: BreakLimits, change: Partial<BreakWays>): Promise<void> {
  await keep(settingsOf(limits), { ...breakWays(), ...change });
}

const keep = (settings: BreakSettings, ways: BreakWays): Promise<void> =>
  record('breaks.set', {
    settings: { ...settings, hours: { ...settings.hours }, fixedTimes: [...settings.fixedTimes] },
    ways: { ...ways },
  });
