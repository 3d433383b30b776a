// The smallest part of a muscle that shortens: threads that slide past each other. Schematic, not to scale.

import { pictureTexts } from '../../../texts/pictures.ts';
import { Moving } from './Moving.tsx';

const t = pictureTexts.sarcomere;

/** Lengths in picture units: a link at rest and when it has shortened, and the threads, which keep theirs. */
const LONG = 104;
const SHORT = 76;
const THIN = 40;
const THICK = 58;
const LINKS = 3;
const MIDDLE = 170;
const THIN_AT = [26, 54, 82, 110];
const THICK_AT = [40, 68, 96];

export function Sarcomere() {
  return (
    <Moving
      title={t.title}
      max={100}
      step={1}
      slider={t.slider}
      inWords={t.inWords}
      seen={t.seen}
      draw={draw}
      seconds={3.2}
      toAndFro
      stills={[0, 50, 100]}
    >
      <p>{t.known}</p>
    </Moving>
  );
}

function draw(shortened: number) {
  const link = LONG - ((LONG - SHORT) * shortened) / 100;
  const left = MIDDLE - (LINKS * link) / 2;
  const ends = Array.from({ length: LINKS + 1 }, (_, i) => left + i * link);
  return (
    <svg viewBox="0 0 340 136" class="sarcomere" aria-hidden="true">
      {ends.slice(0, -1).map((from, index) => (
        <g key={index}>
          {THIN_AT.map((y) => (
            <path key={y} class="thin" d={`M${from} ${y}h${THIN}M${from + link} ${y}h${-THIN}`} />
          ))}
          {THICK_AT.map((y) => (
            <Thick key={y} at={from + link / 2} y={y} lean={shortened / 100} />
          ))}
        </g>
      ))}
      {ends.map((x, index) => (
        <path key={index} class="disc" d={`M${x} 12${'l4 8l-8 12l4 8'.repeat(4)}`} />
      ))}
    </svg>
  );
}

/** A thick thread with its heads; they lean further over as they pull. */
function Thick({ at, y, lean }: { at: number; y: number; lean: number }) {
  const heads = [8, 14, 20, 26].flatMap((off) =>
    [-1, 1].flatMap((side) => [-1, 1].map((up) => `M${at + side * off} ${y}l${side * (3 - 5 * lean)} ${up * 8}`)),
  );
  return (
    <>
      <path class="heads" d={heads.join('')} />
      <path class="thick" d={`M${at - THICK / 2} ${y}h${THICK}`} />
    </>
  );
}
