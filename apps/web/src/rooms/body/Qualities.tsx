// What pain feels like, as lines of a list to choose from; the first of them says nothing.

import { PAIN_QUALITIES, type PainQuality } from '@unknot/atlas/drawing';
import { bodyTexts as t } from '../../texts/body.ts';

export const Qualities = () => (
  <>
    <option value="">{t.noQuality}</option>
    {PAIN_QUALITIES.map((one) => (
      <option key={one} value={one}>
        {t.qualities[one]}
      </option>
    ))}
  </>
);

/** The line that was chosen. */
export const qualityOf = (line: string): PainQuality | null => PAIN_QUALITIES.find((one) => one === line) ?? null;
