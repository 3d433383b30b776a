// The profile: what makes checks shorter and plans fit, how the app sounds and looks, and the diary as a file.

import type { PlaceId } from '@unknot/engine/case';
import { furnitureOf } from '@unknot/engine/plan';
import type { ProfilePatch } from '@unknot/journal/event';
import type { CheckKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import { keepPrivate } from '../../keep-private.ts';
import { AgeField } from '../../parts/AgeField.tsx';
import { Chip, Choice, OneOf, Segments, toggled } from '../../parts/Choice.tsx';
import { ConditionAsk } from '../../parts/ConditionAsk.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { HandsFreeSwitches } from '../../parts/HandsFreeSwitches.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { KeepPrivate } from '../../parts/KeepPrivate.tsx';
import { RemindersSwitch } from '../../parts/RemindersSwitch.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { ToolPicker } from '../../parts/ToolPicker.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { conditionsNow, person, recordProfile } from '../../person.ts';
import { loadCheck, loadPlan } from '../../ports/knowledge.ts';
import { NOT_ASKED } from '../../texts/conditions.ts';
import { countriesByName, EMERGENCY_NUMBERS, whereaboutsNow } from '../../texts/emergency-numbers.ts';
import { youTexts as t } from '../../texts/you.ts';
import { Diary } from './Diary.tsx';
import './you.css';

const PLACES: readonly PlaceId[] = ['desk', 'wall', 'floor', 'bed', 'shower', 'anywhere'];
const MINUTES = [2, 5, 10, 15, 20];

const save = (patch: ProfilePatch) => void recordProfile(patch, keepPrivate.value);

const loadBoth = (): Promise<[CheckKnowledge, PlanKnowledge]> => Promise.all([loadCheck(), loadPlan()]);

export function You() {
  const knowledge = useLoaded(loadBoth);
  return (
    <div class="pad stack loose you">
      <header class="stack tight">
        <h1>{t.title}</h1>
        <p class="muted">{t.lead}</p>
        <Explain about="pattern" />
      </header>
      <div class="you-columns">
        <div class="stack">
          <AboutYou />
          {knowledge.kind === 'ready' ? (
            <>
              <Health check={knowledge.value[0]} />
              <AtHand plan={knowledge.value[1]} />
            </>
          ) : (
            // As tall as what will stand here, so that nothing jumps.
            <div class="you-waiting" />
          )}
        </div>
        <div class="stack">
          <Sound />
          <Looks />
          <Diary />
          <Devices />
          <AboutApp />
        </div>
      </div>
    </div>
  );
}

function AboutYou() {
  const { ageYears, region } = person.value.profile;
  const said = region ?? whereaboutsNow().country ?? '';
  const country = said in EMERGENCY_NUMBERS ? said : '';
  return (
    <section class="card stack" aria-labelledby="you-about">
      <h2 id="you-about">{t.about}</h2>
      <AgeField years={ageYears} onYears={(years) => save({ ageYears: years })} />
      <label class="field">
        <span class="label">{t.country}</span>
        <select value={country} onChange={(event) => save({ region: event.currentTarget.value })}>
          <option value="" disabled>
            {t.chooseCountry}
          </option>
          {countriesByName(document.documentElement.lang).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        {EMERGENCY_NUMBERS[country] && (
          <span class="xs muted">{t.emergencyIs(EMERGENCY_NUMBERS[country].ambulance)}</span>
        )}
      </label>
    </section>
  );
}

function Health({ check }: { check: CheckKnowledge }) {
  const answers = conditionsNow.value;
  const asked = check.conditions.filter(({ id }) => !NOT_ASKED.has(id));
  const count = (answer: boolean | 'unsure' | undefined) => asked.filter(({ id }) => answers[id] === answer).length;
  return (
    <section class="card stack" aria-labelledby="you-health">
      <details class="fold">
        <summary>
          <h2 id="you-health">{t.conditions}</h2>
          <span class="small muted">{t.conditionsSummary(count(true), count('unsure'), count(undefined))}</span>
        </summary>
        <ConditionAsk conditions={check.conditions} answers={answers} onAnswer={(conditions) => save({ conditions })} />
        <KeepPrivate />
      </details>
    </section>
  );
}

function AtHand({ plan }: { plan: PlanKnowledge }) {
  const { tools = [], places = [], minutes } = person.value.profile;
  return (
    <section class="card stack" aria-labelledby="you-hand">
      <h2 id="you-hand">{t.atHand}</h2>
      <ToolPicker
        label={t.tools}
        vocabulary={plan.toolVocabulary}
        tools={tools}
        onTools={(chosen) => save({ tools: chosen })}
        isOffered={(tool) => !furnitureOf(plan).has(tool)}
      />
      <Choice label={t.places}>
        {PLACES.map((id) => (
          <Chip key={id} on={places.includes(id)} onPress={() => save({ places: toggled(places, id) })}>
            {t.place[id]}
          </Chip>
        ))}
      </Choice>
      <OneOf
        label={t.minutes}
        options={MINUTES}
        words={t.minutesOption}
        chosen={minutes}
        onChosen={(chosen) => save({ minutes: chosen })}
      />
    </section>
  );
}

function Sound() {
  const voice = person.value.profile.voice ?? { spoken: true, chimes: true, vibration: true };
  return (
    <section class="card stack" aria-labelledby="you-sound">
      <h2 id="you-sound">{t.sound}</h2>
      <Switch label={t.spoken} on={voice.spoken} onChange={(spoken) => save({ voice: { ...voice, spoken } })} />
      <Switch label={t.chimes} on={voice.chimes} onChange={(chimes) => save({ voice: { ...voice, chimes } })} />
      <Switch
        label={t.vibration}
        on={voice.vibration}
        onChange={(vibration) => save({ voice: { ...voice, vibration } })}
      />
      <HandsFreeSwitches />
    </section>
  );
}

function Looks() {
  const theme = person.value.profile.theme ?? 'system';
  return (
    <section class="card stack" aria-labelledby="you-looks">
      <h2 id="you-looks">{t.looks}</h2>
      <Segments
        label={t.looks}
        options={['system', 'light', 'dark']}
        words={(each) => t.theme[each]}
        chosen={theme}
        onChosen={(chosen) => save({ theme: chosen })}
      />
    </section>
  );
}

function Devices() {
  return (
    <section class="card stack" aria-labelledby="you-devices">
      <h2 id="you-devices">{t.devices}</h2>
      <p class="small muted">{t.devicesLead}</p>
      <a class="btn to-start" href="/you/sync">
        <Icon name="swap" />
        {t.devicesGo}
      </a>
      <RemindersSwitch />
    </section>
  );
}

function AboutApp() {
  return (
    <section class="card stack" aria-labelledby="you-app">
      <h2 id="you-app">{t.aboutApp}</h2>
      <p class="small">{t.purpose}</p>
      <p class="small">{t.privacy}</p>
      <a class="btn" href="/help">
        <Icon name="phone" />
        {t.emergencyCard}
      </a>
    </section>
  );
}
