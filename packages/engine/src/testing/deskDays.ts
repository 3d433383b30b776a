// Days at a desk, made up: somebody works, reads, walks off, sleeps the machine, reloads the page, flies to another time
// zone, and somebody sets the clock. Beside the break clock stands an oracle that knows what really happened, second by
// second, and says of every break whether it came at the first moment it could.

import {
  advanceDesk,
  type BreakLimits,
  type BreakSettings,
  type DeskEffect,
  type DeskInput,
  type DeskMoment,
  type DeskState,
  decodeDesk,
  encodeDesk,
  openDesk,
  usualSettings,
} from '../prevention/index.ts';
import { type Chance, chanceFrom } from './people.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** How finely the oracle looks. */
const STEP = 10 * SECOND;
/** A break is in time when it comes within this of the first moment it could. */
const IN_TIME = MINUTE;
/** A browser says "idle" after this long without input. */
const IDLE_AFTER = MINUTE;
/** As long as this away is a break. The knowledge says so; the oracle says it again in its own words. */
const PAUSE = 5 * MINUTE;
/** Time nobody looked at, for longer than this, counts neither way. */
const UNSEEN = 90 * SECOND;

/** Numbers of prevention.json, for tests that need no knowledge. */
export const USUAL_BREAK_LIMITS: BreakLimits = {
  everyMinutes: { usual: 30, min: 20, max: 60 },
  breakSeconds: { usual: 60, options: [30, 60, 120, 180] },
  pauseMinutes: 5,
  standMinutes: { min: 5, max: 20, atOnce: 30 },
  menu: ['posture-shift', 'shoulder-rolls'],
};

export interface DeskDaysResult {
  readonly days: number;
  /** Breaks that were due and could be offered for a minute or until they were. */
  readonly due: number;
  readonly inTime: number;
  /** Offered a second time without having been answered. */
  readonly twice: number;
  /** Offered more than a minute before their time. */
  readonly early: number;
  /** Seconds after the first possible moment: the middle one, and 99 of 100. */
  readonly medianSeconds: number;
  readonly p99Seconds: number;
  readonly happened: Readonly<Record<string, number>>;
  /** Seed of the first day with a break that came late, twice or early. */
  readonly firstBad: Readonly<Record<'late' | 'twice' | 'early', number | null>>;
}

/** The same seed gives the same days. */
export function deskDays({ days, seed }: { readonly days: number; readonly seed: number }): DeskDaysResult {
  const sums = { due: 0, inTime: 0, twice: 0, early: 0 };
  const delays: number[] = [];
  const happened: Record<string, number> = {};
  const firstBad: Record<'late' | 'twice' | 'early', number | null> = { late: null, twice: null, early: null };
  for (let n = 0; n < days; n++) {
    const day = deskDay(seed + n);
    sums.due += day.delays.length;
    for (const delay of day.delays) {
      if (delay <= IN_TIME) sums.inTime += 1;
      delays.push(delay / SECOND);
    }
    sums.twice += day.twice;
    sums.early += day.early;
    for (const what of day.happened) happened[what] = (happened[what] ?? 0) + 1;
    if (day.delays.some((delay) => delay > IN_TIME)) firstBad.late ??= seed + n;
    if (day.twice > 0) firstBad.twice ??= seed + n;
    if (day.early > 0) firstBad.early ??= seed + n;
  }
  delays.sort((a, b) => a - b);
  const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(share * delays.length))] ?? Number.NaN;
  return { days, ...sums, medianSeconds: at(0.5), p99Seconds: at(0.99), happened, firstBad };
}

