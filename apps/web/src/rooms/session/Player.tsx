// The player: figure, ring and map above; below, as one big target, the count and what to do. Readable from the floor, steered
// by touch, keys, headset or voice, and complete for the ear alone or in silence.

import {
  type Cue,
  type FinishReason,
  needsHelpNow,
  opensCheck,
  STOP_REASONS,
  type StopReason,
} from '@unknot/engine/session';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { ownPicture } from '../../own.ts';
import { announce } from '../../parts/announce.ts';
import { Guide } from '../../parts/Guide.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { person } from '../../person.ts';
import { wakeSound } from '../../ports/chime.ts';
import type { KeptSession } from '../../ports/plan-draft.ts';
import { hasVoice, hush, say, speakLike, voiceIsBroken } from '../../ports/speech.ts';
import { spoken, sessionTexts as t } from '../../texts/session.ts';
import { Answer } from './Answer.tsx';
import { rhythmOf } from './breath.ts';
import type { Command } from './commands.ts';
import { keepOffOf } from './keep-off.ts';
import { Pacer } from './Pacer.tsx';
import { type Playing, play } from './playing.ts';
import { useHandsFree } from './useHandsFree.ts';
import { WhereMap } from './WhereMap.tsx';

interface PlayerProps {
  readonly kept: KeptSession;
  readonly knowledge: PlanKnowledge;
  /** What is said at the beginning; null when it was opened again after a reload. */
  readonly opening: readonly Cue[] | null;
}

const clock = (ms: number) => {
  const left = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
};

