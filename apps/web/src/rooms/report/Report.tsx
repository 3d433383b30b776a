// One page for a professional: chosen part by part, made on this device, printed by the browser.

import atlasEdition from '@unknot/atlas/data/edition.json';
import type { CheckKnowledge, IdentifyKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useState } from 'preact/hooks';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { drafts, isRanked, person } from '../../person.ts';
import { now } from '../../ports/clock.ts';
import { loadCheck, loadIdentify, loadPlan } from '../../ports/knowledge.ts';
import { paintedNow } from '../../story.ts';
import { type ReportPart, reportTexts as t } from '../../texts/report.ts';
import { contentOf } from './content.ts';
import { Paper } from './Paper.tsx';
import './report.css';
import { ShareLink } from './ShareLink.tsx';

const DRAFT = 'report';
const DAY = 86_400_000;
const PERIODS = { all: null, month: 28 * DAY, quarter: 91 * DAY } as const;
export type Period = keyof typeof PERIODS;

/** What the person chose last; kept as a draft, because it says nothing about them. */
interface Choice {
  readonly without: readonly ReportPart[];
  readonly withPrivate: boolean;
  readonly period: Period;
  readonly question: string;
}

const NOTHING_CHOSEN: Choice = { without: [], withPrivate: false, period: 'all', question: '' };
/** Own setting: what fits at the top of one page. */
const LONGEST_QUESTION = 600;

function choiceOf(text: string | null): Choice {
  try {
    const kept = JSON.parse(text ?? 'null');
    if (!kept || typeof kept !== 'object') return NOTHING_CHOSEN;
    return {
      without: Array.isArray(kept.without) ? kept.without.filter((part: unknown) => String(part) in t.parts) : [],
      withPrivate: kept.withPrivate === true,
      period: kept.period in PERIODS ? kept.period : 'all',
      question: typeof kept.question === 'string' ? kept.question.slice(0, LONGEST_QUESTION) : '',
    };
  } catch {
    return NOTHING_CHOSEN;
  }
}

const loadAll = (): Promise<[CheckKnowledge, IdentifyKnowledge, PlanKnowledge]> =>
  Promise.all([loadCheck(), loadIdentify(), loadPlan()]);

export function Report() {
  const knowledge = useLoaded(loadAll);
  const [choice, setChoice] = useState<Choice | null>(null);
  useEffect(() => void drafts.get(DRAFT).then((text) => setChoice(choiceOf(text))), []);
  const { check, drawing, sessions } = person.value;
  if (!check && !drawing && sessions.length === 0)
    return (
      <div class="pad stack loose">
        <h1>{t.emptyTitle}</h1>
        <p>{t.empty}</p>
        <a class="btn primary" href="/body" style={{ justifySelf: 'start' }}>
          {t.start}
        </a>
      </div>
    );
  if (knowledge.kind !== 'ready' || choice === null) return <div class="pad" />;
  const choose = (part: Partial<Choice>) => {
    const chosen = { ...choice, ...part };
    setChoice(chosen);
    void drafts.put(DRAFT, JSON.stringify(chosen));
  };
  const [rules, identify, plan] = knowledge.value;
  const moment = { now: now(), places: paintedNow.value ?? [], ranked: isRanked(person.value) };
  const content = contentOf(person.value, rules, moment, {
    shows: (part) => !choice.without.includes(part),
    withPrivate: choice.withPrivate,
    within: PERIODS[choice.period],
    question: choice.question,
  });
  return (
    <div class="pad report">
      <header class="stack tight">
        <h1>{t.title}</h1>
        <p class="muted">{t.lead}</p>
        <Explain about="professional" />
      </header>
      <Choices choice={choice} onChoose={choose} text={JSON.stringify(content)} />
      <Paper
        content={content}
        knowledge={{ rules, identify, plan }}
        editions={t.editions(String(atlasEdition.edition), String(plan.edition))}
      />
    </div>
  );
}

interface ChoicesProps {
  readonly choice: Choice;
  readonly onChoose: (part: Partial<Choice>) => void;
  /** What is shared: the page as it stands. */
  readonly text: string;
}

function Choices({ choice, onChoose, text }: ChoicesProps) {
  return (
    <aside class="card stack choices" aria-label={t.choose}>
      <button type="button" class="btn primary tall" onClick={() => print()}>
        <Icon name="download" />
        {t.print}
      </button>
      <label class="field">
        <span class="label">{t.ask}</span>
        <textarea
          rows={3}
          maxLength={LONGEST_QUESTION}
          value={choice.question}
          aria-describedby="report-ask"
          onInput={(event) => onChoose({ question: event.currentTarget.value })}
        />
        <span class="xs muted" id="report-ask">
          {t.askHelp}
        </span>
      </label>
      <fieldset class="choice">
        <legend class="label">{t.period}</legend>
        <div class="chips">
          {(Object.keys(PERIODS) as Period[]).map((period) => (
            <button
              key={period}
              type="button"
              class="chip"
              aria-pressed={choice.period === period}
              onClick={() => onChoose({ period })}
            >
              {t.periods[period]}
            </button>
          ))}
        </div>
      </fieldset>
      <details class="fold" open={matchMedia('(min-width: 900px)').matches}>
        <summary>
          <span class="label">{t.choose}</span>
        </summary>
        {(Object.keys(t.parts) as ReportPart[]).map((part) => (
          <Switch
            key={part}
            label={t.parts[part]}
            on={!choice.without.includes(part)}
            onChange={(on) =>
              onChoose({ without: on ? choice.without.filter((each) => each !== part) : [...choice.without, part] })
            }
          />
        ))}
        <Switch label={t.private} on={choice.withPrivate} onChange={(withPrivate) => onChoose({ withPrivate })} />
      </details>
      <ShareLink text={text} />
    </aside>
  );
}
