// The entrance of the library: search, pictures, shelves, muscles.

import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { Icon } from '../../parts/Icon.tsx';
import { learnTexts as t } from '../../texts/learn.ts';
import { pictureTexts } from '../../texts/pictures.ts';
import type { Known } from './known.ts';
import { PICTURES } from './pictures/index.ts';
import type { Found } from './search.ts';
import { CLAIMS_PAGE, MUSCLE_GROUPS, SHELVES, type Shelf } from './shelves.ts';

/** Kept while the app is open, so that coming back from a page shows the same results. */
const query = signal('');

export function Entrance({ known }: { known: Known }) {
  const found = useSignal<readonly Found[] | null>(null);
  const asked = query.value.trim();
  useEffect(() => {
    let live = true;
    if (asked === '') found.value = null;
    else
      void searcher(known).then((search) => {
        if (!live) return;
        found.value = search(asked);
        announce(t.found(found.value.length));
      });
    return () => {
      live = false;
    };
  }, [asked, known]);
  return (
    <div class="pad learn">
      <header class="stack tight">
        <h1>{t.title}</h1>
        <p class="muted">{t.lead}</p>
      </header>
      <search>
        <label class="field">
          <span class="label">{t.search}</span>
          <span class="learn-search">
            <Icon name="search" size={22} />
            <input
              type="search"
              enterkeyhint="search"
              autocomplete="off"
              placeholder={t.searchHint}
              value={query.value}
              onFocus={() => void searcher(known)}
              onInput={(event) => {
                query.value = event.currentTarget.value;
              }}
            />
          </span>
        </label>
      </search>
      {found.value ? <Results found={found.value} /> : <Shelves known={known} />}
    </div>
  );
}

let search: Promise<(query: string) => readonly Found[]> | null = null;

/** The index is made once, when somebody is about to search. */
const searcher = ({ library, identify }: Known) => {
  search ??= import('./search.ts').then((m) => m.searchLibrary(library, identify));
  return search;
};

function Results({ found }: { found: readonly Found[] }) {
  if (found.length === 0) return <p>{t.nothing}</p>;
  return (
    <ul class="plain-list learn-links card">
      {found.map(({ id, title, kind }) => (
        <li key={id}>
          <a href={`/learn/${id}`}>
            <span class="grow">
              {title}
              {kind === 'muscle' && <span class="xs muted">{t.kind.muscle}</span>}
            </span>
            <Icon name="next" size={18} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Shelves({ known: { library, identify } }: { known: Known }) {
  const titleOf = new Map(library.texts.map(({ id, title }) => [id, title]));
  return (
    <>
      <nav class="stack tight" aria-label={t.pictures}>
        <h2>{t.pictures}</h2>
        <ul class="plain-list learn-pictures">
          {PICTURES.map(({ page, picture, sketch }) => (
            <li key={page}>
              <a href={`/learn/${page}`}>
                <svg viewBox="0 0 48 32" aria-hidden="true">
                  <path d={sketch} />
                </svg>
                {pictureTexts[picture].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <a class="note learn-said" href={`/learn/${CLAIMS_PAGE}`}>
        <Icon name="info" />
        <span class="grow">
          <b>{t.claimsTitle}</b>
          <span class="small">{t.claimsLead(library.seedClaims.length)}</span>
        </span>
        <Icon name="next" size={18} />
      </a>
      <div class="learn-shelves">
        {(Object.keys(SHELVES) as Shelf[]).map((shelf) => (
          <section key={shelf} class="card">
            <h2>{t.shelf[shelf]}</h2>
            <ul class="plain-list learn-links">
              {SHELVES[shelf].map((id) => (
                <li key={id}>
                  <a href={`/learn/${id}`}>{titleOf.get(id)}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <section class="stack">
        <div>
          <h2>{t.muscles}</h2>
          <p class="muted">{t.musclesLead}</p>
        </div>
        <div class="learn-shelves">
          {MUSCLE_GROUPS.map((group) => (
            <details key={group} class="card fold">
              <summary>
                <h3>{t.group[group]}</h3>
              </summary>
              <ul class="plain-list learn-links">
                {identify.muscles
                  .filter((muscle) => muscle.group === group)
                  .map(({ id, name, plainName }) => (
                    <li key={id}>
                      <a href={`/learn/${id}`}>
                        <span>
                          {name}
                          <span class="xs muted">{plainName}</span>
                        </span>
                      </a>
                    </li>
                  ))}
              </ul>
            </details>
          ))}
        </div>
      </section>
    </>
  );
}
