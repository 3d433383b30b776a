// Foreign text on our terminal: short, on one line, and unable to colour, move, hide or reverse anything.

const LONGEST = 60;

/** Control characters, and invisible ones that break lines or turn text around. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

export const escaped = (text: string): string =>
  text.replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A value as it would stand in JSON. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return escaped(text.length > LONGEST ? `${[...text].slice(0, LONGEST).join('')} …` : text);
}
