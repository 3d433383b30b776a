// The player: ring, figure, count and cue, readable from the floor; stop by touch, key and headset at any moment.

import { type FinishReason, opensCheck, type SessionView, STOP_REASONS, type StopReason } from '@unknot/engine/session';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { announce } from '../../parts/announce.ts';
import { Guide } from '../../parts/Guide.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { PainPicker } from '../../parts/PainPicker.tsx';
import { person } from '../../person.ts';
import { wakeSound } from '../../ports/chime.ts';
import type { KeptSession } from '../../ports/plan-draft.ts';
import { hasVoice, hush } from '../../ports/speech.ts';
import { hearMediaKeys } from '../../ports/wake.ts';
import { spoken, sessionTexts as t } from '../../texts/session.ts';
import { type Playing, play } from './playing.ts';

interface PlayerProps {
  readonly kept: KeptSession;
  readonly knowledge: PlanKnowledge;
  /** Opened again after a reload, not begun just now. */
  readonly returning: boolean;
}

const clock = (ms: number) => {
  const left = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
};

export function Player({ kept, knowledge, returning }: PlayerProps) {
  const [ended, setEnded] = useState<FinishReason | null>(null);
  const [asksWhy, setAsksWhy] = useState(false);
  const [caption, setCaption] = useState('');
  const voice = person.value.profile.voice ?? { spoken: true, chimes: true, vibration: true };
  const [voiceOn, setVoiceOn] = useState(voice.spoken);
  const technique = useMemo(() => new Map(knowledge.techniques.map((each) => [each.id, each])), [knowledge]);
  const how = useRef({ ...voice, spoken: voiceOn });
  how.current = { ...voice, spoken: voiceOn };
  const playing = useRef<Playing | null>(null);

  playing.current ??= play(
    kept,
    () => ({
      ...how.current,
      words: (cue) =>
        spoken(
          cue,
          (id) => technique.get(id)?.plainName ?? id,
          (code) => knowledge.confirmVocabulary[code] ?? code,
          (id) => technique.get(id)?.position ?? '',
        ),
      caption: (text) => {
        setCaption(text);
        announce(text);
      },
    }),
    returning,
    setEnded,
  );
  const { view: seen, send, leave } = playing.current;
  const view = seen.value;
  useEffect(() => leave, [leave]);

  const toggle = () => {
    wakeSound();
    send({ kind: seen.value.paused ? 'resume' : 'pause' });
  };
  const stop = (reason: StopReason) => send({ kind: 'stop', reason });
  const askWhy = () => {
    // The clock stops at once; the reason can wait.
    send({ kind: 'pause' });
    hush();
    setAsksWhy(true);
  };

  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      ' ': toggle,
      ArrowRight: () => send({ kind: 'skip' }),
      ArrowLeft: () => send({ kind: 'back' }),
      s: askWhy,
      Escape: askWhy,
    };
    const heard = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === ' ' && target.closest('button, summary, a, input')) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', heard);
    const deaf = hearMediaKeys(t.title, (key) => {
      if (key === 'nexttrack') send({ kind: 'skip' });
      else if (key === 'previoustrack') send({ kind: 'back' });
      else if (key === 'stop') askWhy();
      else toggle();
    });
    return () => {
      removeEventListener('keydown', heard);
      deaf();
    };
  }, []);

  // Dark unless the person chose light: sessions are for evenings and for lying down.
  const theme = person.value.profile.theme === 'light' ? undefined : 'dark';
  if (ended) return <Ended reason={ended} />;
  if (asksWhy)
    return (
      <div class="whole-screen" data-theme={theme}>
        <WhyStop
          onReason={stop}
          onBack={() => {
            setAsksWhy(false);
            send({ kind: 'resume' });
          }}
        />
      </div>
    );

  const items = kept.state.script.items;
  const item = items[view.itemIndex];
  const now = item ? technique.get(item.technique) : undefined;
  const next = view.nextItem === null ? undefined : technique.get(items[view.nextItem]?.technique ?? '');
  const side = view.side === 'right' ? 'right' : 'left';
  const sided = view.side === 'left' || view.side === 'right';
  const words = [t.kind[view.kind], sided ? t.side[view.side] : ''].filter(Boolean).join(' · ');

  return (
    <div class="session" data-theme={theme}>
      <header class="row between">
        <span class="small muted">
          {t.stepOf(view.itemIndex + 1, items.length)}
          {view.rep > 0 && ` · ${t.round(view.rep, view.set)}`}
        </span>
        <span class="row tight-row">
          {hasVoice.value && (
            <button
              type="button"
              class="iconbtn"
              aria-pressed={voiceOn}
              aria-label={voiceOn ? t.controls.voiceOn : t.controls.voiceOff}
              onClick={() => {
                hush();
                setVoiceOn(!voiceOn);
              }}
            >
              <Icon name={voiceOn ? 'voice' : 'silent'} />
            </button>
          )}
          <button type="button" class="btn stop" onClick={askWhy}>
            <Icon name="close" size={20} />
            {t.controls.stop}
          </button>
        </span>
      </header>

      <div class="player-stage">
        <Ring progress={view.remainingMs === null ? 0 : view.progress} />
        <div class="player-figure">
          {item && (
            <Guide
              technique={item.technique}
              muscle={item.muscle}
              side={side}
              label={now?.plainName ?? ''}
              motion={view.kind === 'repeat' || view.kind === 'breathe' ? 'repeat' : 'hold'}
            />
          )}
        </div>
      </div>

      <div class="cue">
        <p class="clock num" role="timer" aria-label={view.remainingMs === null ? words : clock(view.remainingMs)}>
          {view.remainingMs === null ? '' : clock(view.remainingMs)}
        </p>
        <h1>{now?.plainName}</h1>
        <p class="doing">{view.paused ? t.paused[view.paused] : words}</p>
        {view.paused && view.kind === 'passive' && <p class="small muted">{t.stillRuns}</p>}
        <p class="caption small muted" aria-hidden="true">
          {caption}
        </p>
        {now && (
          <details class="why steps-now">
            <summary>{t.controls.steps}</summary>
            <ol>
              {now.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </details>
        )}
      </div>

      <Answer view={view} knowledge={knowledge} send={send} onStop={stop} cap={item?.dose.intensityCap ?? 4} />

      {view.kind !== 'ask-pain' && (
        <div class="controls">
          <button
            type="button"
            class="side-control"
            aria-label={t.controls.back}
            onClick={() => send({ kind: 'back' })}
          >
            <Icon name="previous" />
          </button>
          <button
            type="button"
            class="big"
            aria-label={view.paused ? t.controls.resume : t.controls.pause}
            onClick={toggle}
          >
            <Icon name={view.paused ? 'play' : 'pause'} size={38} />
          </button>
          <button
            type="button"
            class="side-control"
            aria-label={t.controls.skip}
            onClick={() => send({ kind: 'skip' })}
          >
            <Icon name="skip" />
          </button>
        </div>
      )}

      <aside class="next-up">
        <span class="label">{t.next}</span>
        <b>{next?.plainName ?? t.last}</b>
      </aside>
    </div>
  );
}

