import { entryOf, readLog } from '@unknot/journal/log';
import { projectionOf } from '@unknot/journal/project';
import { record } from '@unknot/journal/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysOf } from '../crypto/index.ts';
import { badLine, boxedTime, deviceInMemory, dice, type Line, serverInMemory } from './bad-line.test-support.ts';

const keys = keysOf(new Uint8Array(16).fill(7));
const [MINUTE, HOUR] = [60_000, 3_600_000];
const WEEK = 7 * 24 * HOUR;
const good = (): Line => ({ loses: 0, repeats: 0, delays: 20, isCut: false });

function house(seed: number, count = 2, line: () => Line = good) {
  const roll = dice(seed);
  const time = boxedTime();
  const server = serverInMemory(roll);
  const lines = Array.from({ length: count }, line);
  const devices = lines.map((one, i) => deviceInMemory(`d${i}`, keys, badLine(server, one, time, roll), time, roll));
  const [first, second] = devices;
  if (!first || !second) throw new Error('a house has two devices');
  return { roll, time, server, lines, devices, first, second };
}

describe('two devices', () => {
  test('on a good line are in step within a second, live, and then rest', async () => {
    const { time, first, second } = house(1);
    for (let n = 0; n < 250; n++) first.write();
    first.start();
    second.start();
    await time.pass(1000);
    expect(second.ids()).toEqual(first.ids());
    expect(first.status()).toMatchObject({ kind: 'in-step', because: null, pending: 0 });
    second.write();
    await time.pass(200);
    expect(first.ids()).toEqual(second.ids());
    const shown = first.seen.length;
    await time.pass(WEEK);
    expect(first.seen.length).toBe(shown);
  });

  test('a week offline, on a line that loses, repeats, overtakes and delays, end with the same log', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.integer({ min: 0, max: 2 ** 31 }),
          count: fc.integer({ min: 2, max: 3 }),
          loses: fc.double({ min: 0, max: 0.6, noNaN: true }),
          repeats: fc.double({ min: 0, max: 0.6, noNaN: true }),
          delays: fc.integer({ min: 1, max: 30_000 }),
          serverLoses: fc.boolean(),
          serverGoesBack: fc.boolean(),
          restarts: fc.boolean(),
        }),
        async ({ seed, count, loses, repeats, delays, serverLoses, serverGoesBack, restarts }) => {
          const { roll, time, server, lines, devices } = house(seed, count, () => ({
            ...good(),
            loses,
            repeats,
            delays,
          }));
          for (const device of devices) device.start();
          for (let day = 0; day < 7; day++) {
            for (const line of lines) line.isCut = day < 6 && roll() < 0.7;
            for (const device of devices) for (let n = roll() * 40; n > 0; n--) device.write();
            if (serverLoses && day === 3) server.lose();
            if (serverGoesBack && day === 5) server.goBack(2);
            if (restarts) {
              devices[day % count]?.stop();
              devices[day % count]?.start();
            }
            await time.pass(WEEK / 7);
          }
          for (const line of lines) Object.assign(line, good());
          for (const device of devices) device.online(true);
          await time.pass(HOUR);
          const [whole, ...others] = devices.map((device) => device.ids());
          for (const ids of others) expect(ids).toEqual(whole);
          expect(new Set(whole).size).toBe(whole?.length);
          for (const device of devices) expect(device.status()).toMatchObject({ kind: 'in-step', pending: 0 });
        },
      ),
      // 250 runs of another seed were tried by hand
      { seed: 5, numRuns: 20 },
    );
  });
});

