import { describe, expect, test } from 'vitest';
import anterior from '../../data/muscles/anterior.json' with { type: 'json' };
import lateralLeft from '../../data/muscles/lateral-left.json' with { type: 'json' };
import posterior from '../../data/muscles/posterior.json' with { type: 'json' };
import { ATLAS_EDITION, drawnView, mirrorPath, VIEWS, type ViewId } from '../frame/index.ts';
import { type MuscleSheet, muscleShape } from './index.ts';

const sheets = { posterior, anterior, 'lateral-left': lateralLeft } as unknown as Record<string, MuscleSheet>;
const sheet = (view: ViewId) => sheets[drawnView(view)] as MuscleSheet;
const back = sheet('posterior');
const numbers = (d: string) => (d.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);

/** Trigger points by the views that show them. */
const viewsByPoint = new Map<string, ViewId[]>();
for (const view of VIEWS)
  for (const muscle of sheet(view).muscles)
    for (const id of Object.keys(muscle.triggerPoints)) viewsByPoint.set(id, [...(viewsByPoint.get(id) ?? []), view]);

/** The muscles and trigger points of the knowledge base, which this package must not import. */
const RANKED = `
  cervical-multifidi-rotatores coracobrachialis deltoid-anterior deltoid-posterior external-oblique
  gluteus-maximus gluteus-medius gluteus-minimus hamstrings iliocostalis-lumborum iliocostalis-thoracis
  iliopsoas infraspinatus latissimus-dorsi levator-scapulae longissimus-thoracis lumbar-multifidi
  pectoralis-major pectoralis-minor pelvic-floor-posterior piriformis quadratus-lumborum-deep
  quadratus-lumborum-superficial rectus-abdominis rhomboids scalenes scm-clavicular scm-sternal
  semispinalis-capitis-cervicis serratus-anterior serratus-posterior-inferior serratus-posterior-superior soleus
  splenius-capitis splenius-cervicis subclavius suboccipitals subscapularis supraspinatus tensor-fasciae-latae
  teres-major teres-minor thoracic-multifidi-rotatores trapezius-lower trapezius-middle trapezius-upper
  triceps-long-head`
  .trim()
  .split(/\s+/);
const TRIGGER_POINTS = `
  cervical-multifidi-tp coracobrachialis-tp deltoid-anterior-tp deltoid-posterior-tp external-oblique-tp-lower
  external-oblique-tp-upper gluteus-maximus-tp1 gluteus-maximus-tp2 gluteus-maximus-tp3 gluteus-medius-tp1
  gluteus-medius-tp2 gluteus-medius-tp3 gluteus-minimus-tp-anterior gluteus-minimus-tp-posterior
  hamstrings-tp-lateral hamstrings-tp-medial iliocostalis-lumborum-tp iliocostalis-thoracis-tp-lower
  iliocostalis-thoracis-tp-upper iliopsoas-tp-iliacus iliopsoas-tp-psoas infraspinatus-tp-central
  infraspinatus-tp-medial latissimus-tp-lower latissimus-tp-upper levator-scapulae-tp1 levator-scapulae-tp2
  longissimus-tp-lower longissimus-tp-upper lumbar-multifidi-tp-l5 lumbar-multifidi-tp-s1
  lumbar-multifidi-tp-upper pectoralis-major-tp-clavicular pectoralis-major-tp-costal
  pectoralis-major-tp-sternal pectoralis-minor-tp pelvic-floor-tp piriformis-tp-lateral piriformis-tp-medial
  ql-deep-tp-lower ql-deep-tp-upper ql-superficial-tp-lower ql-superficial-tp-upper rectus-abdominis-tp-lower
  rectus-abdominis-tp-navel rectus-abdominis-tp-upper rhomboids-tp-major rhomboids-tp-minor
  scalenes-tp-anterior-medius scalenes-tp-posterior scm-clavicular-tp scm-sternal-tp-lower
  scm-sternal-tp-upper-mid semispinalis-tp-base semispinalis-tp-middle semispinalis-tp-upper
  serratus-anterior-tp soleus-tp1 soleus-tp3 spi-tp splenius-capitis-tp1 splenius-cervicis-tp-lower
  splenius-cervicis-tp-upper sps-tp subclavius-tp suboccipitals-tp subscapularis-tp supraspinatus-tp-belly
  supraspinatus-tp-tendon teres-major-tp teres-minor-tp tfl-tp thoracic-multifidi-tp-lower
  thoracic-multifidi-tp-upper trapezius-lower-tp3 trapezius-lower-tp4 trapezius-middle-tp5 trapezius-middle-tp6
  trapezius-upper-tp1 trapezius-upper-tp2 triceps-long-head-tp`
  .trim()
  .split(/\s+/);

