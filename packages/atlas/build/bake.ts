// Writes data/poses.json from the authored movements: npx tsx packages/atlas/build/bake.ts

import { writeFileSync } from 'node:fs';
import { type Pose, type PoseBook, poseAt } from '../src/figure/index.ts';
import { cameraOf, ellipse } from '../src/figure/scene.ts';
import { bodyParts } from '../src/figure/solids.ts';
import { ATLAS_EDITION } from '../src/frame/index.ts';
import { POSES } from './authored.ts';
import type { AuthoredPose } from './positions.ts';
import { solve } from './solve.ts';

/** From one keyframe to the next; slow enough to follow. Own setting. */
const MOVE_SECONDS = 2.4;

export const baked = (): PoseBook => ({ edition: ATLAS_EDITION, poses: POSES.map(bake) });

function bake({ frame, keyframes, ...authored }: AuthoredPose): Pose {
  const solved = keyframes.map(({ label, pose }) => ({ label, ...solve(pose) })) as unknown as Pose['keyframes'];
  const pose: Pose = { ...authored, viewBox: [0, 0, 0, 0], moveSeconds: MOVE_SECONDS, keyframes: solved };
  return { ...pose, viewBox: viewBoxOf(pose, frame) };
}

/** Holds the body in every moment of the movement; upper-body movements are cut below the seat. */
function viewBoxOf(pose: Pose, frame: AuthoredPose['frame']): Pose['viewBox'] {
  const camera = cameraOf(pose.view);
  const points = Array.from({ length: 9 }, (_, i) => poseAt(pose, i / 8)).flatMap((stance) =>
    bodyParts(stance).flatMap(({ solids }) => solids.flatMap((solid) => ellipse(camera, solid).points)),
  );
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs) - 70, Math.min(...ys) - 60];
  const bottom = Math.max(...ys, frame === 'full' ? 0 : Number.NEGATIVE_INFINITY) + 50;
  const cut = frame === 'full' ? bottom : Math.min(bottom, top + (frame === 'arms' ? 1060 : 960));
  return [left, top, Math.max(...xs) + 70 - left, cut - top].map(Math.round) as unknown as Pose['viewBox'];
}

if (process.argv[1]?.endsWith('bake.ts'))
  writeFileSync(new URL('../data/poses.json', import.meta.url), `${JSON.stringify(baked())}\n`);
