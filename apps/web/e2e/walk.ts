// The loop as a person walks it: check, paint, plan, session, outcome. Journeys and pictures are made of these steps.
// Everything is found by its role and its name, in the words of the app itself.

import checkKnowledge from '@unknot/knowledge/edition/check.json' with { type: 'json' };
import type { Locator, Page } from 'playwright-core';
import { afterTexts } from '../src/texts/after.ts';
import { bodyTexts } from '../src/texts/body.ts';
import { checkTexts } from '../src/texts/check.ts';
import { conditionTexts } from '../src/texts/conditions.ts';
import { helpTexts } from '../src/texts/help.ts';
import { planTexts } from '../src/texts/plan.ts';
import { sessionTexts } from '../src/texts/session.ts';
import { youTexts } from '../src/texts/you.ts';
import type { Clock } from './clock.ts';
import { finger, type Hand } from './hand.ts';

export const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
export const link = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('link', { name, exact: typeof name === 'string' });
export const title = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' });
export const onlyTitle = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens an address and waits until its room stands. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await onlyTitle(page).waitFor();
}

// —— check ————————————————————————————————————————————————————————————————————————————————————————————————————————————

export type Answer = true | 'unsure' | number;
/** Answers by id of the fact or condition. What is not named is answered as for an ordinary knot, else with no. */
export type Answers = Readonly<Record<string, Answer>>;

const ORDINARY: Readonly<Record<string, Answer>> = {
  'pain-neck': true,
  'pain-thoracic': true,
  'pain-shoulder': true,
  'age-years': 35,
  'weeks-since-start': 2,
  'pain-score': 4,
  'pain-persistent-months': 1,
};

const RESULTS = [...Object.values(checkTexts.result), helpTexts.emergencyTitle, helpTexts.crisisTitle].filter(Boolean);

/** The screen of the check with this number, or any. */
export const question = (page: Page, number?: number) =>
  page.getByText(number === undefined ? /^Question \d+$/ : checkTexts.questionNumber(number), { exact: true });

export const checkResult = (page: Page) =>
  title(page, new RegExp(`^(${RESULTS.map((words) => words.replaceAll('.', '\\.')).join('|')})$`));

/** The words of a sign: on a screen of its own, and as one line of several. */
function wordsOf(id: string): readonly string[] {
  const fact = (checkKnowledge.facts as Readonly<Record<string, { question: string; short?: string }>>)[id];
  if (fact) return [fact.question, fact.short ?? fact.question];
  const condition = checkKnowledge.conditions.find((each) => each.id === id);
  if (!condition) throw new Error(`neither a fact nor a condition: ${id}`);
  return [condition.name];
}

/** The line that asks for several signs at once, if there is one. */
const screenOf = (id: string): string | undefined =>
  Object.entries(checkKnowledge.facts).find(([, fact]) => 'covers' in fact && fact.covers.includes(id))?.[0];

/**
 * Answers the check to its end.
 *
 * @param onScreen  called with the number of every question as it stands on the screen, before it is answered
 * @returns the title of what came out
 */
export async function answerCheck(
  page: Page,
  hand: Hand,
  answers: Answers = {},
  onScreen: (number: number) => Promise<void> = async () => {},
): Promise<string> {
  const wanted = new Map<string, Answer>(Object.entries({ ...ORDINARY, ...answers }));
  for (const id of Object.keys(answers)) {
    const screen = screenOf(id);
    if (screen) wanted.set(screen, true);
  }
  for (let number = 1; number <= 40; number++) {
    await question(page, number).or(checkResult(page)).first().waitFor();
    if (await checkResult(page).isVisible()) return checkResult(page).innerText();
    await onScreen(number);
    await answerScreen(page, hand, wanted);
  }
  throw new Error('the check did not come to an end in 40 questions');
}

