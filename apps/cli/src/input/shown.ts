// Foreign text on our terminal: quoted, short, and unable to colour, move or reverse anything.

const LONGEST = 60;

/** Control characters that JSON leaves alone, and invisible ones that turn or hide text. */
const UNSAFE = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A value as one line of printable text. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const short = text.length > LONGEST ? `${[...text].slice(0, LONGEST).join('')} …` : text;
  return short.replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
