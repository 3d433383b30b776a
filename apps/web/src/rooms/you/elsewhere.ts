// The diary for elsewhere: a table for a spreadsheet, a FHIR bundle for a clinic's system. Fetched at the tap, with the
// words and the body it needs.

import { diaryFhir, diaryWords, localTime } from '@unknot/engine/report';
import { diaryCsv, type Telling, tellingDiary } from '@unknot/journal/exchange';
import { person } from '../../person.ts';
import { loadBody } from '../../ports/atlas.ts';
import { mono, now } from '../../ports/clock.ts';
import { loadIdentify, loadLibrary, loadPlan } from '../../ports/knowledge.ts';
import { chance } from '../../ports/place.ts';
import { saveFile } from '../../ports/save-file.ts';

export type Elsewhere = 'table' | 'bundle';

const offsetAt = (at: number): number => -new Date(at).getTimezoneOffset();

/** Hands the file to the downloads. */
export async function saveFor(where: Elsewhere): Promise<void> {
  const [{ map }, identify, plan, library] = await Promise.all([loadBody(), loadIdentify(), loadPlan(), loadLibrary()]);
  const diary = await toldInPeace({ words: diaryWords(identify, plan, library), body: map, offsetAt });
  const madeAt = localTime(now(), offsetAt(now()));
  const name = `unknot-${madeAt.slice(0, 10)}`;
  if (where === 'table') return saveFile(`${name}.csv`, new Blob([diaryCsv(diary)], { type: 'text/csv' }));
  const bundle = JSON.stringify(diaryFhir(diary, { madeAt, chance }), null, 1);
  saveFile(`${name}-fhir.json`, new Blob([bundle], { type: 'application/fhir+json' }));
}

/** Milliseconds after which the screen gets its turn: less than one frame. Own setting. */
const TURN_MS = 12;

async function toldInPeace(telling: Telling) {
  const steps = tellingDiary(person.value, telling);
  for (let since = mono(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (mono() - since < TURN_MS) continue;
    await new Promise((next) => setTimeout(next));
    since = mono();
  }
}
