// The movements of the little guide, fetched with the first plan.

import posesUrl from '@unknot/atlas/data/poses.json?url';
import techniquePosesUrl from '@unknot/atlas/data/technique-poses.json?url';
import type { Pose, PoseBook, PoseId } from '@unknot/atlas/figure';
import type { TechniqueId } from '@unknot/engine/case';
import { once } from './knowledge.ts';

const loadBook = once<PoseBook>(posesUrl);
const loadPairs = once<{ poseByTechnique: Readonly<Record<TechniqueId, PoseId>> }>(techniquePosesUrl);

let poses: Promise<ReadonlyMap<TechniqueId, Pose>> | null = null;

/** Technique → its movement; techniques that no movement shows honestly are absent. */
export function loadPoses(): Promise<ReadonlyMap<TechniqueId, Pose>> {
  poses ??= Promise.all([loadBook(), loadPairs()])
    .then(([book, pairs]) => {
      const byId = new Map(book.poses.map((pose) => [pose.id, pose]));
      return new Map(
        Object.entries(pairs.poseByTechnique).flatMap(([technique, id]) => {
          const pose = byId.get(id);
          return pose ? [[technique, pose] as const] : [];
        }),
      );
    })
    .catch((trouble: unknown) => {
      poses = null;
      throw trouble;
    });
  return poses;
}