/** Answers the one screen that is shown. */
export async function answerScreen(
  page: Page,
  hand: Hand,
  wanted: ReadonlyMap<string, Answer> = new Map(Object.entries(ORDINARY)),
): Promise<void> {
  const room = page.getByRole('main');
  const names = await room
    .getByRole('button')
    .evaluateAll((found) => found.map((each) => each.getAttribute('aria-label') ?? each.textContent ?? ''));
  const has = (name: string) => names.includes(name);
  const amount = (id: string) => (typeof wanted.get(id) === 'number' ? wanted.get(id) : 0);

  for (const id of Object.keys(checkKnowledge.facts)) {
    const fact = checkKnowledge.facts[id as keyof typeof checkKnowledge.facts];
    if (fact.kind !== 'number' && fact.kind !== 'scale-0-10') continue;
    for (const words of new Set(wordsOf(id))) {
      if (fact.kind === 'number') {
        const field = room.getByRole('spinbutton', { name: words, exact: true });
        if (await field.isVisible()) await hand.write(field, String(amount(id)));
      } else {
        const scale = room.getByRole('group', { name: words, exact: true });
        if (await scale.isVisible()) await hand.press(button(scale, String(amount(id))));
      }
    }
  }
  if (has(checkTexts.no)) {
    const asked = await room.innerText();
    const [, answer] =
      [...wanted].find(
        ([id, said]) => typeof said !== 'number' && wordsOf(id).some((words) => asked.includes(words)),
      ) ?? [];
    return hand.press(
      button(room, answer === undefined ? checkTexts.no : answer === 'unsure' ? checkTexts.unsure : checkTexts.yes),
    );
  }
  for (const [id, answer] of wanted) {
    const say = answer === 'unsure' ? checkTexts.unsureAbout : checkTexts.yesTo;
    const name = wordsOf(id).map(say).find(has);
    if (name) await hand.press(button(room, name));
  }
  await hand.press(button(room, new RegExp(`^(${checkTexts.goOn}|${checkTexts.none}|${checkTexts.noneGoOn})$`)));
}

// —— paint ————————————————————————————————————————————————————————————————————————————————————————————————————————————

export const bodyMap = (page: Page) => page.getByRole('application', { name: /^Body map/ });
export const sources = (page: Page) => page.getByRole('complementary', { name: bodyTexts.sources });

type Spot = readonly [x: number, y: number];

/**
 * A few strokes to and fro between neck and shoulder blade, as pixels of the page.
 *
 * @param across  where on the map: 0 its left edge, 1 its right edge
 */
async function sorePlace(page: Page, across: number): Promise<readonly Spot[]> {
  const box = await bodyMap(page).boundingBox();
  if (!box) throw new Error('the body map must be on the screen');
  // A phone shows more of the back, so the place lies higher on it.
  const down = box.width < 600 ? 0.22 : 0.44;
  const [x, y] = [box.x + box.width * across, box.y + box.height * down];
  return Array.from({ length: 16 }, (_, step) => [x + (step % 4 < 2 ? 0 : 18) + step, y + step * 2] as const);
}

/** Strokes once. The map takes paint as soon as it is laid out, so the stroke is tried until it is there. */
async function untilPainted(page: Page, stroke: () => Promise<void>): Promise<void> {
  await bodyMap(page).waitFor();
  for (let attempt = 0; attempt < 40; attempt++) {
    await stroke();
    if (await button(page, bodyTexts.undo).isEnabled()) return;
    await page.waitForTimeout(50);
  }
  throw new Error('a stroke over the sore place left no paint');
}

export async function paintByMouse(page: Page, across = 0.6): Promise<void> {
  await untilPainted(page, async () => {
    const [from, ...others] = await sorePlace(page, across);
    if (!from) return;
    await page.mouse.move(...from);
    await page.mouse.down();
    for (const spot of others) await page.mouse.move(...spot);
    await page.mouse.up();
  });
}

export async function paintByFinger(page: Page, across = 0.6): Promise<void> {
  const fingers = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', spot?: Spot) =>
    fingers.send('Input.dispatchTouchEvent', { type, touchPoints: spot ? [{ x: spot[0], y: spot[1] }] : [] });
  await untilPainted(page, async () => {
    const [from, ...others] = await sorePlace(page, across);
    await touch('touchStart', from);
    for (const spot of others) await touch('touchMove', spot);
    // The finger rests before it leaves: a flick would swallow the next tap.
    for (const [x, y] of others.slice(-4)) {
      await page.waitForTimeout(30);
      await touch('touchMove', [x, y]);
    }
    await touch('touchEnd');
  });
  await fingers.detach();
}

/** Through the list of places: search, choose, close. */
export async function paintByList(page: Page, hand: Hand, search: string, place: string | RegExp): Promise<void> {
  await hand.press(button(page, bodyTexts.listTitle));
  await hand.write(page.getByRole('searchbox', { name: bodyTexts.listSearch }), search);
  await hand.press(button(page, place).first());
  await hand.press(button(page, bodyTexts.listClose));
}

/** How many places are marked, as the room says it. */
export async function placesMarked(page: Page): Promise<number> {
  const said = sources(page).getByText(/^\d+ places? marked$/);
  return (await said.isVisible()) ? Number.parseInt(await said.innerText(), 10) : 0;
}

