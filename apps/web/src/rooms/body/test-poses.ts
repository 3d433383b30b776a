// Self-tests that a movement of the little guide shows honestly, by the technique it was drawn for. The others show the
// muscle and its spot only.

import type { SelfTestId, TechniqueId } from '@unknot/engine/case';

export const TEST_POSES: Readonly<Record<SelfTestId, TechniqueId>> = {
  'trapezius-upper-tilt': 'upper-trap-tilt',
  'trapezius-upper-press': 'hand-pinch-upper-trap',
  'levator-scapulae-rotate': 'neck-rotation',
  'levator-scapulae-armpit': 'levator-stretch',
  'levator-scapulae-press': 'hand-press-levator',
  'splenius-cervicis-turn': 'neck-rotation',
  'suboccipitals-nod': 'chin-tuck',
  'supraspinatus-press': 'hand-press-supraspinatus',
  'infraspinatus-press': 'ball-wall-upper-back',
  'rhomboids-press': 'ball-wall-upper-back',
  'rhomboids-hug': 'rhomboid-hug-stretch',
  'trapezius-middle-press': 'ball-wall-upper-back',
  'trapezius-middle-hug': 'rhomboid-hug-stretch',
  'trapezius-middle-retract': 'scapular-squeeze',
  'sps-press': 'ball-wall-upper-back',
  'deltoid-posterior-cross': 'cross-body-stretch',
  'pectoralis-major-doorway': 'doorway-chest-stretch',
  'iliocostalis-thoracis-press': 'ball-wall-mid-back',
  'iliocostalis-lumborum-press': 'ball-wall-low-back',
  'lumbar-multifidi-press': 'ball-wall-low-back',
  'lumbar-multifidi-rock': 'cat-cow',
  'lumbar-multifidi-lift': 'bird-dog',
  'thoracic-multifidi-turn': 'seated-twist',
  'spi-twist': 'seated-twist',
  'gluteus-maximus-press': 'ball-wall-glute',
  'gluteus-medius-press': 'ball-wall-outer-hip',
  'piriformis-figure4': 'seated-figure-four',
  'rectus-abdominis-arch': 'sphinx-press',
};
