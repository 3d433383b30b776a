import { describe, expect, test } from 'vitest';
import { deskDays, USUAL_BREAK_LIMITS as LIMITS } from '../testing/index.ts';
import {
  advanceDesk,
  type BreakSettings,
  type DeskInput,
  type DeskMoment,
  type DeskState,
  decodeDesk,
  deskView,
  encodeDesk,
  openDesk,
  usualSettings,
  withinLimits,
} from './index.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Monday 09:00 in London, where no summer time is. */
const NINE = Date.UTC(2026, 1, 2, 9);

/** A desk whose clocks are in our hands. */
class Desk {
  state: DeskState;
  readonly said: string[] = [];
  private clock: { epoch: number; mono: number; lifeId: string; zone: string };

  constructor(settings: Partial<BreakSettings> = {}, at = NINE, zone = 'Europe/London') {
    this.clock = { epoch: at, mono: 0, lifeId: 'a', zone };
    this.state = openDesk({ ...usualSettings(LIMITS), ...settings }, LIMITS, this.moment());
  }

  private moment = (): DeskMoment => ({ ...this.clock });

  tell(input: DeskInput): this {
    this.state = advanceDesk(this.state, input, this.moment());
    this.said.push(...this.state.effects.map(({ kind }) => kind));
    return this;
  }

  /** Time goes by with the page looking every ten seconds. */
  sit(ms: number): this {
    for (let gone = 0; gone < ms; gone += 10 * SECOND) {
      const step = Math.min(10 * SECOND, ms - gone);
      this.clock.epoch += step;
      this.clock.mono += step;
      this.tell({ kind: 'tick' });
    }
    return this;
  }

  /** Time goes by, and the page sees nothing of it. */
  gap(ms: number, mono: 'runs' | 'stands'): this {
    this.clock.epoch += ms;
    if (mono === 'runs') this.clock.mono += ms;
    return this.tell({ kind: 'tick' });
  }

  setClock(by: number): this {
    this.clock.epoch += by;
    return this.tell({ kind: 'tick' });
  }

  fly(zone: string): this {
    this.clock.zone = zone;
    return this.tell({ kind: 'tick' });
  }

  reload(ms = 0): this {
    const kept = decodeDesk(encodeDesk(this.state));
    if (!kept) throw new Error('a kept desk must be read again');
    this.state = kept;
    this.clock = { ...this.clock, epoch: this.clock.epoch + ms, mono: 5, lifeId: `${this.clock.lifeId}a` };
    return this.tell({ kind: 'tick' });
  }

  get offers(): number {
    return this.said.filter((kind) => kind === 'offer').length;
  }

  get dueInMinutes(): number | null {
    const view = deskView(this.state);
    return view.kind === 'counting' || view.kind === 'held' ? Math.round(view.dueInMs / MINUTE) : null;
  }
}

describe('when a break comes', () => {
  test('PRV-01: after thirty minutes at the screen, and not before', () => {
    const desk = new Desk().sit(29.5 * MINUTE);
    expect(desk.offers).toBe(0);
    expect(desk.sit(MINUTE).offers).toBe(1);
  });

  test('PRV-01: a rhythm outside the known range is brought back into it', () => {
    const wild = { ...usualSettings(LIMITS), everyMinutes: 2, breakSeconds: 4000 };
    expect(withinLimits(wild, LIMITS)).toMatchObject({ everyMinutes: 20, breakSeconds: 180 });
  });

  test('PRV-02: before the hours nothing counts; the count begins with them, and ends with them', () => {
    const desk = new Desk({}, NINE - 2 * HOUR).sit(2 * HOUR);
    expect(desk.offers).toBe(0);
    expect(desk.dueInMinutes).toBe(30);
    const late = new Desk({}, NINE + 7.75 * HOUR).sit(HOUR);
    expect(late.offers).toBe(0);
    expect(deskView(late.state)).toEqual({ kind: 'outside-hours', until: NINE + 24 * HOUR });
  });

  test('PRV-02: a night shift goes on past midnight', () => {
    const night = { from: 22 * 60, to: 6 * 60 };
    const desk = new Desk({ hours: { 1: night } }, NINE + 13 * HOUR).sit(3 * HOUR);
    expect(desk.offers).toBeGreaterThan(3);
  });

  test('a day off has no hours and no breaks', () => {
    const desk = new Desk({ hours: {} }).sit(2 * HOUR);
    expect(desk.offers).toBe(0);
    expect(deskView(desk.state)).toEqual({ kind: 'outside-hours', until: null });
  });
});

