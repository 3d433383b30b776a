// The way to an experiment: one that runs, one that has a result, or none yet.

import type { TechniqueId } from '@unknot/engine/case';
import { experimentState, MOST_SESSIONS } from '@unknot/engine/learning';
import type { AppState } from '@unknot/journal/project';
import { eitherOr } from '../../texts/experiment.ts';
import { trendTexts } from '../../texts/trends.ts';

const t = trendTexts.experiment;

export function ExperimentCard({ state, nameOf }: { state: AppState; nameOf: (technique: TechniqueId) => string }) {
  const latest = state.experiments.at(-1);
  const at = latest && experimentState(latest, state.sessions);
  return (
    <section class="card stack tight" aria-labelledby="progress-experiment">
      <h2 id="progress-experiment">{t.title}</h2>
      {latest && at ? (
        <>
          <p>{eitherOr(nameOf(latest.a), nameOf(latest.b))}</p>
          {at.next !== null && <p class="small muted">{t.done(at.sessions.length, MOST_SESSIONS)}</p>}
        </>
      ) : (
        <p class="small muted">{t.lead}</p>
      )}
      <a class="btn to-start" href="/experiment">
        {!latest || !at ? t.start : at.next === null ? t.result : t.open}
      </a>
    </section>
  );
}
