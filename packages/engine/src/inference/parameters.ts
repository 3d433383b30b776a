// The few numbers of the ranking. Values, reasons and dates live in the knowledge; here is only what each is called.

import type { InferenceParameters } from '@unknot/knowledge/schema';

const PARAMETER_NAMES = [
  'damping',
  'temper',
  'leak',
  'blankWeight',
  'coverageHalf',
  'edge',
  'surest',
  'faintestIntensity',
  'baseOdds',
  'lessCommon',
  'rare',
  'pointsOfOneMuscle',
  'pointsTogether',
  'bothSides',
  'earlierRelief',
  'prevalenceWeight',
  'prevalenceMiddle',
  'prevalenceUnknown',
  'otherSide',
  'rootOdds',
  'jointOdds',
  'nerveQualityForRoot',
  'nerveQualityForOthers',
  'knotOver',
  'knotBeside',
  'pressYes',
  'pressNo',
  'testYes',
  'testNo',
  'contextFactor',
  'contextWords',
  'contextMost',
  'contextUsual',
  'likelyFrom',
  'possibleFrom',
  'clearFrom',
  'patternSurest',
  'patternLeak',
  'slip',
  'usualCauses',
  'strayChance',
  'anywhereOdds',
  'anywhereTemper',
  'nothingFitsFrom',
  'pairFrom',
  'pairAdds',
  'redrawLeavesOut',
  'redrawAdds',
  'redrawElse',
  'askCost',
  'testCost',
  'pressCost',
  'exactSteps',
  'tolerance',
  'branches',
] as const;

type ParameterName = (typeof PARAMETER_NAMES)[number];
export type Parameters = Readonly<Record<ParameterName, number>>;

/** @throws when the knowledge lacks a parameter: the ranking must not run on a made-up number */
export function readParameters(knowledge: InferenceParameters): Parameters {
  const read = {} as Record<ParameterName, number>;
  for (const name of PARAMETER_NAMES) {
    const parameter = knowledge.parameters[name];
    if (parameter === undefined) throw new Error(`inference parameter ${name} must be in the knowledge`);
    read[name] = parameter.value;
  }
  return read;
}
