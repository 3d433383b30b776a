// A bad day: one question at a time, one thing to do, everything else out of sight. The gate is the same as everywhere.

import { useSignal, useSignalEffect } from '@preact/signals';
import { encodeDrawing } from '@unknot/atlas/drawing';
import type { PairedSide } from '@unknot/atlas/frame';
import { makePlan } from '@unknot/engine/plan';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { agree } from '../../agree.ts';
import { conditionsOld, gate, type OpenGate } from '../../gate.ts';
import { namesIn } from '../../names.ts';
import { nextNow, WHERE } from '../../next.ts';
import { withMyOwn } from '../../own.ts';
import { Unwell } from '../../parts/Unwell.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { drawingNow, isRanked, person, record } from '../../person.ts';
import { type Fit, requestOf } from '../../plan-request.ts';
import { minute, now } from '../../ports/clock.ts';
import { loadPlan } from '../../ports/knowledge.ts';
import { openRanker } from '../../ports/ranker.ts';
import { easyTexts as t } from '../../texts/easy.ts';
import { AskFirst } from '../plan/AskFirst.tsx';
import './easy.css';
import { drawingOf, EASY_PLACES, type EasyPlace } from './places.ts';

/** A drawing of this sitting that was not read yet is read; an older one is asked for anew. Own setting. */
const SITTING_MS = 2 * 3_600_000;

/** Two minutes with nothing to set up: lying down first, sitting when lying helps no sore muscle. */
const WAYS: readonly Fit[] = [
  { minutes: 2, where: 'bed', today: ['low-energy'] },
  { minutes: 2, where: 'travel', today: ['nothing-at-hand', 'no-floor'] },
];

const setSimple = (simple: boolean) => record('profile.changed', { patch: { simple } });

export function Easy() {
  const { route } = useLocation();
  const isSimple = person.value.profile.simple === true;
  return (
    <div class="easy">
      <div class="easy-ways">
        {/* An address alone changes nothing: who only looks in says whether the app stays like this. */}
        {!isSimple && (
          <button type="button" class="btn quiet" onClick={() => void setSimple(true)}>
            {t.keep}
          </button>
        )}
        <button
          type="button"
          class="btn quiet easy-leave"
          onClick={async () => {
            if (isSimple) await setSimple(false);
            route('/');
          }}
        >
          {t.leave}
        </button>
      </div>
      <div class="easy-one">
        <OneThing />
      </div>
      <Unwell />
    </div>
  );
}

function OneThing() {
  const stand = nextNow();
  const [unreadable, setUnreadable] = useState(false);
  const [elsewhere, setElsewhere] = useState(false);
  if (!stand) return null;
  const { kind } = stand.next;
  const state = person.value;
  const open = gate.value;
  if (open.kind === 'open' && (kind === 'paint' || kind === 'plan')) {
    if (elsewhere) return <WhereIsIt onTold={() => setElsewhere(false)} />;
    if (isRanked(state) || unreadable) return <TwoMinutes open={open} onElsewhere={() => setElsewhere(true)} />;
    if (state.drawing && drawingNow.value?.kind === 'ok' && now() - state.drawing.savedAt < SITTING_MS)
      return <Reading onFailed={() => setUnreadable(true)} />;
    return <WhereIsIt onTold={() => setUnreadable(false)} />;
  }
  // Before the gate is open nothing is asked but the check.
  const asked = kind === 'paint' || kind === 'plan' ? 'check' : kind;
  const action = t.action[asked];
  return (
    <>
      <h1>{t.title[asked]}</h1>
      <p class="easy-say">{t.say[asked]}</p>
      {action && (
        <a class="btn primary easy-big" href={WHERE[asked]}>
          {action}
        </a>
      )}
    </>
  );
}

