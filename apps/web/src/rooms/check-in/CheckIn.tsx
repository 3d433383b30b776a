// A few taps about the night and the day before, at most five; or one short questionnaire. Every tap is kept at once.

import { FACTORS, type Factor, type Level } from '@unknot/engine/learning';
import { QUESTIONNAIRES, type QuestionnaireId } from '@unknot/engine/outcome';
import type { AppState, DayRecord } from '@unknot/journal/project';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Icon } from '../../parts/Icon.tsx';
import { PainPicker } from '../../parts/PainPicker.tsx';
import { person, record } from '../../person.ts';
import { now } from '../../ports/clock.ts';
import { checkInTexts as t } from '../../texts/check-in.ts';
import { dayOf, isoOf, toldDays, zoneHere } from '../progress/diary.ts';
import './check-in.css';
import { Questionnaire } from './Questionnaire.tsx';

const MOST_TAPS = 5;
const LEVELS: readonly Level[] = [-1, 0, 1];

export function CheckIn() {
  const { query, route } = useLocation();
  const asked = query.ask;
  return (
    <div class="pad stack loose check-in">
      <button type="button" class="iconbtn close" aria-label={t.close} onClick={() => route('/progress')}>
        <Icon name="close" />
      </button>
      {asked !== undefined && asked in QUESTIONNAIRES ? (
        <Questionnaire id={asked as QuestionnaireId} onKept={() => route('/progress')} />
      ) : (
        <Day />
      )}
    </div>
  );
}

function Day() {
  const day = isoOf(dayOf(now(), zoneHere));
  // What is asked is decided when the room opens: a tap must not make its own question go away.
  const { factors, asksPain } = useMemo(() => rowsFor(person.value, day), [day]);
  const told = person.value.days.find((each) => each.day === day);
  const level = (factor: Factor) => told?.before[factor];
  return (
    <>
      <header class="stack tight">
        <h1>{t.title}</h1>
        <p class="muted">{t.lead}</p>
      </header>
      {asksPain && (
        <section class="stack tight">
          <h2>{t.pain}</h2>
          <PainPicker
            label={t.pain}
            value={told?.pain ?? null}
            onPick={(pain) => void record('day.told', { day, pain, before: {} })}
          />
        </section>
      )}
      {factors.map((factor) => (
        <fieldset key={factor} class="choice factor">
          <legend>{t.ask[factor]}</legend>
          <div class="three">
            {LEVELS.map((each) => (
              <button
                key={each}
                type="button"
                class="btn"
                aria-pressed={level(factor) === each}
                onClick={() =>
                  // The same tap again takes the answer back.
                  void record('day.told', { day, before: { [factor]: level(factor) === each ? null : each } })
                }
              >
                {t.level[factor][`${each}`]}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
      <a class="btn primary tall" href="/progress">
        {t.done}
      </a>
    </>
  );
}

/** Pain first, if the day has none yet; then what has been told least often, so that all five get their days. */
function rowsFor(state: AppState, day: string): { factors: readonly Factor[]; asksPain: boolean } {
  const { days } = state;
  const today = dayOf(now(), zoneHere);
  const ownPain = days.find((each) => each.day === day)?.pain ?? null;
  const known = toldDays(state, zoneHere).find((each) => each.day === today)?.pain ?? null;
  const asksPain = known === null || ownPain !== null;
  const told = (factor: Factor) => days.filter((each: DayRecord) => each.day !== day && factor in each.before).length;
  const rarest = FACTORS.toSorted((a, b) => told(a) - told(b)).slice(0, MOST_TAPS - (asksPain ? 1 : 0));
  return { factors: FACTORS.filter((factor) => rarest.includes(factor)), asksPain };
}
