// Words of the emergency card (SAFETY notes, phrase bank).

/** A number, or words, that do not break over two lines. */
const whole = (words: string) => words.replaceAll(' ', '\u00a0');

export const helpTexts = {
  emergencyTitle: 'Stop here. Get help now.',
  emergencySay: 'This can be serious. Call, or go to an emergency department. Show them this screen.',
  crisisTitle: 'You matter. Talk to someone now.',
  crisisSay: 'You do not have to carry this alone. People are there to listen, day and night.',
  /** Where we know no listening line. */
  crisisNoLine:
    'You do not have to carry this alone. Go to someone near you, or call someone you trust. If you might act on it, call the emergency number now.',
  call: (number: string) => `Call ${whole(number)}`,
  callCrisis: (number: string) => `${whole('Talk to someone:')} ${whole(number)}`,
  callElse: (number: string) => `Or call ${whole(number)}`,
  numberFor: (country: string) => `Emergency number: ${country}.`,
  numberUnknown: 'We do not know the number where you are. 112 reaches help from most mobile phones.',
  numberThere: (country: string, number: string) => `${country}: ${whole(number)}.`,
  wrongNumber: 'Wrong number?',
  country: 'Where you are',
  chooseCountry: 'Choose a country',
  elsewhere: 'Another country',
  whenTitle: 'Call now if you notice any of these',
  when: [
    'a face that droops, trouble speaking, or sudden weakness on one side',
    'pressure or pain in the chest, trouble breathing, or fainting',
    'new numbness between the legs, or trouble with bladder or bowel',
    'a sudden, very bad pain in the head, neck, back or belly',
    'pain after a big fall or crash',
    'a stiff neck or back pain with fever, confusion or feeling very ill',
    'thoughts of ending your life',
  ],
  noSignal:
    'This card works without a network. A call needs phone signal; another phone network is often enough for an emergency number.',
  back: 'Back',
  /** In the place of a room that cannot be shown. */
  trouble: {
    title: 'This page could not be shown',
    say: 'Something in the app went wrong. Your diary stays as it is.',
    call: 'If you need help now, call:',
    again: 'Try again',
    home: 'Back to today',
  },
} as const;