/** The one question that waits, if any. */
function Answer({
  view,
  knowledge,
  send,
  onStop,
  cap,
}: {
  view: SessionView;
  knowledge: PlanKnowledge;
  send: Playing['send'];
  onStop: (reason: StopReason) => void;
  cap: number;
}) {
  if (view.kind === 'ask-pain')
    return (
      <div class="answer-box">
        <PainPicker label={t.painAfter} value={null} onPick={(answer) => send({ kind: 'pain', answer })} />
        <button type="button" class="btn quiet" onClick={() => send({ kind: 'skip' })}>
          {t.skipPain}
        </button>
      </div>
    );
  if (view.stopOffered)
    return (
      <div class="answer-box note know" role="alertdialog" aria-label={t.stopOffer}>
        <span>{t.stopOffer}</span>
        <div class="row wrap">
          <button type="button" class="btn primary" onClick={() => onStop('pain')}>
            {t.stopNow}
          </button>
          <button type="button" class="btn" onClick={() => send({ kind: 'resume' })}>
            {t.goOnGently}
          </button>
        </div>
      </div>
    );
  if (view.confirm)
    return (
      <div class="answer-box note">
        <span>{knowledge.confirmVocabulary[view.confirm] ?? view.confirm}</span>
        <div class="row wrap">
          <button type="button" class="btn primary" onClick={() => send({ kind: 'confirm', code: view.confirm ?? '' })}>
            {t.controls.yes}
          </button>
          <button type="button" class="btn" onClick={() => send({ kind: 'skip-item' })}>
            {t.controls.skipItem}
          </button>
        </div>
      </div>
    );
  if (view.asking)
    return (
      <div class="answer-box note">
        <span>{t.painCheck(cap)}</span>
        <div class="row wrap">
          <button type="button" class="btn" onClick={() => send({ kind: 'pain', answer: 'fine' })}>
            {t.painFine}
          </button>
          <button type="button" class="btn" onClick={() => send({ kind: 'pain', answer: 'above' })}>
            {t.painAbove}
          </button>
        </div>
      </div>
    );
  return null;
}

function WhyStop({ onReason, onBack }: { onReason: (reason: StopReason) => void; onBack: () => void }) {
  return (
    <div class="pad stack why-stop">
      <h1>{t.stopTitle}</h1>
      <div class="choice-grid">
        {STOP_REASONS.map((reason) => (
          <button key={reason} type="button" class="btn" onClick={() => onReason(reason)}>
            {t.stopReason[reason]}
          </button>
        ))}
      </div>
      <button type="button" class="btn quiet" onClick={onBack}>
        {t.stopBack}
      </button>
    </div>
  );
}

function Ended({ reason }: { reason: FinishReason }) {
  const { route } = useLocation();
  const checkFirst = opensCheck(reason);
  useEffect(() => {
    if (!checkFirst) route(reason === 'completed' || reason === 'done-early' ? '/after?done' : '/after', true);
  }, [checkFirst, reason, route]);
  if (!checkFirst) return null;
  return (
    <div class="pad stack why-stop" role="alert">
      <h1>{t.stoppedTitle}</h1>
      <p>{t.toCheck}</p>
      <a class="btn primary tall" href="/check">
        {t.checkButton}
      </a>
    </div>
  );
}

const R = 46;
const AROUND = 2 * Math.PI * R;

function Ring({ progress }: { progress: number }) {
  return (
    <svg class="player-ring" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r={R} class="track" />
      <circle
        cx="50"
        cy="50"
        r={R}
        class="lived"
        stroke-dasharray={`${AROUND * (1 - progress)} ${AROUND}`}
        transform="rotate(-90 50 50)"
      />
    </svg>
  );
}
