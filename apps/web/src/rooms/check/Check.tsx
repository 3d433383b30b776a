// The safety check: one question at a time, what came out, and why. Answers wait as a draft until it is finished.

import type { ConditionAnswer, FactAnswer, Facts } from '@unknot/engine/case';
import {
  answerQuestion,
  type CheckInput,
  check,
  type LevelVerdict,
  type Marks,
  preSessionCheck,
  type QuestionView,
  shortFormOutcome,
  verdictAssumingNo,
} from '@unknot/engine/triage';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { cleared, conditionsStanding, factsOfDiary, gate, tellRules } from '../../gate.ts';
import { keepPrivate, setKeepPrivate } from '../../keep-private.ts';
import { announce } from '../../parts/announce.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { Unwell } from '../../parts/Unwell.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { drafts, person, record, recordCheck, recordProfile } from '../../person.ts';
import { loadCheck } from '../../ports/knowledge.ts';
import { paintedNow } from '../../story.ts';
import { checkTexts as t } from '../../texts/check.ts';
import { youTexts } from '../../texts/you.ts';
import './check.css';
import { QuestionScreen, type Sign } from './QuestionScreen.tsx';
import { Result, Why } from './Result.tsx';

const DRAFT = 'check';

/** Answers so far, one entry a screen, so that "back" takes back exactly one. */
type Screens = readonly {
  readonly facts: Readonly<Record<string, FactAnswer>>;
  readonly conditions: Readonly<Record<string, ConditionAnswer>>;
}[];

export function Check() {
  const knowledge = useLoaded(loadCheck);
  const { query } = useLocation();
  useEffect(() => {
    if (knowledge.kind === 'ready') tellRules(knowledge.value);
  }, [knowledge]);
  if (knowledge.kind === 'failed')
    return (
      <div class="pad stack" role="alert">
        <h1>{t.failed}</h1>
        <button type="button" class="btn primary" onClick={knowledge.retry}>
          {t.retry}
        </button>
      </div>
    );
  if (knowledge.kind === 'loading' || paintedNow.value === null || gate.value.kind === 'wait')
    return <div class="check" />;
  const k = knowledge.value;
  const at = gate.value;
  // Asking again is a choice, and then everything is asked.
  if ('again' in query) return <Asking k={k} kept={{}} />;
  if (at.kind !== 'ask' && 'why' in query)
    return (
      <Frame isEmergency={false}>
        <Why k={k} verdict={at.verdict} />
      </Frame>
    );
  if (at.kind !== 'ask')
    return (
      <Frame isEmergency={at.verdict.kind === 'emergency'}>
        <Result k={k} verdict={at.verdict} />
      </Frame>
    );
  if (at.because === 'short-form') return <Short k={k} facts={at.facts} />;
  return <Asking k={k} kept={at.facts} />;
}

function Asking({ k, kept }: { k: CheckKnowledge; kept: Facts }) {
  const { route } = useLocation();
  const [screens, setScreens] = useState<Screens | null>(null);
  const [told, setTold] = useState<LevelVerdict | null>(null);
  useEffect(() => void drafts.get(DRAFT).then((text) => setScreens(screensOf(text))), []);

  const inputOf = (answered: Screens): CheckInput => {
    const { ageYears, sex } = person.value.profile;
    return {
      facts: Object.assign({}, kept, ...answered.map(({ facts }) => facts), factsOfDiary.value),
      conditions: {
        ...conditionsStanding.value,
        ...Object.assign({}, ...answered.map(({ conditions }) => conditions)),
      },
      painted: (paintedNow.value ?? []).map(({ region, side }) => ({ region, side })),
      ...(ageYears === undefined ? {} : { ageYears }),
      ...(sex === 'female' || sex === 'male' ? { sex } : {}),
    };
  };

  /** Goes on with these answers: asks the next question, or says what came out and writes it down. */
  const goOn = (answered: Screens) => {
    setScreens(answered);
    window.scrollTo(0, 0);
    const { verdict } = check(k, inputOf(answered), cleared.value);
    if (verdict.kind === 'ask-first') return void drafts.put(DRAFT, JSON.stringify(answered));
    setTold(verdict);
    announce(t.result[verdict.kind]);
    void tell(k, inputOf(answered), verdict, answered);
    void drafts.delete(DRAFT);
  };

  if (screens === null) return <div class="check" />;
  const { verdict, next, open } = check(k, inputOf(screens), cleared.value);
  if (told)
    return (
      <Frame isEmergency={told.kind === 'emergency'}>
        <Result k={k} verdict={told} {...(next && told.kind === 'urgent-24h' ? { onMore: () => setTold(null) } : {})} />
      </Frame>
    );
  // Profile and drawing may have answered everything that matters already.
  if (!next || (verdict.kind !== 'ask-first' && screens.length === 0)) return <AtOnce act={() => goOn(screens)} />;
  const question = k.checkQuestions.find(({ id }) => id === next.question);
  if (!question) throw new Error(`the check asks an unknown question: ${next.question}`);
  const signs = signsOf(k, next);
  return (
    <Frame
      top={
        <Top
          asked={screens.length}
          remaining={open.length}
          onBack={() => (screens.length > 0 ? setScreens(screens.slice(0, -1)) : route('/'))}
        />
      }
    >
      <QuestionScreen
        key={`${screens.length}-${next.question}`}
        ask={question.ask}
        why={question.why}
        signs={signs}
        onMarked={(marks) => goOn([...screens, answerQuestion(k, next, marks)])}
      >
        {signs.some(({ sensitive }) => sensitive) && (
          <Switch
            label={t.keepPrivate}
            help={youTexts.keepPrivateHelp}
            on={keepPrivate.value}
            onChange={setKeepPrivate}
          />
        )}
      </QuestionScreen>
    </Frame>
  );
}

