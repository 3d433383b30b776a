// Small habits around the knot: sleep, breathing, moving, water, food. Optional; one at a time; reference figures with the
// cautions of the conditions a person told.

import type { LibraryKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { withMyOwn } from '../../own.ts';
import { announce } from '../../parts/announce.ts';
import { Explain } from '../../parts/Explain.tsx';
import { Guide } from '../../parts/Guide.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Sources } from '../../parts/Sources.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { conditionsNow, person, record } from '../../person.ts';
import { minute } from '../../ports/clock.ts';
import { loadLibrary, loadPlan } from '../../ports/knowledge.ts';
import type { ExplainTopic } from '../../texts/explain.ts';
import { type HabitId, habitTexts as t } from '../../texts/habits.ts';
import './habits.css';
import { Practise } from './Practise.tsx';

/** habit-design.json: two weeks, then ask what changed. */
const ASKED_AFTER_MS = 14 * 86_400_000;
/** Own settings: as long as a quiet moment, and as relaxation takes. */
const BREATHING_MINUTES = 5;
const RELAXING_MINUTES = 15;

const list = new Intl.ListFormat('en', { type: 'conjunction' });

const loadBoth = (): Promise<[LibraryKnowledge, PlanKnowledge]> => Promise.all([loadLibrary(), loadPlan()]);

export function Habits() {
  const knowledge = useLoaded(loadBoth);
  if (knowledge.kind !== 'ready') return <div class="pad" />;
  const [{ prevention }, plan] = knowledge.value;
  const mine = withMyOwn(plan);
  const { sleep, exercise, stress, hydration, nutrition } = prevention;
  return (
    <div class="pad stack loose habits">
      <header class="stack tight">
        <h1>{t.title}</h1>
        <p class="muted">{t.lead}</p>
        <Explain about="prevent" />
      </header>
      <Trying />
      <div class="habit-columns">
        <Topic
          title={t.stress.title}
          lead={t.stress.lead}
          habits={['breathing', 'letting-go']}
          about="breathing"
          known={stress.evidence}
        >
          <Practise knowledge={mine} technique="diaphragmatic-breathing" minutes={BREATHING_MINUTES} />
          <Practise knowledge={mine} technique="progressive-muscle-relaxation" minutes={RELAXING_MINUTES} />
          <Practise knowledge={mine} technique="body-scan-meditation" minutes={RELAXING_MINUTES} />
        </Topic>
        <Topic title={t.sleep.title} lead={t.sleep.lead} habits={['sleep-setup']} about="sleep" known={sleep.evidence}>
          <ul class="plain-list lying">
            {sleep.positions.map(({ id, setup }) => (
              <li key={id}>
                <div class="thumb">
                  <Guide technique={POSITION[id] ?? ''} muscle={null} side="left" label="" motion="still" />
                </div>
                <div>
                  <h3>{t.sleep.names[id] ?? id}</h3>
                  <p class="small">{sentence(setup)}</p>
                </div>
              </li>
            ))}
          </ul>
          <Fact name={t.sleep.mattress}>{sentence(sleep.mattress.text)}</Fact>
          <Fact name={t.sleep.hours}>{sentence(sleep.hours)}</Fact>
        </Topic>
        <Topic
          title={t.move.title}
          lead={t.move.lead}
          habits={['walking', 'strength']}
          about="moving"
          known={exercise.lowBack.evidence}
        >
          <p>{t.move.week(...pair(exercise.adults.aerobicMinutesPerWeek.moderate))}</p>
          <p>{t.move.strength(exercise.adults.strengthDaysPerWeekMin)}</p>
          <p>{t.move.balance(exercise.older.balanceDaysPerWeekMin)}</p>
          <Fact name={t.move.walkStart}>{sentence(exercise.lowBack.protocol.start)}</Fact>
          <Fact name={t.move.walkGoal}>{sentence(exercise.lowBack.protocol.goal)}</Fact>
          <p>{t.move.neck(...pair(exercise.neckShoulder.protocol.minutesPerDay))}</p>
          <Fact name={t.move.flare}>{exercise.flareRule}</Fact>
          <a class="btn" href="/plan/weeks">
            {t.move.weeks}
          </a>
        </Topic>
        <Topic title={t.water.title} lead={t.water.lead} habits={['drinking']} about="water" known={hydration.evidence}>
          <Limits of={hydration.limits} />
          <ul class="plain-list">
            {hydration.reference.map(({ group, totalLitresPerDay, extraLitres }) => (
              <li key={group} class="small">
                {totalLitresPerDay !== undefined
                  ? t.water.amount(t.water.groups[group] ?? group, totalLitresPerDay)
                  : t.water.extra(t.water.groups[group] ?? group, extraLitres ?? 0)}
              </li>
            ))}
          </ul>
          <p class="small muted">{hydration.note}</p>
        </Topic>
        <Topic
          title={t.food.title}
          lead={t.food.lead}
          habits={['food']}
          about="food"
          known={nutrition.items[0]?.evidence}
        >
          <Limits of={{ 'kidney-disease': nutrition.caution['kidney-disease'] }} />
          {nutrition.items.map(({ id, rda, adequateIntake, upperLimit, foods, evidence }) => (
            <details key={id} class="why">
              <summary>{t.food.names[id] ?? id}</summary>
              <ul>
                {Object.entries(rda ?? adequateIntake ?? {}).map(([group, amount]) => (
                  <li key={group}>
                    {group}: {amount}
                  </li>
                ))}
              </ul>
              {upperLimit && <p>{t.food.upper(upperLimit)}</p>}
              <p>{t.food.foods(list.format(foods))}</p>
              <p>{evidence.summary}</p>
              <Sources ids={evidence.sources} />
            </details>
          ))}
          <Fact name={t.food.pharmacist}>{sentence(nutrition.caution.interactions)}</Fact>
        </Topic>
      </div>
    </div>
  );
}

const POSITION: Readonly<Record<string, string>> = {
  side: 'sleep-side',
  back: 'sleep-back',
  stomach: 'sleep-off-the-stomach',
};

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
const pair = (span: readonly number[]): [number, number] => [span[0] ?? 0, span[1] ?? 0];

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <p class="small">
      <b>{name}:</b> {children}
    </p>
  );
}

