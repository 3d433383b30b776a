// One muscle: where it lies, where its pain is felt, what loads it, how to find it, and what may help.

import type { IdentifyMuscle, MuscleAnatomy } from '@unknot/knowledge/schema';
import { Icon } from '../../parts/Icon.tsx';
import { Sources } from '../../parts/Sources.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { loadPlan } from '../../ports/knowledge.ts';
import { learnTexts } from '../../texts/learn.ts';
import { planTexts } from '../../texts/plan.ts';
import type { Known } from './known.ts';
import { ReferralFigure } from './pictures/ReferralMap.tsx';
import { feltAt } from './pictures/referral.ts';

const t = learnTexts.muscle;

export function MusclePage({ muscle, known }: { muscle: IdentifyMuscle; known: Known }) {
  const anatomy = known.library.anatomy.find(({ id }) => id === muscle.id);
  const { perpetuatingFactorVocabulary: loadNames } = known.identify;
  const { mostly, sometimes } = feltAt(muscle, known.identify.regions);
  return (
    <article class="learn-page muscle-page">
      <header>
        <h1>{muscle.name}</h1>
        <p>
          {muscle.plainName} · <span class="latin">{muscle.latinName}</span>
        </p>
      </header>
      <div class="muscle-figure">
        <ReferralFigure knowledge={known.identify} muscle={muscle} />
      </div>
      <div class="muscle-words">
        <section>
          <h2>{t.feels}</h2>
          <p>{t.felt(mostly, sometimes)}</p>
          <p class="small muted">
            {t.hint} <a href="/learn/referred-pain">{learnTexts.readMore}</a>
          </p>
        </section>
        {anatomy && <Where anatomy={anatomy} />}
        {anatomy && <List title={t.signs} items={anatomy.commonSymptoms} />}
        <List
          title={t.loads}
          items={[...muscle.aggravatingMovements, ...muscle.perpetuatingFactors.map((id) => loadNames[id] ?? id)]}
        />
        <section>
          <h2>{t.find}</h2>
          <p>{muscle.palpation.howToFind}</p>
        </section>
        {muscle.selfTreatmentCautions.length > 0 && (
          <section class="note know">
            <Icon name="warn" />
            <div>
              <h2>{t.care}</h2>
              <ul>
                {muscle.selfTreatmentCautions.map((caution) => (
                  <li key={caution}>{caution}</li>
                ))}
              </ul>
            </div>
          </section>
        )}
        <Helps muscle={muscle.id} />
        <List title={t.other} items={muscle.differential} />
        <div class="row wrap">
          <a class="btn" href="/body">
            <Icon name="brush" size={20} />
            {t.paint}
          </a>
        </div>
        {anatomy && <Sources ids={anatomy.sources} />}
      </div>
    </article>
  );
}

function Where({ anatomy }: { anatomy: MuscleAnatomy }) {
  return (
    <section>
      <h2>{t.where}</h2>
      <p>{anatomy.fibreDirection}</p>
      <details class="why">
        <summary>{t.exactly}</summary>
        <p>
          {t.from}: {anatomy.origin.join('; ')}.
        </p>
        <p>
          {t.to}: {anatomy.insertion.join('; ')}.
        </p>
        <p>
          {t.does}: {anatomy.actions.join('; ')}.
        </p>
      </details>
    </section>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {[...new Set(items)].map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

/** Techniques that name this muscle. What a person may do is for the planner to say, after the safety questions. */
function Helps({ muscle }: { muscle: string }) {
  const plan = useLoaded(loadPlan);
  if (plan.kind !== 'ready') return null;
  const techniques = plan.value.techniques.filter(({ targets }) => targets.includes(muscle));
  if (techniques.length === 0) return null;
  return (
    <section>
      <h2>{t.helps}</h2>
      <ul>
        {techniques.map(({ id, plainName, evidence }) => (
          <li key={id}>
            {plainName} <span class="small muted">({planTexts.grade[evidence.grade].words.toLowerCase()})</span>
          </li>
        ))}
      </ul>
      <p class="small muted">{t.helpsHint}</p>
    </section>
  );
}
