// One text of the library: a few paragraphs, its picture, how sure it is, and what people say about it.

import type { LibraryText } from '@unknot/knowledge/schema';
import { lazy } from 'preact-iso';
import { Icon } from '../../parts/Icon.tsx';
import { learnTexts as t } from '../../texts/learn.ts';
import { ClaimList, claimsOf } from './Claims.tsx';
import type { Known } from './known.ts';
import { HowSure } from './parts.tsx';
import { PICTURES, type PictureOnPage } from './pictures/index.ts';
import { nextOnShelf } from './shelves.ts';

const Sarcomere = lazy(() => import('./pictures/Sarcomere.tsx').then((m) => m.Sarcomere));
const PainCircle = lazy(() => import('./pictures/PainCircle.tsx').then((m) => m.PainCircle));
const ReferralMap = lazy(() => import('./pictures/ReferralMap.tsx').then((m) => m.ReferralMap));
const Warmth = lazy(() => import('./pictures/Warmth.tsx').then((m) => m.Warmth));
const Hold = lazy(() => import('./pictures/Hold.tsx').then((m) => m.Hold));

export function TextPage({ text, known }: { text: LibraryText; known: Known }) {
  const picture = PICTURES.find(({ page }) => page === text.id)?.picture;
  const claims = claimsOf(known.library, text.id);
  const next = known.library.texts.find(({ id }) => id === nextOnShelf(text.id));
  return (
    <article class="learn-page">
      <h1>{text.title}</h1>
      <div class="learn-prose">
        {text.paragraphs.map((paragraph, index) => (
          <p key={paragraph} class={index === 0 ? 'first' : ''}>
            {paragraph}
          </p>
        ))}
      </div>
      {picture && <Picture picture={picture} known={known} />}
      <HowSure grade={text.grade} sources={text.sources} />
      {claims.length > 0 && (
        <details class="card fold">
          <summary>
            <h2>{t.claimsOnPage(claims.length)}</h2>
          </summary>
          <ClaimList claims={claims} />
        </details>
      )}
      {next && (
        <a class="learn-next" href={`/learn/${next.id}`}>
          <span>
            <span class="label">{t.next}</span>
            {next.title}
          </span>
          <Icon name="next" />
        </a>
      )}
    </article>
  );
}

function Picture({ picture, known }: { picture: PictureOnPage['picture']; known: Known }) {
  switch (picture) {
    case 'sarcomere':
      return <Sarcomere />;
    case 'circle':
      return <PainCircle />;
    case 'referral':
      return <ReferralMap knowledge={known.identify} />;
    case 'warmth':
      return <Warmth />;
    case 'hold':
      return <Hold />;
  }
}
