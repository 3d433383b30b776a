import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BadInput, fieldsOf, nearest, numberIn, oneOf, onlyFields, parseJson, readInput, shown } from './index.ts';

const SEED = 4747;

describe('text that is not JSON is placed', () => {
  test.each([
    ['', 'the input is empty: JSON was expected'],
    ['  \n', 'the input is empty: JSON was expected'],
    ['{"age": 4', 'the input ends too early: JSON was expected'],
    ['{"facts": {"fever": tr', 'the input ends too early: JSON was expected'],
    ['{"facts": {"fev', 'the input ends too early: JSON was expected'],
    ['[1, 2,', 'the input ends too early: JSON was expected'],
    ['hello', 'the input is not JSON: it goes wrong at line 1, column 1'],
    ['{"age": 40,\n  "sex": f}', 'the input is not JSON: it goes wrong at line 2, column 10'],
    ['{"age": 40}}', 'the input is not JSON: it goes wrong at line 1, column 12'],
    ['{"age": 040}', 'the input is not JSON: it goes wrong at line 1, column 10'],
    ["{'age': 40}", 'the input is not JSON: it goes wrong at line 1, column 2'],
    ['[1 2]', 'the input is not JSON: it goes wrong at line 1, column 4'],
    ['[1, ]', 'the input is not JSON: it goes wrong at line 1, column 5'],
    ['{"a": NaN}', 'the input is not JSON: it goes wrong at line 1, column 7'],
    ['<html>', 'the input is not JSON: it goes wrong at line 1, column 1'],
  ])('%j', (text, message) => {
    expect(() => parseJson(text, 'the input')).toThrow(new BadInput(message));
  });

  test('every JSON text cut short ends too early, and is never placed before the cut', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const start = text.trimEnd().slice(0, cut % text.length);
        let message = '';
        try {
          JSON.parse(start);
        } catch {
          try {
            parseJson(start, 'it');
          } catch (trouble) {
            message = (trouble as Error).message;
          }
          expect(message).toMatch(/^it (ends too early|is empty)/);
        }
      }),
      { seed: SEED },
    );
  });

  test('a deep tower of brackets is read without falling over', () => {
    expect(() => parseJson('['.repeat(200_000), 'it')).toThrow('it ends too early');
  });
});

describe('files and pipes', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unknot-input-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('a file is read', async () => {
    await writeFile(join(folder, 'case.json'), '{"age": 40}');
    expect(await readInput(join(folder, 'case.json'))).toEqual({ age: 40 });
  });

  test('50 MB are refused by size, before reading', async () => {
    const large = join(folder, 'large.json');
    await writeFile(large, '');
    await truncate(large, 50 * 1024 * 1024);
    await expect(readInput(large)).rejects.toThrow(/is larger than 20 MB and was not read$/);
  });

  test('a pipe that does not end is cut off at the limit', async () => {
    let given = 0;
    const endless = (async function* () {
      for (;;) {
        given += 1;
        yield Buffer.alloc(1024 * 1024, ' ');
      }
    })();
    await expect(readInput(undefined, endless as unknown as NodeJS.ReadStream)).rejects.toThrow(
      'the input is larger than 20 MB and was not read',
    );
    expect(given).toBe(21);
  });

  test('a missing file, a folder and bytes that are not text are named', async () => {
    await expect(readInput(join(folder, 'none.json'))).rejects.toThrow(/cannot be read: there is no such file$/);
    await expect(readInput(folder)).rejects.toThrow(/cannot be read: this is a folder$/);
    await writeFile(join(folder, 'picture.json'), new Uint8Array([0xff, 0xfe, 0x00]));
    await expect(readInput(join(folder, 'picture.json'))).rejects.toThrow(/is not text in UTF-8$/);
  });
});

describe('fields', () => {
  test.each([
    ['an object for a list', () => fieldsOf([], 'facts'), 'facts must be an object, got []'],
    ['a number too large', () => numberIn(11, 'intensity', 0, 10), 'intensity must be a number from 0 to 10, got 11'],
    ['not a number', () => numberIn(Number.NaN, 'age', 0, 120), 'age must be a number from 0 to 120, got null'],
    ['a number as text', () => numberIn('4', 'age', 0, 120), 'age must be a number from 0 to 120, got "4"'],
    [
      'a slip in a name',
      () => onlyFields({ agee: 1 }, ['age', 'sex']),
      'agee is not a field we know; did you mean "age"? (known: age, sex)',
    ],
    [
      'a slip in an id',
      () => oneOf('levator-scapula', 'muscle', 'a muscle', ['levator-scapulae', 'scalenes']),
      'muscle "levator-scapula" is not a muscle; did you mean "levator-scapulae"? (known: levator-scapulae, scalenes)',
    ],
    [
      'a hostile name',
      () => onlyFields({ '\u001b[31m\n': 1 }, ['age']),
      '"\\u001b[31m\\n" is not a field we know (known: age)',
    ],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(new BadInput(message));
  });
});

test.each([
  ['sadle-numb', 'saddle-numb'],
  ['SADDLE-NUMB', 'saddle-numb'],
  ['fevr', 'fever'],
  ['banana', undefined],
  ['', undefined],
])('for %j we suggest %j', (word, suggestion) => {
  expect(nearest(word, ['saddle-numb', 'fever', 'bladder-change'])).toBe(suggestion);
});

test('whatever a string holds, it is shown as one short line that cannot steer a terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const line = shown(text);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      expect(line.length).toBeLessThan(500);
    }),
    { seed: SEED },
  );
});
