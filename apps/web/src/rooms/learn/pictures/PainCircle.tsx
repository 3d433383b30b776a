// How pain can feed itself, and where the circle can be left. A picture to think with, not a law.

import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../../parts/Icon.tsx';
import { pictureTexts } from '../../../texts/pictures.ts';
import { wantsStillness } from './Moving.tsx';

const t = pictureTexts.circle;

const STEP_MS = 2600;
const RADIUS = 38;

/** Place of a station on the ring, in per cent of the picture, beginning at the top, clockwise. */
const placeOf = (index: number) => {
  const angle = (index / t.stations.length) * 2 * Math.PI - Math.PI / 2;
  return [50 + RADIUS * Math.cos(angle), 50 + RADIUS * Math.sin(angle)] as const;
};

export function PainCircle() {
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setAt((index) => (index + 1) % t.stations.length), STEP_MS);
    return () => clearInterval(timer);
  }, [playing]);
  const station = t.stations[at];
  const [x, y] = placeOf(at);
  return (
    <figure class="moving" aria-labelledby="pain-circle">
      <div class="row between">
        <h2 id="pain-circle">{t.title}</h2>
        {!wantsStillness() && (
          <button type="button" class="btn" onClick={() => setPlaying(!playing)}>
            <Icon name={playing ? 'pause' : 'play'} size={20} />
            {playing ? pictureTexts.pause : t.goRound}
          </button>
        )}
      </div>
      <div class="moving-stage pain-circle">
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle class="ring" cx="50" cy="50" r={RADIUS} />
          {t.stations.map((_, index) => (
            <path
              key={index}
              class="arrow"
              transform={`rotate(${((index + 0.5) / t.stations.length) * 360} 50 50)`}
              d={`M48.4 ${50 - RADIUS - 2}l2.4 2l-2.4 2`}
            />
          ))}
          <circle class="light" cx="0" cy="0" r="9" style={{ transform: `translate(${x}px, ${y}px)` }} />
        </svg>
        {t.stations.map(({ name }, index) => {
          const [left, top] = placeOf(index);
          return (
            <button
              key={name}
              type="button"
              aria-pressed={index === at}
              style={{ left: `${left}%`, top: `${top}%` }}
              onClick={() => {
                setPlaying(false);
                setAt(index);
              }}
            >
              {name}
            </button>
          );
        })}
      </div>
      {station && (
        <div class="way-out" aria-live={playing ? 'off' : 'polite'}>
          <p>{station.what}</p>
          <p>
            <b>{t.wayOut}</b> {station.out} <a href={`/learn/${station.page}`}>{t.more}</a>
          </p>
        </div>
      )}
      <figcaption>
        <p>{t.known}</p>
      </figcaption>
    </figure>
  );
}
