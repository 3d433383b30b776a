import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advance,
  begin,
  type Cue,
  cuesOf,
  decode,
  encode,
  FINISH_REASONS,
  type Moment,
  needsHelpNow,
  opensCheck,
  returnTo,
  type SessionInput,
  type SessionItem,
  type SessionState,
  STOP_REASONS,
  scriptOf,
  signal,
  viewOf,
} from './index.ts';
import { breathing, heat, press, rolls, stretch } from './made-up.ts';

const NOON = Date.UTC(2026, 5, 1, 12);
const MINUTE = 60_000;
const HEAT_CONFIRMED = ['barrier-on', 'awake', 'nothing-on-skin'];
const clearance = { until: NOON + 24 * 60 * MINUTE };
const start: Moment = { epoch: NOON, mono: 5_000, lifeId: 'page-1' };

/** One person, one player, two clocks that can be set apart. */
class Player {
  state: SessionState;
  now: Moment = start;
  cues: Cue[] = [];

  constructor(...items: SessionItem[]) {
    const begun = begin(scriptOf(items), { painNow: 5, confirmations: HEAT_CONFIRMED, clearance }, start);
    if (begun.kind === 'refused') throw new Error(`expected to begin, got ${begun.because}`);
    this.state = begun.state;
    this.cues.push(...begun.cues);
  }

  hear(input: SessionInput): readonly Cue[] {
    const next = advance(this.state, input, this.now);
    this.state = next.state;
    this.cues.push(...next.cues);
    return next.cues;
  }

  /** Time passes without a call. */
  wait(seconds: number, wallSeconds = seconds): this {
    const { epoch, mono, lifeId } = this.now;
    this.now = { epoch: epoch + wallSeconds * 1000, mono: mono + seconds * 1000, lifeId };
    return this;
  }

  /** Time passes with a tick every second and one at the end. */
  watch(seconds: number): this {
    for (let left = seconds; left > 0; left -= 1) {
      this.wait(Math.min(1, left));
      this.hear({ kind: 'tick' });
    }
    return this;
  }

  /** The page is gone and comes back, with what was last written down. */
  reload(awaySeconds: number, cleared: { until: number } | null = clearance): readonly Cue[] {
    const restored = decode(encode(this.state));
    if (!restored) throw new Error('expected the session to be readable');
    this.now = { epoch: this.now.epoch + awaySeconds * 1000, mono: 12, lifeId: `${this.now.lifeId}+` };
    const next = returnTo(restored, cleared, this.now);
    this.state = next.state;
    this.cues.push(...next.cues);
    return next.cues;
  }

  get view() {
    return viewOf(this.state, this.now);
  }

  codes(cues: readonly Cue[] = this.cues): string[] {
    return cues.filter(({ code }) => code !== 'chime' && code !== 'vibrate').map(({ code }) => code);
  }
}

describe('beginning', () => {
  const given = { painNow: 5, confirmations: HEAT_CONFIRMED, clearance };
  const refused = (change: object, items = [heat()]) => {
    const begun = begin(scriptOf(items), { ...given, ...change }, start);
    return begun.kind === 'refused' ? begun.because : [];
  };

  test('SES-09: begins when everything was said', () => {
    expect(refused({})).toEqual([]);
  });

  test('SES-09: not without pain now', () => {
    for (const painNow of [null, 11, -1, 2.5, Number.NaN]) expect(refused({ painNow })).toEqual(['pain-not-said']);
  });

  test('SES-09: not without each of the three confirmations that warmth asks for', () => {
    for (const missing of HEAT_CONFIRMED)
      expect(refused({ confirmations: HEAT_CONFIRMED.filter((code) => code !== missing) })).toEqual(['not-confirmed']);
  });

  test('SES-09: not without a check that stands', () => {
    expect(refused({ clearance: null })).toEqual(['check-missing']);
    expect(refused({ clearance: { until: NOON } })).toEqual(['check-too-old']);
    expect(refused({ clearance: { until: NOON + 1 } })).toEqual([]);
  });

  test('SES-09: says everything that is missing at once, and refuses an empty plan', () => {
    expect(refused({ painNow: null, clearance: null, confirmations: [] })).toEqual([
      'pain-not-said',
      'not-confirmed',
      'check-missing',
    ]);
    expect(refused({ confirmations: [] }, [])).toContain('no-steps');
  });
});

