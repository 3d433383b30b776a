// A link to this page for one person: sealed on this device, opened only by who has the whole link, over when it is over.

import { useEffect, useState } from 'preact/hooks';
import { OneOf } from '../../parts/Choice.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { type Said, SaidNote } from '../../parts/SaidNote.tsx';
import { dayAndTime } from '../../parts/when.ts';
import { now } from '../../ports/clock.ts';
import { capabilities, chance, ownKeys, ownServer } from '../../ports/place.ts';
import { keepShares, keptShares, type OwnShare } from '../../ports/shares.ts';
import { reportTexts } from '../../texts/report.ts';
import type { PageContent } from './content.ts';

const t = reportTexts.share;
const DAY = 86_400_000;
const DAYS = [1, 7, 30];
const VIEWS = [1, 5, 20];

const linkOf = ({ id, fragment }: OwnShare) => `${location.origin}/share/${id}#${fragment}`;

export function ShareLink({ content }: { content: PageContent }) {
  const [able, setAble] = useState<boolean | null>(null);
  const [days, setDays] = useState(7);
  const [views, setViews] = useState(5);
  const [invite, setInvite] = useState<string | null>(null);
  const [shares, setShares] = useState<readonly OwnShare[]>([]);
  const [told, setTold] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void keptShares().then(setShares), []);
  const keep = (list: readonly OwnShare[]) => {
    setShares(list);
    void keepShares(list);
  };
  const look = async () => setAble(((await capabilities())?.share ?? null) !== null);
  const share = async () => {
    setBusy(true);
    setTold(null);
    try {
      const { sealShare } = await import('@unknot/sync/crypto');
      const server = await ownServer(await ownKeys(), invite ?? undefined);
      const made = await server.create();
      if (made.kind === 'failed') {
        if (made.because === 'invite') setInvite(invite ?? '');
        return setTold({ fine: false, text: made.because === 'invite' ? t.invite : t.failed });
      }
      const sealed = sealShare(JSON.stringify(content), chance);
      const answer = await server.share(sealed.id, sealed.bytes, days, views);
      if (answer.kind === 'failed') return setTold({ fine: false, text: t.failed });
      const own = { id: sealed.id, fragment: sealed.fragment, until: now() + days * DAY };
      keep([...shares, own]);
      await handOver(own);
    } finally {
      setBusy(false);
    }
  };
  const handOver = async (own: OwnShare) => {
    const link = linkOf(own);
    if (navigator.share) {
      await navigator.share({ url: link }).catch(() => undefined);
      return setTold({ fine: true, text: t.made });
    }
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    setTold({ fine: true, text: copied ? t.copied : t.copyByHand });
  };
  const end = async (own: OwnShare) => {
    const server = await ownServer(await ownKeys());
    const answer = await server.unshare(own.id);
    if (answer.kind === 'failed' && answer.because !== 'unknown-log') return setTold({ fine: false, text: t.notEnded });
    keep(shares.filter(({ id }) => id !== own.id));
    setTold({ fine: true, text: t.ended });
  };
  return (
    <details class="fold" onToggle={(event) => event.currentTarget.open && able === null && void look()}>
      <summary>
        <span class="label">{t.title}</span>
      </summary>
      <div class="stack">
        <p class="small">{t.lead}</p>
        {able === false && <p class="note">{t.noServer}</p>}
        {able && (
          <>
            <OneOf label={t.days} options={DAYS} words={t.daysOption} chosen={days} onChosen={setDays} />
            <OneOf label={t.views} options={VIEWS} words={t.viewsOption} chosen={views} onChosen={setViews} />
            {invite !== null && (
              <label class="field">
                <span class="label">{t.inviteWord}</span>
                <input value={invite} onInput={(event) => setInvite(event.currentTarget.value)} />
              </label>
            )}
            <button type="button" class="btn" disabled={busy} onClick={() => void share()}>
              {t.make}
            </button>
          </>
        )}
        {told && <SaidNote {...told} />}
        {shares.length > 0 && (
          <ul class="plain-list own-shares">
            {shares.map((own) => (
              <li key={own.id}>
                <label class="field">
                  <span class="small">{t.until(dayAndTime(own.until))}</span>
                  <input readOnly value={linkOf(own)} onFocus={(event) => event.currentTarget.select()} />
                </label>
                <div class="row wrap">
                  <button type="button" class="btn" onClick={() => void handOver(own)}>
                    {t.again}
                  </button>
                  <button type="button" class="btn quiet" onClick={() => void end(own)}>
                    <Icon name="close" size={18} />
                    {t.end}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