/** What the ranking shows, top first. */
export async function ranking(page: Page): Promise<string[]> {
  await button(page, bodyTexts.makePlan).waitFor();
  const rows = sources(page).getByRole('list').first().getByRole('listitem');
  await rows.first().waitFor();
  return rows.allInnerTexts();
}

// —— plan, session, outcome ———————————————————————————————————————————————————————————————————————————————————————————

export const planTitle = (page: Page) => title(page, /minutes? (for|of) /);

const anyOf = (...words: readonly string[]) => new RegExp(`^(${words.join('|')})$`);
/** The question, or questions, that come before a plan. */
export const askedFirst = (page: Page) => title(page, anyOf(planTexts.askFirst(1), planTexts.askFirst(2)));
export const nothingElse = (page: Page) => button(page, anyOf(conditionTexts.rest(1), conditionTexts.rest(2)));

/** Waits for the plan. What could close something is asked before it, with the first plan and when something new joins. */
export async function planStands(page: Page, hand: Hand): Promise<void> {
  await askedFirst(page).or(planTitle(page)).waitFor();
  if (await askedFirst(page).isVisible()) await hand.press(nothingElse(page));
  await planTitle(page).waitFor();
}

/** From the ranking to a plan. */
export async function makePlan(page: Page, hand: Hand): Promise<void> {
  await hand.press(button(page, bodyTexts.makePlan));
  await planStands(page, hand);
}

/** Somebody new with an ordinary knot, from the first question to a plan. */
export async function comeToPlan(page: Page, address: string): Promise<void> {
  await open(page, `${address}/check`);
  await answerCheck(page, finger);
  await finger.press(link(page, checkTexts.toBody));
  await paintByFinger(page);
  await ranking(page);
  await makePlan(page, finger);
}

export const player = {
  clock: (page: Page) => page.getByRole('timer'),
  pause: (page: Page) => button(page, sessionTexts.controls.pause),
  resume: (page: Page) => button(page, sessionTexts.controls.resume),
  skip: (page: Page) => button(page, sessionTexts.controls.skip),
  stop: (page: Page) => button(page, sessionTexts.controls.stop),
  /** What the player says it is doing. */
  says: (page: Page, words: string) => page.getByRole('main').getByRole('paragraph').filter({ hasText: words }).first(),
  seconds: async (page: Page): Promise<number> => {
    const [minutes = 0, seconds = 0] = (await player.clock(page).innerText()).split(':').map(Number);
    return 60 * minutes + seconds;
  },
};

/** From the plan to the screen that asks for the pain now. */
export async function goToSession(page: Page, hand: Hand): Promise<void> {
  await hand.press(button(page, /^Start, /));
  await title(page, sessionTexts.painNow).waitFor();
}

/** Says the pain, confirms what must be sure, and starts. */
export async function beginSession(page: Page, hand: Hand, pain = 5): Promise<void> {
  await hand.press(button(page.getByRole('group', { name: sessionTexts.painNow }), String(pain)));
  for (const tick of await page.getByRole('checkbox').all()) await hand.press(tick);
  await hand.press(button(page, /^Start, /));
  await player.pause(page).waitFor();
}

/** Skips until the player holds a position. */
export async function skipToHold(page: Page, hand: Hand): Promise<void> {
  for (let skips = 0; skips < 40; skips++) {
    if (await player.says(page, sessionTexts.kind.hold).isVisible()) return;
    await hand.press(player.skip(page));
  }
  throw new Error('the session holds no position');
}

/** Lives through the first exercise: what is skipped is not done. */
export async function doFirstStep(page: Page, clock: Clock): Promise<void> {
  const second = page.getByText(/^Step 2 of/);
  for (let slices = 0; slices < 60 && !(await second.isVisible()); slices++) {
    await clock.pass(10_000);
    await page.waitForTimeout(250);
  }
  await second.waitFor();
}

/** Stops for a reason that is not a warning sign, and says how it is now. */
export async function stopAndRate(page: Page, hand: Hand, pain = 3): Promise<void> {
  await hand.press(player.stop(page));
  await hand.press(button(page, sessionTexts.stopReason['done-early']));
  await title(page, afterTexts.ask).waitFor();
  await hand.press(button(page, String(pain)));
  await link(page, afterTexts.repaint).waitFor();
}

// —— diary ————————————————————————————————————————————————————————————————————————————————————————————————————————————

/** Reads a small file into the diary, and waits until it is there. */
export async function readDiary(page: Page, address: string, text: string): Promise<void> {
  await open(page, `${address}/you`);
  const file = { name: 'unknot.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel(youTexts.restore).setInputFiles(file);
  await page.getByText(/^\d+ entr(y|ies) added/).waitFor();
}