describe('time', () => {
  test('SES-11: no drift over ten minutes of irregular ticks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 14.9, noNaN: true }), { minLength: 5, maxLength: 200 }),
        (gaps) => {
          const player = new Player(
            press({ side: 'both', seconds: 250 }),
            stretch(),
            rolls({ seconds: 90 }),
            breathing({ seconds: 190 }),
          );
          let lived = 0;
          for (const gap of gaps) {
            lived += gap;
            player.wait(gap).hear({ kind: 'tick' });
          }
          const expected = Math.max(0, 600_000 - lived * 1000);
          expect(player.view.totalRemainingMs).toBeCloseTo(expected, 3);
        },
      ),
      { seed: 61 },
    );
  });

  test('SES-11: the view is right between ticks and asking it changes nothing', () => {
    const player = new Player(press());
    player.wait(3.25);
    expect(player.view).toMatchObject({ kind: 'get-ready', remainingMs: 6750, progress: 0.325 });
    expect(player.view).toEqual(player.view);
    expect(player.state.elapsedMs).toBe(0);
    player.wait(7);
    expect(player.view).toMatchObject({ kind: 'hold', remainingMs: 44_750, next: { kind: 'rest' } });
  });

  test('SES-12: after five minutes of sleep the hold has run out, the rest waits, and the person is told', () => {
    const player = new Player(press({ side: 'both', seconds: 250 }));
    player.watch(20);
    const cues = player.wait(300).hear({ kind: 'tick' });
    expect(player.view).toMatchObject({ kind: 'rest', remainingMs: 20_000, paused: 'away', running: false });
    expect(cues.at(-1)).toEqual({ code: 'you-were-away', seconds: 300, ended: true, lateMs: 0 });
    expect(player.watch(60).view.remainingMs).toBe(20_000);
    player.hear({ kind: 'resume' });
    expect(player.codes().slice(-2)).toEqual(['resumed', 'rest']);
    expect(player.watch(1).view).toMatchObject({ kind: 'rest', remainingMs: 19_000, paused: null });
  });

  test('SES-12: a sleep that ends within the hold leaves it running', () => {
    const player = new Player(press());
    player.watch(12);
    player.wait(40).hear({ kind: 'tick' });
    expect(player.view).toMatchObject({ kind: 'hold', rep: 1, remainingMs: 3000, paused: null });
  });

  test('SES-12: fifteen seconds without a tick are still watched, a little more is not', () => {
    const stopsAt = (gap: number) => {
      const player = new Player(press());
      player.watch(50);
      player.wait(gap).hear({ kind: 'tick' });
      return player.view;
    };
    expect(stopsAt(15)).toMatchObject({ kind: 'rest', remainingMs: 10_000, paused: null });
    expect(stopsAt(15.1)).toMatchObject({ kind: 'rest', remainingMs: 20_000, paused: 'away' });
  });

  test('SES-12: never runs through more than the step in which nobody watched', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 16, max: 10_000 }), (watched, slept) => {
        const player = new Player(press({ side: 'both', seconds: 250 }));
        player.watch(watched);
        const before = player.view.stepIndex;
        player.wait(slept).hear({ kind: 'tick' });
        expect(player.view.stepIndex - before).toBeLessThanOrEqual(1);
      }),
      { seed: 62 },
    );
  });

  test('SES-10: a wall clock that jumps back or forward changes nothing', () => {
    for (const jump of [-7200, 7200]) {
      const player = new Player(press());
      player.watch(12);
      player.wait(1, jump).hear({ kind: 'tick' });
      expect(player.view).toMatchObject({ kind: 'hold', remainingMs: 42_000, paused: null });
    }
  });

  test('SES-20: a call pauses, a hidden page does not', () => {
    const player = new Player(press());
    player.watch(12);
    player.hear({ kind: 'interrupted', by: 'hidden' });
    player.watch(5);
    expect(player.view).toMatchObject({ remainingMs: 38_000, paused: null });
    player.hear({ kind: 'interrupted', by: 'call' });
    player.wait(100).hear({ kind: 'returned' });
    expect(player.view).toMatchObject({ remainingMs: 38_000, paused: 'call' });
  });

  test('a pause stops the clock, however long, and resuming goes on at the same second', () => {
    const player = new Player(press());
    player.watch(12);
    player.hear({ kind: 'pause' });
    player.wait(3600).hear({ kind: 'resume' });
    expect(player.view).toMatchObject({ kind: 'hold', remainingMs: 43_000, paused: null });
    expect(player.codes().slice(-2)).toEqual(['paused', 'resumed']);
  });
});

