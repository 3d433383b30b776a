// The desk check: one item at a time with a picture, then what fits, the one change to begin with, and what is different
// since last time. Answers wait as a draft, so that a reload loses nothing.

import {
  type DeskAnswers,
  type DeskFit,
  type DeskItem,
  deskChanges,
  deskDue,
  deskScore,
  firstChange,
  fitOf,
} from '@unknot/engine/prevention';
import type { IdentifyKnowledge, LibraryKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useRef, useState } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { BackTo } from '../../parts/BackTo.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Sources } from '../../parts/Sources.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { shortDay } from '../../parts/when.ts';
import { drafts, isRanked, person, record } from '../../person.ts';
import { minute } from '../../ports/clock.ts';
import { loadIdentify, loadLibrary } from '../../ports/knowledge.ts';
import { deskItemWords, deskCheckTexts as t } from '../../texts/desk-check.ts';
import './desk-check.css';
import { Ruler } from './Ruler.tsx';
import { Workplace } from './Workplace.tsx';

const DRAFT = 'desk-check';
/** Likely muscles whose loads decide what to change first. Own setting, as in the plan. */
const MUSCLES = 2;

const loadBoth = (): Promise<[LibraryKnowledge, IdentifyKnowledge]> => Promise.all([loadLibrary(), loadIdentify()]);

interface Asking {
  readonly at: number;
  readonly answers: DeskAnswers;
}

function askingOf(text: string | null, items: readonly DeskItem[]): Asking | null {
  try {
    const kept = JSON.parse(text ?? 'null');
    const at = Number(kept?.at);
    return Number.isInteger(at) && at >= 0 && at < items.length && typeof kept.answers === 'object' ? kept : null;
  } catch {
    return null;
  }
}

export function DeskCheck() {
  const knowledge = useLoaded(loadBoth);
  if (knowledge.kind !== 'ready') return <div class="pad" />;
  const [library, identify] = knowledge.value;
  return <Checked items={library.prevention.workstationChecklist} identify={identify} />;
}

function Checked({ items, identify }: { items: readonly DeskItem[]; identify: IdentifyKnowledge }) {
  const [asking, setAsking] = useState<Asking | null | 'reading'>('reading');
  useEffect(() => void drafts.get(DRAFT).then((text) => setAsking(askingOf(text, items))), [items]);
  if (asking === 'reading') return <div class="pad" />;
  const { deskChecks } = person.value;
  const last = deskChecks.at(-1);
  const ask = (next: Asking) => {
    setAsking(next);
    window.scrollTo(0, 0);
    void drafts.put(DRAFT, JSON.stringify(next));
  };
  if (asking) {
    const item = items[asking.at] as DeskItem;
    const goOn = (answers: DeskAnswers) => {
      if (asking.at + 1 < items.length) return ask({ at: asking.at + 1, answers });
      setAsking(null);
      window.scrollTo(0, 0);
      void drafts.delete(DRAFT);
      if (Object.keys(answers).length > 0) void record('desk.checked', { answers: { ...answers }, chosen: null });
    };
    return (
      <Question
        key={item.id}
        item={item}
        at={asking.at}
        all={items.length}
        fit={asking.answers[item.id]}
        onFit={(fit) => goOn(answered(asking.answers, item.id, fit))}
        onBack={() => (asking.at === 0 ? setAsking(null) : ask({ ...asking, at: asking.at - 1 }))}
      />
    );
  }
  if (!last)
    return (
      <div class="pad desk-check">
        <div class="stack">
          <BackTo path="/desk">{t.toDesk}</BackTo>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
          <Explain about="desk" />
          <button type="button" class="btn primary tall" onClick={() => ask({ at: 0, answers: {} })}>
            {t.start}
          </button>
        </div>
        <Workplace item="eye-screen-distance" label="" />
      </div>
    );
  return <Result items={items} identify={identify} onAgain={() => ask({ at: 0, answers: {} })} />;
}

function answered(answers: DeskAnswers, id: string, fit: DeskFit | null): DeskAnswers {
  const { [id]: _, ...others } = answers;
  return fit === null ? others : { ...others, [id]: fit };
}

interface QuestionProps {
  readonly item: DeskItem;
  readonly at: number;
  readonly all: number;
  readonly fit: DeskFit | undefined;
  /** Null: skipped. */
  readonly onFit: (fit: DeskFit | null) => void;
  readonly onBack: () => void;
}

