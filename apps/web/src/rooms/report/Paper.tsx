// The page itself: black on white when printed. Every part says what was told; what was not told is not there.

import { decodeDrawing } from '@unknot/atlas/drawing';
import { type PracticeDose, report } from '@unknot/engine/report';
import { isSensitive } from '@unknot/journal/event';
import type { CheckKnowledge, IdentifyKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { BodyFigure } from '../../parts/BodyFigure.tsx';
import { shortDay } from '../../parts/when.ts';
import { isRanked, person } from '../../person.ts';
import { now } from '../../ports/clock.ts';
import { paintedNow } from '../../story.ts';
import { bodyTexts } from '../../texts/body.ts';
import { progressTexts } from '../../texts/progress.ts';
import { type ReportPart, reportTexts as t } from '../../texts/report.ts';
import { inputOf } from './input.ts';

/** Candidates and techniques that fit one page. */
const MOST_CANDIDATES = 5;
const MOST_TECHNIQUES = 10;

interface PaperProps {
  readonly rules: CheckKnowledge;
  readonly identify: IdentifyKnowledge;
  readonly plan: PlanKnowledge;
  readonly shows: (part: ReportPart) => boolean;
  readonly withPrivate: boolean;
  /** Milliseconds back from now; null: everything. */
  readonly within: number | null;
  readonly question: string;
  readonly editions: string;
}

export function Paper({ rules, identify, plan, shows, withPrivate, within, question, editions }: PaperProps) {
  const state = person.value;
  const time = useMemo(now, [state, within]);
  const told = useMemo(() => report(inputOf(state, time, within)), [state, time, within]);
  return (
    <article class="paper" aria-label={t.paperTitle}>
      <header>
        <h2>{t.paperTitle}</h2>
        <p class="small">
          {[t.made(shortDay(time)), state.profile.ageYears === undefined ? '' : t.age(state.profile.ageYears)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p class="small">{t.disclaimer}</p>
      </header>
      {shows('question') && question.trim() && (
        <Part title={t.parts.question}>
          <p class="own-words">{question.trim()}</p>
        </Part>
      )}
      {shows('drawing') && state.drawing && <Where identify={identify} />}
      {shows('pattern') && <Pattern identify={identify} />}
      {shows('tests') && <Tests identify={identify} />}
      {shows('check') && <Check rules={rules} withPrivate={withPrivate} />}
      {shows('health') && <Health rules={rules} withPrivate={withPrivate} />}
      {shows('practice') && (
        <Part title={t.parts.practice}>
          {told.span === null ? (
            <p>{t.noPractice}</p>
          ) : (
            <>
              <p>
                {t.practiceLead(
                  told.sessions,
                  Math.round(told.seconds / 60),
                  shortDay(told.span.from),
                  shortDay(told.span.to),
                )}
              </p>
              <Table headings={[t.technique, t.where, t.times, t.dose, t.changes]}>
                {told.practice.slice(0, MOST_TECHNIQUES).map(({ technique, muscle, side, times, dose, changes }) => (
                  <tr key={`${technique} ${muscle} ${side}`}>
                    <th scope="row">{plan.techniques.find(({ id }) => id === technique)?.plainName ?? technique}</th>
                    <td>
                      {[t.sideOf[side], plan.muscles.find(({ id }) => id === muscle)?.latinName ?? '']
                        .filter(Boolean)
                        .join(' ') || t.notTold}
                    </td>
                    <td class="num">{times}</td>
                    <td class="num">{doseWords(dose)}</td>
                    <td class="num">{t.spread(changes)}</td>
                  </tr>
                ))}
              </Table>
              <p class="xs">{t.together}</p>
            </>
          )}
        </Part>
      )}
      {shows('pain') && told.weeks.length > 0 && (
        <Part title={t.parts.pain}>
          <Table headings={[t.week, t.times, t.minutes, t.before, t.after]}>
            {told.weeks.map(({ week, sessions, seconds, before, after }) => (
              <tr key={week}>
                <th scope="row" class="num">
                  {week + 1}
                </th>
                <td class="num">{sessions}</td>
                <td class="num">{Math.round(seconds / 60)}</td>
                <td class="num">{before ?? t.notTold}</td>
                <td class="num">{after ?? t.notTold}</td>
              </tr>
            ))}
          </Table>
          <p>{t.overall(told.overall)}</p>
        </Part>
      )}
      {shows('harms') && (
        <Part title={t.parts.harms}>
          {told.harms.length === 0 ? (
            <p>{t.noHarms}</p>
          ) : (
            <ul>
              {told.harms.map(({ kind, times, lastAt }) => (
                <li key={kind}>{t.harm(progressTexts.harm[kind], times, shortDay(lastAt))}</li>
              ))}
            </ul>
          )}
        </Part>
      )}
      <footer class="xs">{editions}</footer>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Table({ headings, children }: { headings: readonly string[]; children: ComponentChildren }) {
  return (
    <div class="scroll-x">
      <table>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function doseWords(dose: PracticeDose | null): string {
  if (!dose) return t.notTold;
  const { holdSeconds, repetitions, sets, intensityCap } = dose;
  const amount =
    holdSeconds && repetitions
      ? t.hold(holdSeconds, repetitions, sets ?? 1)
      : repetitions
        ? t.repetitions(repetitions, sets ?? 1)
        : holdSeconds
          ? t.lasting(holdSeconds)
          : '';
  return [amount, intensityCap ? t.cap(intensityCap) : ''].filter(Boolean).join(', ') || t.notTold;
}

function Where({ identify }: { identify: IdentifyKnowledge }) {
  const { drawing } = person.value;
  const decoded = useMemo(() => (drawing ? decodeDrawing(drawing.encoded) : null), [drawing]);
  if (!drawing || decoded?.kind !== 'ok') return null;
  const places = paintedNow.value ?? [];
  return (
    <Part title={t.parts.drawing}>
      <div class="pictures">
        <BodyFigure
          view="posterior"
          drawing={decoded.drawing}
          label={`${t.drawn(shortDay(drawing.savedAt))}, ${t.back}`}
        />
        <BodyFigure
          view="anterior"
          drawing={decoded.drawing}
          label={`${t.drawn(shortDay(drawing.savedAt))}, ${t.front}`}
        />
        <div class="stack tight">
          <p class="small">{t.drawn(shortDay(drawing.savedAt))}</p>
          {places.length === 0 ? (
            <p>{t.noPlaces}</p>
          ) : (
            <ul>
              {places.map(({ region, side, intensity, quality }) => (
                <li key={region + side}>
                  {t.place(
                    identify.regions.find(({ id }) => id === region)?.name ?? region,
                    t.sideOf[side],
                    intensity,
                    quality && t.quality[quality],
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Part>
  );
}

function Pattern({ identify }: { identify: IdentifyKnowledge }) {
  const state = person.value;
  const { ranking } = state;
  if (!ranking || !isRanked(state)) return null;
  return (
    <Part title={t.parts.pattern}>
      <p class="small">{t.patternLead}</p>
      {ranking.nothingFits && <p>{t.nothingFits}</p>}
      <ul class="pattern">
        {ranking.top.slice(0, MOST_CANDIDATES).map(({ muscle, side, probability, band }) => {
          const words = identify.muscles.find(({ id }) => id === muscle);
          return (
            <li key={muscle + side}>
              {t.sideOf[side]} <i>{words?.latinName ?? muscle}</i> ({words?.plainName ?? muscle}):{' '}
              {band && band in bodyTexts.bands ? bodyTexts.bands[band as keyof typeof bodyTexts.bands] : t.notTold}
              {probability === undefined ? '' : `, ${t.probability(probability)}`}
            </li>
          );
        })}
        {(ranking.other ?? []).map(({ hypothesis, probability }) => (
          <li key={hypothesis}>
            {t.other[hypothesis] ?? hypothesis}
            {probability === undefined ? '' : `: ${t.probability(probability)}`}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Tests({ identify }: { identify: IdentifyKnowledge }) {
  const answered = Object.entries(person.value.findings);
  if (answered.length === 0) return null;
  return (
    <Part title={t.parts.tests}>
      <ul>
        {answered.map(([key, answer]) => {
          const [id = key, side = ''] = key.split('@');
          const test = identify.muscles.flatMap(({ selfTests }) => selfTests).find((each) => each.id === id);
          return (
            <li key={key}>
              {test?.instruction ?? id} {side && `(${side}) `}– {t.answer[answer]}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Check({ rules, withPrivate }: { rules: CheckKnowledge; withPrivate: boolean }) {
  const { check, overrides } = person.value;
  if (!check)
    return (
      <Part title={t.parts.check}>
        <p>{t.noCheck}</p>
      </Part>
    );
  const hidden = (rule: string) => !withPrivate && isPrivateRule(rules, rule);
  const fired = [...check.because, ...check.support].filter((rule) => !hidden(rule));
  const cleared = overrides.filter(
    ({ imported, rules: about }) => !imported && about.some((rule) => fired.includes(rule)),
  );
  return (
    <Part title={t.parts.check}>
      <p>
        {t.checkOn(shortDay(check.at))} {fired.length === 0 ? t.noSign : t.signs}
      </p>
      {fired.length > 0 && (
        <ul>
          {fired.map((rule) => (
            <li key={rule}>{rules.rules.find(({ id }) => id === rule)?.title ?? rule}</li>
          ))}
        </ul>
      )}
      {cleared.map(({ at }) => (
        <p key={at}>{t.seen(shortDay(at))}</p>
      ))}
    </Part>
  );
}

/** A rule that a private answer can make fire. */
const isPrivateRule = (rules: CheckKnowledge, rule: string): boolean =>
  isSensitive(rule) || namesIn(rules.rules.find(({ id }) => id === rule)?.logic).some(isSensitive);

const namesIn = (logic: unknown): string[] =>
  typeof logic === 'string' ? [logic] : logic && typeof logic === 'object' ? Object.values(logic).flatMap(namesIn) : [];

function Health({ rules, withPrivate }: { rules: CheckKnowledge; withPrivate: boolean }) {
  const { conditions } = person.value.profile;
  const named = (wanted: true | 'unsure') =>
    rules.conditions
      .filter(({ id }) => conditions[id] === wanted && (withPrivate || !isSensitive(id)))
      .map(({ name }) => name);
  const yes = named(true);
  const unsure = named('unsure');
  return (
    <Part title={t.parts.health}>
      {yes.length + unsure.length === 0 && <p>{t.noneSaid}</p>}
      {yes.length > 0 && (
        <p>
          <b>{t.yes}</b> {yes.join('; ')}.
        </p>
      )}
      {unsure.length > 0 && (
        <p>
          <b>{t.unsure}</b> {unsure.join('; ')}.
        </p>
      )}
    </Part>
  );
}
