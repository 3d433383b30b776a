// Said and true? Every claim of the articles we started from, with our answer, how sure it is and where it comes from.

import { useSignal } from '@preact/signals';
import type { LibraryKnowledge, SeedClaim } from '@unknot/knowledge/schema';
import { Chip } from '../../parts/Choice.tsx';
import { Icon, type IconName } from '../../parts/Icon.tsx';
import { learnTexts as t } from '../../texts/learn.ts';
import { HowSure } from './parts.tsx';
import { SHELVES, type Shelf, shelfOf } from './shelves.ts';

type Verdict = SeedClaim['verdict'];

export interface AnsweredClaim {
  readonly claim: SeedClaim;
  /** The page that says more. */
  readonly page: LibraryKnowledge['texts'][number];
}

const VERDICTS: readonly Verdict[] = ['implement', 'implement-with-limit', 'explain', 'correct'];
const ICONS: Record<Verdict, IconName> = {
  implement: 'tick',
  'implement-with-limit': 'minus',
  explain: 'info',
  correct: 'close',
};

/** @param page only claims that this page answers; all of them without one */
export function claimsOf(library: LibraryKnowledge, page?: string): readonly AnsweredClaim[] {
  const textOf = new Map(library.texts.map((text) => [text.id, text]));
  return library.seedClaims.flatMap((claim) => {
    const pages = claim.carriedBy.flatMap(({ kind, id }) => (kind === 'library' ? (textOf.get(id) ?? []) : []));
    const answering = page === undefined ? pages[0] : pages.find(({ id }) => id === page);
    return answering ? [{ claim, page: answering }] : [];
  });
}

export function Claims({ library }: { library: LibraryKnowledge }) {
  const only = useSignal<Verdict | null>(null);
  const all = claimsOf(library);
  const shown = all.filter(({ claim }) => only.value === null || claim.verdict === only.value);
  return (
    <article class="learn-page">
      <header class="stack tight">
        <h1>{t.claimsTitle}</h1>
        <p class="muted">{t.claimsLead(all.length)}</p>
      </header>
      <fieldset class="choice" aria-label={t.claimsShow}>
        <div class="chips">
          {[null, ...VERDICTS].map((verdict) => (
            <Chip
              key={verdict}
              on={only.value === verdict}
              onPress={() => {
                only.value = verdict;
              }}
            >
              {verdict ? t.verdict[verdict] : t.claimsAll}
              <span class="num muted">
                {verdict ? all.filter(({ claim }) => claim.verdict === verdict).length : all.length}
              </span>
            </Chip>
          ))}
        </div>
      </fieldset>
      <div class="learn-answers">
        {(Object.keys(SHELVES) as Shelf[]).map((shelf, index) => {
          const here = shown.filter(({ page }) => shelfOf(page.id) === shelf);
          return here.length > 0 && <OneShelf key={shelf} shelf={shelf} claims={here} opened={index === 0} />;
        })}
      </div>
    </article>
  );
}

/** The claims of a shelf, folded: the list is long, and only drawn when somebody opens it. */
function OneShelf({ shelf, claims, opened }: { shelf: Shelf; claims: readonly AnsweredClaim[]; opened: boolean }) {
  const open = useSignal(opened);
  return (
    <details
      class="fold"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>
        <h2>{t.shelf[shelf]}</h2>
        <span class="small muted">{t.claims(claims.length)}</span>
      </summary>
      {open.value && <ClaimList claims={claims} />}
    </details>
  );
}

export function ClaimList({ claims }: { claims: readonly AnsweredClaim[] }) {
  return (
    <ul class="plain-list learn-claims">
      {claims.map(({ claim, page }) => (
        <li key={claim.id}>
          <details>
            <summary>
              <span class={`said ${claim.verdict}`}>
                <Icon name={ICONS[claim.verdict]} size={18} />
                <span>{t.verdict[claim.verdict]}</span>
              </span>
              <q>{claim.claim}</q>
              <span class="answer">{claim.reading}</span>
              <span class="how">{t.grade}</span>
            </summary>
            <HowSure grade={page.grade} sources={claim.sources.length > 0 ? claim.sources : page.sources} />
            <a href={`/learn/${page.id}`}>
              {t.readMore}: {page.title}
            </a>
          </details>
        </li>
      ))}
    </ul>
  );
}
