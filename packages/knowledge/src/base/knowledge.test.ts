// The decoder and the integrity checks, tried on the real data: whole, and with one thing broken at a time.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Knowledge } from '../schema/index.ts';
import { checkIntegrity, type DataFile, decodeKnowledge, sentence, slices } from './index.ts';

const folder = join(import.meta.dirname, '../../data');
const files: readonly DataFile[] = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ path: relative(folder, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));

const decoded = decodeKnowledge(files);
if (decoded.kind === 'broken') throw new Error(decoded.problems.map(sentence).join('\n'));
const { knowledge } = decoded;

/** What decoding says when the text of one file is changed. */
function faultsOf(path: string, change: (text: string) => string): readonly string[] {
  const changed = files.map((file) => (file.path === path ? { path, text: change(file.text) } : file));
  const result = decodeKnowledge(changed);
  return result.kind === 'ok' ? [] : result.problems.map(sentence);
}

/** What the integrity check says when something in the decoded knowledge is changed. */
function faultsAfter(change: (knowledge: Writable<Knowledge>) => void): readonly string[] {
  const copy = structuredClone(knowledge) as Writable<Knowledge>;
  change(copy);
  return checkIntegrity(copy as Knowledge).map(sentence);
}

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

function named<T extends { id: string }>(entries: readonly T[], id: string): T {
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`the test needs ${id}`);
  return entry;
}

describe('the decoder names file and field', () => {
  const path = 'muscles/levator-scapulae.json';

  test('of text that is not JSON', () => {
    expect(faultsOf(path, (text) => text.slice(0, 200))).toEqual([expect.stringMatching(`^${path}: is not JSON: `)]);
  });

  test('of a value of the wrong type', () => {
    expect(faultsOf(path, (text) => text.replace(/"weight": [\d.]+/, '"weight": "much"'))).toEqual([
      `${path}: triggerPoints.0.referral.0.weight: must be number, got "much"`,
    ]);
  });

  test('of a number out of range', () => {
    expect(faultsOf(path, (text) => text.replace(/"weight": [\d.]+/, '"weight": 1.2'))).toEqual([
      `${path}: triggerPoints.0.referral.0.weight: is a share and cannot be above 1`,
    ]);
  });

  test('of a field nobody knows, and of a field that is missing', () => {
    expect(faultsOf(path, (text) => text.replace('"latinName"', '"latin"'))).toEqual([
      `${path}: latinName: is missing`,
      `${path}: latin: is not a known field`,
    ]);
  });

  test('of a blank text', () => {
    expect(faultsOf(path, (text) => text.replace(/"plainName": "[^"]+"/, '"plainName": " "'))).toEqual([
      `${path}: plainName: is blank`,
    ]);
  });

  test('of an id that is used twice in one kind', () => {
    const faults = faultsOf('facts/illness.json', (text) => text.replace('"id": "rigors"', '"id": "fever"'));
    expect(faults).toEqual([
      expect.stringMatching(/^facts\/illness\.json: \d+\.id: duplicate id fever, also in facts\/illness\.json$/),
    ]);
  });

  test('of a key that is written twice in one object, where JSON would keep the last one silently', () => {
    const faults = faultsOf('technique-words.json', (text) =>
      text.replace('"tagVocabulary": {', '"tagVocabulary": { "heat": "any warmth", '),
    );
    expect(faults).toEqual(['technique-words.json: heat: appears twice in one object']);
  });

  test('of a logic with a misspelt part', () => {
    const rule = 'red-flags/cauda-equina-recent.json';
    expect(faultsOf(rule, (text) => text.replace('"any": [', '"anny": [')).join('\n')).toContain(`${rule}: logic`);
  });

  test('of a file that is not named after what is in it', () => {
    const moved = files.map((file) => (file.path === path ? { ...file, path: 'muscles/levator.json' } : file));
    const result = decodeKnowledge(moved);
    expect(result.kind === 'broken' && result.problems.map(sentence)).toEqual([
      'muscles/levator.json: id: is levator-scapulae, but the file is not named after it',
    ]);
  });

  test('of a file that is missing, and of a file that has no place', () => {
    const result = decodeKnowledge([
      ...files.filter((file) => file.path !== 'regions.json'),
      { path: 'notes.txt', text: 'remember the milk' },
    ]);
    expect(result.kind === 'broken' && result.problems.map(sentence)).toEqual([
      'notes.txt: is not a place for knowledge',
      'regions.json: is missing',
    ]);
  });

  test('of any file that is cut short anywhere', () => {
    fc.assert(
      fc.property(fc.nat(files.length - 1), fc.double({ min: 0, max: 0.99, noNaN: true }), (index, where) => {
        const file = files[index] as DataFile;
        const cut = file.text.trimEnd();
        const faults = faultsOf(file.path, () => cut.slice(0, Math.floor(cut.length * where)));
        expect(faults.some((fault) => fault.startsWith(`${file.path}: is not JSON`))).toBe(true);
      }),
      { seed: 20261121, numRuns: 20 },
    );
  });
});

