// The movements of the little guide, fetched with the first plan.

import posesUrl from '@unknot/atlas/data/poses.json?url';
import techniquePosesUrl from '@unknot/atlas/data/technique-poses.json?url';
import { type Pose, type PoseBook, type PosePairs, poseIdFor } from '@unknot/atlas/figure';
import type { MuscleId } from '@unknot/atlas/frame';
import type { TechniqueId } from '@unknot/engine/case';
import { once } from './knowledge.ts';

const loadBook = once<PoseBook>(posesUrl);
const loadPairs = once<PosePairs>(techniquePosesUrl);

/** The movement for a technique on a muscle; null where no figure would help. */
export type PoseFor = (technique: TechniqueId, muscle: MuscleId | null) => Pose | null;

let poses: Promise<PoseFor> | null = null;

export function loadPoses(): Promise<PoseFor> {
  poses ??= Promise.all([loadBook(), loadPairs()])
    .then(([book, pairs]): PoseFor => {
      const byId = new Map(book.poses.map((pose) => [pose.id, pose]));
      return (technique, muscle) => byId.get(poseIdFor(pairs, technique, muscle) ?? '') ?? null;
    })
    .catch((trouble: unknown) => {
      poses = null;
      throw trouble;
    });
  return poses;
}
