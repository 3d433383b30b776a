// What a screen can lead to in the library: the page, and the words of the link.

export const EXPLAINED = {
  knot: ['what-is-a-knot', 'What is a knot?'],
  'why-it-hurts': ['why-it-hurts', 'Why does it hurt?'],
  'get-help': ['when-to-get-help', 'When to get help'],
  referred: ['referred-pain', 'Why pain can show up somewhere else'],
  finding: ['finding-a-spot', 'Can you feel a knot with your fingers?'],
  pressing: ['how-hard-to-press', 'How hard should you press?'],
  'pain-scale': ['pain-is-not-a-damage-meter', 'What pain tells, and what it does not'],
  sorer: ['gentle-and-patient', 'When it is sorer afterwards'],
  course: ['how-long-it-lasts', 'How long does it last?'],
  support: ['what-helps-most', 'What has the best support?'],
  early: ['when-it-starts-to-ache', 'When it starts to ache'],
  pattern: ['your-own-pattern', 'Finding what sets yours off'],
  prevent: ['keeping-it-away', 'Can you keep knots away?'],
  desk: ['desk-set-up', 'What a good desk can and cannot do'],
  sleep: ['sleep-position', 'Sleep, pillows and mattresses'],
  stress: ['stress-and-tension', 'Stress and tight muscles'],
  breathing: ['breathing-and-relaxing', 'Breathing and relaxing'],
  sitting: ['sitting', 'Is sitting to blame?'],
  water: ['water', 'Does drinking more help?'],
  food: ['food-and-minerals', 'Magnesium, potassium, protein, vitamin D'],
  warmth: ['what-warmth-does', 'What warmth does'],
  cold: ['what-cold-does', 'What cold does'],
  stretching: ['what-stretching-does', 'What stretching does'],
  moving: ['moving-and-strength', 'Moving and getting stronger'],
  medicines: ['pain-tablets-and-gels', 'Pain tablets, gels and rubs'],
  devices: ['devices-and-adverts', 'Laser belts, rollers and other adverts'],
  percussion: ['massage-guns-and-tens', 'Massage guns and TENS'],
  professional: ['seeing-a-professional', 'What a professional can do'],
  press: ['what-pressing-does', 'What massage and pressing do'],
} as const satisfies Record<string, readonly [page: string, words: string]>;

export const allAbout = (muscle: string) => `All about: ${muscle}`;

export type ExplainTopic = keyof typeof EXPLAINED;

/** Which page explains a technique, by its category. */
export const TOPIC_OF_CATEGORY: Readonly<Record<string, ExplainTopic>> = {
  'pressure-release': 'press',
  percussion: 'percussion',
  stretch: 'stretching',
  mobility: 'moving',
  strength: 'moving',
  aerobic: 'moving',
  calm: 'breathing',
  heat: 'warmth',
  cold: 'cold',
  medicine: 'medicines',
  device: 'devices',
  professional: 'professional',
  prevention: 'prevent',
};
