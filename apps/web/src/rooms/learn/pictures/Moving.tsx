// A picture that the person moves: a slider, and a button that moves it once. Whoever asked for less motion gets the
// slider and three stills instead of the button.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { Icon } from '../../../parts/Icon.tsx';
import { mono } from '../../../ports/clock.ts';
import { pictureTexts as t } from '../../../texts/pictures.ts';

interface MovingProps {
  readonly title: string;
  /** The slider goes from 0 to here. */
  readonly max: number;
  readonly step: number;
  readonly slider: string;
  /** The value in words, for the slider. */
  readonly inWords: (value: number) => string;
  /** What is seen at this value; stands below the picture and is its text alternative. */
  readonly seen: (value: number) => string;
  readonly draw: (value: number) => ComponentChildren;
  /** How long one way takes when it plays. */
  readonly seconds: number;
  /** Comes back when it has arrived. */
  readonly toAndFro?: boolean;
  readonly stills: readonly [number, number, number];
  /** What is known, and what is only a picture. */
  readonly children: ComponentChildren;
}

/** Frames a second; more is not seen and costs battery. */
const FRAME_MS = 1000 / 30;

export const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function Moving(props: MovingProps) {
  const { title, max, step, slider, inWords, seen, draw, seconds, toAndFro = false, stills, children } = props;
  const [value, setValue] = useState(0);
  const [playing, setPlaying] = useState(false);
  const still = wantsStillness();
  const id = useId();
  useEffect(() => {
    if (!playing) return;
    const begin = mono();
    let drawn = 0;
    let frame = requestAnimationFrame(function next() {
      const at = mono();
      const way = (at - begin) / (seconds * 1000);
      if (way >= (toAndFro ? 2 : 1)) {
        setValue(toAndFro ? 0 : max);
        setPlaying(false);
        return;
      }
      if (at - drawn >= FRAME_MS) {
        drawn = at;
        setValue(max * (way <= 1 ? way : 2 - way));
      }
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, max, seconds, toAndFro]);
  return (
    <figure class="moving" aria-labelledby={id}>
      <div class="row between">
        <h2 id={id}>{title}</h2>
        {!still && (
          <button type="button" class="btn" onClick={() => setPlaying(!playing)}>
            <Icon name={playing ? 'pause' : 'play'} size={20} />
            {playing ? t.pause : t.play}
          </button>
        )}
      </div>
      <div class="moving-stage" role="img" aria-label={seen(value)}>
        {draw(value)}
      </div>
      <label class="moving-slider">
        <span class="row between">
          <span class="label">{slider}</span>
          <span class="label num">{inWords(value)}</span>
        </span>
        <input
          type="range"
          min={0}
          max={max}
          step={step}
          value={value}
          aria-valuetext={inWords(value)}
          onInput={(event) => {
            setPlaying(false);
            setValue(event.currentTarget.valueAsNumber);
          }}
        />
      </label>
      <p class="moving-seen">{seen(value)}</p>
      {still && (
        <div class="moving-stills">
          {stills.map((at) => (
            <div key={at}>
              <div class="moving-stage" aria-hidden="true">
                {draw(at)}
              </div>
              <span class="label">{inWords(at)}</span>
            </div>
          ))}
        </div>
      )}
      <figcaption>{children}</figcaption>
    </figure>
  );
}