/** Two questions, one after the other: the place, then the side. */
function WhereIsIt({ onTold }: { onTold: () => void }) {
  const [place, setPlace] = useState<EasyPlace | null>(null);
  if (!place)
    return (
      <>
        <h1>{t.where}</h1>
        <div class="easy-choices">
          {(Object.keys(EASY_PLACES) as EasyPlace[]).map((one) => (
            <button key={one} type="button" class="btn" onClick={() => setPlace(one)}>
              {t.place[one]}
            </button>
          ))}
          <a class="btn" href="/body">
            {t.elsewhere}
          </a>
        </div>
      </>
    );
  const tell = async (sides: readonly PairedSide[]) => {
    await record('drawing.saved', {
      drawingId: crypto.randomUUID(),
      encoded: encodeDrawing(drawingOf(place, sides)),
    });
    onTold();
  };
  return (
    <>
      <h1>{t.side}</h1>
      <div class="easy-choices">
        <button type="button" class="btn" onClick={() => void tell(['left'])}>
          {t.sides.left}
        </button>
        <button type="button" class="btn" onClick={() => void tell(['right'])}>
          {t.sides.right}
        </button>
        <button type="button" class="btn" onClick={() => void tell(['left', 'right'])}>
          {t.sides.both}
        </button>
        <button type="button" class="btn quiet" onClick={() => setPlace(null)}>
          {t.back}
        </button>
      </div>
    </>
  );
}

/** The drawing is read as the Body room would, without asking anything more. */
function Reading({ onFailed }: { onFailed: () => void }) {
  const ranker = useMemo(openRanker, []);
  const told = useSignal(false);
  useEffect(() => {
    const decoded = drawingNow.peek();
    if (decoded?.kind !== 'ok') return onFailed();
    ranker.ask({
      drawing: decoded.drawing,
      rank: true,
      findings: {},
      context: [],
      clear: [],
      notNow: [],
      earlier: [],
      testsLeft: 'none',
      conditions: [],
    });
    return ranker.close;
  }, [ranker]);
  useSignalEffect(() => {
    if (ranker.failed.value) return onFailed();
    const posterior = ranker.answer.value?.posterior;
    const drawing = person.peek().drawing;
    if (!posterior || !drawing || told.peek()) return;
    told.value = true;
    void record('ranking.shown', {
      drawingId: drawing.drawingId,
      top: posterior.candidates
        .slice(0, 10)
        .map(({ muscle, side, probability, band }) => ({ muscle, side, probability, band })),
      other: posterior.other.map(({ hypothesis, probability }) => ({ hypothesis, probability })),
      nothingFits: posterior.nothingFits,
    });
  });
  return (
    <p class="easy-say" role="status">
      {t.moment}
    </p>
  );
}

function TwoMinutes({ open, onElsewhere }: { open: OpenGate; onElsewhere: () => void }) {
  const { route } = useLocation();
  const knowledge = useLoaded(loadPlan);
  const state = person.value;
  if (knowledge.kind !== 'ready')
    return (
      <p class="easy-say" role="status">
        {t.moment}
      </p>
    );
  const mine = withMyOwn(knowledge.value);
  const tries = WAYS.map((fit) => {
    const request = requestOf(mine, state, open, minute.value, fit);
    return { request, result: makePlan(mine, request) };
  });
  const plans = tries.flatMap(({ request, result }) => (result.kind === 'plan' ? [{ request, result }] : []));
  // What acts on the sore muscle comes before what only calms.
  const plan = plans.find(({ result }) => result.items.some(({ muscle }) => muscle !== null)) ?? plans[0];
  const isOld = conditionsOld.value.size > 0;
  const needed = plan?.result.needsAsking ?? [];
  if (needed.length > 0 || isOld) return <AskFirst knowledge={mine} needed={isOld ? null : needed} />;
  if (!plan)
    return (
      <>
        <h1>{t.nothing}</h1>
        <p class="easy-say">{t.nothingSay}</p>
      </>
    );
  const start = async () => {
    await agree(open, plan.request, plan.result);
    route('/session');
  };
  return (
    <>
      <h1>{t.planTitle}</h1>
      <p class="easy-say">{t.planSay}</p>
      <ul class="plain-list easy-items">
        {plan.result.items.map(({ technique, side }) => (
          <li key={technique + side}>{namesIn(mine).technique(technique)}</li>
        ))}
      </ul>
      <button type="button" class="btn primary easy-big" onClick={() => void start()}>
        {t.start}
      </button>
      <button type="button" class="btn quiet" onClick={onElsewhere}>
        {t.otherPlace}
      </button>
    </>
  );
}
