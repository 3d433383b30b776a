// The command line from outside: what a script that calls it can rely on.

import { spawn } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJournal } from '@unknot/journal/exchange';
import { entryOf } from '@unknot/journal/log';
import { event } from '@unknot/journal/testing';
import { keysOf, readPhrase, writeBackup } from '@unknot/sync/crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BIN = join(import.meta.dirname, '../../bin/unknot.mjs');

interface Done {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `unknot …` in a folder that is not the project's. */
function unknot(words: readonly string[], input = '', cwd = tmpdir()): Promise<Done> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...words], { cwd });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => {}).end(input);
  });
}

async function answer(command: string, input: unknown) {
  const { code, out, err } = await unknot([command], JSON.stringify(input));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unknot-journey-'));
  await unknot(['help']);
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

const calm = { age: 35, sex: 'f', facts: { 'pain-thoracic': true, 'pain-score': 4 } };

describe('check', () => {
  test('with little known it asks first, and gives the next question with its words', async () => {
    const { verdict, next } = await answer('check', calm);
    expect(verdict.level).toBe('ask-first');
    expect(next.question).toEqual({
      id: expect.any(String),
      text: expect.stringMatching(/\w/),
      items: expect.arrayContaining([
        {
          field: expect.stringMatching(/^(facts|conditions)$/),
          id: expect.any(String),
          text: expect.stringMatching(/\w/),
        },
      ]),
    });
  });

  test('new bladder trouble with back pain is an emergency, also when the person is not sure', async () => {
    for (const said of [true, 'unsure']) {
      const facts = { 'pain-back': true, 'symptom-under-14-days': true, 'bladder-change': said };
      const { verdict } = await answer('check', { facts });
      expect(verdict).toEqual({ level: 'emergency', because: expect.arrayContaining(['cauda-equina-recent']) });
    }
  });

  test('answering every question with no ends in self-care, and no question comes twice', async () => {
    const said: Record<string, Record<string, unknown>> = {
      facts: { ...calm.facts, 'weeks-since-start': 1 },
      conditions: {},
    };
    const asked: string[] = [];
    for (;;) {
      const { verdict, next } = await answer('check', { ...calm, ...said });
      if (!next) {
        expect(verdict).toEqual({ level: 'self-care', because: [] });
        break;
      }
      const key = JSON.stringify(next.question);
      expect(asked).not.toContain(key);
      asked.push(key);
      for (const { field, id } of next.question.items) said[field] = { ...said[field], [id]: false };
      expect(asked.length).toBeLessThan(20);
    }
  }, 60_000);
});

describe('identify and plan', () => {
  const painted = { places: [{ region: 'neck-angle', side: 'left', coverage: 0.8, intensity: 6, quality: 'ache' }] };

  test('a painted neck angle names candidates, other reasons and the next test', async () => {
    const found = await answer('identify', painted);
    expect(found.candidates[0]).toMatchObject({ muscle: 'levator-scapulae', side: 'left' });
    expect(found.candidates.length).toBeGreaterThanOrEqual(2);
    for (const { probability } of found.candidates) expect(probability).toBeLessThanOrEqual(1);
    expect(found.other.map(({ hypothesis }: { hypothesis: string }) => hypothesis).sort()).toEqual([
      'joint-or-disc',
      'nerve-root',
      'no-clear-pattern',
    ]);
    expect(found.nextTest).toMatchObject({ muscle: expect.any(String), side: expect.any(String) });
    expect(found.nothingFits).toBe(false);
  });

  test('the answer of identify goes into plan as it is, and the plan stays within time, tools and place', async () => {
    const identify = await answer('identify', painted);
    const plan = await answer('plan', { identify, minutes: 10, tools: ['ball'], place: 'wall', conditions: [] });
    expect(plan.kind).toBe('plan');
    expect(plan.items[0]).toMatchObject({
      technique: expect.any(String),
      seconds: expect.any(Number),
      grade: expect.any(String),
      because: expect.any(Array),
    });
    const seconds = plan.items.reduce((sum: number, item: { seconds: number }) => sum + item.seconds, 0);
    expect(seconds).toBeLessThanOrEqual(600);
    const missing = plan.leftOut.flatMap(({ because }: { because: object[] }) => because);
    expect(missing).toContainEqual({ kind: 'tool', tool: 'hook-cane' });
  });

  test('a warning sign in the answers ends in somebody to see, not in a plan', async () => {
    const answers = { 'pain-back': true, 'symptom-under-14-days': true, 'saddle-numb': true };
    const request = { muscle: 'gluteus-medius', side: 'left', minutes: 10, tools: [], place: 'bed', conditions: [] };
    expect(await answer('plan', { ...request, answers })).toMatchObject({
      kind: 'seeSomeone',
      level: 'emergency',
      because: ['cauda-equina-recent'],
    });
  });

  test('--in reads a file, relative to where the person is', async () => {
    await writeFile(join(folder, 'case.json'), JSON.stringify(painted));
    const { code, out } = await unknot(['identify', '--in', 'case.json'], '', folder);
    expect(code).toBe(0);
    expect(JSON.parse(out).candidates[0].muscle).toBe('levator-scapulae');
  });
});

describe('evaluate', () => {
  const casebook = (name: string) => join(import.meta.dirname, `../casebook/${name}.json`);

  test.each([
    ['identify', ['cases', 'top1', 'top3', 'mrr', 'meanProbability']],
    [
      'triage',
      ['cases', 'exact', 'acceptable', 'under', 'over', 'forbiddenSelfCare', 'emergencyBelow24h', 'selfCarePassed'],
    ],
    ['plan', ['cases', 'forbidden', 'missingTool', 'overTime', 'nothingSuitable', 'useful']],
  ])('the casebook of %s gives its measures, and one line per case on stderr', async (name, keys) => {
    const { code, out, err } = await unknot(['evaluate', casebook(name), '--cases']);
    expect(code).toBe(0);
    const measures = JSON.parse(out);
    expect(Object.keys(measures)).toEqual(keys);
    const lines = err.trim().split('\n');
    expect(lines.length).toBe(measures.cases);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('id');
  });
});

describe('export', () => {
  const words = `${'abandon '.repeat(11)}about`;
  const said = event('harm.reported', { kind: 'worse', note: '=HYPERLINK("x")' }, 0);

  test('a copy of the diary comes out as a table', async () => {
    const meta = { exportedAt: 0, editions: { atlas: '1', knowledge: '1' }, sensitive: false };
    await writeFile(join(folder, 'copy.json'), exportJournal([entryOf(said)], meta));
    const { code, out, err } = await unknot(['export', 'copy.json', '--csv'], '', folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\uFEFFdate,time,entry,.*\r\n2026-01-05,.*,reaction,.*"'=HYPERLINK\(""x""\)"\r\n$/s);
  });

  test('a backup opens with its words from stdin, one on each line', async () => {
    const read = readPhrase(words);
    if (read.kind === 'bad') throw new Error('these are words');
    const backup = writeBackup(keysOf(read.entropy), [entryOf(said)], 0, (bytes) => new Uint8Array(bytes));
    await writeFile(join(folder, 'unknot.backup'), backup);
    const { code, out, err } = await unknot(['export', 'unknot.backup', '--fhir'], words.replaceAll(' ', '\n'), folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ resourceType: 'Bundle', entry: [{}, { resource: { note: [{}] } }] });
  });
});

