// Warmth on its way into the body: layers, a glow that grows downwards, and the same as a curve.

import { pictureTexts } from '../../../texts/pictures.ts';
import { Moving } from './Moving.tsx';
import { warmthAt } from './warmth.ts';

const t = pictureTexts.warmth;

/** Deepest place shown, and where fat and muscle begin; bodies differ. Millimetres, own setting for a picture. */
const DEEPEST = 40;
const FAT_FROM = 2;
const MUSCLE_FROM = 10;

const TOP = 34;
const PER_MM = 4.4;
const BOTTOM = TOP + DEEPEST * PER_MM;
const STEPS = Array.from({ length: DEEPEST / 2 }, (_, i) => i * 2);
const BLOCK = 150;
const CURVE_LEFT = 214;
const CURVE_WIDTH = 112;

const yAt = (depth: number) => TOP + depth * PER_MM;

export function Warmth() {
  return (
    <Moving
      title={t.title}
      max={20}
      step={0.5}
      slider={t.slider}
      inWords={t.inWords}
      seen={(minutes) => t.seen(minutes, warmthAt(10, minutes), warmthAt(20, minutes))}
      draw={draw}
      seconds={8}
      stills={[1, 8, 20]}
    >
      <p>{t.known}</p>
      <p class="small muted">{t.model}</p>
    </Moving>
  );
}

function draw(minutes: number) {
  const curve = STEPS.map(
    (depth) => `${CURVE_LEFT + CURVE_WIDTH * warmthAt(depth, minutes)} ${yAt(depth).toFixed(1)}`,
  ).join('L');
  return (
    <svg viewBox="0 0 340 232" class="warmth" aria-hidden="true">
      <rect class="pack" x="20" y="10" width={BLOCK} height="20" rx="9" />
      <rect class="layer-skin" x="20" y={TOP} width={BLOCK} height={FAT_FROM * PER_MM} />
      <rect class="layer-fat" x="20" y={yAt(FAT_FROM)} width={BLOCK} height={(MUSCLE_FROM - FAT_FROM) * PER_MM} />
      <rect class="layer-muscle" x="20" y={yAt(MUSCLE_FROM)} width={BLOCK} height={BOTTOM - yAt(MUSCLE_FROM)} />
      {STEPS.map((depth) => (
        <rect
          key={depth}
          class="warm"
          x="20"
          y={yAt(depth)}
          width={BLOCK}
          height={PER_MM * 2 + 0.4}
          opacity={0.82 * warmthAt(depth + 1, minutes)}
        />
      ))}
      <text x="28" y={yAt(6.6)}>
        {t.fat}
      </text>
      <text x="28" y={yAt(15)}>
        {t.muscle}
      </text>
      <path class="axis" d={`M${CURVE_LEFT} ${TOP}V${BOTTOM}M${CURVE_LEFT} ${TOP}h${CURVE_WIDTH}`} />
      {[10, 20, 30, 40].map((depth) => (
        <text key={depth} class="tick" x={CURVE_LEFT - 5} y={yAt(depth) + 4}>
          {t.depth(depth / 10)}
        </text>
      ))}
      <path class="curve" d={`M${curve}`} />
    </svg>
  );
}