// —— what happens on a day ————————————————————————————————————————————————————————————————————————————————————————————————

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Times are true milliseconds since the day began; nobody on the device knows them. */
interface Story {
  readonly startsAt: number;
  readonly zone: string;
  readonly length: number;
  readonly settings: BreakSettings;
  readonly detector: boolean;
  readonly monoSleeps: boolean;
  readonly tickMs: number;
  readonly away: readonly Stretch[];
  readonly asleep: readonly Stretch[];
  readonly frozen: readonly Stretch[];
  readonly closed: readonly Stretch[];
  readonly fullScreen: readonly Stretch[];
  /** True instants; a calendar knows no better. */
  readonly meetings: readonly Stretch[];
  readonly reloads: readonly number[];
  readonly quiets: readonly { readonly at: number; readonly minutes: 30 | 60 }[];
  readonly clockSet: { readonly at: number; readonly by: number } | null;
  readonly flight: { readonly at: number; readonly zone: string } | null;
  readonly happened: readonly string[];
}

const ZONES = [
  ...['Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kolkata', 'Asia/Tokyo'],
  ...['Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Apia', 'America/St_Johns', 'Africa/Casablanca', 'UTC'],
];
/** Days on which clocks change somewhere, and the days around them. */
const CHANGES = ['2024-03-31', '2025-10-26', '2025-03-09', '2025-11-02', '2026-04-05', '2026-09-27', '2026-03-29'];

function storyFrom(chance: Chance): Story {
  const between = (low: number, high: number) => low + chance() * (high - low);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const steps = (ms: number) => Math.round(ms / STEP) * STEP;
  const night = chance() < 0.15;
  const length = 12 * HOUR;
  const stretches = (count: number, shortest: number, longest: number): Stretch[] =>
    Array.from({ length: count }, () => {
      const from = steps(between(0, length));
      return { from, to: from + steps(between(shortest, longest)) };
    });
  const happens = (share: number) => chance() < share;
  const happened: string[] = [];
  const some = <T>(name: string, share: number, make: () => T, none: T): T => {
    if (!happens(share)) return none;
    happened.push(name);
    return make();
  };

  const zone = oneOf(ZONES);
  const date = happens(0.25) ? oneOf(CHANGES) : new Date(between(Date.UTC(2024, 0, 1), Date.UTC(2027, 11, 31)));
  const midnight = Math.floor(Number(new Date(date)) / (24 * HOUR)) * 24 * HOUR;
  const startsAt = midnight + (night ? 21.5 : 7.5) * HOUR - offsetOf(zone, midnight);
  const hours = night ? { from: 22 * 60, to: 6 * 60 } : { from: 8 * 60, to: 18 * 60 };
  const usual = usualSettings(USUAL_BREAK_LIMITS);
  const detector = happens(0.6);
  return {
    startsAt,
    zone,
    length,
    settings: {
      ...usual,
      everyMinutes: oneOf([20, 30, 30, 45, 60]),
      hours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours },
      fixedTimes: happens(0.3) ? [Math.round(night ? between(120, 300) : between(9 * 60, 17 * 60))] : [],
    },
    detector,
    monoSleeps: happens(0.5),
    tickMs: oneOf([10, 10, 20]) * SECOND,
    away: [
      ...stretches(2 + Math.floor(between(0, 6)), 30 * SECOND, 4 * MINUTE),
      ...stretches(1 + Math.floor(between(0, 4)), PAUSE, 45 * MINUTE),
    ],
    asleep: some('sleep', 0.5, () => stretches(1 + Math.floor(between(0, 3)), MINUTE, 2 * HOUR), []),
    frozen: some('frozen page', 0.2, () => stretches(1, MINUTE, 40 * MINUTE), []),
    closed: some('closed page', 0.2, () => stretches(1, 10 * SECOND, 40 * MINUTE), []),
    fullScreen: some('full screen', 0.3, () => stretches(1, 5 * MINUTE, HOUR), []),
    meetings: some('meetings', 0.7, () => stretches(1 + Math.floor(between(0, 4)), 15 * MINUTE, 90 * MINUTE), []),
    reloads: some('reload or other tab', 0.6, () => stretches(1 + Math.floor(between(0, 4)), 0, 0), []).map(
      ({ from }) => from,
    ),
    quiets: some('quiet mode', 0.2, () => [{ at: steps(between(0, length)), minutes: oneOf([30, 60] as const) }], []),
    clockSet: some(
      'clock set',
      0.15,
      () => ({
        at: steps(between(0, length)),
        by: Math.round(oneOf([-1, -1, 1]) * oneOf([between(SECOND, MINUTE), between(MINUTE, 3 * HOUR)])),
      }),
      null,
    ),
    flight: some('new time zone', 0.1, () => ({ at: steps(between(0, length)), zone: oneOf(ZONES) }), null),
    happened,
  };
}

