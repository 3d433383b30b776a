// What is at hand: the tools most people have first, the rest one tap away.

import type { PlanKnowledge } from '@unknot/knowledge/schema';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Chip, Choice, toggled } from './Choice.tsx';

interface ToolPickerProps {
  readonly label: string;
  readonly vocabulary: PlanKnowledge['toolVocabulary'];
  readonly tools: readonly string[];
  readonly onTools: (tools: string[]) => void;
  /** Absent: all. */
  readonly isOffered?: (tool: string) => boolean;
  /** Chips before those of the tools. */
  readonly children?: ComponentChildren;
}

const COMMON = ['ball', 'wall', 'heat-pack', 'foam-roller', 'chair', 'towel', 'partner'];
/** The own hands are always there; the others are no things to have. */
const NOT_ASKED = new Set(['hand', 'professional', 'medicine']);

const words = { more: 'More tools', fewer: 'Fewer' };

export function ToolPicker({ label, vocabulary, tools, onTools, isOffered = () => true, children }: ToolPickerProps) {
  const [all, setAll] = useState(false);
  const known = Object.keys(vocabulary).filter((id) => !NOT_ASKED.has(id) && isOffered(id));
  const shown = all ? known : known.filter((id) => COMMON.includes(id) || tools.includes(id));
  return (
    <Choice label={label}>
      {children}
      {shown.map((id) => (
        <Chip key={id} on={tools.includes(id)} onPress={() => onTools(toggled(tools, id))}>
          {vocabulary[id]?.label ?? id}
        </Chip>
      ))}
      <button type="button" class="chip more-chip" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? words.fewer : words.more}
      </button>
    </Choice>
  );
}
