// One minute of pressing on a spot: what is seen, what people often feel, and how little is known of what goes on inside.

import { pictureTexts } from '../../../texts/pictures.ts';
import { Moving } from './Moving.tsx';

const t = pictureTexts.hold;

const SKIN = 92;
const BALL = 34;
/** How deep the ball sinks in, and after how many seconds it has. Own setting for a picture. */
const DEEP = 26;
const SINKS = 8;
const LEFT = 178;
const WIDTH = 148;

export function Hold() {
  return (
    <Moving
      title={t.title}
      max={60}
      step={1}
      slider={t.slider}
      inWords={t.inWords}
      seen={t.seen}
      draw={draw}
      seconds={12}
      stills={[0, 15, 60]}
    >
      <p>{t.known}</p>
      <p>{t.unknown}</p>
    </Moving>
  );
}

function draw(second: number) {
  const sunk = DEEP * Math.min(1, second / SINKS);
  const floor = SKIN + sunk;
  const layer = (down: number, give: number) =>
    `M8 ${SKIN + down}C52 ${SKIN + down} 56 ${floor * give + (SKIN + down) * (1 - give) + down * give} 84 ${
      floor * give + (SKIN + down) * (1 - give) + down * give
    }S116 ${SKIN + down} 160 ${SKIN + down}V206H8Z`;
  const now = LEFT + (WIDTH * second) / 60;
  return (
    <svg viewBox="0 0 340 216" class="hold" aria-hidden="true">
      <path class="layer-skin" d={layer(0, 1)} />
      <path class="layer-fat" d={layer(7, 0.92)} />
      <path class="layer-muscle" d={layer(30, 0.6)} />
      {[44, 58, 72, 86, 100].map((down) => (
        <path key={down} class="fibre" d={layer(down, 0.6 - down / 240).replace('V206H8Z', '')} />
      ))}
      <circle class="ball" cx="84" cy={floor - BALL} r={BALL} />
      <text x={LEFT} y="24">
        {t.felt}
      </text>
      <path class="axis" d={`M${LEFT} 40V196H${LEFT + WIDTH}`} />
      <path
        class="felt"
        d={`M${LEFT} 196L${LEFT + 18} 92C${LEFT + 60} 84 ${LEFT + 100} 88 ${LEFT + WIDTH} 92V178C${LEFT + 90} 172 ${
          LEFT + 60
        } 130 ${LEFT + 18} 108Z`}
      />
      <path class="now" d={`M${now} 40V196`} />
      <text class="tick" x={LEFT + WIDTH} y="212">
        {t.minute}
      </text>
    </svg>
  );
}