/** The one screen before a session when the check is older than a day. */
function Short({ k, facts: kept }: { k: CheckKnowledge; facts: Facts }) {
  const { route } = useLocation();
  const view = preSessionCheck(k);
  const mark = async (marks: Marks) => {
    const { facts, conditions } = answerQuestion(k, view, marks);
    if (Object.keys(conditions).length > 0) await recordProfile({ conditions }, keepPrivate.value);
    if (shortFormOutcome(k, 'beforeEverySession', facts).kind !== 'nothing-new') {
      // Something is new: the whole check, starting from what was just said.
      await drafts.put(DRAFT, JSON.stringify([{ facts, conditions }]));
      return record('check.reopened', { because: 'short-form' });
    }
    const verdict = verdictAssumingNo(k, {
      facts: { ...kept, ...facts },
      conditions: conditionsStanding.value,
      painted: [],
    });
    await recordCheck(
      {
        form: 'short',
        facts,
        conditions,
        painted: paintedNow.value ?? [],
        level: verdict.kind,
        because: verdict.because.map(({ rule }) => rule),
        support: verdict.support.map(({ rule }) => rule),
        edition: String(k.edition),
      },
      keepPrivate.value,
    );
    route(person.value.profile.simple ? '/easy' : '/plan');
  };
  return (
    <Frame top={<Top asked={0} remaining={1} onBack={() => route('/')} />}>
      <QuestionScreen
        ask={t.shortTitle}
        why={t.shortLead}
        signs={signsOf(k, view)}
        onMarked={(marks) => void mark(marks)}
      />
    </Frame>
  );
}

function Top({ asked, remaining, onBack }: { asked: number; remaining: number; onBack: () => void }) {
  return (
    <div class="row">
      <button type="button" class="iconbtn" aria-label={asked > 0 ? t.back : t.close} onClick={onBack}>
        <Icon name={asked > 0 ? 'back' : 'close'} />
      </button>
      <div class="dots" aria-hidden="true">
        {Array.from({ length: asked + Math.max(1, Math.min(remaining, 12 - asked)) }, (_, n) => (
          <i key={`dot-${n}`} class={n < asked ? 'done' : n === asked ? 'now' : ''} />
        ))}
      </div>
      <span class="small muted num">{t.questionNumber(asked + 1)}</span>
    </div>
  );
}

/** Does one thing as soon as it is on the screen. */
function AtOnce({ act }: { act: () => void }) {
  useEffect(act, []);
  return <div class="check" />;
}

function screensOf(text: string | null): Screens {
  try {
    const screens = JSON.parse(text ?? '[]');
    return Array.isArray(screens) ? (screens as Screens) : [];
  } catch {
    return [];
  }
}

/** The lines of a screen, in the words of the knowledge. */
function signsOf(k: CheckKnowledge, view: QuestionView): Sign[] {
  const facts = view.facts.flatMap((id): Sign[] => {
    const fact = k.facts[id];
    if (!fact) return [];
    const kind = fact.kind === 'number' ? 'number' : fact.kind === 'scale-0-10' ? 'scale' : 'yes-no';
    return [
      {
        id,
        what: 'fact',
        kind,
        label: view.facts.length + view.conditions.length === 1 ? fact.question : (fact.short ?? fact.question),
        sensitive: fact.sensitive ?? false,
        ...(fact.help ? { help: fact.help } : {}),
        ...(fact.unit ? { unit: fact.unit } : {}),
      },
    ];
  });
  const conditions = view.conditions.flatMap((id): Sign[] => {
    const condition = k.conditions.find((each) => each.id === id);
    return condition ? [{ id, what: 'condition', kind: 'yes-no', label: condition.name, sensitive: false }] : [];
  });
  return [...facts, ...conditions];
}

/** Writes the finished check down; age and conditions also into the profile, so that they are not asked again soon. */
async function tell(k: CheckKnowledge, input: CheckInput, verdict: LevelVerdict, screens: Screens): Promise<void> {
  const ids = (rules: LevelVerdict['because']) => rules.map(({ rule }) => rule);
  await recordCheck(
    {
      form: 'full',
      facts: input.facts,
      conditions: input.conditions,
      painted: paintedNow.value ?? [],
      level: verdict.kind,
      because: ids(verdict.because),
      support: ids(verdict.support),
      edition: String(k.edition),
    },
    keepPrivate.value,
  );
  const age = input.facts['age-years'];
  const conditions: Record<string, ConditionAnswer> = Object.assign({}, ...screens.map((each) => each.conditions));
  const patch = {
    ...(typeof age === 'number' && Number.isInteger(age) && age <= 120 ? { ageYears: age } : {}),
    ...(Object.keys(conditions).length > 0 ? { conditions } : {}),
  };
  if (Object.keys(patch).length > 0) await recordProfile(patch, keepPrivate.value);
}

interface FrameProps {
  readonly top?: preact.ComponentChildren;
  /** The emergency card says it already, and nothing stands beside it. */
  readonly isEmergency?: boolean;
  readonly children: preact.ComponentChildren;
}

function Frame({ top, isEmergency = false, children }: FrameProps) {
  return (
    <div class="check">
      <div class="check-main">
        {top ?? <span />}
        {children}
        {!isEmergency && <Unwell />}
      </div>
      {!isEmergency && (
        <aside>
          <h2>{t.aside.title}</h2>
          <ol>
            {t.aside.levels.map(([level, what]) => (
              <li key={level}>
                <b>{level}</b>
                {what}
              </li>
            ))}
          </ol>
        </aside>
      )}
    </div>
  );
}
