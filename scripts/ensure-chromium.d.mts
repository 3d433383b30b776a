// Shapes for TypeScript; the words are in ensure-chromium.mjs.

export function findChromium(): string | undefined;
export function ensureChromium(say: (line: string) => void): string;