describe('cues', () => {
  const items = [press({ side: 'both', seconds: 250 }), stretch(), rolls({ seconds: 90 })];
  const due = scriptOf(items).steps.flatMap((step, index) =>
    step.seconds === null ? [] : cuesOf(scriptOf(items), index).map(({ cue }) => JSON.stringify(cue)),
  );
  const ABOUT_TIME = new Set(['you-were-away', 'resumed']);
  const told = (cues: readonly Cue[]) =>
    cues.filter(({ code }) => !ABOUT_TIME.has(code)).map(({ lateMs: _, ...cue }) => JSON.stringify(cue));

  test('SES-06: any schedule of ticks, with any gaps and jumping clocks, gives every cue once and in order', () => {
    const gap = fc.oneof(
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.double({ min: 0, max: 30, noNaN: true }),
      fc.constantFrom(0, 1, 15, 16, 600),
    );
    const tick = fc.record({ gap, wall: fc.double({ min: -1e5, max: 1e5, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(tick, { maxLength: 150 }), (ticks) => {
        const player = new Player(...items);
        for (const { gap, wall } of ticks) {
          player.wait(gap, wall).hear({ kind: 'tick' });
          if (player.state.paused === 'away') player.hear({ kind: 'resume' });
        }
        const given = told(player.cues);
        expect(given).toEqual([...due, ...askAtTheEnd].slice(0, given.length));
      }),
      { seed: 63, numRuns: 200 },
    );
  });

  const askAtTheEnd = cuesOf(scriptOf(items), scriptOf(items).steps.length - 2).map(({ cue }) => JSON.stringify(cue));

  test('SES-06: a session that is lived to its end has given every cue', () => {
    const player = new Player(...items);
    player.watch(250 + 70 + 90);
    expect(told(player.cues)).toEqual([...due, ...askAtTheEnd]);
    expect(player.view.kind).toBe('ask-pain');
  });

  test('SES-06: a cue says how late it is', () => {
    const player = new Player(press());
    player.watch(10);
    const cues = player.wait(40).hear({ kind: 'tick' });
    expect(cues.find(({ code }) => code === 'half-way')?.lateMs).toBe(17_500);
  });

  test('SES-06: nothing is said while a hold is paused, and nothing twice afterwards', () => {
    const player = new Player(press());
    player.watch(32);
    player.hear({ kind: 'pause' });
    player.watch(30);
    player.hear({ kind: 'resume' });
    player.watch(2);
    expect(player.codes().filter((code) => code === 'half-way')).toHaveLength(1);
    expect(player.codes().slice(-4)).toEqual(['paused', 'resumed', 'half-way', 'pain-check']);
  });

  test('a restarted step gives its cues anew', () => {
    const player = new Player(press());
    player.watch(12);
    player.hear({ kind: 'restart-step' });
    expect(player.codes().filter((code) => code === 'start-hold')).toHaveLength(2);
    expect(player.view.remainingMs).toBe(45_000);
  });
});

describe('moving about', () => {
  test('skip goes to the next step, back to the beginning of this one, back again to the one before', () => {
    const player = new Player(press());
    player.watch(30);
    player.hear({ kind: 'skip' });
    expect(player.view).toMatchObject({ kind: 'rest', remainingMs: 20_000 });
    player.watch(5);
    player.hear({ kind: 'back' });
    expect(player.view).toMatchObject({ kind: 'rest', remainingMs: 20_000 });
    player.hear({ kind: 'back' });
    expect(player.view).toMatchObject({ kind: 'hold', rep: 1, remainingMs: 45_000 });
    player.hear({ kind: 'back' });
    player.hear({ kind: 'back' });
    expect(player.view).toMatchObject({ kind: 'get-ready', remainingMs: 10_000 });
  });

  test('skipping while paused stays paused', () => {
    const player = new Player(press());
    player.hear({ kind: 'pause' });
    player.hear({ kind: 'skip' });
    expect(player.watch(10).view).toMatchObject({ kind: 'hold', remainingMs: 45_000, paused: 'person' });
  });

  test('skip-item goes to the next item, and from the last one to the question about pain', () => {
    const player = new Player(press(), stretch());
    player.hear({ kind: 'skip-item' });
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 1 });
    player.hear({ kind: 'skip-item' });
    expect(player.view.kind).toBe('ask-pain');
    player.hear({ kind: 'skip' });
    expect(player.view.outcome).toMatchObject({ reason: 'completed', itemsDone: 0, secondsDone: 0, painAfter: null });
  });

  test('SES-05: a confirmation waits, however long, and its code lets it pass; another code does not', () => {
    const player = new Player(rolls({ seconds: 60 }), heat());
    player.watch(60);
    player.wait(500).hear({ kind: 'tick' });
    expect(player.view).toMatchObject({ kind: 'confirm', confirm: 'barrier-on', remainingMs: null, running: false });
    player.hear({ kind: 'confirm', code: 'awake' });
    expect(player.view.confirm).toBe('barrier-on');
    for (const code of HEAT_CONFIRMED) player.hear({ kind: 'confirm', code });
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 1 });
  });

  test('SES-05: skipping a confirmation skips its item', () => {
    const player = new Player(rolls({ seconds: 60 }), heat(), stretch());
    player.watch(60);
    player.hear({ kind: 'skip' });
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 2 });
  });

  test('a lived session reports what was done and the pain afterwards', () => {
    const player = new Player(press(), stretch());
    player.watch(120);
    player.watch(10);
    player.hear({ kind: 'skip-item' });
    player.hear({ kind: 'pain', answer: 2 });
    expect(player.view.outcome).toEqual({
      reason: 'completed',
      openCheck: false,
      itemsDone: 1,
      done: [0],
      secondsDone: 90,
      painAfter: 2,
    });
    expect(player.codes().at(-1)).toBe('done');
    const end = player.state;
    player.wait(100).hear({ kind: 'restart-step' });
    expect(player.state).toBe(end);
  });
});

