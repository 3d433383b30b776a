// Every screen of the app, one after the other, with the answers of a made-up person. The journeys look at each of
// them as a reviewer would; the pictures of docs/screens are taken on the same tour.

import type { Page } from 'playwright-core';
import { afterTexts } from '../src/texts/after.ts';
import { bodyTexts } from '../src/texts/body.ts';
import { checkTexts } from '../src/texts/check.ts';
import { deskTexts } from '../src/texts/desk.ts';
import { deskCheckTexts, deskItemWords } from '../src/texts/desk-check.ts';
import { easyTexts } from '../src/texts/easy.ts';
import { experimentTexts } from '../src/texts/experiment.ts';
import { habitTexts } from '../src/texts/habits.ts';
import { helpTexts } from '../src/texts/help.ts';
import { learnTexts } from '../src/texts/learn.ts';
import { ownTexts } from '../src/texts/own.ts';
import { planTexts } from '../src/texts/plan.ts';
import { progressTexts } from '../src/texts/progress.ts';
import { reportTexts } from '../src/texts/report.ts';
import { scheduleTexts } from '../src/texts/schedule.ts';
import { sessionTexts } from '../src/texts/session.ts';
import { syncTexts } from '../src/texts/sync.ts';
import { todayTexts } from '../src/texts/today.ts';
import { weeksTexts } from '../src/texts/weeks.ts';
import { youTexts } from '../src/texts/you.ts';
import { mouse } from './hand.ts';
import { sampleDiary } from './sample-diary.ts';
import {
  type Answers,
  answerCheck,
  askedFirst,
  beginSession,
  button,
  goToSession,
  link,
  nothingElse,
  open,
  paintByMouse,
  planTitle,
  player,
  ranking,
  readDiary,
  sources,
  title,
} from './walk.ts';

/** What a visitor does at a stop, for example looks or takes a picture. */
export type Visit = (screen: string) => Promise<void>;

/** Answers that lead to each result, and its title. */
const RESULTS: readonly (readonly [screen: string, answers: Answers, result: string])[] = [
  ['check-emergency', { 'cannot-pee': true }, helpTexts.emergencyTitle],
  ['check-urgent', { 'dark-urine': true }, checkTexts.result['urgent-24h']],
  ['check-soon', { 'pain-unremitting': true }, checkTexts.result['see-doctor-soon']],
  ['check-visit', { 'pain-worsening': true }, checkTexts.result['see-doctor']],
  ['check-crisis', { 'alone-with-crisis': true }, helpTexts.crisisTitle],
];

const { press } = mouse;

export async function tour(page: Page, address: string, visit: Visit): Promise<void> {
  await firstVisit(page, address, visit);
  await body(page, address, visit);
  await plan(page, visit);
  await beyondNow(page, address, visit);
  await session(page, visit);
  await diary(page, address, visit);
  await devices(page, address, visit);
  await library(page, address, visit);
  await badDay(page, address, visit);
  await results(page, address, visit);
}

async function firstVisit(page: Page, address: string, visit: Visit): Promise<void> {
  await open(page, `${address}/progress`);
  await visit('progress-empty');
  await open(page, address);
  await visit('today-first');
  await press(link(page, todayTexts.action.begin));
  await answerCheck(page, mouse, {}, (number) => visit(`check-question-${number}`));
  await visit('check-self-care');
}

async function body(page: Page, address: string, visit: Visit): Promise<void> {
  await press(link(page, checkTexts.toBody));
  await title(page, bodyTexts.title).waitFor();
  await button(page, bodyTexts.zoomIn).waitFor();
  await visit('body-empty');
  await open(page, `${address}/easy`);
  await title(page, easyTexts.where).waitFor();
  await visit('easy');
  await open(page, `${address}/body`);
  await button(page, bodyTexts.zoomIn).waitFor();
  await press(button(page, bodyTexts.listTitle));
  await page.getByRole('searchbox').fill('shoulder blade');
  await visit('body-list');
  await press(button(page, bodyTexts.listClose));
  await paintByMouse(page);
  await ranking(page);
  await visit('body');
  await press(sources(page).getByText(/places? marked$/));
  await press(button(page, bodyTexts.showNumbers));
  await visit('body-places');
  await press(button(page, bodyTexts.hideNumbers));
  await press(sources(page).getByText(/places? marked$/));
  await press(sources(page).getByRole('list').first().getByRole('button').first());
  await button(page, bodyTexts.back).waitFor();
  await visit('body-source');
  await press(button(sources(page), bodyTexts.showPicture).first());
  await page.getByRole('img', { name: bodyTexts.spotPicture }).nth(1).waitFor();
  await visit('body-test');
  await press(button(page, bodyTexts.back));
}

