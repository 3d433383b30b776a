// Reminders with the app closed: on and off for this device. Permission is asked for on the tap that switches them on.

import { useEffect, useState } from 'preact/hooks';
import { person } from '../person.ts';
import { openOutside, outside } from '../ports/outside.ts';
import type { RemindersTrouble } from '../ports/push.ts';
import { scheduleTexts } from '../texts/schedule.ts';
import { syncTexts, reminderTexts as t } from '../texts/sync.ts';
import { announce } from './announce.ts';
import { Switch } from './Switch.tsx';
import { dayAndTime } from './when.ts';

interface Next {
  readonly what: string;
  readonly when: string;
}

async function nextReminder(): Promise<Next | null> {
  const { dueNow } = await import('../ports/push.ts');
  const [first] = dueNow();
  if (!first) return null;
  const what = first.kind === 'next-day' ? t.notification(first.kind, null).title : scheduleTexts.kind[first.kind];
  return { what, when: dayAndTime(first.at) };
}

export function RemindersSwitch() {
  const [trouble, setTrouble] = useState<RemindersTrouble | null>(null);
  const [invite, setInvite] = useState('');
  const [next, setNext] = useState<Next | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void openOutside(), []);
  const isOn = outside.value?.reminders != null;
  const { schedule, sessions } = person.value;
  useEffect(() => {
    if (isOn) void nextReminder().then(setNext);
  }, [isOn, schedule, sessions]);
  const turn = async (on: boolean, word: string | null = null) => {
    setBusy(true);
    const { turnRemindersOff, turnRemindersOn } = await import('../ports/push.ts');
    const because = on ? await turnRemindersOn(word) : await turnRemindersOff().then(() => null);
    setTrouble(because);
    setBusy(false);
    if (because) return;
    announce(on ? t.on : t.off);
    if (on) (await import('../ports/background.ts')).startBackground();
  };
  return (
    <div class="stack tight">
      <Switch label={t.title} help={t.help} on={isOn} onChange={(on) => void (busy || turn(on))} />
      {isOn && <p class="small">{next ? t.next(next.what, next.when) : t.none}</p>}
      {trouble === 'invite' ? (
        <form
          class="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            void turn(true, invite.trim());
          }}
        >
          <label class="field">
            <span class="label">{syncTexts.invite.say}</span>
            <input required value={invite} onInput={(event) => setInvite(event.currentTarget.value)} />
          </label>
          <button type="submit" class="btn to-start">
            {syncTexts.invite.go}
          </button>
        </form>
      ) : (
        trouble && (
          <p class="note know" role="alert">
            {t.trouble[trouble]}
          </p>
        )
      )}
    </div>
  );
}
