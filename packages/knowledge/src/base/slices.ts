// The four slices of an edition: what is loaded to check, to identify, to plan, and to read.

import type {
  AskedCondition,
  CheckKnowledge,
  Condition,
  IdentifyKnowledge,
  IdentifyMuscle,
  Knowledge,
  LibraryKnowledge,
  Muscle,
  MuscleAnatomy,
  PlanKnowledge,
  PlanMuscle,
  RedFlagRecord,
  RedFlagRule,
  Technique,
  TechniqueRecord,
} from '../schema/index.ts';

export interface Slices {
  readonly check: CheckKnowledge;
  readonly identify: IdentifyKnowledge;
  readonly plan: PlanKnowledge;
  readonly library: LibraryKnowledge;
}

export function slices(knowledge: Knowledge): Slices {
  const { edition } = knowledge.edition;
  const { checkFrame, muscles, muscleVocabulary, techniqueVocabulary } = knowledge;
  return {
    check: {
      edition,
      facts: byId(knowledge.facts),
      rules: knowledge.rules.map(ruleOf),
      levels: checkFrame.levels,
      precedence: checkFrame.precedence,
      semantics: checkFrame.semantics,
      questionSets: checkFrame.questionSets,
      conditions: knowledge.conditions.map(askingOf),
      checkQuestions: knowledge.checkQuestions.toSorted((a, b) => a.order - b.order),
      factMapping: knowledge.factMapping,
    },
    identify: {
      edition,
      regions: knowledge.regions,
      muscles: muscles.map(rankingOf),
      perpetuatingFactorVocabulary: muscleVocabulary.perpetuatingFactorVocabulary,
      parameters: knowledge.inferenceParameters,
      competitors: knowledge.competitors,
      homes: knowledge.triggerPointHomes,
    },
    plan: {
      edition,
      techniques: knowledge.techniques.map(techniqueOf),
      conditions: knowledge.conditions,
      doseRules: knowledge.doseRules,
      sequenceRules: knowledge.sequenceRules,
      effectPriors: knowledge.effectPriors,
      seedConflicts: knowledge.seedConflicts,
      toolVocabulary: techniqueVocabulary.toolVocabulary,
      surroundings: techniqueVocabulary.surroundings,
      tagVocabulary: techniqueVocabulary.tagVocabulary,
      sayVocabulary: techniqueVocabulary.sayVocabulary ?? {},
      confirmVocabulary: techniqueVocabulary.confirmVocabulary ?? {},
      gradeDefinitions: techniqueVocabulary.gradeDefinitions,
      naturalCourse: knowledge.naturalCourse,
      muscles: muscles.map(findingOf),
      muscleTools: muscleVocabulary.toolVocabulary,
    },
    library: {
      edition,
      about: knowledge.edition,
      sources: byId(knowledge.sources),
      outcomes: knowledge.outcomes,
      prevention: knowledge.prevention,
      seedClaims: knowledge.seedArticles.flatMap(({ file, claims }) => claims.map((claim) => ({ ...claim, file }))),
      texts: knowledge.library,
      anatomy: muscles.map(anatomyOf),
      methodNotes: knowledge.methodNotes,
    },
  };
}

const byId = <T extends { readonly id: string }>(entries: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(entries.map((entry) => [entry.id, entry]));

const askingOf = ({
  excludes: _,
  limits: __,
  scope: ___,
  basis: ____,
  sources: _____,
  ...asked
}: Condition): AskedCondition => asked;
const ruleOf = ({
  question: _,
  asks: __,
  notes: ___,
  seedClaims: ____,
  testVectors: _____,
  ...rule
}: RedFlagRecord): RedFlagRule => rule;
const techniqueOf = ({ seedClaims: _, ...technique }: TechniqueRecord): Technique => technique;

const rankingOf = (muscle: Muscle): IdentifyMuscle => ({
  id: muscle.id,
  name: muscle.name,
  latinName: muscle.latinName,
  plainName: muscle.plainName,
  group: muscle.group,
  layer: muscle.layer,
  triggerPoints: muscle.triggerPoints,
  aggravatingMovements: muscle.aggravatingMovements,
  perpetuatingFactors: muscle.perpetuatingFactors,
  selfTests: muscle.selfTests,
  palpation: muscle.palpation,
  selfTreatmentCautions: muscle.selfTreatmentCautions,
  prevalence: muscle.prevalence,
  differential: muscle.differential,
});

const findingOf = (muscle: Muscle): PlanMuscle => ({
  id: muscle.id,
  name: muscle.name,
  latinName: muscle.latinName,
  plainName: muscle.plainName,
  group: muscle.group,
  palpation: muscle.palpation,
  selfTreatmentCautions: muscle.selfTreatmentCautions,
});

const anatomyOf = (muscle: Muscle): MuscleAnatomy => ({
  id: muscle.id,
  origin: muscle.origin,
  insertion: muscle.insertion,
  fibreDirection: muscle.fibreDirection,
  actions: muscle.actions,
  innervation: muscle.innervation,
  commonSymptoms: muscle.commonSymptoms,
  aggravatingMovements: muscle.aggravatingMovements,
  sources: muscle.sources,
});
