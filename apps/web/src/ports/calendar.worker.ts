// Reads a calendar beside the page, so that a huge one holds nothing up and an endless one can be stopped.

import { readBusy } from './calendar-reading.ts';

export interface CalendarQuestion {
  readonly text: string;
  readonly zone: string;
  readonly from: number;
  readonly to: number;
}

addEventListener('message', ({ data: { text, zone, from, to } }: MessageEvent<CalendarQuestion>) => {
  postMessage(readBusy(text, zone, from, to));
});
