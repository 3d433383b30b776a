// The person's own exercises and devices: a list, and a form to add or change one.

import type { ConditionId, PlaceId } from '@unknot/engine/case';
import { OWN_DEEDS, OWN_TRAITS } from '@unknot/engine/plan';
import type { PlanKnowledge, Posture } from '@unknot/knowledge/schema';
import { useState } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { BackTo } from '../../parts/BackTo.tsx';
import { Chip, Choice, toggled } from '../../parts/Choice.tsx';
import { ConfirmLine } from '../../parts/ConfirmLine.tsx';
import { FileButton } from '../../parts/FileButton.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { ToolPicker } from '../../parts/ToolPicker.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { conditionsNow, person, record } from '../../person.ts';
import { loadPlan } from '../../ports/knowledge.ts';
import { ownTexts as t } from '../../texts/own.ts';
import { planTexts } from '../../texts/plan.ts';
import { emptyForm, formOf, type OwnForm, readForm, type TypedDose } from './own-form.ts';
import './own.css';

/** Longer side of a kept picture in pixels, and how hard it is pressed; a picture of a diary must stay small. Own setting. */
const PICTURE_SIZE = 480;
const PICTURE_QUALITY = 0.72;

export function Own() {
  const knowledge = useLoaded(loadPlan);
  const [form, setForm] = useState<OwnForm | null>(null);
  if (knowledge.kind !== 'ready') return <div class="pad" />;
  if (form) return <Form key={form.id} knowledge={knowledge.value} start={form} onDone={() => setForm(null)} />;
  const { own } = person.value;
  return (
    <div class="pad stack loose own">
      <BackTo path="/plan">{planTexts.backHere}</BackTo>
      <header class="stack tight">
        <h1>{t.title}</h1>
        <p class="muted">{t.lead}</p>
      </header>
      {own.length === 0 && <p>{t.none}</p>}
      <ul class="plain-list stack">
        {own.map((kept) => {
          const { item, givenBy, picture, imported } = kept;
          return (
            <li key={item.id} class="card own-item">
              {picture && <img src={picture} alt="" />}
              <div class="grow">
                <b>{item.name}</b>
                <span class="small muted">
                  {[t.deed[item.deed], doseOf(item.dose), givenBy ?? '', imported ? t.fromFile : '']
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              <button type="button" class="btn" aria-label={t.edit(item.name)} onClick={() => setForm(formOf(kept))}>
                {t.edit('')}
              </button>
              <button
                type="button"
                class="iconbtn"
                aria-label={t.drop(item.name)}
                onClick={() => {
                  void record('own.dropped', { own: item.id });
                  announce(t.dropped);
                }}
              >
                <Icon name="close" size={20} />
              </button>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        class="btn primary own-add"
        onClick={() => setForm(emptyForm(`own-${crypto.randomUUID()}`))}
      >
        <Icon name="plus" />
        {t.add}
      </button>
      <p class="small muted">{t.knownDevices}</p>
    </div>
  );
}

const doseOf = ({ holdSeconds, repetitions, sets, minutes }: { [K in keyof TypedDose]?: number | undefined }): string =>
  planTexts.dose(holdSeconds ?? null, repetitions ?? null, sets ?? 1, (minutes ?? 0) * 60 || (holdSeconds ?? 0));

interface FormProps {
  readonly knowledge: PlanKnowledge;
  readonly start: OwnForm;
  readonly onDone: () => void;
}

function Form({ knowledge, start, onDone }: FormProps) {
  const [form, setForm] = useState(start);
  const [trouble, setTrouble] = useState<string | null>(null);
  const change = (part: Partial<OwnForm>) => {
    setForm({ ...form, ...part });
    setTrouble(null);
  };
  const keep = async () => {
    const read = readForm(form);
    if (read.kind !== 'item') return setTrouble(t.missing[read.kind]);
    await record('own.kept', read.body);
    announce(t.kept);
    onDone();
  };
  const conditions = conditionsNow.value;
  const own = knowledge.conditions.filter(({ id }) => conditions[id] === true);
  const note = form.deed && t.deedNote[form.deed];
  return (
    <form
      class="pad stack loose own own-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h1>{start.name === '' ? t.add : t.edit(start.name)}</h1>
      <label class="field">
        <span class="label">{t.name}</span>
        <input
          value={form.name}
          maxLength={120}
          placeholder={t.namePlaceholder}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </label>
      <Choice label={t.deedTitle}>
        {OWN_DEEDS.map((deed) => (
          <Chip key={deed} on={form.deed === deed} onPress={() => change({ deed })}>
            {t.deed[deed]}
          </Chip>
        ))}
        {note && <p class="small muted">{note}</p>}
      </Choice>
      <Muscles knowledge={knowledge} chosen={form.muscles} onChosen={(muscles) => change({ muscles })} />
      <fieldset class="choice">
        <legend class="label">{t.doseTitle}</legend>
        <div class="own-numbers">
          {(['holdSeconds', 'repetitions', 'sets', 'minutes', 'perDay'] as const).map((name) => (
            <label key={name} class="field">
              <span class="small">{t[name === 'holdSeconds' ? 'hold' : name]}</span>
              <input
                type="number"
                inputMode="numeric"
                min={1}
                value={form.dose[name]}
                onInput={(event) => change({ dose: { ...form.dose, [name]: event.currentTarget.value } })}
              />
            </label>
          ))}
        </div>
        <ConfirmLine on={form.perSide} onChange={(perSide) => change({ perSide })}>
          {t.perSide}
        </ConfirmLine>
      </fieldset>
      <Many
        label={t.placesTitle}
        words={t.places}
        chosen={form.places}
        onChosen={(places) => change({ places: places as PlaceId[] })}
      />
      <Many
        label={t.posturesTitle}
        words={t.postures}
        chosen={form.postures}
        onChosen={(postures) => change({ postures: postures as Posture[] })}
      />
      <ToolPicker
        label={planTexts.atHand}
        vocabulary={knowledge.toolVocabulary}
        tools={form.tools}
        onTools={(tools) => change({ tools })}
      />
      <div class="stack tight">
        <Many
          label={t.traitsTitle}
          words={t.traits}
          chosen={form.traits}
          onChosen={(traits) => change({ traits: OWN_TRAITS.filter((trait) => traits.includes(trait)) })}
        />
        <ConfirmLine on={form.traitsAll} onChange={(traitsAll) => change({ traitsAll })}>
          {t.traitsAll}
          <span class="xs muted">{t.traitsHelp}</span>
        </ConfirmLine>
      </div>
      <label class="field">
        <span class="label">{t.how}</span>
        <textarea
          rows={4}
          maxLength={2000}
          value={form.how}
          aria-describedby="own-how"
          onInput={(event) => change({ how: event.currentTarget.value })}
        />
        <span id="own-how" class="xs muted">
          {t.howHelp}
        </span>
      </label>
      <label class="field">
        <span class="label">{t.givenBy}</span>
        <input
          value={form.givenBy}
          maxLength={120}
          placeholder={t.givenByPlaceholder}
          onInput={(event) => change({ givenBy: event.currentTarget.value })}
        />
      </label>
      {form.givenBy.trim() !== '' && own.length > 0 && (
        <Conditions label={t.knownTo} of={own} chosen={form.knownTo} onChosen={(knownTo) => change({ knownTo })} />
      )}
      <details class="fold">
        <summary>
          <span class="label">{t.notWith}</span>
        </summary>
        <Conditions
          label={t.notWith}
          of={knowledge.conditions}
          chosen={form.notWith}
          onChosen={(notWith) => change({ notWith })}
        />
      </details>
      <Picture picture={form.picture} onPicture={(picture) => change({ picture })} />
      {trouble && (
        <p class="note know" role="alert">
          {trouble}
        </p>
      )}
      <div class="row wrap">
        <button type="submit" class="btn primary">
          {t.keep}
        </button>
        <button type="button" class="btn" onClick={onDone}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}

interface ManyProps {
  readonly label: string;
  readonly words: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: string[]) => void;
}

function Many({ label, words, chosen, onChosen }: ManyProps) {
  return (
    <Choice label={label}>
      {Object.entries(words).map(([id, name]) => (
        <Chip key={id} on={chosen.includes(id)} onPress={() => onChosen(toggled(chosen, id))}>
          {name}
        </Chip>
      ))}
    </Choice>
  );
}

interface ConditionsProps {
  readonly label: string;
  readonly of: PlanKnowledge['conditions'];
  readonly chosen: readonly ConditionId[];
  readonly onChosen: (chosen: ConditionId[]) => void;
}

const Conditions = ({ label, of, chosen, onChosen }: ConditionsProps) => (
  <Many
    label={label}
    words={Object.fromEntries(of.map(({ id, name }) => [id, name]))}
    chosen={chosen}
    onChosen={onChosen}
  />
);

function Muscles({
  knowledge,
  chosen,
  onChosen,
}: {
  knowledge: PlanKnowledge;
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
}) {
  const name = (id: string) => knowledge.muscles.find((muscle) => muscle.id === id)?.plainName ?? id;
  const open = knowledge.muscles
    .filter(({ id }) => !chosen.includes(id))
    .sort((a, b) => a.plainName.localeCompare(b.plainName));
  return (
    <fieldset class="choice">
      <legend class="label">{t.muscles}</legend>
      {chosen.length > 0 && (
        <div class="chips">
          {chosen.map((id) => (
            <button
              key={id}
              type="button"
              class="chip"
              aria-pressed
              aria-label={t.removeMuscle(name(id))}
              onClick={() => onChosen(toggled(chosen, id))}
            >
              {name(id)}
              <Icon name="close" size={16} />
            </button>
          ))}
        </div>
      )}
      <label class="field">
        <select
          value=""
          aria-label={t.chooseMuscle}
          onChange={(event) => {
            if (event.currentTarget.value) onChosen([...chosen, event.currentTarget.value]);
            event.currentTarget.value = '';
          }}
        >
          <option value="">{t.chooseMuscle}</option>
          {open.map(({ id, plainName }) => (
            <option key={id} value={id}>
              {plainName}
            </option>
          ))}
        </select>
        <span class="xs muted">{t.musclesHelp}</span>
      </label>
    </fieldset>
  );
}

function Picture({ picture, onPicture }: { picture: string | null; onPicture: (picture: string | null) => void }) {
  const [bad, setBad] = useState(false);
  const read = async (file: File) => {
    const small = await smallPicture(file).catch(() => null);
    setBad(small === null);
    if (small !== null) onPicture(small);
  };
  return (
    <div class="stack tight own-picture">
      <span class="label">{t.picture}</span>
      {picture && <img src={picture} alt={t.picture} />}
      <div class="row wrap">
        <FileButton accept="image/*" onFile={(file) => void read(file)}>
          {t.pictureAdd}
        </FileButton>
        {picture && (
          <button type="button" class="btn quiet" onClick={() => onPicture(null)}>
            {t.pictureRemove}
          </button>
        )}
      </div>
      {bad && (
        <p class="note know" role="alert">
          {t.pictureBad}
        </p>
      )}
    </div>
  );
}

/** Drawn small, which also leaves behind where and when it was taken. */
async function smallPicture(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, PICTURE_SIZE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.toDataURL('image/jpeg', PICTURE_QUALITY);
}
