// The languages a browser names. Some name what is no language tag, and every formatter of dates and names throws at that.

/** The language tag in what a browser or a system says (`en-US@posix`, `de_AT.UTF-8`); null: none. */
export function tagIn(said: unknown): string | null {
  const [tag = ''] = String(said ?? '').split(/[@.]/);
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** As the person prefers them. */
export const languages = (): string[] => (navigator.languages ?? []).flatMap((said) => tagIn(said) ?? []);
