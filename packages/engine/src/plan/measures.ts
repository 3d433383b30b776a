// How plans do on a casebook of profiles whose forbidden and wanted kinds of steps were written down beforehand.
// Format and meaning: `note` and `globalRules` of the casebook.

import type { CheckKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import type { FactAnswer, MuscleTarget, PlaceId, TechniqueId } from '../case/index.ts';
import { clearance, verdictAssumingNo } from '../triage/index.ts';
import { makePlan } from './plan.ts';
import type { PlanItem, PlanResult } from './request.ts';

export interface PlanCasebook {
  readonly schema: 'unknot/casebook-plan/1';
  readonly kindsByTechnique: Readonly<Record<TechniqueId, readonly string[]>>;
  readonly cases: readonly PlanCase[];
}

export interface PlanCase {
  readonly id: string;
  readonly age: number;
  readonly muscles: readonly string[];
  readonly side: 'left' | 'right' | 'both' | 'midline';
  readonly maxMinutes: number;
  readonly tools: readonly string[];
  readonly places: readonly PlaceId[];
  readonly conditions: readonly string[];
  readonly answers: Readonly<Record<string, FactAnswer>>;
  readonly mustNotContain: readonly string[];
  readonly mustContainOneOf: readonly string[];
  readonly usefulOneOf: readonly string[];
  readonly mustSay: readonly string[];
}

export type PlanMeasures = {
  readonly cases: number;
  /** Steps of a forbidden kind, or against a global rule. */
  readonly forbidden: number;
  /** Steps that need a tool or a place that is not there. */
  readonly missingTool: number;
  readonly overTime: number;
  /** Cases without one suitable step; declining is suitable only where the casebook says so. */
  readonly nothingSuitable: number;
  /** Share of the scored cases with a step that acts on the muscle itself. */
  readonly useful: number;
};

export interface PlanLine {
  readonly id: string;
  readonly kind: PlanResult['kind'];
  readonly steps: readonly TechniqueId[];
  readonly forbidden: readonly string[];
  readonly missingTool: readonly TechniqueId[];
  readonly seconds: number;
  readonly overTime: boolean;
  readonly suitable: boolean;
  /** Null: not scored. */
  readonly useful: boolean | null;
  readonly unsaid: readonly string[];
}

/** The measures, and one line per case. */
export function planMeasures(
  k: PlanKnowledge,
  check: CheckKnowledge,
  casebook: PlanCasebook,
): { readonly measures: PlanMeasures; readonly lines: readonly PlanLine[] } {
  const lines = casebook.cases.map((entry) => judge(k, casebook, entry, answerTo(k, check, entry)));
  const scored = lines.filter(({ useful }) => useful !== null);
  const count = (test: (line: PlanLine) => boolean) => lines.filter(test).length;
  return {
    measures: {
      cases: lines.length,
      forbidden: lines.reduce((sum, { forbidden }) => sum + forbidden.length, 0),
      missingTool: lines.reduce((sum, { missingTool }) => sum + missingTool.length, 0),
      overTime: count(({ overTime }) => overTime),
      nothingSuitable: count(({ suitable }) => !suitable),
      useful: scored.length === 0 ? 1 : scored.filter(({ useful }) => useful).length / scored.length,
    },
    lines,
  };
}

/** Facts and conditions that a case does not name are "no", as its note asks. */
function answerTo(k: PlanKnowledge, check: CheckKnowledge, entry: PlanCase): PlanResult {
  const conditions = Object.fromEntries(entry.conditions.map((id) => [id, true as const]));
  const verdict = verdictAssumingNo(check, { facts: entry.answers, conditions, painted: [], ageYears: entry.age });
  const { kind: level, because } = verdict;
  const cleared = clearance(verdict, { kind: 'current', until: Number.POSITIVE_INFINITY });
  const [first, ...rest] = because.map(({ rule }) => rule);
  if (cleared.kind === 'refused' && level !== 'self-care' && first !== undefined)
    return { kind: 'see-someone', level, because: [first, ...rest] };
  if (cleared.kind === 'refused') throw new Error(`a case is refused without a level: ${entry.id}, ${cleared.because}`);
  return makePlan(k, {
    targets: targetsOf(entry),
    minutes: entry.maxMinutes,
    tools: entry.tools,
    places: entry.places,
    conditions,
    ageYears: entry.age,
    clearance: cleared,
  });
}

function targetsOf({ muscles, side }: PlanCase): readonly MuscleTarget[] {
  const sides = side === 'left' || side === 'right' ? [side] : (['left', 'right'] as const);
  return muscles.flatMap((muscle) =>
    sides.map((on) => ({ muscle, side: on, share: 1 / (muscles.length * sides.length) })),
  );
}

function judge(k: PlanKnowledge, { kindsByTechnique }: PlanCasebook, entry: PlanCase, answer: PlanResult): PlanLine {
  const items = answer.kind === 'plan' ? answer.items : [];
  const kindsOf = ({ technique }: PlanItem) => kindsByTechnique[technique] ?? [];
  const hasOneOf = (kinds: readonly string[]) =>
    items.some((item) => kindsOf(item).some((kind) => kinds.includes(kind)));
  const seconds = items.reduce((sum, item) => sum + item.seconds, 0);
  const declines = answer.kind === 'see-someone';
  return {
    id: entry.id,
    kind: answer.kind,
    steps: items.map(({ technique }) => technique),
    forbidden: items.flatMap((item) => {
      const kinds = kindsOf(item).filter((kind) => entry.mustNotContain.includes(kind));
      const faults = [...kinds, ...globalFaults(k, item, kindsOf(item))];
      return faults.length === 0 ? [] : [`${item.technique}: ${faults.join(', ')}`];
    }),
    missingTool: items.filter((item) => !isPossible(k, item, entry)).map(({ technique }) => technique),
    seconds,
    overTime: seconds > 60 * entry.maxMinutes,
    suitable: declines ? entry.mustContainOneOf.includes('refer-clinician') : hasOneOf(entry.mustContainOneOf),
    useful: entry.usefulOneOf.length === 0 ? null : hasOneOf(entry.usefulOneOf),
    unsaid: answer.kind === 'plan' ? entry.mustSay.filter((code) => !answer.says.includes(code)) : [],
  };
}

const THROAT = ['scm-sternal', 'scm-clavicular', 'scalenes'];
const NECK_GROUPS = ['head-neck', 'neck-shoulder'];

/** G2, G3, G5, G6 and G7 of the casebook; G1 and G4 are measures of their own. */
function globalFaults(k: PlanKnowledge, item: PlanItem, kinds: readonly string[]): readonly string[] {
  const group = k.muscles.find(({ id }) => id === item.muscle)?.group ?? '';
  const has = (...wanted: readonly string[]) => wanted.some((kind) => kinds.includes(kind));
  const local = has('heat-pack', 'cold-pack', 'contrast');
  const covered = ['barrier-on', 'cloth-on'].some((code) => item.dose.confirm.includes(code));
  const gun = has('massage-gun');
  const rules: readonly (readonly [string, boolean])[] = [
    ['G2', (local || has('heat-immersion')) && (item.seconds > 20 * 60 || (local && !covered))],
    ['G3', (has('firm-pressure') && THROAT.includes(item.muscle ?? '')) || (gun && group === 'low-back')],
    ['G5', gun && NECK_GROUPS.includes(group)],
    ['G6', has('dry-needling-self', 'dry-needling-referral', 'spinal-manipulation')],
    ['G7', has('nsaid-oral', 'nsaid-topical', 'paracetamol', 'capsaicin', 'topical-menthol-salicylate')],
  ];
  return rules.flatMap(([rule, broken]) => (broken ? [rule] : []));
}

const UNCHECKED_TOOLS = ['hand', 'medicine', 'professional'];

/** G4: every tool at hand, and one of its places there; `anywhere` always is. */
function isPossible(k: PlanKnowledge, item: PlanItem, { tools, places }: PlanCase): boolean {
  const technique = k.techniques.find(({ id }) => id === item.technique);
  if (technique === undefined) return false;
  return (
    technique.toolIds.every((tool) => UNCHECKED_TOOLS.includes(tool) || tools.includes(tool)) &&
    technique.place.some((place) => place === 'anywhere' || places.includes(place))
  );
}