describe('clocks', () => {
  test('PRV-03: a clock set back three hours, or forward by a minute, changes nothing', () => {
    const hours = { 1: { from: 0, to: 1440 } };
    for (const by of [-3 * HOUR, MINUTE]) {
      const desk = new Desk({ hours }).sit(20 * MINUTE).setClock(by);
      expect(desk.dueInMinutes).toBe(10);
      expect(desk.sit(11 * MINUTE).offers).toBe(1);
    }
  });

  test.each([
    ['runs', 'a machine whose clock runs on'],
    ['stands', 'a machine whose clock stands still'],
  ] as const)('PRV-04: an hour of sleep is a pause: %s', (mono, _machine) => {
    const desk = new Desk().sit(25 * MINUTE).gap(HOUR, mono);
    expect(desk.dueInMinutes).toBe(30);
    expect(desk.state.days.at(-1)).toMatchObject({ pauses: 1 });
    expect(desk.sit(29 * MINUTE).offers).toBe(0);
  });

  test('PRV-04: a page that the browser stopped offers at once what became due meanwhile', () => {
    const desk = new Desk()
      .sit(25 * MINUTE)
      .tell({ kind: 'frozen' })
      .gap(20 * MINUTE, 'runs');
    expect(desk.offers).toBe(1);
    expect(
      new Desk()
        .sit(25 * MINUTE)
        .tell({ kind: 'frozen' })
        .gap(3 * HOUR, 'runs').offers,
    ).toBe(0);
  });

  test('PRV-04: a reload goes on where it was; a page closed for long begins anew', () => {
    expect(new Desk().sit(25 * MINUTE).reload(20 * SECOND).dueInMinutes).toBe(5);
    expect(new Desk().sit(25 * MINUTE).reload(20 * MINUTE).dueInMinutes).toBe(30);
    const hours = { 1: { from: 0, to: 1440 } };
    expect(new Desk({ hours }).sit(25 * MINUTE).reload(-HOUR).dueInMinutes).toBe(5);
  });

  test('PRV-05: hours follow the person to another time zone', () => {
    const desk = new Desk().sit(10 * MINUTE).fly('America/New_York');
    expect(deskView(desk.state)).toEqual({ kind: 'outside-hours', until: NINE + 5 * HOUR });
  });

  test('PRV-05: a fixed time that the clocks jump over comes later, one that comes twice comes once', () => {
    const allDay = { 7: { from: 0, to: 1439 } };
    const settings = { hours: allDay, fixedTimes: [90], everyMinutes: 60 };
    // Europe/London: 29 March 2026, 01:00 becomes 02:00; 25 October 2026, 02:00 becomes 01:00
    const spring = new Desk(settings, Date.UTC(2026, 2, 29, 0, 40)).tell({ kind: 'quiet', minutes: 0 });
    spring.sit(49 * MINUTE);
    expect(spring.offers).toBe(0);
    spring.sit(2 * MINUTE);
    expect(spring.state.offer?.because).toBe('time');
    const autumn = new Desk(settings, Date.UTC(2026, 9, 25, 0, 10)).sit(21 * MINUTE);
    expect(autumn.state.offer?.because).toBe('time');
    autumn
      .tell({ kind: 'skip' })
      .sit(45 * MINUTE)
      .tell({ kind: 'take' })
      .tell({ kind: 'done', standing: false });
    autumn.sit(20 * MINUTE);
    expect(autumn.said.filter((kind) => kind === 'offer')).toHaveLength(1);
  });

  test('PRV-15: a clock set back over midnight finds its day again, with its sums', () => {
    const hours = { 1: { from: 0, to: 1440 }, 2: { from: 0, to: 1440 } };
    const desk = new Desk({ hours }, NINE + 14.5 * HOUR).sit(20 * MINUTE);
    desk.setClock(HOUR).setClock(-HOUR);
    expect(desk.state.days.at(-1)).toMatchObject({ day: '2026-02-02', seatedMs: 20 * MINUTE });
    expect(desk.said).toContain('day-over');
  });
});

test('PRV-06: the night is no pause at the desk; an hour at lunch with the page closed is one', () => {
  const night = new Desk().sit(7 * HOUR).reload(17 * HOUR);
  expect(night.state.days.at(-1)).toMatchObject({ day: '2026-02-03', pauses: 0 });
  const lunch = new Desk().sit(20 * MINUTE).reload(HOUR);
  expect(lunch.state.days.at(-1)).toMatchObject({ day: '2026-02-02', pauses: 1 });
});