const isDuring = (stretches: readonly Stretch[], at: number): boolean =>
  stretches.some(({ from, to }) => from <= at && at < to);

// —— the day, lived —————————————————————————————————————————————————————————————————————————————————————————————————————

interface DayResult {
  /** Milliseconds from the first possible moment to the offer; more than a minute when it never came. */
  readonly delays: readonly number[];
  readonly twice: number;
  readonly early: number;
  readonly happened: readonly string[];
}

/** One day. */
function deskDay(seed: number): DayResult {
  const chance = chanceFrom(seed);
  const story = storyFrom(chance);
  const { settings, detector, tickMs } = story;
  const everyMs = settings.everyMinutes * MINUTE;
  const isOpenHour = hoursBy(story.settings);

  // the device
  let wallShift = 0;
  let zone = story.zone;
  let mono = 0;
  let life = 0;
  const moment = (at: number): DeskMoment => ({
    epoch: story.startsAt + at + wallShift,
    mono,
    lifeId: String(life),
    zone,
  });
  let state: DeskState = openDesk(settings, USUAL_BREAK_LIMITS, moment(0));
  let kept = state;
  let keptAt = 0;
  let said: 'unknown' | 'active' | 'idle' = 'unknown';
  let toldFull = false;
  let nextTick = tickMs;
  let wasRunning = true;

  // the oracle
  let seated = 0;
  let rested: number | null = null;
  let gap = 0;
  let asleepFor = 0;
  let closedFor = 0;
  let pauseCounted = false;
  let later: number | null = null;
  let onBreak: number | null = null;
  let answer: { at: number; how: 'take' | 'later' | 'skip' } | null = null;
  let backAt = 0;
  let offered = false;
  let possibleFor: number | null = null;
  let quietFor = 0;
  let fixedOver = settings.fixedTimes.map(() => '');
  const delays: number[] = [];
  let twice = 0;
  let early = 0;

  const rest = () => {
    seated = 0;
    rested = 0;
    later = null;
    possibleFor = null;
  };
  const tell = (at: number, input: DeskInput, write = true): readonly DeskEffect[] => {
    state = advanceDesk(state, input, moment(at));
    if (write || state.effects.length > 0 || at - keptAt >= MINUTE) {
      kept = state;
      keptAt = at;
    }
    return state.effects;
  };

  for (let at = STEP; at <= story.length; at += STEP) {
    if (story.clockSet?.at === at) wallShift = story.clockSet.by;
    if (story.flight?.at === at) zone = story.flight.zone;
    const asleep = isDuring(story.asleep, at);
    const closed = isDuring(story.closed, at);
    const frozen = !closed && isDuring(story.frozen, at);
    const running = !asleep && !closed && !frozen;
    if (!asleep || !story.monoSleeps) mono += STEP;
    const touched = !asleep && !isDuring(story.away, at) && onBreak === null;

    // what really happens to the person
    const wall = story.startsAt + at + wallShift;
    const inHours = isOpenHour(wall, zone);
    gap = touched ? 0 : gap + STEP;
    asleepFor = asleep ? asleepFor + STEP : 0;
    if (!closed && closedFor > 0 && closedFor <= UNSEEN) seated += closedFor;
    closedFor = closed ? closedFor + STEP : 0;
    const idle = detector && gap >= IDLE_AFTER;
    const isPause = (detector && gap >= PAUSE) || asleepFor >= PAUSE || closedFor >= PAUSE;
    if (rested !== null) rested += STEP;
    if (later !== null) later -= STEP;
    quietFor = Math.max(0, quietFor - STEP);
    if (onBreak !== null) onBreak += STEP;
    else if (!inHours) {
      seated = 0;
      later = null;
      possibleFor = null;
    } else if (!asleep && !closed) seated += STEP;
    if (isPause && !pauseCounted) {
      rest();
      offered = false;
      answer = null;
      onBreak = null;
    }
    if (isPause) {
      seated = 0;
      rested = 0;
    }
    pauseCounted = isPause;

    // what the page notices
    const effects: DeskEffect[] = [];
    if (wasRunning && closed) kept = state;
    if (wasRunning && frozen) effects.push(...tell(at, { kind: 'frozen' }));
    const anew = story.reloads.includes(at) && running;
    if (running && (anew || (!wasRunning && life < 1000 && isDuring(story.closed, at - STEP)))) {
      life += 1;
      mono = STEP * Math.ceil(chance() * 100);
      const read = decodeDesk(encodeDesk(kept));
      if (!read) throw new Error(`a kept desk must be read again, day ${seed}`);
      state = read;
      said = state.presence === 'idle' ? 'idle' : said;
      effects.push(...tell(at, { kind: 'tick' }));
      toldFull = false;
      effects.push(...tell(at, { kind: 'full-screen', on: false }));
    }
    if (running) {
      if (at === STEP || (!wasRunning && state.busy.length === 0)) {
        const busy = story.meetings.map(({ from, to }) => ({ from: story.startsAt + from, to: story.startsAt + to }));
        effects.push(...tell(at, { kind: 'busy', busy }));
      }
      const now = detector ? (idle ? 'idle' : 'active') : 'unknown';
      if (now !== said) {
        effects.push(
          ...tell(at, { kind: 'presence', presence: now, ...(now === 'idle' ? { forMs: IDLE_AFTER } : {}) }),
        );
        said = now;
      }
      const full = isDuring(story.fullScreen, at);
      if (full !== toldFull) {
        effects.push(...tell(at, { kind: 'full-screen', on: full }));
        toldFull = full;
      }
      const quiet = story.quiets.find((each) => each.at === at);
      if (quiet) {
        effects.push(...tell(at, { kind: 'quiet', minutes: quiet.minutes }));
        quietFor = quiet.minutes * MINUTE;
        // Quiet takes an offer back without an answer: it is due again afterwards.
        offered = false;
        answer = null;
      }
      if (answer && at >= answer.at && state.offer && touched) {
        if (answer.how === 'later') {
          effects.push(...tell(at, { kind: 'later', minutes: 5 }));
          later = 5 * MINUTE;
        } else if (answer.how === 'skip') {
          effects.push(...tell(at, { kind: 'skip' }));
          rest();
        } else {
          effects.push(...tell(at, { kind: 'take' }));
          onBreak = 0;
          backAt = at + STEP * Math.ceil((MINUTE + chance() * 3 * MINUTE) / STEP);
        }
        offered = false;
        answer = null;
      } else if (onBreak !== null && at >= backAt) {
        effects.push(...tell(at, { kind: 'done', standing: false }));
        onBreak = null;
        gap = 0;
        rest();
      }
      if (at >= nextTick) {
        nextTick = at + tickMs;
        effects.push(...tell(at, { kind: 'tick' }, false));
      }
    }
    wasRunning = running;

    // whether it was right
    const busy = isDuring(story.meetings, at + wallShift);
    const fixedNow = fixedDue(wall, zone, settings.fixedTimes, fixedOver);
    const fixedKept = offered || onBreak !== null || (rested !== null && rested < 10 * MINUTE);
    if (fixedNow && fixedKept) fixedOver = fixedOver.map((date, n) => (n === fixedNow.index ? fixedNow.date : date));
    const fixed = fixedNow !== null && !fixedKept;
    const due =
      onBreak === null && !offered && (fixed || (inHours && (later === null ? seated >= everyMs : later <= 0)));
    const held = idle || quietFor > 0 || busy || isDuring(story.fullScreen, at);
    const possible = due && running && !held;
    if (possible) possibleFor = (possibleFor ?? -STEP) + STEP;
    else possibleFor = null;
    for (const effect of effects) {
      if (effect.kind === 'offer-over' && effect.because === 'passed') {
        offered = false;
        answer = null;
        rest();
      } else if (effect.kind === 'offer-over' && effect.because !== 'answered') {
        offered = false;
        answer = null;
      } else if (effect.kind === 'offer') {
        if (offered) twice += 1;
        const nearly =
          seated >= everyMs - IN_TIME || (later !== null && later <= IN_TIME) || effect.offer.because === 'time';
        if (!due && !nearly) early += 1;
        if (effect.offer.because === 'time' && fixedNow)
          fixedOver = fixedOver.map((date, n) => (n === fixedNow.index ? fixedNow.date : date));
        if (possibleFor !== null && possibleFor <= IN_TIME) delays.push(possibleFor);
        else if (!due && nearly) delays.push(0);
        offered = true;
        possibleFor = null;
        later = null;
        const how = chance();
        answer =
          how < 0.15
            ? null
            : {
                at: at + STEP * Math.ceil(chance() * 18),
                how: how < 0.6 ? 'take' : how < 0.8 ? 'skip' : 'later',
              };
      }
    }
    if (possibleFor !== null && possibleFor > IN_TIME) {
      // counted once, as late; from here on the oracle goes along with whatever the clock does
      delays.push(possibleFor);
      if (fixed && fixedNow) fixedOver = fixedOver.map((date, n) => (n === fixedNow.index ? fixedNow.date : date));
      else seated -= everyMs;
      possibleFor = null;
      later = null;
    }
  }
  return { delays, twice, early, happened: story.happened };
}

