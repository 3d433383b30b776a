// The map as a list: everything that painting can do, by name.

import { useSignal } from '@preact/signals';
import type { PairedSide, RegionId, Side } from '@unknot/atlas/frame';
import type { Region } from '@unknot/knowledge/schema';
import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { Chip } from '../../parts/Choice.tsx';
import { Icon } from '../../parts/Icon.tsx';
import type { Body } from '../../ports/atlas.ts';
import { capital, synonyms, bodyTexts as t } from '../../texts/body.ts';
import { LayerSwitch } from './LayerSwitch.tsx';
import { Qualities, qualityOf } from './Qualities.tsx';
import { toggleRegion } from './regions.ts';
import { searchRegions } from './search.ts';
import { brush, layer, markedAt } from './work.ts';

interface RegionListProps {
  readonly regions: readonly Region[];
  readonly body: Body;
  readonly nameOf: (region: RegionId, side: Side) => string;
  readonly onClose: () => void;
}

/** Neck, shoulders and back come first: that is what people come for. */
const FIRST = /^(neck|shoulder|scapula|supra|inter|spine|midback|lumbar|lower-ribs|flank|iliac|sacr|coccyx|buttock)/;

export function RegionList({ regions, body, nameOf, onClose }: RegionListProps) {
  const query = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // With a mouse the search is ready to type; on a touch screen that would bring up the keyboard over the list.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
    else heading.current?.focus();
  }, []);
  const ordered = [...regions].sort((a, b) => Number(FIRST.test(b.id)) - Number(FIRST.test(a.id)));
  const { regions: found, side: wanted } = searchRegions(ordered, query.value, synonyms);
  const { intensity, quality } = brush.value;

  const sidesOf = (region: Region): readonly Side[] => {
    if (!region.paired) return ['midline'];
    return wanted ? [wanted] : (['left', 'right'] satisfies PairedSide[]);
  };

  return (
    <section
      class="region-list stack"
      aria-labelledby="list-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div class="row between">
        <h2 id="list-title" ref={heading} tabIndex={-1}>
          {t.listTitle}
        </h2>
        <button type="button" class="iconbtn" aria-label={t.listClose} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <LayerSwitch />
      {layer.value === 'pain' && (
        <div class="list-brush">
          <label class="field">
            <span class="label">{t.listPain}</span>
            <input
              type="number"
              inputMode="numeric"
              min={1}
              max={10}
              step={1}
              value={intensity}
              onInput={(event) => {
                const said = Math.round(event.currentTarget.valueAsNumber);
                if (said >= 1 && said <= 10) brush.value = { ...brush.value, intensity: said };
              }}
            />
          </label>
          <label class="field">
            <span class="label">{t.feelsLike}</span>
            <select
              value={quality ?? ''}
              onChange={(event) => {
                const said = qualityOf(event.currentTarget.value);
                brush.value = said ? { intensity, quality: said } : { intensity };
              }}
            >
              <Qualities />
            </select>
          </label>
        </div>
      )}
      <label class="field">
        <span class="label">{t.listSearch}</span>
        <input
          ref={field}
          type="search"
          placeholder={t.listExample}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
          onBlur={() => query.value && announce(t.listCount(found.length))}
        />
      </label>
      {found.length === 0 ? (
        <p class="small muted" role="status">
          {t.listNone}
        </p>
      ) : (
        <ul class="plain-list choices">
          {found.map((region) => (
            <li key={region.id}>
              <span class="place-name">{capital(region.plainName)}</span>
              <span class="row">
                {sidesOf(region).map((side) => {
                  const marked = markedAt(region.id, side);
                  return (
                    <Chip
                      key={side}
                      on={marked !== undefined}
                      onPress={() => toggleRegion(body, region.id, side, nameOf(region.id, side))}
                    >
                      <span class="only-heard">{region.plainName}: </span>
                      {t.sides[side]}
                      {marked?.intensity !== undefined && <b class="num">{Math.round(marked.intensity)}</b>}
                    </Chip>
                  );
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