describe('warmth on the skin', () => {
  const warming = () => {
    const player = new Player(heat(), stretch());
    player.watch(20);
    expect(player.view).toMatchObject({ kind: 'passive', remainingMs: 590_000 });
    return player;
  };

  test('SES-13: runs on while the session is paused, and ends at its limit', () => {
    const player = warming();
    player.hear({ kind: 'pause' });
    player.watch(100);
    expect(player.view).toMatchObject({ remainingMs: 490_000, paused: 'person', running: true });
    player.watch(490);
    expect(player.codes()).toContain('take-off');
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 1, remainingMs: 10_000, paused: 'person' });
  });

  test('SES-13: ends at its limit through ten hours of sleep, and says so first', () => {
    const player = warming();
    const cues = player.wait(36_000).hear({ kind: 'tick' });
    expect(player.codes(cues)).toContain('take-off');
    expect(cues.find(({ code }) => code === 'take-off')?.lateMs).toBe(35_410_000);
    expect(player.view).toMatchObject({ kind: 'get-ready', paused: 'away' });
  });

  test('SES-13: ends by the wall clock when the other one stood still while the device slept', () => {
    const player = warming();
    const cues = player.wait(0, 3600).hear({ kind: 'tick' });
    expect(player.codes(cues)).toContain('take-off');
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 1, paused: 'away' });
  });

  test('SES-13: a wall clock set back does not lengthen it', () => {
    const player = warming();
    player.wait(90, -7200).hear({ kind: 'tick' });
    expect(player.view.remainingMs).toBe(500_000);
  });

  test('SES-13: ends when nobody can know how long the page was away', () => {
    const player = warming();
    expect(player.codes(player.reload(-3600))).toEqual(['take-off', 'stopped']);
    const sameLife = warming();
    sameLife.now = { ...sameLife.now, epoch: NOON - 3_600_000, lifeId: 'page-2' };
    expect(sameLife.codes(sameLife.hear({ kind: 'tick' }))).toContain('take-off');
    expect(sameLife.view).toMatchObject({ kind: 'get-ready', itemIndex: 1, paused: 'away' });
  });

  test('SES-13: no way of ticking, pausing, reloading, going back or restarting gives more than was planned', () => {
    const move = fc.oneof(
      fc.record({ seconds: fc.integer({ min: 0, max: 200 }) }),
      fc.constantFrom<SessionInput>(
        { kind: 'pause' },
        { kind: 'resume' },
        { kind: 'back' },
        { kind: 'restart-step' },
        { kind: 'skip' },
      ),
      fc.record({ away: fc.integer({ min: 0, max: 300 }) }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const player = new Player(heat(), stretch());
        let onSkin = 0;
        for (const one of moves) {
          const isOn = player.view.kind === 'passive';
          const before = player.now.epoch;
          const most = player.view.remainingMs ?? 0;
          if ('seconds' in one) player.wait(one.seconds).hear({ kind: 'tick' });
          else if ('away' in one) player.reload(one.away);
          else player.hear(one);
          if (isOn) onSkin += Math.min(player.now.epoch - before, most);
        }
        expect(onSkin).toBeLessThanOrEqual(600_000);
      }),
      { seed: 64, numRuns: 200 },
    );
  });

  test('SES-15: is never given a second time; what is left of it may be taken up', () => {
    const player = warming();
    player.watch(290);
    player.hear({ kind: 'restart-step' });
    expect(player.view).toMatchObject({ kind: 'passive', remainingMs: 300_000 });
    expect(player.cues.findLast(({ code }) => code === 'start-passive')).toMatchObject({ seconds: 300 });
    player.hear({ kind: 'skip' });
    expect(player.codes().slice(-3)).toEqual(['take-off', 'next-up', 'get-ready']);
    player.hear({ kind: 'back' });
    expect(player.view).toMatchObject({ kind: 'passive', remainingMs: 300_000 });
    player.watch(301);
    player.hear({ kind: 'back' });
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 0 });
    const cues = player.hear({ kind: 'skip' });
    expect(player.codes(cues)).toEqual(['next-up', 'get-ready']);
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 1 });
  });

  test('SES-11: a late tick at its end leaves nothing out and loses no second', () => {
    const player = warming();
    player.watch(585);
    const cues = player.wait(9).hear({ kind: 'tick' });
    expect(player.codes(cues).slice(-3)).toEqual(['take-off', 'next-up', 'get-ready']);
    expect(cues.find(({ code }) => code === 'take-off')?.lateMs).toBe(4000);
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 1, remainingMs: 6000, paused: null });
  });

  test('SES-18: comes off for good when it is too much', () => {
    const player = warming();
    const cues = player.hear({ kind: 'pain', answer: 'above' });
    expect(player.codes(cues)).toEqual(['ease-off', 'take-off']);
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 1, paused: 'pain' });
    player.hear({ kind: 'back' });
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 0 });
  });

  test('SES-08: comes off when the session is stopped', () => {
    expect(
      warming()
        .hear({ kind: 'stop', reason: 'done-early' })
        .map(({ code }) => code),
    ).toContain('take-off');
  });
});