// —— calendar, once more and differently —————————————————————————————————————————————————————————————————————————————————————

const offsets = new Map<string, Map<number, number>>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Local time minus UTC, milliseconds, by asking the runtime what the clock on the wall shows. */
function offsetOf(zone: string, at: number): number {
  const quarter = Math.floor(at / (15 * MINUTE));
  let known = offsets.get(zone);
  if (!known || known.size > 5000) {
    known = new Map();
    offsets.set(zone, known);
  }
  let offset = known.get(quarter);
  if (offset === undefined) {
    const from = quarter * 15 * MINUTE;
    const part = Object.fromEntries(
      formatFor(zone)
        .formatToParts(from)
        .map(({ type, value }) => [type, Number(value)]),
    );
    offset = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute) - from;
    known.set(quarter, offset);
  }
  return offset;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** Hours that are the same on every day of the week, as all stories have them. */
function hoursBy(settings: BreakSettings): (wall: number, zone: string) => boolean {
  const { from, to } = settings.hours[1] ?? { from: 0, to: 0 };
  return (wall, zone) => {
    const minute = minuteOf(wall, zone);
    return from < to ? from <= minute && minute < to : minute >= from || minute < to;
  };
}

const minuteOf = (wall: number, zone: string): number => {
  const local = wall + offsetOf(zone, wall);
  return (((local % (24 * HOUR)) + 24 * HOUR) % (24 * HOUR)) / MINUTE;
};

function fixedDue(
  wall: number,
  zone: string,
  times: readonly number[],
  over: readonly string[],
): { index: number; date: string } | null {
  const minute = minuteOf(wall, zone);
  const date = String(Math.floor((wall + offsetOf(zone, wall)) / (24 * HOUR)));
  const index = times.findIndex((time, n) => over[n] !== date && minute >= time && minute < time + 30);
  return index < 0 ? null : { index, date };
}
