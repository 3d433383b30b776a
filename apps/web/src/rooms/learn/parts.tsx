// What several pages of the library share.

import type { Grade } from '@unknot/knowledge/schema';
import { BackTo } from '../../parts/BackTo.tsx';
import { Sources } from '../../parts/Sources.tsx';
import { learnTexts as t } from '../../texts/learn.ts';
import { planTexts } from '../../texts/plan.ts';

export function BackToLibrary() {
  return <BackTo path="/learn">{t.back}</BackTo>;
}

/** How sure something is: dots and words; what the words mean and the sources one tap away. */
export function HowSure({ grade, sources }: { grade: Grade; sources: readonly string[] }) {
  const { dots, words } = planTexts.grade[grade];
  return (
    <div class="how-sure">
      <p class="badge">
        <span class="dots" aria-hidden="true">
          {[1, 2, 3, 4].map((dot) => (
            <i key={dot} class={dot <= dots ? 'on' : ''} />
          ))}
        </span>
        {words}
      </p>
      <p class="small muted">{t.gradeOf[grade]}</p>
      <Sources ids={sources} />
    </div>
  );
}