describe.concurrent('input that cannot be used: exit code 2, nothing on stdout, one line that names the field', () => {
  const plan = { muscle: 'levator-scapulae', side: 'left', minutes: 10, tools: [], place: 'desk', conditions: [] };
  const place = { region: 'neck-angle', side: 'left', coverage: 0.5 };
  const evil = '\u001b[2J\u202e<script>alert(1)</script>\n$(rm -rf /)';

  test.each<[string, string, unknown, RegExp]>([
    ['check', 'an unknown fact', { facts: { 'sadle-numb': true } }, /facts\.sadle-numb .*did you mean "saddle-numb"\?/],
    ['check', 'a fact of the wrong type', { facts: { fever: 'maybe' } }, /facts\.fever /],
    ['check', 'a pain score out of range', { facts: { 'pain-score': 11 } }, /facts\.pain-score .*0 to 10/],
    ['check', 'an age out of range', { age: -4, facts: {} }, /age .*0 to 1\d\d/],
    ['check', 'an unknown sex', { sex: 'maybe', facts: {} }, /sex "maybe" is not a sex/],
    ['check', 'an unknown condition', { facts: {}, conditions: ['diabtes'] }, /conditions .*did you mean "diabetes"\?/],
    ['check', 'no facts', {}, /facts is missing/],
    ['check', 'a list', [], /the input must be an object/],
    ['check', 'null', null, /the input must be an object/],
    ['check', 'foreign JSON', { resourceType: 'Bundle', entry: [] }, /resourceType is not a field we know/],
    ['check', 'a name every object has', { facts: { constructor: true } }, /facts\.constructor /],
    ['check', 'a hostile name', { facts: { [evil]: true } }, /"facts\..*<script>/],
    [
      'identify',
      'an unknown region',
      { places: [{ ...place, region: 'neck-angel' }] },
      /places\[0\]\.region .*"neck-angle"\?/,
    ],
    ['identify', 'a side that is not there', { places: [{ ...place, side: 'midline' }] }, /places\[0\]\.side /],
    ['identify', 'coverage out of range', { places: [{ ...place, coverage: 1.5 }] }, /places\[0\]\.coverage .*0 to 1/],
    ['identify', 'intensity out of range', { places: [{ ...place, intensity: 11 }] }, /places\[0\]\.intensity /],
    ['identify', 'an unknown quality', { places: [{ ...place, quality: 'achey' }] }, /places\[0\]\.quality /],
    ['identify', 'a place twice', { places: [place, place] }, /places\[1\] /],
    ['identify', 'places that are no list', { places: {} }, /places must be a list/],
    [
      'identify',
      'an unknown test',
      { places: [place], findings: { 'levator-press': 'yes' } },
      /findings\.levator-press /,
    ],
    ['identify', 'a foreign field', { places: [place], name: 'Anna' }, /name is not a field/],
    ['identify', 'a hostile region', { places: [{ ...place, region: evil }] }, /places\[0\]\.region /],
    ['plan', 'no muscle', { ...plan, muscle: undefined }, /muscle is missing/],
    ['plan', 'an unknown muscle', { ...plan, muscle: 'levator-scapula' }, /muscle .*did you mean "levator-scapulae"\?/],
    ['plan', 'an unknown side', { ...plan, side: 'up' }, /side "up" is not a side/],
    ['plan', 'no time', { ...plan, minutes: 0 }, /minutes must be a number from 1 to/],
    ['plan', 'time as text', { ...plan, minutes: '10' }, /minutes must be a number/],
    ['plan', 'an unknown tool', { ...plan, tools: ['bal'] }, /tools\[0\] .*did you mean "ball"\?/],
    ['plan', 'an unknown place', { ...plan, place: 'home' }, /place "home" is not a place .*known: desk, wall/],
    ['plan', 'no conditions', { ...plan, conditions: undefined }, /conditions is missing/],
    ['plan', 'unknown answers', { ...plan, answers: { fevr: true } }, /answers\.fevr .*did you mean "fever"\?/],
    [
      'plan',
      'a ranking that is none',
      { ...plan, muscle: undefined, side: undefined, identify: {} },
      /identify\.candidates must be a list/,
    ],
    ['plan', 'a history of the wrong shape', { ...plan, history: { now: 'today' } }, /history\.now must be a number/],
  ])('%s: %s', async (command, _, input, line) => {
    const { code, out, err } = await unknot([command], JSON.stringify(input));
    expect(err).toMatch(line);
    expect(err).toMatch(new RegExp(`^unknot ${command}: [^\\n]+\\n$`));
    expect(err).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test.each<[string, string[], string, RegExp]>([
    ['JSON that ends too early', ['check'], '{"facts": {"fever": tr', /the input ends too early/],
    ['JSON that is none', ['check'], '{"facts":\n {fever: true}}', /not JSON: it goes wrong at line 2, column 3/],
    ['nothing', ['identify'], '', /the input is empty/],
    ['bytes that are no text', ['check'], '\ud800', /the input is not JSON|not text/],
    [
      'a file that is not there',
      ['plan', '--in', 'nowhere.json'],
      '',
      /"nowhere.json" cannot be read: there is no such file/,
    ],
    ['an unknown option', ['check', '--out', 'x'], '', /--out/],
    [
      'a casebook of no kind',
      ['evaluate', join(import.meta.dirname, '../../package.json')],
      '',
      /schema must be one of/,
    ],
    ['no casebook', ['evaluate'], '', /needs the file of a casebook/],
    ['no diary', ['export'], '', /needs one file: a copy of the diary/],
    ['two formats', ['export', 'x', '--csv', '--fhir'], '', /one thing at a time/],
    ['private answers in a table', ['export', 'x', '--csv', '--private'], '', /--private with --json only/],
  ])('%s', async (_, words, input, line) => {
    const { code, out, err } = await unknot(words, input);
    expect(err).toMatch(line);
    expect(err).toMatch(/^unknot \w+: [^\n]+\n$/);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('an unknown command is named, with the one that was meant', async () => {
    const { code, err } = await unknot(['chek']);
    expect(err).toMatch(/^unknot "chek" is not a command; did you mean "check"\? [^\n]+\n$/);
    expect(code).toBe(2);
  });

  test('50 MB are refused by size', async () => {
    const large = join(folder, 'large.json');
    await writeFile(large, '');
    await truncate(large, 50 * 1024 * 1024);
    const { code, err } = await unknot(['check', '--in', large]);
    expect(err).toMatch(/^unknot check: [^\n]+ is larger than 20 MB and was not read\n$/);
    expect(code).toBe(2);
  });
});

test('help names every command and says what the tool is not', async () => {
  const { code, out } = await unknot(['help']);
  expect(code).toBe(0);
  for (const command of ['check', 'identify', 'plan', 'evaluate', 'export', 'verify', 'serve', 'backup'])
    expect(out).toContain(`unknot ${command}`);
  expect(out).toContain('No emergency tool and no diagnosis');
});
