// Sources, one tap away: author, year, title, where it stands. Loaded when opened.

import { useState } from 'preact/hooks';
import { loadLibrary } from '../ports/knowledge.ts';
import { useLoaded } from './useLoaded.ts';

const words = { open: (count: number) => (count === 1 ? '1 source' : `${count} sources`), loading: 'Loading …' };

export function Sources({ ids }: { ids: readonly string[] }) {
  const [open, setOpen] = useState(false);
  if (ids.length === 0) return null;
  return (
    <details class="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.open(ids.length)}</summary>
      {open && <SourceList ids={ids} />}
    </details>
  );
}

/** The sources themselves, once the library is here. */
export function SourceList({ ids }: { ids: readonly string[] }) {
  const library = useLoaded(loadLibrary);
  if (library.kind !== 'ready') return <p>{words.loading}</p>;
  return (
    <ul class="plain-list stack tight">
      {ids.map((id) => {
        const source = library.value.sources[id];
        if (!source) return null;
        return (
          <li key={id}>
            {[source.authors, source.year, source.title, source.container].filter(Boolean).join('. ')}
            {source.url && (
              <>
                {' '}
                <a href={source.url} rel="noreferrer" target="_blank">
                  {new URL(source.url).hostname}
                </a>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
