// Which warning signs may be named when private answers stay with the person. See RULES.md, REP-07.

import type { CheckKnowledge } from '@unknot/knowledge/schema';
import type { RuleId } from '../case/index.ts';
import { type CheckInput, verdictAssumingNo } from '../triage/index.ts';

/**
 * The rules among `fired` that hold by these answers alone, in their order. With private answers left out of `open`, what
 * comes back gives none of them away; a rule that other answers made fire as well is not lost.
 *
 * @param open   the answers that may be told
 * @param fired  what the check found with all answers; a rule that this edition does not know cannot be told
 */
export const rulesTold = (k: CheckKnowledge, open: CheckInput, fired: readonly RuleId[]): readonly RuleId[] =>
  fired.filter((id) => {
    const rules = k.rules.filter((rule) => rule.id === id);
    // Alone, so that no other rule says it already.
    const { because, support } = verdictAssumingNo({ ...k, rules }, open);
    return because.length + support.length > 0;
  });