describe('pain', () => {
  const holding = () => {
    const player = new Player(press());
    player.watch(34);
    expect(player.view).toMatchObject({ kind: 'hold', asking: true });
    return player;
  };

  test('SES-07: the clock goes on while the question stands, and an answer within the cap closes it', () => {
    const player = holding();
    player.watch(2);
    expect(player.view).toMatchObject({ remainingMs: 19_000, asking: true, paused: null });
    expect(player.hear({ kind: 'pain', answer: 4 })).toEqual([]);
    expect(player.view).toMatchObject({ asking: false, paused: null, stopOffered: false });
    expect(new Player(press()).hear({ kind: 'pain', answer: 'fine' })).toEqual([]);
  });

  test('SES-07: an unanswered question ends with its hold', () => {
    const player = holding();
    player.watch(22);
    expect(player.view).toMatchObject({ kind: 'rest', asking: false });
  });

  test('SES-17: above the cap the clock stops and the person is told to ease off', () => {
    const player = holding();
    const cues = player.hear({ kind: 'pain', answer: 5 });
    expect(cues[0]).toEqual({ code: 'ease-off', cap: 4, lateMs: 0 });
    expect(player.watch(30).view).toMatchObject({ remainingMs: 21_000, paused: 'pain', stopOffered: false });
  });

  test('SES-17: the second time stopping is offered, and going on stays possible', () => {
    const player = holding();
    player.hear({ kind: 'pain', answer: 'above' });
    player.hear({ kind: 'resume' });
    const cues = player.hear({ kind: 'pain', answer: 'above' });
    expect(player.codes(cues)).toEqual(['ease-off', 'offer-stop']);
    player.hear({ kind: 'resume' });
    expect(player.watch(1).view).toMatchObject({ paused: null, stopOffered: true, outcome: null });
  });

  test('SES-17: two points above the start, stopping is offered at once', () => {
    expect(
      holding()
        .hear({ kind: 'pain', answer: 6 })
        .map(({ code }) => code),
    ).not.toContain('offer-stop');
    expect(
      holding()
        .hear({ kind: 'pain', answer: 7 })
        .map(({ code }) => code),
    ).toContain('offer-stop');
  });

  test('a pain of 12 is a mistake of ours', () => {
    expect(() => holding().hear({ kind: 'pain', answer: 12 })).toThrow('pain must be a whole number 0–10');
  });
});

