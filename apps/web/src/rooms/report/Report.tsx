// One page for a professional: chosen part by part, made on this device, printed by the browser.

import atlasEdition from '@unknot/atlas/data/edition.json';
import type { CheckKnowledge, IdentifyKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { OneOf, toggled } from '../../parts/Choice.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { NothingYet } from '../../parts/NothingYet.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { conditionsNow, drafts, isRanked, person } from '../../person.ts';
import { now } from '../../ports/clock.ts';
import { loadCheck, loadIdentify, loadPlan } from '../../ports/knowledge.ts';
import { paintedNow } from '../../story.ts';
import { type ReportPart, reportTexts as t } from '../../texts/report.ts';
import { numbersShown } from '../body/numbers.ts';
import { wordOf } from '../body/word.ts';
import { asking, contentOf, type PageContent } from './content.ts';
import { Paper } from './Paper.tsx';
import './report.css';
import { ShareLink } from './ShareLink.tsx';

const DRAFT = 'report';
const DAY = 86_400_000;
const PERIODS = { all: null, month: 28 * DAY, quarter: 91 * DAY } as const;
type Period = keyof typeof PERIODS;

/** What the person chose last; kept as a draft, because it says nothing about them. */
interface PageChoice {
  readonly without: readonly ReportPart[];
  readonly withPrivate: boolean;
  readonly period: Period;
  readonly question: string;
}

const NOTHING_CHOSEN: PageChoice = { without: [], withPrivate: false, period: 'all', question: '' };
/** Own setting: what fits at the top of one page. */
const LONGEST_QUESTION = 600;

function choiceOf(text: string | null): PageChoice {
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

type Knowledge = readonly [CheckKnowledge, IdentifyKnowledge, PlanKnowledge];

const loadAll = (): Promise<Knowledge> => Promise.all([loadCheck(), loadIdentify(), loadPlan()]);

export function Report() {
  const knowledge = useLoaded(loadAll);
  const [choice, setChoice] = useState<PageChoice | null>(null);
  useEffect(() => void drafts.get(DRAFT).then((text) => setChoice(choiceOf(text))), []);
  const { check, drawing, sessions } = person.value;
  if (!check && !drawing && sessions.length === 0)
    return <NothingYet title={t.emptyTitle} say={t.empty} begin={t.start} />;
  if (knowledge.kind !== 'ready' || choice === null) return <div class="pad" />;
  const choose = (part: Partial<PageChoice>) => {
    const chosen = { ...choice, ...part };
    setChoice(chosen);
    void drafts.put(DRAFT, JSON.stringify(chosen));
  };
  return <Page knowledge={knowledge.value} choice={choice} onChoose={choose} />;
}

interface PageProps {
  readonly knowledge: Knowledge;
  readonly choice: PageChoice;
  readonly onChoose: (part: Partial<PageChoice>) => void;
}

function Page({ knowledge: [rules, identify, plan], choice, onChoose }: PageProps) {
  const { without, withPrivate, period, question } = choice;
  const diary = person.value;
  const held = conditionsNow.value;
  const shown = numbersShown.value;
  const painted = paintedNow.value;
  // Private answers that this window holds go along when the person says so.
  const state = useMemo(() => ({ ...diary, profile: { ...diary.profile, conditions: held } }), [diary, held]);
  const told = useMemo(() => {
    const moment = {
      now: now(),
      places: painted ?? [],
      ranked: isRanked(state),
      wordOf: (probability: number) => wordOf(identify, probability),
    };
    const shows = (part: ReportPart) => !without.includes(part);
    return contentOf(state, rules, moment, { shows, withPrivate, numbers: shown, within: PERIODS[period] });
  }, [state, rules, identify, painted, without, withPrivate, shown, period]);
  const content = without.includes('question') ? told : asking(told, question);
  return (
    <div class="pad report">
      <header class="stack tight">
        <h1>{t.title}</h1>
        <p class="muted">{t.lead}</p>
        <Explain about="professional" />
      </header>
      <Choices choice={choice} onChoose={onChoose} content={content} />
      <Paper
        content={content}
        knowledge={{ rules, identify, plan }}
        editions={t.editions(String(atlasEdition.edition), String(plan.edition))}
      />
    </div>
  );
}

interface ChoicesProps {
  readonly choice: PageChoice;
  readonly onChoose: (part: Partial<PageChoice>) => void;
  /** What is shared: the page as it stands. */
  readonly content: PageContent;
}

function Choices({ choice, onChoose, content }: ChoicesProps) {
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
      <OneOf
        label={t.period}
        options={Object.keys(PERIODS) as Period[]}
        words={(period) => t.periods[period]}
        chosen={choice.period}
        onChosen={(period) => onChoose({ period })}
      />
      <details class="fold" open={matchMedia('(min-width: 900px)').matches}>
        <summary>
          <span class="label">{t.choose}</span>
        </summary>
        {(Object.keys(t.parts) as ReportPart[]).map((part) => (
          <Switch
            key={part}
            label={t.parts[part]}
            on={!choice.without.includes(part)}
            onChange={() => onChoose({ without: toggled(choice.without, part) })}
          />
        ))}
        <Switch
          label={t.numbers}
          on={numbersShown.value}
          onChange={(on) => {
            numbersShown.value = on;
          }}
        />
        <Switch label={t.private} on={choice.withPrivate} onChange={(withPrivate) => onChoose({ withPrivate })} />
      </details>
      <ShareLink content={content} />
    </aside>
  );
}
