// Words of the desk: breaks, what holds them back, and what the days add up to. No guilt, no goals.

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** 1 h 20 min, 45 min */
const lasting = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

export const deskTexts = {
  title: 'Breaks at the desk',
  lead: 'Leave this open while you work. A short break is offered from time to time; you decide.',
  start: 'Start my desk day',
  stop: 'End for today',
  notRunning: 'Nothing runs yet.',
  lasting,

  now: {
    counting: (minutes: number) => (minutes <= 0 ? 'Break any moment' : `Next break in ${minutes} min`),
    countingSay: 'Sitting on is fine too. The best position is the next one.',
    away: 'You are away. That counts as a break by itself.',
    'outside-hours': 'Outside your hours',
    outsideSay: (when: string | null) =>
      when ? `Breaks begin again ${when}.` : 'There are no hours set. Choose some below.',
    held: {
      busy: (until: string | null) => (until ? `In a meeting until ${until}` : 'In a meeting'),
      quiet: (until: string | null) => (until ? `Quiet until ${until}` : 'Quiet'),
      'full-screen': () => 'Waiting until full screen is over',
      session: () => 'Waiting until your session is over',
      away: () => 'You are away',
    },
    heldSay: 'A break that comes due now waits until then.',
  },
  minutesBig: (minutes: number) => String(Math.max(0, minutes)),
  minutesWord: 'min',
  minutesToBreak: 'min to the next break',

  offer: {
    title: 'Time for a break',
    because: {
      sitting: (minutes: number) => `You have been sitting for about ${minutes} minutes.`,
      time: () => 'This is one of your fixed times.',
      later: () => 'You asked to be reminded again.',
      asked: () => 'Good idea.',
    },
    take: 'Take a break',
    later: 'In 5 minutes',
    skip: 'Skip this one',
    skipSay: 'Any answer is fine.',
    stand: 'If it suits you, come back standing.',
    water: 'A glass of water, if you like. With a limit from your clinic, keep to that limit.',
  },
  ask: 'I would like a break now',
  had: 'I just had one',

  break: {
    title: 'Stand up and look away',
    say: 'Look at something at least 6 metres away. Let your shoulders drop.',
    left: (seconds: number) => `${seconds} s`,
    over: 'That was it. Welcome back.',
    done: 'I am back',
    doneStanding: 'I am back, standing',
    move: 'If you like, one small movement',
    guided: (muscle: string | null) => (muscle ? `Two minutes for ${muscle}, guided` : 'Two minutes, guided'),
    guidedSay: 'Made from your drawing and your answers, for the desk.',
    ask: 'For movements made for you, answer the safety questions first.',
    askLink: 'Safety questions',
    conditions: 'For two guided minutes, a few questions about your health are still open.',
    conditionsLink: 'Answer them',
    closed: 'Your last answers include a sign that should be looked at. Standing up and looking away is fine.',
    closedLink: 'What to do',
    stop: 'Stop if anything feels sharp, tingles or makes you dizzy.',
  },

  rhythm: {
    title: 'Does another rhythm fit better?',
    say: (minutes: number) => `Three breaks did not suit. You can have them every ${minutes} minutes instead.`,
    change: (minutes: number) => `Every ${minutes} minutes`,
    keep: 'Keep it',
  },

  posture: {
    title: 'Sitting or standing?',
    sitting: 'Sitting',
    standing: 'Standing',
    standingFor: (ms: number) => `Standing for ${lasting(ms)}.`,
  },
  sitDown: { title: 'Enough standing for now', body: 'Sit down when it suits you.' },

  quiet: {
    title: 'Quiet please',
    30: '30 minutes',
    60: '1 hour',
    tomorrow: 'Until tomorrow',
    end: 'End quiet',
  },

  float: 'Small window on top',
  floatClose: 'Close the small window',

  notification: { title: 'Time for a break', body: 'Stand up and look away for a minute.' },
  spoken: 'Time for a break. Stand up, and look far away.',

  settings: {
    title: 'How breaks come',
    every: 'A break after',
    everyOption: (minutes: number) => `${minutes} min`,
    everyWhy:
      'In a trial with 193 office workers, breaks or changes of position on a prompt went with less new neck and low back pain. The best rhythm is not known.',
    length: 'How long',
    lengthOption: (seconds: number) => (seconds < 60 ? `${seconds} s` : `${seconds / 60} min`),
    hours: 'My hours',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    from: (day: string) => `${day}, from`,
    to: (day: string) => `${day}, to`,
    on: (day: string) => day,
    hoursHelp: 'Outside these hours nothing is counted. A shift may go past midnight.',
    fixed: 'Also at these times',
    fixedAdd: 'Add a time',
    fixedNew: 'New time',
    fixedRemove: (time: string) => `Remove ${time}`,
    sitStand: 'My desk can go up',
    sitStandHelp:
      'Once an hour a break suggests to come back standing. At first 20 minutes a day, ten more each week. Stop if your legs ache or swell.',
    standMinutes: 'Stand for',
    water: 'Mention water',
    waterHelp: 'At most once an hour. Drink to thirst; nothing shows that water prevents knots.',
  },
  ways: {
    title: 'How they make themselves known',
    always: 'The tab and the icon always show it. Everything else is up to you.',
    notify: 'Quiet notification',
    notifyHelp: 'Your browser will ask once.',
    denied:
      'This browser does not let Unknot show notifications. You can allow it in the settings of the browser, beside the address. Until then the tab, the small window and the spoken break work.',
    none: 'This browser has no notifications. The tab, the small window and the spoken break work.',
    spoken: 'Say it aloud',
    fullScreen: 'Fill the screen when I take a break',
    idle: 'Notice when I am away',
    idleHelp: 'Then time away counts as a break by itself. The browser only tells whether there was input, never what.',
    idleOn: 'It notices when you are away from the whole computer.',
    idleNo:
      'This browser cannot tell about the whole computer. Time without input in this window, sleep and a closed lid still count.',
    idleDenied: 'The browser said no. Time without input in this window, sleep and a closed lid still count.',
    allow: 'Allow',
  },
  calendar: {
    title: 'Not in meetings',
    say: 'With your calendar, breaks wait until a meeting is over. It stays on this device until you have it forgotten.',
    file: 'Choose a calendar file (.ics)',
    address: 'Address of your calendar',
    addressHelp: 'Your own server fetches it, nobody else.',
    addressNo: 'An address needs your own Unknot server. A file works here.',
    addressUse: 'Use this address',
    inUse: (name: string, entries: number, unread: number) =>
      `${name}: ${plural(entries, 'entry', 'entries')} read${unread > 0 ? `, ${unread} could not be understood and are left out` : ''}.`,
    stale: 'It could not be fetched again. What was read before still counts.',
    readAt: (when: string) => `Read ${when}.`,
    next: (when: string) => `Next busy time: ${when}.`,
    noNext: 'No busy time in the next two weeks.',
    forget: 'Forget this calendar',
    reading: 'Reading …',
    problem: {
      'not-a-calendar':
        'That is not a calendar. In your calendar program look for “Export” or “Download”, as an .ics file. Nothing was changed.',
      'too-large':
        'This calendar is too large to read here (over 10 million letters). Export only this year, if your program can. Nothing was changed.',
      'took-too-long':
        'Reading took too long and was stopped. Export only this year, if your program can. Nothing was changed.',
      'bad-address': 'That is not an address of a calendar. It begins with https:// or webcal://. Nothing was changed.',
      'private-address':
        'This address leads into a private network, and the server does not go there. Save the calendar as a file instead. Nothing was changed.',
      'not-reached':
        'The calendar could not be fetched. Check the address and the connection, then try again. Nothing was changed.',
    },
  },
  history: {
    title: 'Your days at the desk',
    none: 'After your first day at the desk its numbers stand here.',
    taken: 'breaks taken',
    pauses: 'pauses by yourself',
    seated: 'sitting',
    longest: 'longest without a break',
    sum: (days: number, taken: number, pauses: number) =>
      `In ${plural(days, 'day', 'days')}: ${plural(taken, 'break', 'breaks')} taken and ${plural(pauses, 'pause', 'pauses')} by yourself.`,
    perRest: (ms: number) => `Between them you sat ${lasting(ms)} on average.`,
    usualLongest: (ms: number) => `On a usual day the longest time without a break was ${lasting(ms)}.`,
    day: 'Day',
    private: 'Only for you: it stays in your diary on this device.',
    table: 'All days in numbers',
  },
  links: {
    check: 'Check my desk',
    checkSay: 'Screen, chair, arms, feet and light, one at a time, with what is in the room.',
    schedule: 'Your days and times',
    scheduleSay: 'When to stretch, roll, strengthen and walk, also for your calendar.',
  },
} as const;