describe('stop', () => {
  test('SES-16: ends the session at once from every step, running, paused or waiting, with nothing else said', () => {
    const script = scriptOf([rolls({ seconds: 60 }), heat(), press()]);
    for (let index = 0; index < script.steps.length - 1; index += 1)
      for (const isPaused of [false, true]) {
        const player = new Player(...script.items);
        for (let n = 0; player.state.stepIndex < index && n < 50; n += 1) {
          const { confirm } = player.view;
          player.hear(confirm === null ? { kind: 'skip' } : { kind: 'confirm', code: confirm });
        }
        if (isPaused) player.hear({ kind: 'pause' });
        const cues = player.wait(7).hear({ kind: 'stop', reason: 'pain' });
        expect(cues[0]).toEqual({ code: 'stopped', reason: 'pain', lateMs: 0 });
        expect(player.codes(cues).filter((code) => code !== 'stopped' && code !== 'take-off')).toEqual([]);
        expect(player.view).toMatchObject({ running: false, outcome: { reason: 'pain' } });
      }
  });

  test('SES-16: works right after the tab was frozen, before anything is said about that', () => {
    const player = new Player(press());
    player.watch(20);
    const cues = player.wait(300).hear({ kind: 'stop', reason: 'done-early' });
    expect(player.codes(cues)).toEqual(['stopped']);
    expect(player.view.outcome).toMatchObject({ reason: 'done-early', secondsDone: 45 });
  });

  test.each(STOP_REASONS)('SES-19: a stop for "%s" opens the check exactly when it should', (reason) => {
    const player = new Player(press());
    player.hear({ kind: 'stop', reason });
    const opens = !['done-early', 'pain'].includes(reason);
    expect(player.view.outcome?.openCheck).toBe(opens);
  });

  test('SES-24: what cannot wait leads to the emergency card, and never around the check', () => {
    expect(FINISH_REASONS.filter(needsHelpNow)).toEqual(['chest-pain', 'saddle-numb', 'bad-headache']);
    for (const reason of FINISH_REASONS.filter(needsHelpNow)) expect(opensCheck(reason)).toBe(true);
  });
});

describe('stopping without a reason yet', () => {
  test('SES-21: the clock stands at once, running or paused, and going on stays possible', () => {
    const player = new Player(press());
    player.watch(20);
    expect(player.hear({ kind: 'halt' })[0]).toEqual({ code: 'paused', because: 'stop', lateMs: 0 });
    expect(player.watch(60).view).toMatchObject({ kind: 'hold', remainingMs: 35_000, paused: 'stop', asking: false });
    player.hear({ kind: 'resume' });
    expect(player.watch(1).view).toMatchObject({ remainingMs: 34_000, paused: null });
    player.hear({ kind: 'pause' });
    player.hear({ kind: 'halt' });
    expect(player.view.paused).toBe('stop');
    player.hear({ kind: 'stop', reason: 'other' });
    expect(player.view.outcome).toMatchObject({ reason: 'other', secondsDone: 11 });
  });

  test('SES-25: an item that hurts more ends while everything stands, and the next one begins when the person goes on', () => {
    const player = new Player(press(), press());
    player.watch(20);
    player.hear({ kind: 'halt' });
    player.hear({ kind: 'skip-item' });
    expect(player.watch(60).view).toMatchObject({ itemIndex: 1, kind: 'get-ready', paused: 'stop' });
    player.hear({ kind: 'resume' });
    expect(player.view).toMatchObject({ itemIndex: 1, paused: null });
    player.hear({ kind: 'stop', reason: 'pain' });
    expect(player.view.outcome).toMatchObject({ reason: 'pain', itemsDone: 0, done: [] });
  });

  test('SES-21: what lies on the skin comes off before the reason is asked', () => {
    const player = new Player(heat());
    player.watch(60);
    expect(player.codes(player.hear({ kind: 'halt' }))).toEqual(['take-off', 'paused']);
  });

  test('SES-21: somebody who walks away after that finds it waiting, also after a reload', () => {
    const player = new Player(press());
    player.watch(20);
    player.hear({ kind: 'halt' });
    player.reload(5);
    expect(player.watch(30).view).toMatchObject({ kind: 'hold', remainingMs: 35_000, paused: 'stop' });
  });
});

