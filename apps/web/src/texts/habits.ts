// Words of the habits room. Optional and small; no counting, no praise for rows of days, no "should".

export type HabitId = 'sleep-setup' | 'breathing' | 'letting-go' | 'walking' | 'strength' | 'drinking' | 'food';

export const habitTexts = {
  title: 'Small habits',
  lead: 'Nothing here is needed for a plan to work. If you like, take one, tie it to something you do anyway, and see after two weeks.',
  begin: 'Try this one',
  moment: 'When? After something you do anyway:',
  moments: ['After the first coffee or tea', 'When a meeting ends', 'When the kettle boils', 'Before I go to bed'],
  ownMoment: 'Or in your words',
  momentKeep: 'That is it',
  momentLeave: 'Leave it',
  current: (habit: string) => `You are trying: ${habit}`,
  when: (moment: string) => `When: ${moment}`,
  keep: 'It stays with me',
  drop: 'Not for me',
  asked: 'Two weeks are over. What changed? Keep it, or let it go; both are fine.',
  kept: 'You keep this one',
  done: 'Noted.',
  practise: (minutes: number) => `Do it now, ${minutes}\u00a0min`,
  notNow: (why: string) => `Not in a plan for you now. ${why}`,
  check: 'Answer the safety questions first',
  more: 'What is known',
  sleep: {
    title: 'Sleep and how you lie',
    lead: 'Any position you sleep well in is a good one. These pillows can make it easier on neck and back.',
    names: { side: 'On your side', back: 'On your back', stomach: 'On your front' } as Readonly<Record<string, string>>,
    mattress: 'Mattress',
    hours: 'Times',
  },
  stress: {
    title: 'Breathing and letting go',
    lead: 'Slow breathing, or tensing and letting go one part after the other. Good on a tense day, and before sleep.',
  },
  move: {
    title: 'Walking and strength',
    lead: 'The one thing with good evidence that pain comes back less often.',
    week: (from: number, to: number) =>
      `For adults: ${from} to ${to} minutes of brisk walking or the like in a week, in any pieces.`,
    strength: (days: number) => `Strength on ${days} or more days a week.`,
    balance: (days: number) => `From 65: balance on ${days} or more days a week.`,
    walkStart: 'How to begin',
    walkGoal: 'Where the trial ended',
    neck: (from: number, to: number) =>
      `For neck and shoulders, ${from} to ${to} minutes a day of one raise with a band did most in trials.`,
    flare: 'In a flare',
    weeks: 'Your programme: what to do, over weeks',
  },
  water: {
    title: 'Water',
    lead: 'Drink when you are thirsty. No study shows that too little water makes knots.',
    amount: (group: string, litres: number) => `${group}: about ${litres} litres a day from drinks and food together`,
    extra: (group: string, litres: number) => `${group}: ${litres} litres more`,
    groups: { women: 'Women', men: 'Men', pregnancy: 'Pregnancy', breastfeeding: 'Breastfeeding' } as Readonly<
      Record<string, string>
    >,
  },
  food: {
    title: 'Food',
    lead: 'What people usually need in a day, from food. None of it has been shown to loosen a knot, and this app never suggests a supplement.',
    names: {
      magnesium: 'Magnesium',
      potassium: 'Potassium',
      'vitamin-d': 'Vitamin D',
      protein: 'Protein',
    } as Readonly<Record<string, string>>,
    upper: (limit: string) => `No more than ${limit}.`,
    foods: (list: string) => `Found in ${list}.`,
    pharmacist: 'Medicines',
  },
  yourLimit: {
    'kidney-disease': 'You said that you have, or may have, kidney disease',
    'heart-disease': 'You said that you have, or may have, heart disease',
  } as Readonly<Record<string, string>>,
  ifLimit: {
    'kidney-disease': 'With kidney disease',
    'heart-disease': 'With heart disease',
  } as Readonly<Record<string, string>>,
  habits: {
    'sleep-setup': 'pillows that fit how I lie',
    breathing: 'three minutes of slow breathing',
    'letting-go': 'tensing and letting go before sleep',
    walking: 'a short walk',
    strength: 'two minutes of strength',
    drinking: 'a glass of water within reach',
    food: 'beans, nuts or greens once a day',
  } satisfies Record<HabitId, string>,
} as const;