describe('what holds a break back', () => {
  const due = () => new Desk().sit(29 * MINUTE);

  test('PRV-07: a meeting in the calendar; the break comes when it is over', () => {
    const desk = due().tell({ kind: 'busy', busy: [{ from: NINE, to: NINE + HOUR }] });
    expect(desk.sit(30 * MINUTE).offers).toBe(0);
    expect(deskView(desk.state)).toMatchObject({ kind: 'held', because: 'busy', until: NINE + HOUR });
    expect(desk.sit(MINUTE + 10 * SECOND).offers).toBe(1);
  });

  test('PRV-07: full screen, a session, an empty chair', () => {
    for (const [on, off] of [
      [
        { kind: 'full-screen', on: true },
        { kind: 'full-screen', on: false },
      ],
      [
        { kind: 'session', on: true },
        { kind: 'session', on: false },
      ],
      [
        { kind: 'presence', presence: 'idle', forMs: MINUTE },
        { kind: 'presence', presence: 'active' },
      ],
    ] as const satisfies readonly (readonly [DeskInput, DeskInput])[]) {
      const desk = due().tell(on);
      expect(desk.sit(2 * MINUTE).offers, on.kind).toBe(0);
      expect(desk.tell(off).offers, on.kind).toBe(1);
    }
  });

  test('PRV-07: quiet for half an hour, and until tomorrow', () => {
    const desk = due().tell({ kind: 'quiet', minutes: 30 });
    expect(desk.sit(29 * MINUTE).offers).toBe(0);
    expect(desk.sit(MINUTE + 10 * SECOND).offers).toBe(1);
    const today = due().tell({ kind: 'quiet', minutes: 'tomorrow' });
    expect(today.sit(7 * HOUR).offers).toBe(0);
    today.gap(17 * HOUR, 'runs');
    expect(today.sit(31 * MINUTE).offers).toBe(1);
  });
});

describe('natural pauses', () => {
  test('PRV-06: five minutes without input begin the count anew', () => {
    const desk = new Desk().sit(25 * MINUTE).tell({ kind: 'presence', presence: 'idle', forMs: MINUTE });
    desk.sit(4.5 * MINUTE).tell({ kind: 'presence', presence: 'active' });
    expect(desk.dueInMinutes).toBe(30);
    expect(desk.state.days.at(-1)).toMatchObject({ pauses: 1 });
  });

  test('PRV-06: four minutes without input were reading', () => {
    const desk = new Desk().sit(25 * MINUTE).tell({ kind: 'presence', presence: 'active' });
    desk.tell({ kind: 'presence', presence: 'idle', forMs: MINUTE }).sit(3 * MINUTE);
    expect(desk.tell({ kind: 'presence', presence: 'active' }).dueInMinutes).toBe(2);
  });

  test('PRV-06: time away during a break is not given back to the sitting', () => {
    const desk = new Desk().tell({ kind: 'presence', presence: 'active' }).sit(31 * MINUTE);
    desk.tell({ kind: 'take' }).sit(MINUTE);
    desk
      .tell({ kind: 'presence', presence: 'idle', forMs: MINUTE })
      .sit(2 * MINUTE)
      .tell({ kind: 'done', standing: false });
    expect(desk.tell({ kind: 'presence', presence: 'active' }).dueInMinutes).toBe(30);
  });

  test('PRV-09: going away answers an offer', () => {
    const desk = new Desk().sit(31 * MINUTE).tell({ kind: 'presence', presence: 'idle', forMs: MINUTE });
    desk.sit(5 * MINUTE);
    expect(desk.state.offer).toBeNull();
    expect(desk.said).toEqual(['offer', 'offer-over']);
  });
});

