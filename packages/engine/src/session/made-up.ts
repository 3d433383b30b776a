// Made-up plan items for the tests of this folder, small enough to add up by hand.

import type { SessionDose, SessionItem } from './script.ts';

type Choice = Partial<Pick<SessionItem, 'side' | 'seconds'>> & Partial<SessionDose>;

function item(technique: string, category: string, dose: SessionDose, choice: Choice): SessionItem {
  const { side = 'left', seconds = 120, ...ofDose } = choice;
  return { technique, category, muscle: 'trapezius-upper', side, seconds, dose: { ...dose, ...ofDose } };
}

const plain: SessionDose = {
  holdSeconds: null,
  repetitions: 1,
  sets: 1,
  restSeconds: null,
  perSide: false,
  intensityCap: 0,
  confirm: [],
};

/** Two holds of 45 s on each side, 20 s between; 120 s on one side, 250 s on both. */
export const press = (choice: Choice = {}): SessionItem =>
  item(
    'ball-wall-upper-trap',
    'pressure-release',
    { ...plain, holdSeconds: 45, repetitions: 2, restSeconds: 20, perSide: true, intensityCap: 4 },
    choice,
  );

/** Two holds of 25 s, 10 s between; 70 s. */
export const stretch = (choice: Choice = {}): SessionItem =>
  item(
    'upper-trap-tilt',
    'stretch',
    { ...plain, holdSeconds: 25, repetitions: 2, restSeconds: 10, perSide: true, intensityCap: 4 },
    { seconds: 70, ...choice },
  );

/** Two sets of ten movements of 2 s. */
export const rolls = (choice: Choice = {}): SessionItem =>
  item(
    'shoulder-rolls',
    'mobility',
    { ...plain, holdSeconds: 2, repetitions: 10, sets: 2, restSeconds: 10, intensityCap: 3 },
    choice,
  );

export const breathing = (choice: Choice = {}): SessionItem =>
  item('diaphragmatic-breathing', 'calm', { ...plain, repetitions: 10 }, choice);

/** Warmth with its three confirmations. */
export const heat = (choice: Choice = {}): SessionItem =>
  item(
    'heat-pack-moist',
    'heat',
    { ...plain, restSeconds: 3600, intensityCap: 2, confirm: ['barrier-on', 'awake', 'nothing-on-skin'] },
    { seconds: 610, ...choice },
  );
