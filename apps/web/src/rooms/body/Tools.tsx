// The brush at the thumb: how strong, rub out, undo; what it marks and what it feels like in a tray above.

import { signal } from '@preact/signals';
import { clear, PAIN_QUALITIES } from '@unknot/atlas/drawing';
import { announce } from '../../parts/announce.ts';
import { Chip } from '../../parts/Choice.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { bodyTexts as t } from '../../texts/body.ts';
import { LayerSwitch } from './LayerSwitch.tsx';
import { brush, isBlank, layer, rubbing, sketch } from './work.ts';

/** Whether the tray above the brush is open. Painting closes it. */
export const trayOpen = signal(false);

export function Tools() {
  const isKnot = layer.value === 'knot';
  const { intensity, quality } = brush.value;
  const undo = () => {
    sketch.undo();
    announce(t.undone);
  };
  const clearAll = () => {
    sketch.change((drawing) => clear(drawing));
    announce(t.cleared);
  };
  return (
    <div class={trayOpen.value ? 'tools open' : 'tools'}>
      <div class="tray" id="brush-tray">
        <LayerSwitch />
        {!isKnot && (
          <div class="tray-row">
            <span class="label" id="feels-like">
              {t.feelsLike}
            </span>
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            <div class="chips" role="group" aria-labelledby="feels-like">
              {PAIN_QUALITIES.map((one) => (
                <Chip
                  key={one}
                  on={quality === one}
                  onPress={() => {
                    brush.value = quality === one ? { intensity } : { intensity, quality: one };
                  }}
                >
                  {t.qualities[one]}
                </Chip>
              ))}
            </div>
          </div>
        )}
        <button type="button" class="btn quiet clear" disabled={isBlank.value} onClick={clearAll}>
          {t.clear}
        </button>
      </div>
      <div class="brush">
        <button
          type="button"
          class="brush-kind"
          aria-expanded={trayOpen.value}
          aria-controls="brush-tray"
          onClick={() => {
            trayOpen.value = !trayOpen.value;
          }}
        >
          <span>
            {isKnot ? t.knots : t.brush}
            {!isKnot && quality && <span class="xs muted">{t.qualities[quality]}</span>}
          </span>
          <Icon name="next" size={16} />
        </button>
        {isKnot ? (
          <span class="small muted brush-hint">{t.knotHint}</span>
        ) : (
          <label class="scale">
            <input
              type="range"
              min={1}
              max={10}
              value={intensity}
              aria-label={t.brushLabel}
              onInput={(event) => {
                brush.value = { ...brush.value, intensity: Number(event.currentTarget.value) };
                rubbing.value = false;
              }}
            />
            <b class="num">{intensity}</b>
          </label>
        )}
        <button
          type="button"
          class="iconbtn"
          aria-label={t.rubOut}
          aria-pressed={rubbing.value}
          onClick={() => {
            rubbing.value = !rubbing.value;
          }}
        >
          <Icon name="rub" />
        </button>
        <button type="button" class="iconbtn" aria-label={t.undo} disabled={!sketch.canUndo.value} onClick={undo}>
          <Icon name="undo" />
        </button>
      </div>
    </div>
  );
}
