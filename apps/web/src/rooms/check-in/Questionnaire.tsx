// One short questionnaire in our own words; the words themselves are those of the knowledge.

import { QUESTIONNAIRES, type QuestionnaireId } from '@unknot/engine/outcome';
import { useState } from 'preact/hooks';
import { useLoaded } from '../../parts/useLoaded.ts';
import { person, record } from '../../person.ts';
import { loadLibrary } from '../../ports/knowledge.ts';
import { checkInTexts } from '../../texts/check-in.ts';
import { signed, trendTexts } from '../../texts/trends.ts';

const t = checkInTexts.questions;
const MOST_ACTIVITIES = 3;

export function Questionnaire({ id, onKept }: { id: QuestionnaireId; onKept: () => void }) {
  const library = useLoaded(loadLibrary);
  const last = person.value.questionnaires.findLast(({ questionnaire }) => questionnaire === id);
  const [answers, setAnswers] = useState<Readonly<Record<number, number>>>({});
  const [activities, setActivities] = useState<readonly string[]>(last?.activities ?? ['', '', '']);
  if (library.kind !== 'ready') return null;
  const words = library.value.outcomes.measures.find((measure) => measure.id === id)?.ownWording;
  const isOwn = id === 'my-activities';
  const questions = isOwn
    ? activities.slice(0, MOST_ACTIVITIES).map(t.rate)
    : (words?.questions ?? [words?.question ?? '']);
  const answer = (i: number, value: number) => setAnswers({ ...answers, [i]: value });
  return (
    <>
      <header class="stack tight">
        <h1>{trendTexts.life.name[id]}</h1>
        <p class="muted">{words?.prompt ?? t.lead}</p>
      </header>
      {questions.map((question, i) => (
        <div key={i} class="stack tight">
          {isOwn && (
            <label class="field">
              <span class="label">{t.activity(i + 1)}</span>
              <input
                value={activities[i] ?? ''}
                maxLength={120}
                placeholder={t.activityHint}
                onInput={(event) =>
                  setActivities(activities.map((old, k) => (k === i ? event.currentTarget.value : old)))
                }
              />
            </label>
          )}
          {(!isOwn || activities[i] !== '') && (
            <Scale id={id} question={question} value={answers[i] ?? null} onPick={(value) => answer(i, value)} />
          )}
        </div>
      ))}
      {isOwn && <p class="small muted">{t.lead}</p>}
      <button
        type="button"
        class="btn primary tall"
        disabled={Object.keys(answers).length === 0}
        onClick={() => {
          void record('questionnaire.answered', {
            questionnaire: id,
            answers: questions.map((_, i) => answers[i] ?? null),
            ...(isOwn ? { activities: activities.map((each) => each.trim()) } : {}),
          });
          onKept();
        }}
      >
        {t.save}
      </button>
      <a class="btn quiet" href="/progress">
        {checkInTexts.notNow}
      </a>
    </>
  );
}

interface ScaleProps {
  readonly id: QuestionnaireId;
  readonly question: string;
  readonly value: number | null;
  readonly onPick: (value: number) => void;
}

function Scale({ id, question, value, onPick }: ScaleProps) {
  const { lowest, highest } = QUESTIONNAIRES[id];
  return (
    <fieldset class="choice scale">
      <legend>{question}</legend>
      <div class="numbers">
        {Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i).map((number) => (
          <button key={number} type="button" class="num" aria-pressed={value === number} onClick={() => onPick(number)}>
            {lowest < 0 ? signed(number) : number}
          </button>
        ))}
      </div>
      <p class="xs muted">{trendTexts.life.scale[id]}</p>
    </fieldset>
  );
}
