// Which layer is marked: where it hurts, or where the knot is felt.

import { LAYERS } from '@unknot/atlas/drawing';
import { bodyTexts as t } from '../../texts/body.ts';
import { layer } from './work.ts';

export function LayerSwitch() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out like the other switches
    <div class="seg" role="group" aria-label={t.layerGroup}>
      {LAYERS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={layer.value === one}
          onClick={() => {
            layer.value = one;
          }}
        >
          {t.layers[one]}
        </button>
      ))}
    </div>
  );
}