describe('muscles', () => {
  test('all sheets are of the edition of the atlas', () => {
    for (const { edition } of Object.values(sheets)) expect(edition).toBe(ATLAS_EDITION);
  });

  test('every muscle that is ranked is shown in at least one view, context muscles beside it', () => {
    const shown = new Map(VIEWS.flatMap((view) => sheet(view).muscles.map((muscle) => [muscle.id, muscle])));
    expect(RANKED.filter((id) => !shown.has(id) || shown.get(id)?.context)).toEqual([]);
    const more = [...shown.values()].filter(({ id, context }) => !context && !RANKED.includes(id));
    expect(more.map(({ id }) => id).sort()).toEqual(['deltoid-middle', 'masseter', 'temporalis']);
  });

  test('every trigger point of a muscle lies in or next to that muscle', () => {
    for (const { muscles } of Object.values(sheets)) {
      for (const {
        box: [left, top, right, bottom],
        triggerPoints,
      } of muscles) {
        for (const [x, y] of Object.values(triggerPoints)) {
          expect(x).toBeGreaterThanOrEqual(left - 12);
          expect(x).toBeLessThanOrEqual(right + 12);
          expect(y).toBeGreaterThanOrEqual(top - 12);
          expect(y).toBeLessThanOrEqual(bottom + 12);
        }
      }
    }
  });

  test('every trigger point that is ranked has a place in at least one view', () => {
    expect(TRIGGER_POINTS).toHaveLength(81);
    expect(TRIGGER_POINTS.filter((id) => !viewsByPoint.has(id))).toEqual([]);
  });

  test('muscles come deepest first', () => {
    for (const { muscles } of Object.values(sheets)) {
      const order = muscles.map(({ z }) => z);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  test('left and right are mirror images in every point', () => {
    for (const { id } of back.muscles) {
      const right = muscleShape(back, 'posterior', id, 'right');
      const left = muscleShape(back, 'posterior', id, 'left');
      const [l = 0, t, r = 0, b] = right?.box ?? [];
      expect(left?.box).toEqual([-r, t, -l, b]);
      expect(left?.triggerPoints.map(({ id: point, at: [x, y] }) => ({ id: point, at: [0 - x, y] }))).toEqual(
        right?.triggerPoints,
      );
      expect(left?.parts.map(({ shape }) => numbers(mirrorPath(shape)))).toEqual(
        right?.parts.map(({ shape }) => numbers(shape)),
      );
    }
  });

  test('the side view shows the muscles of its side only', () => {
    const side = sheet('lateral-right');
    expect(muscleShape(side, 'lateral-right', 'trapezius-upper', 'left')).toBeUndefined();
    expect(muscleShape(side, 'lateral-right', 'trapezius-upper', 'right')?.side).toBe('right');
    expect(muscleShape(side, 'lateral-right', 'deltoid-middle', 'right')?.onArm).toBe(true);
  });

  test('strands of light are some of the fibres, first and last included', () => {
    for (const { id } of back.muscles) {
      for (const { fibres, strands } of muscleShape(back, 'posterior', id, 'right')?.parts ?? []) {
        expect(fibres).toEqual(expect.arrayContaining([...strands]));
        expect([strands[0], strands.at(-1)]).toEqual([fibres[0], fibres.at(-1)]);
      }
    }
    const thinned = muscleShape(back, 'posterior', 'supraspinatus', 'right')?.parts[0];
    expect(thinned?.strands.length).toBeLessThan(thinned?.fibres.length ?? 0);
  });
});