test('two devices, one with a clock a year ahead, end with the same state of the person', async () => {
  const { roll, time, lines, first, second } = house(8, 2, () => ({
    ...good(),
    loses: 0.3,
    repeats: 0.3,
    delays: 5000,
  }));
  const YEAR = 365 * 24 * HOUR;
  const write = (device: typeof first, name: string, now: number, minutes: number) => {
    const teller = { now, random: roll, device: name, hlc: null, editions: { atlas: '1', knowledge: '1' } };
    const { event } = record(teller, 'profile.changed', { patch: { ageYears: 20 + minutes } });
    device.put(entryOf(event));
  };
  first.start();
  second.start();
  for (let n = 0; n < 20; n++) {
    for (const line of lines) line.isCut = roll() < 0.5;
    write(first, 'first', time.now(), n);
    write(second, 'second', time.now() + YEAR, n + 20);
    await time.pass(HOUR);
  }
  for (const line of lines) Object.assign(line, good());
  await time.pass(HOUR);
  const stateOf = (device: typeof first) => projectionOf(readLog(device.entries()).told).state;
  expect(first.ids()).toHaveLength(40);
  expect(stateOf(first)).toEqual(stateOf(second));
});

describe('when things go wrong', () => {
  test('a tampered envelope is refused and said; the others go on', async () => {
    const { time, server, first, second } = house(2);
    for (let n = 0; n < 150; n++) first.write();
    first.start();
    await time.pass(1000);
    server.tamper();
    second.start();
    await time.pass(1000);
    expect(second.ids()).toHaveLength(149);
    expect(second.status()).toMatchObject({ kind: 'in-step', unopened: 1 });
    second.write();
    await time.pass(1000);
    expect(first.ids()).toHaveLength(151);
  });

  test('a server that lost everything gets it back from the devices, each entry once', async () => {
    const { time, server, first, second } = house(3);
    for (let n = 0; n < 30; n++) (n % 2 ? first : second).write();
    first.start();
    second.start();
    await time.pass(5000);
    server.lose();
    first.write();
    await time.pass(10 * MINUTE);
    expect(server.held()).toHaveLength(31);
    expect(second.ids()).toEqual(first.ids());
  });

  test('a server whose disk was put back to an older day gets what it misses, although new entries came since', async () => {
    const { time, server, lines, first, second } = house(4);
    first.start();
    second.start();
    for (let n = 0; n < 5; n++) {
      first.write();
      await time.pass(1000);
    }
    const line = lines[0] as Line;
    line.isCut = true;
    server.goBack(1);
    for (let n = 0; n < 5; n++) {
      second.write();
      await time.pass(1000);
    }
    line.isCut = false;
    first.write();
    await time.pass(HOUR);
    expect(first.ids()).toHaveLength(11);
    expect(second.ids()).toEqual(first.ids());
    expect(server.held()).toHaveLength(11);
  });

  test('a browser that threw its storage away has everything again', async () => {
    const { time, first, second } = house(5);
    for (let n = 0; n < 30; n++) first.write();
    first.start();
    second.start();
    await time.pass(5000);
    first.stop();
    first.evict();
    first.start();
    await time.pass(5000);
    expect(first.ids()).toEqual(second.ids());
  });

  test('no line for a day: few knocks, and calm words; back within seconds of its return', async () => {
    const { time, lines, first, second } = house(6);
    first.start();
    second.start();
    await time.pass(1000);
    for (const line of lines) line.isCut = true;
    first.write();
    await time.pass(24 * HOUR);
    expect(first.status()).toMatchObject({ kind: 'waiting', because: 'network', pending: 1 });
    // at most one knock in two and a half minutes, two words about each
    expect(first.seen.length).toBeLessThan(2 * ((24 * 60) / 2.5) + 20);
    for (const line of lines) line.isCut = false;
    first.online(true);
    second.online(true);
    await time.pass(1000);
    expect(second.ids()).toEqual(first.ids());
  });

  test('stopped means silent, whatever was under way', async () => {
    const { time, server, first } = house(7);
    first.write();
    first.start();
    await time.pass(1);
    first.stop();
    const shown = first.seen.length;
    await time.pass(HOUR);
    expect(first.seen.length).toBe(shown);
    expect(server.held()).toEqual([]);
  });
});