describe('answers', () => {
  test('PRV-09: nobody answers: it goes by itself after ten minutes, and is counted as nothing bad', () => {
    const desk = new Desk().sit(30 * MINUTE).sit(10 * MINUTE + 10 * SECOND);
    expect(desk.state.offer).toBeNull();
    expect(desk.state.days.at(-1)).toMatchObject({ offered: 1, passed: 1, skipped: 0 });
    expect(desk.dueInMinutes).toBe(30);
  });

  test('PRV-09: a reload with an offer standing makes no second one', () => {
    const desk = new Desk()
      .sit(31 * MINUTE)
      .reload(5 * SECOND)
      .sit(MINUTE);
    expect(desk.offers).toBe(1);
    expect(deskView(desk.state).kind).toBe('offered');
  });

  test('PRV-10: later is five minutes; a skip begins anew', () => {
    const desk = new Desk()
      .sit(31 * MINUTE)
      .tell({ kind: 'later', minutes: 5 })
      .sit(4 * MINUTE);
    expect(desk.offers).toBe(1);
    expect(desk.sit(MINUTE + 10 * SECOND).offers).toBe(2);
    expect(desk.tell({ kind: 'skip' }).dueInMinutes).toBe(30);
  });

  test('PRV-10: three skips in a row ask about the rhythm once; a break in between asks nothing', () => {
    const skip = (desk: Desk) => desk.sit(31 * MINUTE).tell({ kind: 'skip' });
    const desk = skip(skip(new Desk()));
    expect(desk.state.askRhythm).toBe(false);
    expect(skip(desk).state.askRhythm).toBe(true);
    expect(skip(desk.tell({ kind: 'rhythm-answered' })).state.askRhythm).toBe(false);
    const kind = skip(skip(new Desk()))
      .sit(31 * MINUTE)
      .tell({ kind: 'take' })
      .tell({ kind: 'done', standing: false });
    expect(skip(kind).state.askRhythm).toBe(false);
  });

  test('PRV-16: a break nobody comes back from is over after fifteen minutes, and was taken', () => {
    const desk = new Desk()
      .sit(31 * MINUTE)
      .tell({ kind: 'take' })
      .sit(15 * MINUTE);
    expect(desk.state.onBreak).toBeNull();
    expect(desk.state.days.at(-1)).toMatchObject({ taken: 1 });
  });

  test('PRV-08: a fixed break comes at its time, and not when there was one just before', () => {
    const fixedTimes = [9 * 60 + 20];
    expect(new Desk({ fixedTimes }).sit(20 * MINUTE + 10 * SECOND).state.offer?.because).toBe('time');
    const rested = new Desk({ fixedTimes })
      .sit(12 * MINUTE)
      .tell({ kind: 'take' })
      .tell({ kind: 'done', standing: false });
    expect(rested.sit(15 * MINUTE).offers).toBe(0);
  });
});

test('PRV-08: a fixed break that waits is not lost when the same settings are told again; a time set too late is for tomorrow', () => {
  const settings = { ...usualSettings(LIMITS), fixedTimes: [9 * 60 + 20] };
  const desk = new Desk(settings).tell({ kind: 'full-screen', on: true }).sit(25 * MINUTE);
  desk.tell({ kind: 'settings', settings }).tell({ kind: 'full-screen', on: false });
  expect(desk.state.offer?.because).toBe('time');
  const late = new Desk().sit(25 * MINUTE).tell({ kind: 'settings', settings });
  expect(late.sit(4 * MINUTE).offers).toBe(0);
});

describe('standing and water', () => {
  const sitStand = { standMinutes: 10, startedOn: '2026-02-02' };

  test('PRV-11: a break says to come back standing, says when it is enough, and not more than twenty minutes in the first week', () => {
    const desk = new Desk({ sitStand });
    const offered: boolean[] = [];
    for (let n = 0; n < 8; n++) {
      while (!desk.state.offer) desk.sit(MINUTE);
      const standing = desk.state.offer.stand;
      offered.push(standing);
      desk
        .tell({ kind: 'take' })
        .tell({ kind: 'done', standing })
        .sit(11 * MINUTE);
    }
    expect(offered.filter(Boolean)).toHaveLength(2);
    expect(desk.said.filter((kind) => kind === 'sit-down')).toHaveLength(2);
    expect(desk.state.days.at(-1)?.standMs).toBeLessThanOrEqual(20.5 * MINUTE);
  });

  test('PRV-12: water comes with a break once an hour, and only if wanted', () => {
    const wanted = new Desk({ water: true });
    const water: boolean[] = [];
    for (let n = 0; n < 4; n++) {
      wanted.sit(31 * MINUTE);
      water.push(wanted.state.offer?.water ?? false);
      wanted.tell({ kind: 'skip' });
    }
    expect(water).toEqual([true, false, true, false]);
    expect(new Desk().sit(31 * MINUTE).state.offer?.water).toBe(false);
  });
});

describe('what is kept', () => {
  test.each(['', 'null', '{}', '{"version":0,"state":{}}', '{"version":1,"state":{"now":{}}}'])(
    'a desk that cannot be read is a new day: %s',
    (text) => {
      expect(decodeDesk(text)).toBeNull();
    },
  );
});

test('PRV-03 to PRV-09: in 200 made-up days 99 of 100 breaks come within a minute of the first moment, none twice', () => {
  const { due, inTime, twice, early, p99Seconds } = deskDays({ days: 200, seed: 1 });
  expect(due).toBeGreaterThan(2000);
  expect(inTime / due).toBeGreaterThanOrEqual(0.99);
  expect(twice).toBe(0);
  expect(early / due).toBeLessThan(0.01);
  expect(p99Seconds).toBeLessThanOrEqual(60);
});
