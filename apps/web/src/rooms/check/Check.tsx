// The safety check: one question at a time, what came out, and why. Answers wait as a draft until it is finished.
//
// Something urgent is written down the moment it stands, and closes self-care; the questions that can still make it an
// emergency go on below a banner, and may be left for later at any time.

import { signal } from '@preact/signals';
import type { ConditionAnswer, Facts } from '@unknot/engine/case';
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
import { cleared, conditionsStanding, factsOfDiary, type Gate, gate, tellRules } from '../../gate.ts';
import { keepPrivate } from '../../keep-private.ts';
import { announce } from '../../parts/announce.ts';
import { Icon } from '../../parts/Icon.tsx';
import { KeepPrivate } from '../../parts/KeepPrivate.tsx';
import { Unwell } from '../../parts/Unwell.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { person, record, recordCheck, recordProfile } from '../../person.ts';
import { loadCheck } from '../../ports/knowledge.ts';
import { paintedNow } from '../../story.ts';
import { checkTexts as t } from '../../texts/check.ts';
import './check.css';
import { draft, type Screens } from './draft.ts';
import { QuestionScreen, type Sign } from './QuestionScreen.tsx';
import { Result, Why } from './Result.tsx';
import { Seen } from './Seen.tsx';

export function Check() {
  const knowledge = useLoaded(loadCheck);
  const { query } = useLocation();
  const [goingOn, setGoingOn] = useState(false);
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
  if ('again' in query) return <Asking k={k} kept={{}} found={null} onGoingOn={setGoingOn} />;
  if (at.kind === 'ask' && at.because === 'short-form') return <Short k={k} facts={at.facts} />;
  if (at.kind === 'ask' || goingOn)
    return (
      <Asking
        k={k}
        kept={at.kind === 'open' ? {} : at.facts}
        found={at.kind === 'closed' ? at.verdict : null}
        onGoingOn={setGoingOn}
      />
    );
  if ('why' in query)
    return (
      <Frame isEmergency={false}>
        <Why k={k} verdict={at.verdict} />
      </Frame>
    );
  if (at.kind === 'closed') return <Closed k={k} at={at} onMore={() => setGoingOn(true)} />;
  return (
    <Frame>
      <Result k={k} verdict={at.verdict} />
    </Frame>
  );
}

/** The finding of which "not yet" was said at this start. */
const notYet = signal<number | null>(null);

/** What was found stands. At a later start it is first asked whether somebody has looked. */
function Closed({ k, at, onMore }: { k: CheckKnowledge; at: Extract<Gate, { kind: 'closed' }>; onMore: () => void }) {
  const { verdict, askSeenOf, unfinished, callNowFor } = at;
  const stays = () => {
    notYet.value = askSeenOf;
  };
  if (askSeenOf !== null && askSeenOf !== notYet.value)
    return (
      <Frame>
        <Seen
          verdict={verdict}
          at={askSeenOf}
          onNotYet={stays}
          onWorse={verdict.kind === 'urgent-24h' ? onMore : stays}
        />
      </Frame>
    );
  return (
    <Frame isEmergency={verdict.kind === 'emergency'}>
      <Result k={k} verdict={verdict} {...(unfinished ? { left: { signs: callNowFor, onMore } } : {})} />
    </Frame>
  );
}

interface AskingProps {
  readonly k: CheckKnowledge;
  /** Answers that count already. */
  readonly kept: Facts;
  /** The urgent finding that stands already and is written down. */
  readonly found: LevelVerdict | null;
  /** Whether questions go on below an urgent finding. */
  readonly onGoingOn: (goes: boolean) => void;
}

