// The door to the little guide: movements of a jointed figure → flat shapes.

export {
  type Joint,
  type Keyframe,
  type Pose,
  type PoseBook,
  type PoseId,
  type PosePairs,
  type Prop,
  poseAt,
  poseIdFor,
  type Stance,
  type Still,
  stillsOf,
} from './pose.ts';
export { drawFigure, type FigureDrawing, type FigureShape, type Tone } from './scene.ts';
