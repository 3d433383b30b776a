// Shapes for TypeScript; the words are in ensure-chromium.mjs.

export function findPostgres(): string | undefined;
export function ensurePostgres(say: (line: string) => void): string;
