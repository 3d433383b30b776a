// The plan for now: a few items in a sensible order, each with its dose, its reason and how sure it is. Nothing here is
// reached past a warning sign.

import type { TechniqueId } from '@unknot/engine/case';
import { makePlan, type Plan as PlanOf, VERSIONS } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { agree } from '../../agree.ts';
import { conditionsHeld, conditionsOld, type OpenGate } from '../../gate.ts';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { WayOn } from '../../parts/WayOn.tsx';
import { dayPart } from '../../parts/when.ts';
import { person } from '../../person.ts';
import { acuteNow, type Fit, requestOf, targetsOf, versionsOf } from '../../plan-request.ts';
import { minute } from '../../ports/clock.ts';
import { minutesOf } from '../../texts/amounts.ts';
import { planTexts as t } from '../../texts/plan.ts';
import { AskFirst } from './AskFirst.tsx';
import { Fits } from './Fits.tsx';
import { LeftOut, MoreIfSo, Says, Wishes } from './LeftOut.tsx';
import { NearFirst } from './Near.tsx';
import { PlanRow } from './PlanRow.tsx';
import './plan.css';
import type { MuscleGroup } from '../learn/shelves.ts';
import { WhenOpen } from './WhenOpen.tsx';
import { workedOnInstead } from './worked-on.ts';

/** Minutes of "it starts to ache". */
const EARLY_MINUTES = 2;

export function Plan() {
  const { url } = useLocation();
  return <WhenOpen>{(knowledge, open) => <OpenPlan key={url} knowledge={knowledge} open={open} />}</WhenOpen>;
}

/** What the address asks for: `?early` two minutes now, `?today=flare-day,no-floor` what today is like. */
function fitOf(query: Record<string, string>, minutes: number | undefined): Fit {
  const today = (query.today ?? '').split(',');
  return {
    minutes: 'early' in query ? EARLY_MINUTES : (minutes ?? 10),
    where: 'home',
    today: VERSIONS.filter((version) => today.includes(version)),
  };
}