async function plan(page: Page, visit: Visit): Promise<void> {
  await press(button(page, bodyTexts.makePlan));
  await askedFirst(page).waitFor();
  await visit('plan-ask');
  await press(nothingElse(page));
  await planTitle(page).waitFor();
  await visit('plan');
  for (const fold of [planTexts.how, /^Left out/]) await press(page.getByText(fold).first());
  await visit('plan-how');
}

async function beyondNow(page: Page, address: string, visit: Visit): Promise<void> {
  await open(page, `${address}/plan/weeks`);
  await askedFirst(page).or(title(page, weeksTexts.title)).waitFor();
  if (await askedFirst(page).isVisible()) await press(nothingElse(page));
  await title(page, weeksTexts.title).waitFor();
  await visit('plan-weeks');
  await open(page, `${address}/plan/own`);
  await press(button(page, ownTexts.add));
  await visit('plan-own');
  await open(page, `${address}/plan`);
  await planTitle(page).waitFor();
}

async function session(page: Page, visit: Visit): Promise<void> {
  await goToSession(page, mouse);
  await visit('session-before');
  await beginSession(page, mouse, 6);
  await press(player.skip(page));
  await visit('session');
  await press(button(page, sessionTexts.controls.steps));
  await press(player.pause(page));
  await player.resume(page).waitFor();
  await visit('session-paused');
  await press(player.stop(page));
  await title(page, sessionTexts.stopTitle).waitFor();
  await visit('session-stop');
  await press(button(page, sessionTexts.stopReason['done-early']));
  await title(page, afterTexts.ask).waitFor();
  await visit('after');
  await press(button(page, '3'));
  await title(page, afterTexts.result.notYetKnown).waitFor();
  await visit('after-result');
}

async function diary(page: Page, address: string, visit: Visit): Promise<void> {
  await press(link(page, afterTexts.home));
  await title(page, todayTexts.title.rest).waitFor();
  await visit('today');
  await open(page, `${address}/after?harm`);
  await visit('after-harm');
  await press(button(page, progressTexts.harm.bruise));
  await title(page, afterTexts.harmThanks).waitFor();
  await visit('after-noted');
  await readDiary(page, address, sampleDiary(await page.evaluate(() => Date.now())));
  await open(page, `${address}/progress`);
  await visit('progress');
  await open(page, `${address}/experiment`);
  await visit('experiment-result');
  await press(button(page, experimentTexts.again));
  await title(page, experimentTexts.title).waitFor();
  await visit('experiment');
  await open(page, `${address}/check-in`);
  await visit('check-in');
  await open(page, `${address}/check-in?ask=impact-3`);
  await visit('check-in-questions');
  await open(page, `${address}/report`);
  await page.getByLabel(reportTexts.ask).fill('Is it safe to go back to rowing?');
  await visit('report');
  await deskAndWeek(page, address, visit);
  await open(page, `${address}/you`);
  await page.getByRole('heading', { name: youTexts.atHand }).waitFor();
  await visit('you');
  await press(page.getByRole('heading', { name: youTexts.conditions }));
  await press(button(page, youTexts.erase));
  await visit('you-open');
  await open(page, `${address}/help`);
  await visit('help');
}

