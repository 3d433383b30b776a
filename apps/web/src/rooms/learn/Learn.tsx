// Understand: short pages about knots, in plain words, each with its sources. Everything is on the device.

import { useEffect } from 'preact/hooks';
import { useLoaded } from '../../parts/useLoaded.ts';
import { showPage } from '../../ports/badge.ts';
import { learnTexts as t } from '../../texts/learn.ts';
import { Claims } from './Claims.tsx';
import { Entrance } from './Entrance.tsx';
import { type Known, loadKnown } from './known.ts';
import './learn.css';
import { MusclePage } from './MusclePage.tsx';
import { BackToLibrary } from './parts.tsx';
import { CLAIMS_PAGE } from './shelves.ts';
import { TextPage } from './TextPage.tsx';

/** @param params `page`: a text of the library, a muscle, or the page of claims; none: the entrance */
export function Learn({ params }: { params?: { page?: string } }) {
  const known = useLoaded(loadKnown);
  const page = params?.page;
  const name = known.kind === 'ready' && page !== undefined ? nameOf(page, known.value) : null;
  useEffect(() => {
    showPage(name);
    return () => showPage(null);
  }, [name]);
  if (known.kind === 'loading')
    return (
      <div class="pad learn">
        <p class="muted" role="status">
          {t.loading}
        </p>
      </div>
    );
  if (known.kind === 'failed')
    return (
      <div class="pad learn stack">
        <h1>{t.title}</h1>
        <p role="alert">{t.failed}</p>
        <button type="button" class="btn primary to-start" onClick={known.retry}>
          {t.retry}
        </button>
      </div>
    );
  if (page === undefined) return <Entrance known={known.value} />;
  return (
    <div class="pad learn" key={page}>
      <BackToLibrary />
      <Page page={page} known={known.value} />
    </div>
  );
}

/** As it stands on the page and on the tab. */
function nameOf(page: string, { library, identify }: Known): string {
  if (page === CLAIMS_PAGE) return t.claimsTitle;
  const named =
    library.texts.find(({ id }) => id === page)?.title ?? identify.muscles.find(({ id }) => id === page)?.name;
  return named ?? t.missing;
}

function Page({ page, known }: { page: string; known: Known }) {
  if (page === CLAIMS_PAGE) return <Claims library={known.library} />;
  const text = known.library.texts.find(({ id }) => id === page);
  if (text) return <TextPage text={text} known={known} />;
  const muscle = known.identify.muscles.find(({ id }) => id === page);
  if (muscle) return <MusclePage muscle={muscle} known={known} />;
  return (
    <div class="stack">
      <h1>{t.missing}</h1>
      <p>{t.missingText}</p>
      <a class="btn primary to-start" href="/learn">
        {t.all}
      </a>
    </div>
  );
}
