// The page itself: black on white when printed. Every part says what was told; what was not told is not there.

import { decodeDrawing } from '@unknot/atlas/drawing';
import type { CheckKnowledge, IdentifyKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { namesIn } from '../../names.ts';
import { BodyFigure } from '../../parts/BodyFigure.tsx';
import { shortDay } from '../../parts/when.ts';
import { bodyTexts } from '../../texts/body.ts';
import { progressTexts } from '../../texts/progress.ts';
import { reportTexts as t } from '../../texts/report.ts';
import type { PageContent } from './content.ts';
import { checkSaid, healthSaid } from './said.ts';

interface PageKnowledge {
  readonly rules: CheckKnowledge;
  readonly identify: IdentifyKnowledge;
  readonly plan: PlanKnowledge;
}

interface PaperProps {
  readonly content: PageContent;
  readonly knowledge: PageKnowledge;
  readonly editions: string;
}

type Part<K extends keyof PageContent> = Exclude<PageContent[K], undefined | null>;

export function Paper({ content, knowledge, editions }: PaperProps) {
  const { rules, identify, plan } = knowledge;
  const { madeAt, ageYears, question, drawing, pattern, tests, check, health, practice, pain, harms } = content;
  const isSupport = (id: string) => rules.rules.some((rule) => rule.id === id && rule.level === 'yellow-psychosocial');
  return (
    <article class="paper" aria-label={t.paperTitle}>
      <header>
        <h2>{t.paperTitle}</h2>
        <p class="small">
          {[t.made(shortDay(madeAt)), ageYears === undefined ? '' : t.age(ageYears)].filter(Boolean).join(' · ')}
        </p>
        <p class="small">{t.disclaimer}</p>
      </header>
      {question && (
        <Section title={t.parts.question}>
          <p class="own-words">{question}</p>
        </Section>
      )}
      {drawing && <Where drawing={drawing} identify={identify} />}
      {pattern && <Pattern pattern={pattern} identify={identify} numbers={content.version > 1} />}
      {tests && tests.length > 0 && <Tests tests={tests} identify={identify} />}
      {check !== undefined && (
        <Section title={t.parts.check}>
          {check === null ? (
            <p>{t.noCheck}</p>
          ) : (
            <>
              <p>{checkSaid(check, shortDay).join(' ')}</p>
              <Signs title={t.signs} ids={check.rules.filter((id) => !isSupport(id))} rules={rules} />
              <Signs title={t.support} ids={check.rules.filter(isSupport)} rules={rules} />
              {check.clearedAt.map((at) => (
                <p key={at}>{t.seen(shortDay(at))}</p>
              ))}
            </>
          )}
        </Section>
      )}
      {health && <Health health={health} rules={rules} />}
      {practice && <Practised practice={practice} plan={plan} />}
      {pain && (
        <Section title={t.parts.pain}>
          <Table headings={[t.week, t.times, t.minutes, t.before, t.after]}>
            {pain.weeks.map(({ week, sessions, seconds, before, after }) => (
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
          <p>{t.overall(pain.overall)}</p>
        </Section>
      )}
      {harms && (
        <Section title={t.parts.harms}>
          {harms.length === 0 ? (
            <p>{t.noHarms}</p>
          ) : (
            <ul>
              {harms.map(({ kind, times, lastAt }) => (
                <li key={kind}>{t.harm(progressTexts.harm[kind], times, shortDay(lastAt))}</li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <footer class="xs">{editions}</footer>
    </article>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Table({ headings, children }: { headings: readonly string[]; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable without a mouse
    <figure class="scroll-x" tabIndex={0} aria-label={headings.join(', ')}>
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
    </figure>
  );
}

function Practised({ practice, plan }: { practice: Part<'practice'>; plan: PlanKnowledge }) {
  const { span, sessions, seconds, done } = practice;
  return (
    <Section title={t.parts.practice}>
      {span === null ? (
        <p>{t.noPractice}</p>
      ) : (
        <>
          <p>{t.practiceLead(sessions, Math.round(seconds / 60), shortDay(span.from), shortDay(span.to))}</p>
          {done.length === 0 ? (
            <p>{t.nothingDone}</p>
          ) : (
            <>
              <Table headings={[t.technique, t.where, t.times, t.dose, t.changes]}>
                {done.map(({ technique, name, muscle, side, times, dose, changes }) => (
                  <tr key={`${technique} ${muscle} ${side}`}>
                    <th scope="row">{name ?? namesIn(plan).technique(technique)}</th>
                    <td>
                      {[plan.muscles.find(({ id }) => id === muscle)?.latinName ?? '', t.sideOf[side]]
                        .filter(Boolean)
                        .join(', ') || t.notTold}
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
        </>
      )}
    </Section>
  );
}

function doseWords(dose: Part<'practice'>['done'][number]['dose']): string {
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

function Where({ drawing, identify }: { drawing: Part<'drawing'>; identify: IdentifyKnowledge }) {
  const { encoded, savedAt, places } = drawing;
  const decoded = useMemo(() => decodeDrawing(encoded), [encoded]);
  if (decoded.kind !== 'ok') return null;
  const label = t.drawn(shortDay(savedAt));
  return (
    <Section title={t.parts.drawing}>
      <div class="pictures">
        <BodyFigure view="posterior" drawing={decoded.drawing} label={`${label}, ${t.back}`} />
        <BodyFigure view="anterior" drawing={decoded.drawing} label={`${label}, ${t.front}`} />
        <div class="stack tight">
          <p class="small">{label}</p>
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
    </Section>
  );
}

interface PatternProps {
  readonly pattern: Part<'pattern'>;
  readonly identify: IdentifyKnowledge;
  /** Whoever wrote the page was asked whether they want numbers on it. */
  readonly numbers: boolean;
}

function Pattern({ pattern, identify, numbers }: PatternProps) {
  const likely = (band: string | undefined, probability: number | undefined) =>
    [
      band && band in bodyTexts.bands ? bodyTexts.bands[band as keyof typeof bodyTexts.bands] : t.notTold,
      numbers && probability !== undefined ? t.probability(probability) : '',
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <Section title={t.parts.pattern}>
      <p class="small">{t.patternLead}</p>
      {pattern.nothingFits && <p>{t.nothingFits}</p>}
      <ul>
        {pattern.top.map(({ muscle, side, probability, band }) => {
          const words = identify.muscles.find(({ id }) => id === muscle);
          return (
            <li key={muscle + side}>
              <i>{words?.latinName ?? muscle}</i> (
              {[words?.plainName ?? muscle, t.sideOf[side]].filter(Boolean).join(', ')}): {likely(band, probability)}
            </li>
          );
        })}
        {pattern.other.map(({ hypothesis, band, probability }) => (
          <li key={hypothesis}>
            {t.other[hypothesis] ?? hypothesis}
            {band && `: ${likely(band, probability)}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Tests({ tests, identify }: { tests: Part<'tests'>; identify: IdentifyKnowledge }) {
  return (
    <Section title={t.parts.tests}>
      <ul>
        {tests.map(({ test, side, answer }) => {
          const known = identify.muscles.flatMap(({ selfTests }) => selfTests).find(({ id }) => id === test);
          return (
            <li key={test + side}>
              {known?.instruction ?? test} {side && `(${side}) `}– {t.answer[answer]}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Signs({ title, ids, rules }: { title: string; ids: readonly string[]; rules: CheckKnowledge }) {
  if (ids.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>{rules.rules.find((rule) => rule.id === id)?.title ?? id}</li>
        ))}
      </ul>
    </>
  );
}

function Health({ health, rules }: { health: Part<'health'>; rules: CheckKnowledge }) {
  const names = (ids: readonly string[]) =>
    ids.map((condition) => rules.conditions.find(({ id }) => id === condition)?.name ?? condition).join('; ');
  return (
    <Section title={t.parts.health}>
      {healthSaid(health).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {health.yes.length > 0 && (
        <p>
          <b>{t.yes}</b> {names(health.yes)}.
        </p>
      )}
      {health.unsure.length > 0 && (
        <p>
          <b>{t.unsure}</b> {names(health.unsure)}.
        </p>
      )}
    </Section>
  );
}
