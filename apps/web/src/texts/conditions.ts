// How the conditions are grouped when a person is asked about all of them. Order is the order on the screen.

export const conditionTexts = {
  ask: (count: number) =>
    `${count === 1 ? 'Tap it if it fits you' : 'Tap everything that fits you'}. Tap twice for “not sure”.`,
  why: 'Some things are not safe for everyone. What you tap here only takes things away from a plan, never adds.',
  rest: (count: number) => (count === 1 ? 'It does not fit me' : 'Nothing else fits me'),
  restDone: 'All answered',
  stillRight: 'Still right',
  open: (count: number) => (count === 1 ? '1 not answered yet' : `${count} not answered yet`),
  state: { yes: 'yes', unsure: 'not sure', no: 'no', open: 'not answered' },
  unsureMark: 'Not sure:',
  about: 'What do these mean?',
} as const;

export const CONDITION_TOPICS: readonly { title: string; ids: readonly string[] }[] = [
  {
    title: 'Today',
    ids: [
      'recent-injury-72h',
      'broken-or-inflamed-skin',
      'fever-or-infection',
      'topical-on-skin-now',
      'medicine-patch-worn',
      'drowsy-or-intoxicated',
      'alone-no-help',
      'pain-with-cough-or-breath',
    ],
  },
  {
    title: 'Pregnancy and birth',
    ids: ['pregnancy', 'pregnancy-from-16-weeks', 'pelvic-girdle-pain', 'breastfeeding', 'postpartum-6-weeks'],
  },
  {
    title: 'Bones, joints and spine',
    ids: [
      'osteoporosis',
      'recent-fracture',
      'vertebral-fracture-old',
      'recent-surgery',
      'operation-under-6-weeks',
      'operation-elsewhere',
      'hip-replacement',
      'shoulder-dislocation',
      'frozen-shoulder',
      'spinal-hardware',
      'neck-trauma-recent',
      'neck-instability',
      'hypermobility',
      'disc-herniation',
      'spinal-stenosis',
      'spondylolisthesis',
      'ankylosing-spondylitis',
      'knee-arthritis',
      'gout',
      'spinal-infection-treated',
      'cannot-kneel-or-floor',
      'frail-or-falls',
    ],
  },
  {
    title: 'Heart, blood and breathing',
    ids: [
      'heart-disease',
      'known-aneurysm',
      'high-blood-pressure',
      'uncontrolled-blood-pressure',
      'stroke-tia-carotid',
      'anticoagulant',
      'bleeding-disorder',
      'sickle-cell',
      'dvt-or-clot',
      'clot-risk',
      'varicose-veins',
      'poor-circulation',
      'implanted-device',
      'asthma',
      'lung-disease-or-past-pneumothorax',
      'panic-with-breathing',
    ],
  },
  {
    title: 'Nerves, head and eyes',
    ids: [
      'reduced-sensation',
      'spinal-cord-injury',
      'pain-after-shingles',
      'epilepsy',
      'migraine',
      'vertigo',
      'glaucoma-or-retina',
      'heat-sensitive-condition',
    ],
  },
  {
    title: 'Illness in general',
    ids: [
      'diabetes',
      'active-cancer',
      'cancer-history',
      'lymphoedema',
      'immunosuppressed',
      'kidney-disease',
      'liver-disease',
      'stomach-ulcer',
      'iron-deficiency-or-muscle-disease',
      'polymyalgia',
      'lupus',
      'overactive-thyroid',
      'fragile-skin',
      'widespread-pain',
      'post-exertional-malaise',
      'photosensitivity',
    ],
  },
  {
    title: 'Medicines and allergies',
    ids: [
      'long-term-steroids',
      'interacting-medicines',
      'potassium-sparing-medicine',
      'low-dose-aspirin',
      'taking-nsaid',
      'taking-acetaminophen',
      'nsaid-allergy',
      'topical-allergy',
      'heavy-alcohol',
    ],
  },
  {
    title: 'Private – you may leave these out',
    ids: ['injecting-drugs', 'low-mood-or-crisis', 'bipolar-disorder'],
  },
];

/** They follow from the age, which is asked in years. */
export const BY_AGE: ReadonlySet<string> = new Set(['age-over-65', 'under-18']);

/** Worked out from other answers; never asked here. */
export const NOT_ASKED: ReadonlySet<string> = new Set([...BY_AGE, 'no-tools']);