export function Player({ kept, knowledge, opening }: PlayerProps) {
  const [ended, setEnded] = useState<FinishReason | null>(null);
  const [caption, setCaption] = useState('');
  const [showsSteps, setShowsSteps] = useState(false);
  const [hurts, setHurts] = useState(false);
  const { route } = useLocation();
  const voice = person.value.profile.voice ?? { spoken: true, chimes: true, vibration: true };
  const [voiceOn, setVoiceOn] = useState(voice.spoken);
  const [hears, setHears] = useState(voice.hears ?? false);
  const technique = useMemo(() => new Map(knowledge.techniques.map((each) => [each.id, each])), [knowledge]);
  const how = useRef({ ...voice, spoken: voiceOn });
  how.current = { ...voice, spoken: voiceOn };
  const playing = useRef<Playing | null>(null);

  const tell = (text: string) => {
    setCaption(text);
    announce(text);
  };
  /** What is done slowly for minutes is told step by step, not all at once. */
  const isGuided = (id: string) => technique.get(id)?.category === 'calm' && rhythmOf(id) === null;
  const words = (cue: Cue) =>
    spoken(
      cue,
      (id) => technique.get(id)?.plainName ?? id,
      (code) => knowledge.confirmVocabulary[code] ?? code,
      (id) => technique.get(id)?.position ?? '',
    );
  playing.current ??= play(
    kept,
    () => ({
      ...how.current,
      words,
      details: (cue) =>
        cue.code === 'next-up' && !isGuided(cue.technique) ? (technique.get(cue.technique)?.steps ?? []) : [],
      caption: tell,
    }),
    opening,
    setEnded,
  );
  const { view: seen, send, leave } = playing.current;
  const view = seen.value;
  useEffect(() => leave, [leave]);
  // Whoever is led away in the middle, to the check or elsewhere, must not leave warmth or cold on the skin.
  useEffect(
    () => () => {
      const { kind, running } = seen.peek();
      if (kind !== 'passive' || !running) return;
      announce(t.takeOffNow);
      if (how.current.spoken) say(t.takeOffNow);
    },
    [seen],
  );
  useEffect(() => speakLike({ rate: voice.rate, name: voice.name }), [voice.rate, voice.name]);

  const { items, steps } = kept.state.script;
  const item = items[view.itemIndex];
  const now = item ? technique.get(item.technique) : undefined;
  const waits = view.kind === 'get-ready' && view.remainingMs === null;
  const stops = view.paused === 'stop';
  useEffect(() => {
    if (!stops) setHurts(false);
  }, [stops]);

  const toggle = () => {
    wakeSound();
    send({ kind: seen.value.paused || waits ? 'resume' : 'pause' });
  };
  const stop = (reason: StopReason) => {
    send({ kind: 'stop', reason });
    // Nothing is waited for, not even that it is written down.
    if (needsHelpNow(reason)) route('/help', true);
  };
  const goOn = () => send({ kind: 'resume' });
  /** What is said on the screen that asks why. */
  const told = (reason: StopReason) => {
    if (reason !== 'pain') return stop(reason);
    if (seen.value.kind !== 'ask-pain') send({ kind: 'skip-item' });
    setHurts(true);
  };
  const HURTS: Readonly<Record<keyof typeof t.hurts, () => void>> = {
    eases: goOn,
    enough: () => stop('pain'),
    stays: () => stop('other'),
  };
  const choices: readonly Choice[] = hurts
    ? (Object.keys(HURTS) as (keyof typeof t.hurts)[]).map((how) => ({ words: t.hurts[how], choose: HURTS[how] }))
    : STOP_REASONS.map((reason) => ({ words: t.stopReason[reason], choose: () => told(reason) }));
  /** Says something that is not a cue: loud, written and for screen readers. */
  const answer = (text: string) => {
    tell(text);
    if (voiceOn) say(text);
  };
  const repeat = () => {
    const side = view.side === 'left' || view.side === 'right' ? `${t.side[view.side]}.` : '';
    answer([`${now?.plainName ?? ''}.`, side, now?.position ?? ''].filter(Boolean).join(' '));
    if (voiceOn) for (const step of now?.steps ?? []) say(step, 'fill');
  };
  const act = (command: Command) => {
    const { kind, confirm, asking, paused } = seen.value;
    switch (command) {
      case 'stop':
        return send({ kind: 'halt' });
      case 'pause':
        return send({ kind: 'pause' });
      case 'goOn':
        return goOn();
      case 'next':
        return paused === 'stop' ? undefined : send({ kind: 'skip' });
      case 'back':
        return paused === 'stop' ? goOn() : send({ kind: 'back' });
      case 'repeat':
        return repeat();
      case 'hurts':
        if (paused === 'stop') return hurts ? undefined : told('pain');
        return kind === 'ask-pain' ? undefined : send({ kind: 'pain', answer: 'above' });
      case 'fine':
        if (confirm) return send({ kind: 'confirm', code: confirm });
        return asking ? send({ kind: 'pain', answer: 'fine' }) : undefined;
      case 'timeLeft':
        return answer(view.remainingMs === null ? t.timeLeftNone : t.timeLeft(view.remainingMs / 1000));
    }
  };
  const number = (n: number) => {
    const { kind, paused } = seen.value;
    // The key of the tenth is 0.
    if (paused === 'stop') choices[(n || 10) - 1]?.choose();
    else if (kind === 'ask-pain') send({ kind: 'pain', answer: n });
  };
  const soundLost = () => send({ kind: 'interrupted', by: 'call' });
  useHandsFree({ act, number, toggle, soundLost }, ended ? null : view, hears && !ended, () => setHears(false));

  // Dark unless the person chose light: sessions are for evenings and for lying down.
  const theme = person.value.profile.theme === 'light' ? undefined : 'dark';
  const next = view.nextItem === null ? undefined : technique.get(items[view.nextItem]?.technique ?? '');
  const side = view.side === 'right' ? 'right' : 'left';
  const sided = view.side === 'left' || view.side === 'right';
  const kindOf = waits ? t.controls.ready : t.kind[view.kind];
  const doing = [kindOf, sided ? t.side[view.side] : ''].filter(Boolean).join(' · ');
  const picture = item ? ownPicture(item.technique) : null;
  const keepOff = now && item?.muscle ? keepOffOf(knowledge, now) : null;
  const rhythm = view.kind === 'breathe' && item ? rhythmOf(item.technique) : null;
  const length = steps[view.stepIndex]?.seconds ?? 0;
  const lived = length > 0 ? 1 - (view.remainingMs ?? 0) / 1000 / length : 0;
  const second = view.remainingMs === null ? 0 : Math.floor(length - view.remainingMs / 1000);
  const stepNow = view.kind === 'breathe' && now && isGuided(now.id) ? Math.floor(lived * now.steps.length) : null;
  useEffect(() => {
    const step = stepNow === null ? undefined : now?.steps[stepNow];
    if (step) answer(step);
  }, [view.stepIndex, stepNow]);
  if (ended) return <Ended reason={ended} />;
  if (stops)
    return (
      <div class="whole-screen" data-theme={theme}>
        {hurts ? (
          <Choices key="hurts" title={t.hurtsTitle} lead={t.hurtsLead} spoken={voiceOn} choices={choices} />
        ) : (
          <Choices key="why" title={t.stopTitle} lead={t.stoppedTitle} spoken={voiceOn} choices={choices}>
            <button type="button" class="btn quiet" onClick={goOn}>
              {t.stopBack}
            </button>
          </Choices>
        )}
      </div>
    );

  const moving = view.kind === 'repeat' || view.kind === 'breathe';
  const stands = view.paused ? t.paused[view.paused] : doing;
  const toggles = view.paused ? t.controls.resume : waits ? t.controls.ready : t.controls.pause;

  return (
    <div class="session" data-theme={theme}>
      <header class="row between">
        <span class="small muted">
          {t.stepOf(view.itemIndex + 1, items.length)}
          {view.rep > 0 && ` · ${t.round(view.rep, view.set)}`}
        </span>
        <span class="row tight-row">
          {now && (
            <button
              type="button"
              class="iconbtn"
              aria-pressed={showsSteps}
              aria-label={showsSteps ? t.controls.picture : t.controls.steps}
              onClick={() => setShowsSteps(!showsSteps)}
            >
              <Icon name="list" />
            </button>
          )}
          {(hears || voice.hears) && (
            <button
              type="button"
              class="iconbtn"
              aria-pressed={hears}
              aria-label={hears ? t.controls.earOn : t.controls.earOff}
              onClick={() => setHears(!hears)}
            >
              <Icon name={hears ? 'ear' : 'close'} />
            </button>
          )}
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
          <button type="button" class="btn stop" onClick={() => send({ kind: 'halt' })}>
            <Icon name="close" size={20} />
            {t.controls.stop}
          </button>
        </span>
      </header>

      {showsSteps && now ? (
        <div class="player-stage player-steps">
          <ol>
            {now.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {keepOff && <p class="small">{t.keepOff(keepOff.areas)}</p>}
        </div>
      ) : (
        <div class={keepOff ? 'player-stage with-map' : 'player-stage'}>
          <div class="player-picture">
            <Ring share={lived} />
            {rhythm ? (
              <Pacer rhythm={rhythm} second={second} running={view.running} sound={voice.chimes} spoken={voiceOn} />
            ) : (
              <div class="player-figure">
                {picture && <img src={picture} alt="" />}
                {item && !picture && (
                  <Guide
                    technique={item.technique}
                    muscle={item.muscle}
                    side={side}
                    label={now?.plainName ?? ''}
                    motion={moving ? 'repeat' : 'hold'}
                  />
                )}
              </div>
            )}
          </div>
          {keepOff && item?.muscle && (
            <WhereMap
              muscle={item.muscle}
              name={knowledge.muscles.find(({ id }) => id === item.muscle)?.plainName ?? ''}
              side={side}
              keepOff={keepOff}
            />
          )}
        </div>
      )}

      <div class="player-now">
        <i class="lived-bar" style={{ width: `${100 * lived}%` }} />
        <button type="button" class="half" aria-label={toggles} onClick={toggle} />
        <div class="cue">
          <p class="clock num" role="timer" aria-label={view.remainingMs === null ? doing : clock(view.remainingMs)}>
            {view.remainingMs === null ? '' : clock(view.remainingMs)}
          </p>
          <h1>{now?.plainName}</h1>
          <p class="doing">{stands}</p>
          {view.paused && view.kind === 'passive' && <p class="small muted">{t.stillRuns}</p>}
          <p class="caption" aria-hidden="true">
            {caption === stands ? '' : caption}
          </p>
          {voiceOn && voiceIsBroken.value && <p class="small muted">{t.brokenVoice}</p>}
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
            <span class="big" aria-hidden="true">
              <Icon name={view.paused || waits ? 'play' : 'pause'} size={38} />
            </span>
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

        <div class="player-foot">
          <p class="next-up">
            <span class="label">{t.next}</span> <b>{next?.plainName ?? t.last}</b>
          </p>
          <a class="btn quiet" href="/help" onClick={() => send({ kind: 'halt' })}>
            <Icon name="phone" size={20} />
            {t.helpNow}
          </a>
        </div>
      </div>
    </div>
  );
}

interface Choice {
  readonly words: string;
  readonly choose: () => void;
}

interface ChoicesProps {
  readonly title: string;
  readonly lead: string;
  readonly spoken: boolean;
  readonly choices: readonly Choice[];
  readonly children?: ComponentChildren;
}

/** Everything stands; the answer may be said, pressed as a number, or left out by going on. */
function Choices({ title, lead, spoken: loud, choices, children }: ChoicesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    if (!loud) return;
    say(title, 'fill');
    say(t.numbered(choices.map(({ words }) => words)), 'fill');
  }, []);
  return (
    <div class="pad stack why-stop">
      <p class="label">{lead}</p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div class="choice-grid">
        {choices.map(({ words, choose }) => (
          <button key={words} type="button" class="btn" onClick={choose}>
            {words}
          </button>
        ))}
      </div>
      {children}
      <a class="btn quiet" href="/help">
        <Icon name="phone" />
        {t.helpNow}
      </a>
    </div>
  );
}

function Ended({ reason }: { reason: FinishReason }) {
  const { route } = useLocation();
  const checkFirst = opensCheck(reason);
  useEffect(() => {
    if (needsHelpNow(reason)) route('/help', true);
    else if (!checkFirst) route(reason === 'completed' || reason === 'done-early' ? '/after?done' : '/after', true);
  }, [checkFirst, reason, route]);
  if (!checkFirst) return null;
  return (
    <div class="pad stack why-stop" role="alert">
      <h1>{t.stoppedTitle}</h1>
      <p>{t.toCheck}</p>
      <a class="btn primary tall" href="/check">
        {t.checkButton}
      </a>
      <a class="btn quiet" href="/help">
        <Icon name="phone" />
        {t.helpNow}
      </a>
    </div>
  );
}

const R = 46;
const AROUND = 2 * Math.PI * R;

/** @param share  of the step that is lived, 0–1 */
function Ring({ share }: { share: number }) {
  return (
    <svg class="player-ring" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r={R} class="track" />
      <circle
        cx="50"
        cy="50"
        r={R}
        class="lived"
        stroke-dasharray={`${AROUND * (1 - share)} ${AROUND}`}
        transform="rotate(-90 50 50)"
      />
    </svg>
  );
}