describe('waiting for the person', () => {
  const items = [press(), stretch()];
  const waiting = () => {
    const begun = begin(scriptOf(items, 'person'), { painNow: 5, confirmations: [], clearance }, start);
    if (begun.kind === 'refused') throw new Error(`expected to begin, got ${begun.because}`);
    const player = new Player(...items);
    player.state = begun.state;
    player.cues = [...begun.cues];
    return player;
  };

  test('SES-22: an item begins when the person is ready, however long it takes, and holds keep their length', () => {
    const player = waiting();
    expect(player.codes()).toEqual(['next-up']);
    expect(player.watch(100).wait(400).view).toMatchObject({ kind: 'get-ready', remainingMs: null });
    player.hear({ kind: 'resume' });
    expect(player.view).toMatchObject({ kind: 'hold', remainingMs: 45_000 });
    player.watch(110);
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 1, remainingMs: null });
    player.hear({ kind: 'skip' });
    expect(player.view).toMatchObject({ kind: 'hold', itemIndex: 1 });
    player.hear({ kind: 'back' });
    expect(player.view).toMatchObject({ kind: 'get-ready', itemIndex: 1 });
  });

  test('SES-22: after a call or a pause, going on first only takes the pause away', () => {
    const player = waiting();
    player.hear({ kind: 'interrupted', by: 'call' });
    player.hear({ kind: 'resume' });
    expect(player.view).toMatchObject({ kind: 'get-ready', paused: null });
    player.hear({ kind: 'resume' });
    expect(player.view.kind).toBe('hold');
  });

  test('SES-22: a reload keeps waiting in the same way', () => {
    const player = waiting();
    player.reload(5);
    expect(player.state.script.readyBy).toBe('person');
    expect(player.view).toMatchObject({ kind: 'get-ready', remainingMs: null });
  });
});

describe('what a device may do to it', () => {
  const TEN_MINUTES = [
    press({ side: 'both', seconds: 250 }),
    stretch(),
    rolls({ seconds: 90 }),
    breathing({ seconds: 190 }),
  ];

  test('SES-11: a saver that lets one late tick a second through drifts by nothing in ten minutes', () => {
    const player = new Player(...TEN_MINUTES);
    let lived = 0;
    for (let n = 0; lived < 590; n += 1) {
      // The wall clock runs fast, slow and backwards meanwhile.
      const gap = 1 + (n % 7) * 0.11;
      lived += gap;
      player.wait(gap, gap * ((n % 5) - 1)).hear({ kind: 'tick' });
    }
    expect(Math.abs(player.view.totalRemainingMs - (600_000 - lived * 1000))).toBeLessThan(200);
  });

  test('SES-12: a saver that lets one tick a minute through never runs past an instruction nobody heard', () => {
    const player = new Player(press({ side: 'both', seconds: 250 }));
    for (let n = 0; n < 30; n += 1) player.wait(60).hear({ kind: 'tick' });
    expect(player.view).toMatchObject({ stepIndex: 1, kind: 'hold', paused: 'away' });
  });

  test('SES-12: right within a second after five minutes of suspension, asked by a screen or by a tick', () => {
    const player = new Player(heat(), press());
    player.watch(60);
    player.wait(300);
    expect(player.view.remainingMs).toBe(250_000);
    player.hear({ kind: 'tick' });
    expect(player.view).toMatchObject({ kind: 'passive', remainingMs: 250_000, paused: null });
  });

  test('SES-20: a call in the middle of a word: the rest of the hold waits, and warmth does not', () => {
    const holding = new Player(press());
    holding.watch(30);
    holding.hear({ kind: 'interrupted', by: 'call' });
    expect(holding.watch(240).view).toMatchObject({ remainingMs: 25_000, paused: 'call' });
    const warm = new Player(heat());
    warm.watch(60);
    warm.hear({ kind: 'interrupted', by: 'call' });
    expect(warm.watch(240).view).toMatchObject({ kind: 'passive', remainingMs: 310_000, paused: 'call' });
  });

  test('SES-14: a crash at any second repeats at most the second since it was last written down', () => {
    for (let at = 12; at < 50; at += 5) {
      const player = new Player(press());
      player.watch(at);
      const kept = encode(player.state);
      player.wait(0.9).hear({ kind: 'tick' });
      const lost = player.view;
      const restored = decode(kept);
      if (!restored) throw new Error('expected the session to be readable');
      const back = returnTo(restored, clearance, { ...player.now, mono: 3, lifeId: 'page-2' });
      expect(viewOf(back.state, { ...player.now, mono: 3, lifeId: 'page-2' }).remainingMs).toBe(lost.remainingMs);
    }
  });

  test('SES-14: a second window that takes the session over goes on at the same second, and reads nothing twice', () => {
    const player = new Player(press());
    player.watch(40);
    const before = player.codes().length;
    player.reload(1);
    expect(player.codes()).toHaveLength(before);
    expect(player.view).toMatchObject({ kind: 'hold', remainingMs: 14_000, paused: null });
  });

  test('SES-23: no two messages feel alike in the hand', () => {
    const sounds = ['start', 'end', 'change', 'ask', 'stop', 'done'] as const;
    expect(new Set(sounds.map((sound) => JSON.stringify(signal(sound)[1]))).size).toBe(sounds.length);
  });

  test('SES-23: half-way says how much is left', () => {
    const player = new Player(press());
    player.watch(35);
    expect(player.cues.find(({ code }) => code === 'half-way')).toMatchObject({ secondsLeft: 23 });
  });
});

