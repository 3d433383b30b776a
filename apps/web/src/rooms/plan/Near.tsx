// What is near: what stands there anyway, to be taken out where it does not, and what the person has, to be put in.

import { furnitureOf, type SurroundingId } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { keepPrivate } from '../../keep-private.ts';
import { Chip, toggled } from '../../parts/Choice.tsx';
import { ToolPicker } from '../../parts/ToolPicker.tsx';
import { person, recordProfile } from '../../person.ts';
import { planTexts as t } from '../../texts/plan.ts';

interface NearProps {
  readonly knowledge: PlanKnowledge;
  readonly where: SurroundingId;
  readonly label?: string;
}

/** Of what the person has, what counts there. */
export function broughtTo(knowledge: PlanKnowledge, where: SurroundingId, tools: readonly string[]): readonly string[] {
  const { furniture, inReach } = knowledge.surroundings[where];
  return tools.filter(
    (tool) => !furniture.includes(tool) && (inReach?.includes(tool) ?? !furnitureOf(knowledge).has(tool)),
  );
}

export function Near({ knowledge, where, label = t.near }: NearProps) {
  const { tools = [], lacks = {} } = person.value.profile;
  const { furniture, inReach } = knowledge.surroundings[where];
  const missing = lacks[where] ?? [];
  if (inReach?.length === 0) return <p class="small muted">{t.nothingToBring}</p>;
  const save = (patch: Parameters<typeof recordProfile>[0]) => void recordProfile(patch, keepPrivate.value);
  const isOffered = (tool: string) => broughtTo(knowledge, where, [tool]).length > 0;
  // Pillows and cushions make things comfortable; no step has to be left out without them.
  const isOfUse = (thing: string) =>
    knowledge.techniques.some(({ toolIds, category }) => category !== 'prevention' && toolIds.includes(thing));
  return (
    <ToolPicker
      label={label}
      vocabulary={knowledge.toolVocabulary}
      tools={tools}
      onTools={(picked) => save({ tools: picked })}
      isOffered={isOffered}
    >
      {furniture.filter(isOfUse).map((thing) => (
        <Chip
          key={thing}
          on={!missing.includes(thing)}
          onPress={() => save({ lacks: { ...lacks, [where]: toggled(missing, thing) } })}
        >
          {knowledge.toolVocabulary[thing]?.label ?? thing}
        </Chip>
      ))}
    </ToolPicker>
  );
}

/** Once, with the first plan: a ball or a heat pack counts from the start. */
export function NearFirst({ knowledge, where, onDone }: NearProps & { readonly onDone: () => void }) {
  const done = () => {
    void recordProfile({ tools: [...(person.value.profile.tools ?? [])] }, keepPrivate.value);
    onDone();
  };
  return (
    <section class="card stack" aria-labelledby="near-first">
      <h2 id="near-first">{t.nearFirst}</h2>
      <Near knowledge={knowledge} where={where} label={t.nearHow} />
      <button type="button" class="btn" onClick={done}>
        {t.nearDone}
      </button>
    </section>
  );
}
