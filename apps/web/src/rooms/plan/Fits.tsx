// What the plan has to fit: minutes, where, what today is like, what is at hand. Folded to one line on a phone.

import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { namesIn } from '../../names.ts';
import { Chip, Choice, OneOf, toggled } from '../../parts/Choice.tsx';
import { type Fit, SURROUNDINGS, TODAY } from '../../plan-request.ts';
import { planTexts as t } from '../../texts/plan.ts';
import { broughtTo, Near } from './Near.tsx';

const MINUTES = [2, 5, 10, 15, 20];

interface FitsProps {
  readonly knowledge: PlanKnowledge;
  readonly tools: readonly string[];
  readonly fit: Fit;
  readonly onFit: (part: Partial<Fit>) => void;
  /** What is near is asked elsewhere on the screen. */
  readonly isNearAsked: boolean;
}

export function Fits({ knowledge, tools, fit, onFit, isNearAsked }: FitsProps) {
  const { minutes, where, today } = fit;
  const toolNames = broughtTo(knowledge, where, tools).map(namesIn(knowledge).tool);
  const chosen = [
    t.minutesOption(minutes),
    knowledge.surroundings[where].label,
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
          {SURROUNDINGS.map((id) => (
            <Chip key={id} on={where === id} onPress={() => onFit({ where: id })}>
              {knowledge.surroundings[id].label}
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
                  // Whoever takes the flare day out wants the usual plan, also when the pain is new or strong.
                  ...(version === 'flare-day' ? { usual: today.includes(version) } : {}),
                })
              }
            >
              {t.version[version]}
            </Chip>
          ))}
        </Choice>
        {!isNearAsked && <Near knowledge={knowledge} where={where} />}
      </div>
    </details>
  );
}