/** What a condition changes about amounts: loud when the person has it or may have it, a line for everybody else. */
function Limits({ of }: { of: Readonly<Record<string, string>> }) {
  const answers = conditionsNow.value;
  return (
    <>
      {Object.entries(of).map(([condition, limit]) => {
        const concerns = answers[condition] === true || answers[condition] === 'unsure';
        return concerns ? (
          <p key={condition} class="note stop">
            <Icon name="warn" />
            <span>
              <b>{t.yourLimit[condition] ?? condition}.</b> {sentence(limit)}
            </span>
          </p>
        ) : (
          <p key={condition} class="small">
            <b>{t.ifLimit[condition] ?? condition}:</b> {sentence(limit)}
          </p>
        );
      })}
    </>
  );
}

interface TopicProps {
  readonly title: string;
  readonly lead: string;
  readonly habits: readonly HabitId[];
  readonly about: ExplainTopic;
  readonly known: { readonly summary: string; readonly sources: readonly string[] } | undefined;
  readonly children: ComponentChildren;
}

function Topic({ title, lead, habits, about, known, children }: TopicProps) {
  return (
    <section class="card stack" aria-label={title}>
      <div class="stack tight">
        <h2>{title}</h2>
        <p>{lead}</p>
      </div>
      {children}
      {known && (
        <details class="why">
          <summary>{t.more}</summary>
          <p>{known.summary}</p>
          <Sources ids={known.sources} />
        </details>
      )}
      <Explain about={about} />
      {habits.map((habit) => (
        <Begin key={habit} habit={habit} />
      ))}
    </section>
  );
}

/** What opened in the place of a button goes on from there by keys, too. */
const takeFocus = (opened: HTMLElement | null) => opened?.focus({ preventScroll: true });

/** Takes a habit and the moment it is tied to. */
function Begin({ habit }: { habit: HabitId }) {
  const [asking, setAsking] = useState(false);
  const [own, setOwn] = useState('');
  const { habit: trying, keptHabits } = person.value;
  if (trying?.habit === habit) return null;
  const begin = (moment: string) => {
    void record('habit.begun', { habit, moment });
    announce(t.current(t.habits[habit]));
    setAsking(false);
    window.scrollTo(0, 0);
  };
  if (!asking)
    return (
      <button type="button" class="btn quiet habit-begin" onClick={() => setAsking(true)}>
        <Icon name={keptHabits.includes(habit) ? 'tick' : 'plus'} size={20} />
        <span>
          {keptHabits.includes(habit) ? t.kept : t.begin}: {t.habits[habit]}
        </span>
      </button>
    );
  return (
    <fieldset class="choice habit-moment" tabIndex={-1} ref={takeFocus}>
      <legend>
        <b>{t.habits[habit]}</b>
        <span class="label">{t.moment}</span>
      </legend>
      <div class="chips">
        {t.moments.map((moment) => (
          <button key={moment} type="button" class="chip" onClick={() => begin(moment)}>
            {moment}
          </button>
        ))}
      </div>
      <label class="field">
        <span class="small">{t.ownMoment}</span>
        <input value={own} maxLength={120} onInput={(event) => setOwn(event.currentTarget.value)} />
      </label>
      {own.trim() !== '' && (
        <button type="button" class="btn" onClick={() => begin(own.trim())}>
          {t.momentKeep}
        </button>
      )}
      <button type="button" class="btn quiet habit-begin" onClick={() => setAsking(false)}>
        {t.momentLeave}
      </button>
    </fieldset>
  );
}

function Trying() {
  const { habit } = person.value;
  if (!habit) return null;
  const due = minute.value - habit.begunAt >= ASKED_AFTER_MS;
  const end = (because: 'kept' | 'dropped') => {
    void record('habit.ended', { habit: habit.habit, because });
    announce(t.done);
  };
  return (
    <section class="card stack tight trying" aria-label={t.current('')}>
      <h2>{t.current(habit.habit in t.habits ? t.habits[habit.habit as HabitId] : habit.habit)}</h2>
      <p>{t.when(habit.moment)}</p>
      {due && <p role="status">{t.asked}</p>}
      <div class="row wrap">
        <button type="button" class={due ? 'btn primary' : 'btn'} onClick={() => end('kept')}>
          {t.keep}
        </button>
        <button type="button" class="btn" onClick={() => end('dropped')}>
          {t.drop}
        </button>
      </div>
    </section>
  );
}
