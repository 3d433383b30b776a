// Words of the devices room: keeping several devices in step, the twelve words, encrypted backups; and of reminders.

const count = new Intl.NumberFormat('en');
const entries = (n: number) => (n === 1 ? '1 entry' : `${count.format(n)} entries`);

function size(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${count.format(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`;
}

export const syncTexts = {
  title: 'Devices and backup',
  backToYou: 'Back to You',
  lead: 'Phone and laptop in step, and a copy that survives a lost phone. The app is complete without either.',
  opening: 'Looking at how things stand …',

  off: {
    title: 'Keep devices in step',
    what: [
      'What you tell one device appears on the others, also after days without a line.',
      'Every entry is sealed on this device before it leaves. The server keeps sealed envelopes and can read none of them.',
      'There is no account, no e-mail and no password. Twelve words are the key.',
    ],
    lostTitle: 'Before you begin: the twelve words',
    lost: 'Nobody can give them back to you: no help desk, not whoever runs the server, not we. With the words lost and every device lost, the entries are lost. So they are written on paper first, and only then anything is sent.',
    understood: 'I understand. I will keep the words somewhere safe.',
    begin: 'Show my twelve words',
    have: 'I have words from another device',
  },
  noServer:
    'No server answers here. Either this copy of the app is handed out as plain files, or there is no line just now. Keeping devices in step needs a server; the encrypted backup below does not.',
  lookAgain: 'Look again',

  words: {
    title: 'Your twelve words',
    say: 'Write them on paper, in this order, and put the paper where you keep important things. A photo of them is a key that lies around.',
    list: 'The twelve words, in order',
    written: 'I have written them down',
    checkTitle: 'Two words, to be sure',
    checkSay: 'Look at your paper, not at the screen before.',
    which: (n: number) => `Word ${n}`,
    checkNo: 'That is not what was shown. Look at the paper again, or see the words once more.',
    again: 'See the words again',
    hide: 'Hide the words',
    check: 'Check',
  },
  enter: {
    title: 'Type your twelve words',
    say: 'Any case, with or without numbers. The first four letters of each word are enough.',
    label: 'Your words',
    go: 'Join with these words',
    bad: {
      count: 'Twelve words are needed. Is one missing, or one too many? Nothing was changed.',
      word: (word: string) => `“${word}” is not one of the words. Look at its spelling. Nothing was changed.`,
      order:
        'Each of these is a word of the list, but they do not belong together. One may be wrong, or two have changed places. Nothing was changed.',
    },
  },
  invite: {
    say: 'This server takes only people who are invited. Ask whoever runs it for the word.',
    label: 'Word of invitation',
    go: 'Go on',
  },
  back: 'Back',
  working: 'One moment …',

  /** Why something did not work; nothing was lost. */
  because: {
    network: 'There is no line to the server. Try again in a moment.',
    busy: 'The server is busy. Try again in a moment.',
    foreign: 'Something else answered than the server, perhaps the sign-in page of a network. Try again later.',
    forbidden: 'The server does not open for these words.',
    invite: 'The server does not know this invitation. Ask for the word once more.',
    'unknown-log': 'Nothing is kept under these words on this server. Look at the words and at the address of the app.',
    moved: 'These words were given up for new ones on another device. Type the new ones.',
    quota: 'The server has no more room.',
    newer: 'The server speaks a newer language. Reload this app to update it.',
    'unknown-cursor': 'The server was put back to an older day. Try again in a moment.',
    device: 'This device has no room left.',
  },

  stand: {
    title: 'How things stand',
    starting: 'Starting …',
    working: (pending: number) => (pending > 0 ? `Sending ${entries(pending)} …` : 'Looking for news …'),
    inStep: (ago: string) => `In step · ${ago}`,
    inStepPending: (pending: number) => `In step, but the server has no room for ${entries(pending)} of this device.`,
    noLine: (pending: number) =>
      pending > 0
        ? `No line. ${entries(pending)} wait${pending === 1 ? 's' : ''} here safely.`
        : 'No line. Nothing waits.',
    busy: (pending: number) =>
      pending > 0
        ? `The server asks for patience. ${entries(pending)} wait${pending === 1 ? 's' : ''} here safely.`
        : 'The server asks for patience.',
    moving: 'On the way to the new words. The old ones end once everything is there.',
    unopened: (n: number) =>
      `${n === 1 ? '1 envelope' : `${n} envelopes`} could not be opened: damaged on the way or on the server. The others were taken.`,
    tooLarge: (n: number) => `${entries(n)} too large to be carried. They stay on this device.`,
    here: (n: number) => `${entries(n)} on this device`,
    room: (bytes: number, quota: number) => `${size(bytes)} of ${size(quota)} used on the server`,
    ago: (ms: number) => {
      const minutes = Math.floor(ms / 60_000);
      if (minutes < 1) return 'just now';
      if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
      const hours = Math.floor(minutes / 60);
      return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
    },
  },
  withPrivate: 'With private answers',
  withPrivateHelp:
    'Pregnancy, sex, mood, violence and injected drugs. Off: they stay on the device where they were given, and out of backups.',

  add: {
    title: 'Add a device',
    say: 'Point the camera of the other device at this square. It opens Unknot there with your key; nothing of it goes over the network.',
    code: 'Square code that lets another device join',
    show: 'Show the square code',
    hide: 'Hide it',
    careful: 'Whoever sees this square or the words can read your diary. Show it to your own devices only.',
    hereOnly:
      'This copy of Unknot can be reached from this computer only. For a phone, whoever runs it opens it to your home network first (docs/operations/self-host.md); then come back to this page by its new address.',
    or: 'Or open this address there, choose “I have words from another device” and type your twelve words:',
  },
  seeWords: 'Show my words',
  newKey: {
    title: 'A device is lost',
    say: 'Shut it out by moving to new words. Everything is sent once more under the new ones; then what lies under the old ones is deleted and the lost device gets nothing new. What it already holds cannot be taken back. Your other devices need the new words. Links you shared end.',
    go: 'Move to new words',
    notNow: 'This works once this device is in step.',
    done: 'You have new words. The old ones end as soon as everything is under the new ones.',
  },
  leave: {
    title: 'Leave on this device',
    say: 'The diary stays here and on the server. The words go from this device, and links, reminders and calendar addresses of it end or run out.',
    go: 'Leave on this device',
    sure: 'Do you have the twelve words on paper?',
    yes: 'Yes, leave',
    feedStays:
      'There is no line, so the calendar address of your days and times could not be taken back. Once you have left, nobody can: it can be read until everything on the server is deleted. Try again with a line, or leave all the same?',
    anyway: 'Leave all the same',
  },
  remove: {
    title: 'Delete on the server',
    say: 'Deletes everything the server keeps under your words: entries, links, reminders. Your devices keep their diaries, but are in step no more.',
    go: 'Delete everything on the server',
    sure: 'Really delete everything there?',
    yes: 'Yes, delete there',
    last: 'Last question: this cannot be undone. If this device breaks and there is no backup, the diary is gone.',
    lastYes: 'Delete for good',
    done: 'Deleted. The server keeps nothing of you any more.',
  },
  no: 'No, keep it',

  join: {
    title: 'Join your other device',
    say: 'This device gets everything you told the other one, and the other way round.',
    yours:
      'Go on only if you made this square or address yourself, on your own device. Whoever made it can read everything you tell here.',
    here: (n: number) => `${entries(n)} of this device ${n === 1 ? 'goes' : 'go'} along.`,
    go: 'Join',
    broken: 'The address is not whole. Scan the square once more, or type your twelve words.',
    already: 'This device is already in step under other words. Leave there first.',
    same: 'This device is already in step under these words.',
    toSync: 'Devices and backup',
  },

  backup: {
    title: 'Encrypted backup',
    say: 'The whole diary as one sealed file. Only your twelve words open it, on any device, without a server. Keep it where you keep photos.',
    first: 'The words come first. Without them the file is of no use, and nobody can give them back to you.',
    save: 'Encrypted backup',
    saved: 'The backup was handed to your downloads.',
    last: (day: string) => `Last one: ${day}`,
    never: 'None so far',
    line: 'Say on Today when the last one is a month old',
    restore: 'Bring back a backup',
    words: 'The twelve words that belong to this backup',
    open: 'Open it',
    wordsFirst: 'Which twelve words belong to this file?',
    problem: {
      'wrong-phrase':
        'The file is whole, but these words do not open it. Perhaps you moved to new words since. Nothing was changed.',
      damaged: 'The file is damaged or its end is missing. Try to copy it again. Nothing was changed.',
      newer: 'That backup was written by a newer Unknot. Update this app first. Nothing was changed.',
      foreign: 'That file is not an encrypted backup of Unknot. Its name ends in “.backup”. Nothing was changed.',
      unreadable: 'That file could not be opened. Nothing was changed.',
      'not-kept':
        'The backup was read, and you can look at it now, but it could not be saved on this device. Keep the file, make room, and bring it back once more.',
    },
    added: (added: number, already: number, day: string) =>
      added === 0
        ? `Everything in that backup of ${day} was here already.`
        : `${entries(added)} added from the backup of ${day}${already > 0 ? `, ${already} were here already` : ''}.`,
  },
} as const;

/** The quiet line of Today. */
export const backupLineTexts = {
  say: 'No encrypted backup for a month.',
  go: 'Make one',
  off: 'Stop saying this',
} as const;

export const reminderTexts = {
  title: 'Reminders with the app closed',
  help: 'Your server is given times and meaningless tags, nothing else. The words are made on this device.',
  none: 'Nothing to remind you of yet: none of your days and times has a reminder.',
  next: (what: string, when: string) => `Next: ${what}, ${when}`,
  on: 'Reminders are on for this device.',
  off: 'Reminders are off for this device.',
  trouble: {
    'no-push':
      'This browser cannot wake the app. On an iPhone, put Unknot on the home screen first. The calendar file reminds you everywhere.',
    denied:
      'Notifications are blocked for Unknot, so it stays quiet. You can allow them in the settings of this browser and try again.',
    'no-server':
      'No server answers here, and waking a closed app needs one. The calendar file of your days and times reminds you without any server.',
    'no-line': 'The server could not be reached, so nothing was switched on. Try again in a moment.',
  },
  notification: (kind: 'stretching' | 'roller' | 'strength' | 'walk' | 'next-day', minutes: number | null) =>
    kind === 'next-day'
      ? { title: 'How is it today?', body: 'One number about yesterday’s session, if you like.' }
      : {
          title: { stretching: 'Stretching', roller: 'Roller', strength: 'Strength', walk: 'Walk' }[kind],
          body: `${minutes} minutes, as planned. If today is not the day, leave it out.`,
        },
  /** When a reminder comes that this device knows nothing of any more. */
  unknown: { title: 'Unknot', body: 'You wanted to be reminded now.' },
} as const;

export const feedTexts = {
  title: 'An address for your calendar program',
  say: 'Calendar programs that subscribe to it follow every change of your days and times. To make that possible the server can read these lines: what, when, how long. Nothing else of your diary, but also not sealed. Whoever knows the address can read them, too.',
  on: 'Make an address',
  label: 'Address to subscribe to',
  copy: 'Copy it',
  copied: 'Copied.',
  off: 'Take it back',
  isOff: 'The address leads nowhere any more.',
  notOff: 'There is no line, so the address still works. Try again in a moment.',
  trouble: {
    'no-server': 'No server answers here, so there can be no address. The calendar file works everywhere.',
    'no-line': 'The server could not be reached. Try again in a moment.',
  },
} as const;