async function devices(page: Page, address: string, visit: Visit): Promise<void> {
  await open(page, `${address}/you/sync`);
  await page.getByText(syncTexts.off.lost).waitFor();
  await visit('devices-first');
  await press(page.getByRole('checkbox', { name: syncTexts.off.understood }));
  await press(button(page, syncTexts.off.begin));
  const list = page.getByRole('list', { name: syncTexts.words.list });
  await list.waitFor();
  const words = await list.locator('b').allInnerTexts();
  await visit('devices-words');
  await press(button(page, syncTexts.words.written));
  await visit('devices-check');
  for (const [index, word] of words.entries()) {
    const field = page.getByRole('textbox', { name: syncTexts.words.which(index + 1), exact: true });
    if (await field.isVisible()) await field.fill(word);
  }
  await press(button(page, syncTexts.words.check));
  await page.getByText(/^In step · /).waitFor();
  await press(button(page, syncTexts.add.show));
  await page.getByRole('img', { name: syncTexts.add.code }).waitFor();
  await visit('devices');
  await press(button(page, syncTexts.leave.go));
  await press(button(page, syncTexts.leave.yes));
  await page.getByText(syncTexts.off.lost).waitFor();
}

async function deskAndWeek(page: Page, address: string, visit: Visit): Promise<void> {
  await open(page, `${address}/desk`);
  await page.getByRole('heading', { name: deskTexts.settings.title }).waitFor();
  await visit('desk-first');
  await press(button(page, deskTexts.start));
  await press(button(page, deskTexts.ask));
  await button(page, deskTexts.offer.take).waitFor();
  await visit('desk-offer');
  await press(button(page, deskTexts.offer.take));
  await page.getByText(deskTexts.break.move).waitFor();
  await visit('desk-break');
  await press(button(page, deskTexts.break.done));
  await button(page, deskTexts.stop).waitFor();
  await visit('desk');
  await press(button(page, deskTexts.stop));
  await open(page, `${address}/schedule`);
  for (const kind of ['stretching', 'walk'] as const) {
    await press(button(page, scheduleTexts.kind[kind]));
    if (kind === 'walk') await visit('week-entry');
    await press(button(page, scheduleTexts.keep));
  }
  await page.getByRole('heading', { name: scheduleTexts.calendar }).waitFor();
  await visit('week');
  await open(page, `${address}/desk/check`);
  await press(button(page, deskCheckTexts.start));
  await visit('desk-check');
  const { low } = deskItemWords['eye-screen-distance']?.fits ?? {};
  await press(button(page, low ?? ''));
  for (let at = 2; at <= Object.keys(deskItemWords).length; at += 1) {
    await page.getByText(deskCheckTexts.of(at, Object.keys(deskItemWords).length)).waitFor();
    await press(button(page, deskCheckTexts.skip));
  }
  await title(page, deskCheckTexts.result(0, 1)).waitFor();
  await visit('desk-check-result');
  await open(page, `${address}/habits`);
  await title(page, habitTexts.title).waitFor();
  await visit('habits');
}

async function library(page: Page, address: string, visit: Visit): Promise<void> {
  await open(page, `${address}/learn`);
  await page.getByRole('heading', { name: learnTexts.muscles }).waitFor();
  await visit('learn');
  await page.getByRole('searchbox').fill('knot under shoulder blade');
  await page.getByText(learnTexts.kind.muscle, { exact: true }).first().waitFor();
  await visit('learn-search');
  for (const [screen, id] of [
    ['learn-muscle', 'levator-scapulae'],
    ['learn-warmth', 'what-warmth-does'],
    ['learn-map', 'referred-pain'],
    ['learn-claims', 'said-and-true'],
  ] as const) {
    await open(page, `${address}/learn/${id}`);
    if (id !== 'said-and-true') await page.locator('.moving, .muscle-figure svg').first().waitFor();
    await visit(screen);
  }
}

async function badDay(page: Page, address: string, visit: Visit): Promise<void> {
  await open(page, `${address}/easy`);
  await visit('easy-rest');
  await press(button(page, easyTexts.leave));
  await link(page, todayTexts.easy).waitFor();
}

async function results(page: Page, address: string, visit: Visit): Promise<void> {
  for (const [screen, answers, result] of RESULTS) {
    await open(page, `${address}/check?again`);
    const told = await answerCheck(page, mouse, answers);
    if (told !== result) throw new Error(`${screen} must say "${result}", said "${told}"`);
    await visit(screen);
    if (screen !== 'check-urgent') continue;
    for (const [room, path] of [
      ['today-closed', '/'],
      ['body-closed', '/body'],
      ['plan-closed', '/plan'],
    ] as const) {
      await open(page, address + path);
      await visit(room);
    }
  }
}
