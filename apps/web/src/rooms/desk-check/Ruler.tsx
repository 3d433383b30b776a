// Eye to screen, measured with a bank card and the blind spot of the left eye.

import { eyeDistance } from '@unknot/engine/prevention';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mono } from '../../ports/clock.ts';
import { deskCheckTexts } from '../../texts/desk-check.ts';

const t = deskCheckTexts.ruler;
const TRIES = 5;
/** The dot needs this much way, CSS pixels: what vanishes at 40 cm on a screen of 96 pixels an inch. */
const LEAST_WAY = 380;
const PIXELS_PER_SECOND = 90;
/** Shape of a card, ISO/IEC 7810 ID-1. */
const CARD_SHAPE = 53.98 / 85.6;

interface RulerProps {
  readonly onMeasured: (cm: number) => void;
  readonly onClose: () => void;
}

export function Ruler({ onMeasured, onClose }: RulerProps) {
  const [card, setCard] = useState(324);
  const [isSet, setIsSet] = useState(false);
  const [tries, setTries] = useState<readonly number[]>([]);
  const wide = innerWidth - 80 >= LEAST_WAY;
  const cm = tries.length === TRIES ? eyeDistance(card, tries) : null;
  return (
    <section class="card stack ruler" aria-labelledby="ruler-title">
      <h2 id="ruler-title">{t.title}</h2>
      {!wide ? (
        <p>{t.narrow}</p>
      ) : !isSet ? (
        <>
          <p>{t.card}</p>
          <div class="bank-card" style={{ width: `${card}px`, height: `${card * CARD_SHAPE}px` }} aria-hidden="true" />
          <label class="field">
            <span class="label">{t.cardWidth}</span>
            <input
              type="range"
              min={180}
              max={640}
              value={card}
              onInput={(event) => setCard(Number(event.currentTarget.value))}
            />
          </label>
          <button type="button" class="btn primary" onClick={() => setIsSet(true)}>
            {t.cardDone}
          </button>
        </>
      ) : tries.length < TRIES ? (
        <>
          <p>{t.dot}</p>
          <p class="label" role="status">
            {t.tries(tries.length, TRIES)}
          </p>
          <Dot key={tries.length} onVanished={(pixels) => setTries([...tries, pixels])} />
        </>
      ) : (
        <>
          <p role="status">{cm === null ? t.notMeasured : t.found(Math.round(cm))}</p>
          {cm !== null && (
            <button type="button" class="btn primary" onClick={() => onMeasured(cm)}>
              {t.use}
            </button>
          )}
        </>
      )}
      <button type="button" class="btn quiet" onClick={onClose}>
        {t.close}
      </button>
    </section>
  );
}

/** The cross stands at the right; the dot comes from it to the left, where the left eye's blind spot is. */
function Dot({ onVanished }: { onVanished: (pixels: number) => void }) {
  const track = useRef<HTMLButtonElement>(null);
  const [way, setWay] = useState(0);
  useEffect(() => {
    const begun = mono();
    const most = (track.current?.clientWidth ?? LEAST_WAY) - 60;
    let frame = requestAnimationFrame(function move() {
      // To the far end and anew, until it is answered.
      setWay((((mono() - begun) / 1000) * PIXELS_PER_SECOND) % most);
      frame = requestAnimationFrame(move);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <button type="button" class="dot-track" ref={track} onClick={() => onVanished(way)}>
      <span class="cross" aria-hidden="true" />
      <span class="travelling" style={{ transform: `translateX(${-way}px)` }} aria-hidden="true" />
      <span class="small">{t.vanished}</span>
    </button>
  );
}