function Asking({ k, onGoingOn, ...start }: AskingProps) {
  const { route } = useLocation();
  const [{ kept, found }] = useState(start);
  const [screens, setScreens] = useState<Screens | null>(null);
  const [told, setTold] = useState<LevelVerdict | null>(null);
  /** What is written down of this check so far. */
  const [written, setWritten] = useState<LevelVerdict | null>(found);
  useEffect(() => void draft.get().then(setScreens), []);

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

  const writeDown = (answered: Screens, verdict: LevelVerdict) => {
    setWritten(verdict);
    void tell(k, inputOf(answered), verdict, answered);
  };

  const finish = (answered: Screens, verdict: LevelVerdict) => {
    setTold(verdict);
    announce(t.result[verdict.kind]);
    writeDown(answered, verdict);
    void draft.delete();
    onGoingOn(false);
  };

  /** Shows what was written down; what was answered since waits in the draft. */
  const stop = (verdict: LevelVerdict) => {
    setTold(verdict);
    onGoingOn(false);
  };

  /** Goes on with these answers: asks the next question, or says what came out and writes it down. */
  const goOn = (answered: Screens) => {
    setScreens(answered);
    window.scrollTo(0, 0);
    const { verdict, next } = check(k, inputOf(answered), cleared.value);
    if (verdict.kind !== 'ask-first' && next === null) return finish(answered, verdict);
    void draft.put(answered);
    if (verdict.kind === 'ask-first' || reasonsOf(verdict) === reasonsOf(written)) return;
    if (!written) announce(t.goingOn.title);
    onGoingOn(true);
    writeDown(answered, verdict);
  };

  if (screens === null) return <div class="check" />;
  const { verdict, next, open, callNowFor } = check(k, inputOf(screens), cleared.value);
  if (told)
    return (
      <Frame isEmergency={told.kind === 'emergency'}>
        <Result
          k={k}
          verdict={told}
          {...(next && told.kind === 'urgent-24h' ? { left: { signs: callNowFor, onMore: () => setTold(null) } } : {})}
        />
      </Frame>
    );
  // Profile and drawing may have answered everything that matters already.
  if (!next || (verdict.kind !== 'ask-first' && !written)) return <AtOnce act={() => goOn(screens)} />;
  const question = k.checkQuestions.find(({ id }) => id === next.question);
  if (!question) throw new Error(`the check asks an unknown question: ${next.question}`);
  const signs = signsOf(k, next);
  const stands = verdict.kind === 'ask-first' ? written : verdict;
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
      <div class="stack">
        {stands && <GoingOn onStop={() => (verdict.kind === 'ask-first' ? stop(stands) : finish(screens, verdict))} />}
        <QuestionScreen
          key={`${screens.length}-${next.question}`}
          ask={question.ask}
          why={whyOf(k, next)}
          signs={signs}
          onMarked={(marks) => goOn([...screens, answerQuestion(k, next, marks)])}
        >
          {signs.some(({ sensitive }) => sensitive) && <KeepPrivate label={t.keepPrivate} />}
        </QuestionScreen>
      </div>
    </Frame>
  );
}

/** Stands above the questions that go on after an urgent finding. */
function GoingOn({ onStop }: { onStop: () => void }) {
  return (
    <section class="note know still-asking" aria-labelledby="going-on">
      <Icon name="warn" />
      <div class="stack tight">
        <p>
          <b id="going-on">{t.goingOn.title}</b> {t.goingOn.say}
        </p>
        <button type="button" class="btn" onClick={onStop}>
          {t.goingOn.stop}
        </button>
      </div>
    </section>
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
      await draft.put([{ facts, conditions }]);
      return record('check.reopened', { because: 'short-form' });
    }
    const { ageYears } = person.value.profile;
    const verdict = verdictAssumingNo(k, {
      facts: { ...kept, ...facts },
      conditions: conditionsStanding.value,
      painted: [],
      ...(ageYears === undefined ? {} : { ageYears }),
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

/** The rules a verdict rests on, for comparison. */
const reasonsOf = (verdict: LevelVerdict | null): string | null =>
  verdict && [verdict.kind, ...verdict.because.map(({ rule }) => rule)].join(' ');

/** Why it is asked, of every question that is on the screen. */
const whyOf = (k: CheckKnowledge, { question, also }: QuestionView): string =>
  [...new Set([question, ...also].flatMap((id) => k.checkQuestions.find((each) => each.id === id)?.why ?? []))].join(
    ' ',
  );

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

/** Writes the check down; age and conditions also into the profile, first, so that nothing is asked in between. */
async function tell(k: CheckKnowledge, input: CheckInput, verdict: LevelVerdict, screens: Screens): Promise<void> {
  const ids = (rules: LevelVerdict['because']) => rules.map(({ rule }) => rule);
  const age = input.facts['age-years'];
  const conditions: Record<string, ConditionAnswer> = Object.assign({}, ...screens.map((each) => each.conditions));
  const patch = {
    ...(typeof age === 'number' && Number.isInteger(age) && age <= 120 ? { ageYears: age } : {}),
    ...(Object.keys(conditions).length > 0 ? { conditions } : {}),
  };
  const check = {
    form: 'full',
    // The age too, so that it is seen later whether it is still the one that was judged by.
    facts: { ...(input.ageYears === undefined ? {} : { 'age-years': input.ageYears }), ...input.facts },
    conditions: input.conditions,
    painted: paintedNow.value ?? [],
    level: verdict.kind,
    because: ids(verdict.because),
    support: ids(verdict.support),
    edition: String(k.edition),
  } as const;
  await Promise.all([
    ...(Object.keys(patch).length > 0 ? [recordProfile(patch, keepPrivate.value)] : []),
    recordCheck(check, keepPrivate.value),
  ]);
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
