// Understand: short pages about knots, in plain words, each with its sources.

import { learnTexts as t } from '../../texts/learn.ts';

export function Learn() {
  return (
    <div class="pad stack">
      <h1>{t.title}</h1>
    </div>
  );
}