function Question({ item, at, all, fit, onFit, onBack }: QuestionProps) {
  const words = deskItemWords[item.id];
  const heading = useRef<HTMLHeadingElement>(null);
  const [shown, setShown] = useState(fit);
  const [measuring, setMeasuring] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  if (!words) throw new Error(`the desk check has no words for ${item.id}`);
  const fits = (['low', 'right', 'high'] as const).filter((each) => words.fits[each] !== undefined);
  const choose = (chosen: DeskFit) => {
    setShown(chosen);
    // The picture answers first; then it goes on.
    setTimeout(() => onFit(chosen), matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 420);
  };
  return (
    <div class="pad desk-check">
      <div class="stack">
        <p class="label num">{t.of(at + 1, all)}</p>
        <h1 ref={heading} tabIndex={-1}>
          {words.ask}
        </h1>
        <div class="desk-picture">
          <Workplace
            item={item.id}
            fit={shown}
            label={t.picture(item.label, words.fits[fits.find((f) => f === shown) ?? 'right'] ?? '')}
          />
        </div>
      </div>
      <div class="stack">
        <div class="stack tight">
          {fits.map((each) => (
            <button
              key={each}
              type="button"
              class="btn tall desk-answer"
              aria-pressed={shown === each}
              onClick={() => choose(each)}
            >
              {words.fits[each]}
            </button>
          ))}
        </div>
        <div class="row wrap between">
          <button type="button" class="btn quiet" onClick={onBack}>
            <Icon name="back" />
            {t.back}
          </button>
          <button type="button" class="btn quiet" onClick={() => onFit('not-here')}>
            {words.notHere ?? t.notHere}
          </button>
          <button type="button" class="btn quiet" onClick={() => onFit(null)}>
            {t.skip}
          </button>
        </div>
        {item.id === 'eye-screen-distance' && !measuring && (
          <button type="button" class="btn" onClick={() => setMeasuring(true)}>
            {t.measure}
          </button>
        )}
        {measuring && <Ruler onMeasured={(cm) => choose(fitOf(item, cm))} onClose={() => setMeasuring(false)} />}
        <details class="why">
          <summary>{t.how}</summary>
          <p>{item.howToMeasure}</p>
          <p>
            {t.target}: {item.tolerance}.
          </p>
          <p>
            {t.why}: {item.why}
          </p>
          <Sources ids={item.sources} />
        </details>
      </div>
    </div>
  );
}

interface ResultProps {
  readonly items: readonly DeskItem[];
  readonly identify: IdentifyKnowledge;
  readonly onAgain: () => void;
}

function Result({ items, identify, onAgain }: ResultProps) {
  const state = person.value;
  const last = state.deskChecks.at(-1);
  if (!last) return null;
  // A choice is told as the same check once more, so the one before it is the one with other answers.
  const before = state.deskChecks.findLast(({ answers }) => JSON.stringify(answers) !== JSON.stringify(last.answers));
  const score = deskScore(items, last.answers);
  const loads = new Set(
    isRanked(state)
      ? (state.ranking?.top ?? [])
          .slice(0, MUSCLES)
          .flatMap(({ muscle }) => identify.muscles.find(({ id }) => id === muscle)?.perpetuatingFactors ?? [])
      : [],
  );
  const first = items.find(({ id }) => id === last.chosen) ?? firstChange(items, last.answers, loads);
  const fit = first && last.answers[first.id];
  const rest = score.off.filter(({ id }) => id !== first?.id);
  const itemOf = (id: string) => items.find((each) => each.id === id) as DeskItem;
  return (
    <div class="pad stack loose desk-result">
      <BackTo path="/desk">{t.toDesk}</BackTo>
      <header class="stack tight">
        <p class="label">{t.last(shortDay(last.at))}</p>
        <h1>{t.result(score.right, score.asked)}</h1>
        <p class="muted small">{t.resultNote}</p>
        <div class="desk-score" aria-hidden="true">
          {Array.from({ length: score.asked }, (_, index) => (
            <i key={index} class={index < score.right ? 'on' : ''} />
          ))}
        </div>
      </header>
      {deskDue(last.at, score, minute.value) && (
        <p class="note know" role="status">
          <Icon name="info" />
          <span>{t.due}</span>
        </p>
      )}
      {before && (
        <Compared changes={deskChanges(items, before.answers, last.answers)} labelOf={(id) => itemOf(id).label} />
      )}
      {first && (fit === 'low' || fit === 'high') && (
        <section class="card desk-first" aria-labelledby="desk-first">
          <div class="desk-picture">
            <Workplace item={first.id} label={first.label} />
          </div>
          <div class="stack">
            <h2 id="desk-first">{t.first}</h2>
            <h3>{first.label}</h3>
            <p>{deskItemWords[first.id]?.mend[fit]}</p>
            <p class="small muted">{t.firstWhy}</p>
            {last.chosen === first.id ? (
              <p class="note" role="status">
                <Icon name="tick" />
                <span>{t.taken}</span>
              </p>
            ) : (
              <button
                type="button"
                class="btn primary"
                onClick={() => {
                  void record('desk.checked', { answers: { ...last.answers }, chosen: first.id });
                  announce(t.taken);
                }}
              >
                {t.take}
              </button>
            )}
          </div>
        </section>
      )}
      {rest.length > 0 && (
        <section class="stack tight" aria-labelledby="desk-rest">
          <h2 id="desk-rest">{t.all}</h2>
          <dl class="desk-rest">
            {rest.map(({ id, fit: off }) => (
              <div key={id}>
                <dt>{itemOf(id).label}</dt>
                <dd>{deskItemWords[id]?.mend[off]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <button type="button" class="btn" onClick={onAgain}>
        {t.again}
      </button>
    </div>
  );
}

function Compared({ changes, labelOf }: { changes: ReturnType<typeof deskChanges>; labelOf: (id: string) => string }) {
  return (
    <section class="card stack tight" aria-labelledby="desk-compared">
      <h2 id="desk-compared">{t.compared}</h2>
      {changes.length === 0 ? (
        <p>{t.same}</p>
      ) : (
        <ul class="plain-list">
          {changes.map(({ id, kind }) => (
            <li key={id}>
              <Icon name={kind === 'better' ? 'tick' : 'swap'} size={18} /> {t[kind](labelOf(id))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
