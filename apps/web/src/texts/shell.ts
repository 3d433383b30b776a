// Words of the shell.

export const shellTexts = {
  today: 'Today',
  body: 'Body',
  plan: 'Plan',
  progress: 'Progress',
  you: 'You',
  mainMenu: 'Main',
  more: 'More',
  /** Rooms beyond the tabs: one word for the rail, then what it is for. */
  ways: {
    habits: ['Habits', 'Sleep, breathing, moving, water, food: small and optional'],
    report: ['Summary', 'One page for a doctor or physiotherapist'],
    desk: ['Breaks', 'Short breaks while you work, at a pace you choose'],
    schedule: ['Week', 'Stretching, roller, strength and walks on your days'],
    learn: ['Understand', 'What a knot is, why it hurts, what helps'],
  },
  skipToContent: 'Skip to content',
  opening: 'Opening your diary …',
  breakWaits: 'A break waits for you.',
  breakLook: 'Look',
  updateWaits: 'A new version is ready. Your diary stays as it is.',
  updateNow: 'Use it',
  storage: {
    full: 'This device has no room left, so the last thing was not saved. Free some space, then try again. Everything from before is still here.',
    blocked:
      'This browser does not let the app keep anything (often a private window). You can go on, but it will be gone when you close the page.',
    broken: 'The diary could not be opened. Close other windows of Unknot and reload. Nothing was deleted.',
  },
} as const;
