// A page that somebody shared: fetched and opened on a tap, since every opening counts. No diary is read or written here.

import atlasEdition from '@unknot/atlas/data/edition.json';
import { useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { loadCheck, loadIdentify, loadPlan } from '../../ports/knowledge.ts';
import { reportTexts } from '../../texts/report.ts';
import { type PageContent, readContent } from './content.ts';
import { Paper } from './Paper.tsx';
import './report.css';

const t = reportTexts.shared;

const loadAll = () => Promise.all([loadCheck(), loadIdentify(), loadPlan()]);

type State =
  | { readonly kind: 'closed' | 'opening' | 'gone' | 'no-line' | 'broken' }
  | { readonly kind: 'open'; readonly content: PageContent };

export function Shared({ id }: { id: string }) {
  const knowledge = useLoaded(loadAll);
  const [state, setState] = useState<State>({ kind: 'closed' });
  const open = async () => {
    setState({ kind: 'opening' });
    const [{ fetchShare }, { openShare }] = await Promise.all([
      import('@unknot/sync/client'),
      import('@unknot/sync/crypto'),
    ]);
    const fetched = await fetchShare('', id, (address, init) => fetch(address, init));
    if (fetched.kind !== 'sealed') return setState({ kind: fetched.kind === 'gone' ? 'gone' : 'no-line' });
    const text = openShare(id, location.hash.slice(1), fetched.bytes);
    const content = text === null ? null : readContent(text);
    setState(content ? { kind: 'open', content } : { kind: 'broken' });
  };
  if (state.kind === 'open' && knowledge.kind === 'ready') {
    const [rules, identify, plan] = knowledge.value;
    return (
      <div class="pad report shared">
        <Paper
          content={state.content}
          knowledge={{ rules, identify, plan }}
          editions={reportTexts.editions(String(atlasEdition.edition), String(plan.edition))}
        />
        <button type="button" class="btn" onClick={() => print()}>
          <Icon name="download" />
          {reportTexts.print}
        </button>
      </div>
    );
  }
  return (
    <div class="pad stack loose">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {(state.kind === 'gone' || state.kind === 'no-line' || state.kind === 'broken') && (
        <p class="note know" role="alert">
          {t[state.kind]}
        </p>
      )}
      {state.kind !== 'gone' && (
        <button
          type="button"
          class="btn primary to-start"
          disabled={state.kind === 'opening'}
          onClick={() => void open()}
        >
          {t.open}
        </button>
      )}
    </div>
  );
}
