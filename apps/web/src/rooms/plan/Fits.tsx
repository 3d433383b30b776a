// What the plan has to fit: minutes, where, what today is like, what is at hand. Folded to one line on a phone.

import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { keepPrivate } from '../../keep-private.ts';
import { namesIn } from '../../names.ts';
import { Chip, Choice, OneOf, toggled } from '../../parts/Choice.tsx';
import { ToolPicker } from '../../parts/ToolPicker.tsx';
import { recordProfile } from '../../person.ts';
import { type Fit, SURROUNDINGS, type Surrounding, TODAY } from '../../plan-request.ts';
import { planTexts as t } from '../../texts/plan.ts';

const MINUTES = [2, 5, 10, 15, 20];

interface FitsProps {
  readonly knowledge: PlanKnowledge;
  readonly tools: readonly string[];
  readonly fit: Fit;
  readonly onFit: (part: Partial<Fit>) => void;
}

export function Fits({ knowledge, tools, fit, onFit }: FitsProps) {
  const { minutes, where, today } = fit;
  const toolNames = tools.map(namesIn(knowledge).tool);
  const chosen = [
    t.minutesOption(minutes),
    t.whereOption[where],
    ...today.map((version) => t.version[version]),
    toolNames.length > 0 ? toolNames.join(', ') : t.onlyHands,
  ];
  return (
    <details class="card fold fits" open={matchMedia('(min-width: 900px)').matches}>
      <summary>
        <h2>{t.fits}</h2>
        <span class="small">{chosen.join(' · ')}</span>
      </summary>
      <div class="stack">
        <OneOf
          label={t.minutes}
          options={MINUTES}
          words={t.minutesOption}
          chosen={minutes}
          onChosen={(n) => onFit({ minutes: n })}
        />
        <Choice label={t.where}>
          {(Object.keys(SURROUNDINGS) as Surrounding[]).map((id) => (
            <Chip key={id} on={where === id} onPress={() => onFit({ where: id })}>
              {t.whereOption[id]}
            </Chip>
          ))}
        </Choice>
        <Choice label={t.today}>
          {TODAY.map((version) => (
            <Chip
              key={version}
              on={today.includes(version)}
              onPress={() =>
                onFit({
                  today: toggled(today, version),
                })
              }
            >
              {t.version[version]}
            </Chip>
          ))}
        </Choice>
        <ToolPicker
          label={t.atHand}
          vocabulary={knowledge.toolVocabulary}
          tools={tools}
          onTools={(picked) => void recordProfile({ tools: picked }, keepPrivate.value)}
        />
      </div>
    </details>
  );
}