test('the order in which files are read changes nothing', () => {
  expect(decodeKnowledge(files.toReversed())).toEqual(decoded);
});

describe('the integrity check finds', () => {
  const broken: readonly (readonly [what: string, change: (k: Writable<Knowledge>) => void, fault: RegExp])[] = [
    [
      'a neighbour that does not answer',
      (k) => named(k.regions, 'neck-angle').neighbours.push('calf-medial'),
      /^regions\.json: neck-angle\.neighbours: names /,
    ],
    [
      'a referral into nowhere',
      (k) => {
        const referral = named(k.muscles, 'infraspinatus').triggerPoints[0]?.referral[0];
        if (referral) referral.region = 'third-elbow';
      },
      /^muscles\/infraspinatus\.json: triggerPoints\.\S+\.referral: names a region that does not exist: third-elbow/,
    ],
    [
      'a self-test id in two muscles',
      (k) => named(k.muscles, 'rhomboids').selfTests.push(...named(k.muscles, 'soleus').selfTests),
      /^muscles\/soleus\.json: selfTests: duplicate id /,
    ],
    [
      'a roller back on the low back',
      (k) => named(k.muscles, 'iliocostalis-lumborum').palpation.tools.push('foam-roller'),
      /^muscles\/iliocostalis-lumborum\.json: palpation\.tools: has foam-roller, which dose rule roller-volume forbids/,
    ],
    [
      'a rule that uses a fact it does not ask',
      (k) => {
        named(k.rules, 'heart').asks.pop();
      },
      /^red-flags\/heart\.json: asks: leaves out /,
    ],
    [
      'a number fact compared with yes',
      (k) => {
        named(k.rules, 'heart').logic = { fact: 'age-years', op: '==', value: true };
      },
      /^red-flags\/heart\.json: logic: compares age-years, a number fact, with true/,
    ],
    [
      'a test vector that expects less than its rules',
      (k) => {
        const vector = named(k.rules, 'cauda-equina-recent').testVectors[0];
        if (vector) vector.expectLevel = 'see-doctor';
      },
      /^red-flags\/cauda-equina-recent\.json: testVectors\.0\.expectLevel: is see-doctor, but .* reach emergency/,
    ],
    [
      'a region that no fact mapping knows',
      (k) => {
        k.factMapping.regions = k.factMapping.regions.filter(({ region }) => region !== 'neck-angle');
      },
      /^fact-mapping\.json: regions: leaves out neck-angle/,
    ],
    [
      'a dose above its rule',
      (k) => {
        named(k.techniques, 'cold-pack').dose.totalMinutesMax = 25;
      },
      /^techniques\/cold-pack\.json: dose: totalMinutesMax 25 is above 15 \(dose rule cold-time\)/,
    ],
    [
      'a still hold below its rule',
      (k) => {
        named(k.techniques, 'hand-press-levator').dose.holdSeconds = 3;
      },
      /^techniques\/hand-press-levator\.json: dose: holdSeconds 3 is below 20 \(dose rule pressure-hold\)/,
    ],
    [
      'a contraindication that a technique has lost',
      (k) => {
        const technique = named(k.techniques, 'ball-floor-back');
        technique.contraindications = technique.contraindications.filter((id) => id !== 'osteoporosis');
      },
      /^techniques\/ball-floor-back\.json: contraindications: leaves out osteoporosis/,
    ],
    [
      'a technique without its tool',
      (k) => {
        named(k.techniques, 'ball-floor-back').toolIds = ['bowling-ball'];
      },
      /^techniques\/ball-floor-back\.json: toolIds: names a tool that does not exist: bowling-ball/,
    ],
    [
      'a place with furniture that does not exist',
      (k) => {
        k.techniqueVocabulary.surroundings.home.furniture = ['chaise longue'];
      },
      /^technique-words\.json: surroundings\.home\.furniture: names a tool that does not exist: chaise longue/,
    ],
    [
      'a chair that has to be brought to where it stands',
      (k) => {
        k.techniqueVocabulary.surroundings.work.inReach = ['chair'];
      },
      /^technique-words\.json: surroundings\.work\.inReach: has chair, which is furniture there/,
    ],
    [
      'a source nobody has listed',
      (k) => {
        named(k.conditions, 'pregnancy').sources.push('my-aunt');
      },
      /^conditions\/pregnancy\.json: sources: names a source that does not exist: my-aunt/,
    ],
    [
      'a figure without a source',
      (k) => {
        named(k.techniques, 'walking').evidence.sources = [];
      },
      /^techniques\/walking\.json: evidence\.summary: gives a figure, but there is no source/,
    ],
    [
      'a claim that points nowhere',
      (k) => {
        const claim = k.seedArticles[0]?.claims[0];
        if (claim) claim.carriedBy = [];
      },
      /^seed-claims \(.*\): s0-001\.carriedBy: points nowhere/,
    ],
    [
      'a claim that points at something that does not exist',
      (k) => {
        k.seedArticles[0]?.claims[0]?.carriedBy.push({ kind: 'technique', id: 'magic-hands' });
      },
      /s0-001\.carriedBy: names a technique that does not exist: magic-hands/,
    ],
    [
      'a library text that answers nothing',
      (k) => {
        named(k.library, 'scans').id = 'scones';
      },
      /^library\/scones\.json: id: answers no seed claim/,
    ],
    [
      'a word we never say',
      (k) => {
        named(k.techniques, 'slow-strokes').steps.push('Rub until the toxins are gone.');
      },
      /^techniques\/slow-strokes\.json: steps\.\d+: says "toxins"/,
    ],
  ];

  test.each(broken)('%s', (_what, change, fault) => {
    expect(faultsAfter(change)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
  });
});

describe('the knowledge of this edition', () => {
  test('holds together', () => {
    expect(checkIntegrity(knowledge).map(sentence)).toEqual([]);
  });

  test('has everything that was collected', () => {
    const counts = {
      muscles: knowledge.muscles.length,
      triggerPoints: knowledge.muscles.flatMap(({ triggerPoints }) => triggerPoints).length,
      selfTests: knowledge.muscles.flatMap(({ selfTests }) => selfTests).length,
      regions: knowledge.regions.length,
      techniques: knowledge.techniques.length,
      conditions: knowledge.conditions.length,
      rules: knowledge.rules.length,
      vectors: knowledge.rules.flatMap(({ testVectors }) => testVectors).length + knowledge.quietVectors.length,
      facts: knowledge.facts.length,
      measures: knowledge.outcomes.measures.length,
      sources: knowledge.sources.length,
      claims: knowledge.seedArticles.flatMap(({ claims }) => claims).length,
    };
    const collected = {
      muscles: 47,
      triggerPoints: 81,
      selfTests: 111,
      regions: 111,
      techniques: 152,
      conditions: 67,
      rules: 80,
      vectors: 25,
      facts: 134,
      measures: 19,
      sources: 408,
      claims: 293,
    };
    for (const [kind, count] of Object.entries(collected))
      expect(counts[kind as keyof typeof counts], kind).toBeGreaterThanOrEqual(count);
  });

  test('keeps the roller to the upper back, the side of the back and the buttock', () => {
    const allowed = [
      'trapezius-lower',
      'teres-major',
      'latissimus-dorsi',
      'iliocostalis-thoracis',
      'gluteus-maximus',
      'gluteus-medius',
    ];
    const rolled = knowledge.muscles.filter(({ palpation }) => palpation.tools.includes('foam-roller'));
    expect(rolled.map(({ id }) => id).toSorted()).toEqual(allowed.toSorted());
  });

  test('lets nobody press the front or side of the neck, the belly, the armpit or the inner arm', () => {
    for (const id of [
      'scm-sternal',
      'scm-clavicular',
      'scalenes',
      'rectus-abdominis',
      'iliopsoas',
      'subscapularis',
      'coracobrachialis',
      'pelvic-floor-posterior',
    ]) {
      expect(named(knowledge.muscles, id).palpation.tools, id).toEqual([]);
      const pressing = knowledge.techniques.filter(
        ({ tags, targets }) => tags.includes('pressure') && targets.includes(id),
      );
      expect(
        pressing.map((technique) => technique.id),
        id,
      ).toEqual([]);
    }
  });

  test('keeps tools off the neck: fingers only behind, no percussion above the shoulder line', () => {
    const tools = new Map(knowledge.muscles.map(({ id, palpation }) => [id, palpation.tools]));
    const neck = knowledge.muscles.filter(({ group }) => group === 'head-neck').map(({ id }) => id);
    for (const id of neck)
      expect(
        tools.get(id)?.every((tool) => tool === 'hand' || tool === 'partner'),
        id,
      ).toBe(true);
    const above = knowledge.muscles
      .filter(({ group }) => group === 'head-neck' || group === 'neck-shoulder')
      .map(({ id }) => id);
    const percussion = knowledge.techniques.filter(({ tags }) => tags.includes('percussion'));
    expect(percussion.flatMap(({ targets }) => targets).filter((target) => above.includes(target))).toEqual([]);
  });

  test('asks for a tool wherever the steps use one, and never for a mat', () => {
    for (const { id, toolIds, steps, position } of knowledge.techniques) {
      const text = [position, ...steps].join(' ').toLowerCase();
      if (/\broller\b/.test(text))
        expect(
          toolIds.some((tool) => /roller/.test(tool)),
          id,
        ).toBe(true);
      if (/\bballs?\b(?<!size of a ball)/.test(text))
        expect(
          toolIds.some((tool) => /ball/.test(tool)),
          id,
        ).toBe(true);
      expect(toolIds, id).not.toContain('mat');
    }
  });

  test('finds at home what homes have, and nothing there that only some have', () => {
    const { home, bed, travel } = knowledge.techniqueVocabulary.surroundings;
    for (const thing of ['wall', 'chair', 'towel', 'shower']) expect(home.furniture).toContain(thing);
    for (const place of ['wall', 'floor', 'bed', 'shower']) expect(home.places).toContain(place);
    for (const thing of ['bath', 'ball', 'heat-pack', 'mat']) expect(home.furniture).not.toContain(thing);
    expect([bed.places.includes('shower'), travel.furniture]).toEqual([false, []]);
  });

  test('is compiled into slices of a size that loads quickly, the same every time', () => {
    const first = slices(knowledge);
    expect(JSON.stringify(slices(knowledge))).toBe(JSON.stringify(first));
    expect(gzipSync(JSON.stringify(first.check)).length).toBeLessThan(45_000);
    expect(gzipSync(JSON.stringify(first.identify)).length).toBeLessThan(45_000);
    expect(JSON.stringify([first.check, first.plan])).not.toContain('seedClaims');
  });
});

describe('the wording rules', () => {
  const caught = (text: string) =>
    knowledge.wording.forbidden.some(({ pattern }) => new RegExp(pattern, 'i').test(text));

  test.each([
    'You have a trigger point in the levator.',
    'The cause is your chair.',
    '82% probability',
    'You are safe.',
    'It is only a knot.',
    'Nothing serious.',
    'This will relieve the pain.',
    'Heat cures it.',
    'Proven to work.',
    'Press as hard as you can.',
    'No pain, no gain.',
    'It drives out toxins and waste.',
    'The muscle has scar tissue and adhesions.',
    'A vertebra is out of place.',
    'Fix your posture.',
    'Bad posture causes this.',
    'Take 400 mg now.',
    'You will be better in a week.',
    'Push through.',
    'Doctors recommend it.',
    'Release the knot.',
    'You missed two days.',
  ])('never say: %s', (text) => {
    expect(caught(text)).toBe(true);
  });

  test.each([
    'Your drawing fits the pattern described for the levator.',
    'Possible. The same pain can come from a joint, nerve or organ.',
    'No warning sign found in your answers today.',
    'May ease; in a trial of 96 people the average drop was 1.4 points.',
    'Gentle pressure up to four out of ten.',
    'Tender spot, guarded muscle.',
    'Change position often.',
    'Label facts; ask a pharmacist.',
    'Many people improve in weeks; some do not, and that is a reason to be seen.',
    'Have you been told you have a slipped disc?',
    'A round back while lifting is not proven harmful.',
  ])('may say: %s', (text) => {
    expect(caught(text)).toBe(false);
  });
});