function OpenPlan({ knowledge, open }: { knowledge: PlanKnowledge; open: OpenGate }) {
  const state = person.value;
  const { route, query } = useLocation();
  const { profile } = state;
  const [fit, setFit] = useState(() => fitOf(query, profile.minutes));
  const [swapped, setSwapped] = useState<ReadonlySet<TechniqueId>>(new Set());
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [asksNear, setAsksNear] = useState(profile.tools === undefined);
  const conditions = conditionsHeld.value;
  const targets = useMemo(() => targetsOf(state), [state]);

  const request = useMemo(
    () => requestOf(knowledge, state, open, minute.value, fit, { swapped, confirmed }),
    [knowledge, state, open, fit, swapped, confirmed, conditions],
  );
  const acute = fit.usual ? null : acuteNow(state, minute.value);
  const usualToday = fit.today.filter((version) => version !== 'flare-day');
  const result = useMemo(() => makePlan(knowledge, request), [knowledge, request]);

  const target = targets[0];
  const muscle = target && knowledge.muscles.find(({ id }) => id === target.muscle);
  const minutes = result.kind === 'plan' ? minutesOf(result.seconds) : fit.minutes;
  const done = result.kind === 'plan' && target ? workedOnInstead(knowledge, result, target.muscle) : null;
  const other = knowledge.muscles.find(({ id }) => id === done);
  const lead = other && muscle ? t.workedOn(other.plainName, muscle.plainName) : t.lead;
  const muscleWords = muscle && target ? `the ${t.sideOf[target.side]} ${muscle.plainName}` : null;

  // Unknown is never "no": what nobody asked about and what could change this plan is asked first, and again after 28 days.
  const isOld = conditionsOld.value.size > 0;
  const needed = result.kind === 'plan' ? result.needsAsking : [];
  if (needed.length > 0 || isOld) return <AskFirst knowledge={knowledge} needed={isOld ? null : needed} />;

  const onFit = (part: Partial<Fit>) => setFit({ ...fit, ...part });
  const start = async (plan: PlanOf) => {
    await agree(open, request, plan);
    route('/session');
  };

  return (
    <div class="pad plan">
      <header class="stack tight">
        <p class="label">{dayPart(minute.value)}</p>
        <h1>{t.title(minutes, other && muscle ? t.area[muscle.group as MuscleGroup] : muscleWords)}</h1>
        <p class="muted">{open.clearance.level === 'see-doctor-soon' ? t.leadGentle : lead}</p>
        {acute && (
          <div class="note">
            <div class="stack tight">
              <p>
                {t.acute[acute]} {result.kind === 'plan' && result.shorter && t.acuteShorter(fit.minutes)}
              </p>
              <p>
                <button type="button" class="chip" onClick={() => onFit({ usual: true, today: usualToday })}>
                  {t.usual}
                </button>
              </p>
            </div>
          </div>
        )}
        {result.kind === 'plan' && acute === null && <Shorter plan={result} fit={fit} onFit={onFit} />}
        {targets.length === 0 && (
          <p class="small muted">
            {t.paintFirst} <a href="/body">{t.paint}</a>
          </p>
        )}
      </header>
      <Fits
        knowledge={knowledge}
        tools={profile.tools ?? []}
        fit={{ ...fit, today: versionsOf(state, minute.value, fit) }}
        onFit={onFit}
        isNearAsked={asksNear}
      />
      <section class="stack">
        {asksNear && <NearFirst knowledge={knowledge} where={fit.where} onDone={() => setAsksNear(false)} />}
        {result.kind === 'plan' ? (
          <>
            <Flow plan={result} />
            <ol class="plain-list steps">
              {result.items.map((item, place) => (
                <PlanRow
                  // By place: the button that swapped an item keeps the focus.
                  key={place}
                  item={item}
                  target={targets.find(({ muscle: id }) => id === item.muscle)}
                  knowledge={knowledge}
                  onSwap={
                    item.alternatives.length > 0 ? () => setSwapped(new Set([...swapped, item.technique])) : undefined
                  }
                />
              ))}
            </ol>
            <Says codes={result.says} knowledge={knowledge} />
            <MoreIfSo result={result} knowledge={knowledge} confirmed={confirmed} onConfirmed={setConfirmed} />
          </>
        ) : (
          <div class="note know" role="status">
            <Icon name="info" />
            <span>
              <b>{t.nothing}</b> {t.nothingSay}
            </span>
          </div>
        )}
        {result.kind !== 'see-someone' && <LeftOut leftOut={result.leftOut} knowledge={knowledge} />}
        <Wishes knowledge={knowledge} />
        <Ways />
        <Explain about="support" />
      </section>

      {result.kind === 'plan' && (
        <div class="startbar">
          <button type="button" class="btn primary tall" onClick={() => void start(result)}>
            {t.start(minutesOf(result.seconds))}
          </button>
          <p class="xs muted">{t.warning}</p>
        </div>
      )}
    </div>
  );
}

/** PLN-28. Why it takes less time than was asked for, and the way to more where there is one. */
function Shorter({ plan, fit, onFit }: { plan: PlanOf; fit: Fit; onFit: (part: Partial<Fit>) => void }) {
  if (plan.shorter === null) return null;
  const canHaveMore = plan.shorter === 'items' && !fit.today.includes('more-time');
  return (
    <p class="small muted">
      {t.shorter[plan.shorter](plan.items.length, fit.minutes)}{' '}
      {canHaveMore && (
        <button type="button" class="chip" onClick={() => onFit({ today: [...fit.today, 'more-time'] })}>
          {t.addSteps}
        </button>
      )}
    </p>
  );
}

/** Further than now: weeks, and what the person brings along. */
function Ways() {
  const ways = [
    ['/plan/weeks', t.weeksTitle, t.weeksLead],
    ['/plan/own', t.ownTitle, t.ownLead],
  ] as const;
  return (
    <ul class="plain-list plan-ways">
      {ways.map(([path, name, what]) => (
        <li key={path}>
          <WayOn path={path} name={name} what={what} />
        </li>
      ))}
    </ul>
  );
}

/** How the minutes are spent, one bar a phase. */
function Flow({ plan }: { plan: PlanOf }) {
  return (
    <div class="flow" aria-hidden="true">
      {plan.items.map((item) => (
        <i key={item.technique + item.side} class={`phase-${item.phase}`} style={{ flexGrow: item.seconds }} />
      ))}
    </div>
  );
}