describe('after a crash', () => {
  test('SES-14: within fifteen seconds the session goes on as if nothing had happened', () => {
    const player = new Player(press());
    player.watch(20);
    expect(player.codes(player.reload(10))).toEqual([]);
    expect(player.view).toMatchObject({ kind: 'hold', remainingMs: 25_000, paused: null });
    expect(player.watch(5).view.remainingMs).toBe(20_000);
  });

  test('SES-14: later it waits at the second it was last seen, and says how long it was', () => {
    const player = new Player(press());
    player.watch(20);
    expect(player.reload(95)).toEqual([{ code: 'you-were-away', seconds: 95, ended: false, lateMs: 0 }]);
    expect(player.watch(30).view).toMatchObject({ kind: 'hold', remainingMs: 35_000, paused: 'reload' });
    player.hear({ kind: 'resume' });
    expect(player.watch(1).view.remainingMs).toBe(34_000);
  });

  test('SES-14: with a wall clock that went back it is over; one that was set right by seconds is nothing', () => {
    const player = new Player(press());
    player.watch(20);
    player.reload(-3);
    expect(player.view).toMatchObject({ kind: 'hold', remainingMs: 35_000, paused: null });
    player.reload(-60);
    expect(player.view.outcome).toMatchObject({ reason: 'left', secondsDone: 10 });
  });

  test('SES-14: cues that were given before are not given again', () => {
    const player = new Player(press());
    player.watch(35);
    player.reload(2);
    player.watch(18);
    const codes = player.codes();
    for (const code of ['start-hold', 'half-way', 'pain-check', 'rest'])
      expect(
        codes.filter((one) => one === code),
        code,
      ).toHaveLength(1);
  });

  test('SES-14: after half an hour, or without a check that stands, it is over', () => {
    const late = new Player(press());
    late.watch(20);
    late.reload(1801);
    expect(late.view.outcome).toMatchObject({ reason: 'left', openCheck: false, secondsDone: 10 });
    const unchecked = new Player(press());
    unchecked.reload(5, null);
    expect(unchecked.view.outcome?.reason).toBe('left');
    const old = new Player(press());
    old.reload(5, { until: NOON });
    expect(old.view.outcome?.reason).toBe('left');
  });

  test('a state that is written down and read again is the same, at every step', () => {
    const player = new Player(press(), heat());
    for (let n = 0; n < 40; n += 1) {
      const restored = decode(encode(player.state));
      expect(restored).toEqual(player.state);
      player.wait(3.3).hear(player.view.confirm ? { kind: 'confirm', code: player.view.confirm } : { kind: 'tick' });
    }
  });

  test('a draft that is no session is nothing to come back to', () => {
    const good = JSON.parse(encode(new Player(press()).state));
    for (const text of [
      '',
      'null',
      '[]',
      '{}',
      JSON.stringify({ ...good, version: 2 }),
      encode(new Player(press()).state).slice(0, -9),
    ])
      expect(decode(text)).toBeNull();
    for (const field of Object.keys(good)) {
      if (['items', 'version'].includes(field)) continue;
      expect(decode(JSON.stringify({ ...good, [field]: { no: 'such thing' } })), field).toEqual(
        field === 'outcome' ? expect.anything() : null,
      );
    }
    expect(decode(JSON.stringify({ ...good, stepIndex: 99 }))).toBeNull();
    expect(decode(JSON.stringify({ ...good, items: [{ technique: 'x' }] }))).toBeNull();
  });
});
