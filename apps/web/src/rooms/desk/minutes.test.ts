import { describe, expect, test } from 'vitest';
import { minuteOf, timeOf } from './minutes.ts';

describe('minutes of a day', () => {
  test('are written as a time field writes them, and read back', () => {
    for (const minute of [0, 1, 59, 60, 570, 1439]) expect(minuteOf(timeOf(minute))).toBe(minute);
    expect(timeOf(570)).toBe('09:30');
    expect(timeOf(1440)).toBe('00:00');
  });

  test.each(['', '9:30', '24:00', 'soon'])('what is no time is none: %s', (text) => {
    expect(minuteOf(text)).toBeNull();
  });
});
