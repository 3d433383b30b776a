// Words of the You room.

export const youTexts = {
  title: 'You',
  lead: 'This stays on your device. It makes checks shorter and plans fit.',
  about: 'About you',
  age: 'Age in years',
  ageHelp: 'Some limits change with age. Unknot is for adults.',
  ageWrong: 'Please give a whole number from 1 to 120.',
  country: 'Country, for the emergency number',
  chooseCountry: 'Choose a country',
  emergencyIs: (number: string) => `Emergency: ${number}`,
  conditions: 'Your health',
  conditionsSummary: (yes: number, unsure: number, open: number) =>
    [
      yes === 0 && unsure === 0 ? 'Nothing noted' : `${yes} noted${unsure > 0 ? `, ${unsure} not sure` : ''}`,
      open > 0 ? `${open} not answered` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  keepPrivate: 'Keep private answers on this device',
  keepPrivateHelp:
    'Pregnancy, sex, mood, violence and injected drugs. Off: they are forgotten when you close this window, and asked again when they matter.',
  atHand: 'At hand',
  tools: 'What you have near you',
  places: 'Where you can do it',
  minutes: 'Minutes you usually have',
  minutesOption: (n: number) => `${n} min`,
  place: {
    desk: 'At a desk or chair',
    wall: 'By a free wall',
    floor: 'On the floor',
    bed: 'On a bed',
    shower: 'In the bathroom',
    anywhere: 'Standing, anywhere',
  },
  sound: 'Sound, touch and voice',
  spoken: 'Speak the steps',
  chimes: 'Chimes',
  vibration: 'Vibration',
  looks: 'Looks',
  theme: { system: 'As the device', light: 'Light', dark: 'Dark' },
  data: 'Your diary',
  dataLead: 'It lives in this browser only. Save a copy now and then, or before you change phones.',
  save: 'Save a copy',
  withPrivate: 'With private answers',
  saved: 'The copy was handed to your downloads.',
  elsewhere: 'To read somewhere else',
  elsewhereLead:
    'A table for a spreadsheet, or a file for the system of a clinic: days, sessions, drawings, reactions. No answers to safety or health questions. Whoever has the file can read it.',
  table: 'Table (CSV)',
  bundle: 'Clinic (FHIR)',
  making: 'Making the file …',
  elsewhereFailed: 'That did not work. Close other apps or reload, and try once more. Nothing was changed.',
  restore: 'Read a copy back in',
  restored: (added: number, already: number) =>
    added === 0
      ? 'Everything in that file was here already.'
      : `${added === 1 ? '1 entry' : `${added} entries`} added${already > 0 ? `, ${already} were here already` : ''}. A safety check from a file is always asked again, and the next plans begin as gently as the first.`,
  restoredForNow:
    'The file was read, and you can look at it now, but it could not be saved on this device. Keep the file, make room, and bring it back once more.',
  keptUnread: (count: number) =>
    `${count === 1 ? '1 line' : `${count} lines`} of the diary cannot be read by this version. They are kept as they are and go along in every copy.`,
  problem: {
    'too-large': 'That file is too big to be a diary of Unknot (more than 32 MB). Nothing was changed.',
    'cut-short': 'The end of that file is missing. Try to copy it again. Nothing was changed.',
    'not-json': 'That file is not a diary of Unknot. Look for a file that begins with “unknot”. Nothing was changed.',
    foreign: 'That file comes from another program. Nothing was changed.',
    newer: 'That diary was written by a newer Unknot. Update this app first. Nothing was changed.',
    malformed: 'A part of that file is damaged. Nothing was changed.',
    unreadable: 'That file could not be opened. Nothing was changed.',
  },
  problemWhere: (where: string) => `Where: ${where}`,
  erase: 'Delete everything',
  eraseSure: 'Really delete everything?',
  eraseWhy:
    'Drawings, sessions, answers: all of it, on this device. This cannot be undone. What a server keeps for your other devices stays there; it is deleted under Devices and backup. A calendar address goes with a line; without one, take it back first.',
  eraseYes: 'Yes, delete',
  eraseNo: 'Keep it',
  devices: 'Other devices, backup, reminders',
  devicesLead: 'Keep phone and laptop in step, or save the diary as a sealed file that only your twelve words open.',
  devicesGo: 'Devices and backup',
  aboutApp: 'About Unknot',
  purpose:
    'Unknot helps adults with everyday muscle tenderness. It cannot examine you, and it is not a diagnosis. It is not for emergencies.',
  privacy:
    'No account. Nothing you enter leaves this device unless you save a copy, share it, keep devices in step, or switch on reminders or a calendar address. A calendar you choose for your breaks stays here until you have it forgotten.',
  emergencyCard: 'Emergency card',
} as const;
