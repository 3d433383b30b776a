// Words of the pictures that move.

import { tenths } from './amounts.ts';

const minutes = (value: number) => (value === 1 ? '1 minute' : `${tenths(value)} minutes`);

/** A share in everyday words. */
const share = (value: number): string => {
  if (value < 0.05) return 'hardly any';
  if (value < 0.18) return 'about a tenth';
  if (value < 0.29) return 'about a quarter';
  if (value < 0.42) return 'about a third';
  if (value < 0.6) return 'about a half';
  return 'more than a half';
};

export const pictureTexts = {
  play: 'Play',
  pause: 'Pause',
  sarcomere: {
    title: 'How a muscle shortens',
    slider: 'Shortening',
    inWords: (value: number) => (value < 3 ? 'at rest' : value > 97 ? 'fully shortened' : 'on the way'),
    seen: (value: number) =>
      value < 34
        ? 'Three links of a fibre at rest. Thin threads reach in from both ends; thick threads lie in the middle.'
        : value < 67
          ? 'The heads of the thick threads pull. The thin threads slide inwards, and the links grow shorter.'
          : 'The links are short now. No thread got shorter, and none is twisted: they only slid over each other.',
    known:
      'This is how every muscle works, and it is well known. Whether a small part stays short in a sore spot is an idea that has not been shown. Drawn by hand, not to scale.',
  },
  warmth: {
    title: 'Warmth on its way in',
    slider: 'Time',
    inWords: minutes,
    seen: (value: number, one: number, two: number) =>
      value === 0
        ? 'The warm pack touches the skin. Deeper down nothing has changed yet.'
        : `After ${minutes(value)} the sum says: one centimetre deep ${share(one)} of the warmth has come, two centimetres deep ${share(two)}.`,
    fat: 'fat',
    muscle: 'muscle',
    depth: (value: number) => `${value} cm`,
    known:
      'Skin gets warm at once, deep muscle late and little. That is one reason why longer or hotter is not better.',
    model:
      'A picture, not a measurement: one kind of tissue, spreading as in water, a skin that stays warm. Blood carries warmth away, so the true numbers are smaller. The depth of the layers differs from body to body.',
  },
  hold: {
    title: 'One minute on a spot',
    slider: 'Holding',
    inWords: (value: number) => `${Math.round(value)} seconds`,
    seen: (value: number) =>
      value < 2
        ? 'The ball touches the skin.'
        : value < 15
          ? 'The ball sinks in. What you feel should stay below 4 of 10.'
          : value < 45
            ? 'Hold still and breathe. For many people it gets milder; for some it does not.'
            : 'Time to let go. If it did not get milder, press less next time, or leave it.',
    felt: 'What people feel',
    minute: '1 min',
    known:
      'Known: in a trial with 119 people, a tender spot could bear more pressure right after a hold. Light pressure was enough.',
    unknown:
      'Not known: why. Nothing is broken up, and no fibre gets longer. The coloured band is our drawing of how much people differ, not a measurement.',
  },
  circle: {
    title: 'How pain can feed itself',
    goRound: 'Go round',
    wayOut: 'A way out:',
    more: 'Read more',
    known:
      'The circle helps to think. It is not a law, and nobody has measured it as a whole. You can leave it at any station.',
    stations: [
      {
        name: 'It hurts',
        what: 'A spot is sore. The alarm rings.',
        out: 'warmth, or a light press, may take the edge off.',
        page: 'what-warmth-does',
      },
      {
        name: 'Guarding',
        what: 'The muscle around it holds on, to protect.',
        out: 'a slow breath out, and letting the shoulders drop.',
        page: 'breathing-and-relaxing',
      },
      {
        name: 'Less moving',
        what: 'What hurts is moved less. That is natural.',
        out: 'easy movement, a little sore is fine.',
        page: 'pain-is-not-a-damage-meter',
      },
      {
        name: 'Stiff and touchy',
        what: 'What is moved less feels stiff, and small things are felt more.',
        out: 'small steps, a little more each week.',
        page: 'load-and-rest',
      },
      {
        name: 'Worry',
        what: 'Bad sleep, stress and worry turn the alarm up.',
        out: 'good news: most of it eases in weeks, and strong pain is not strong harm.',
        page: 'how-long-it-lasts',
      },
    ],
  },
  referral: {
    title: 'Touch a muscle',
    lead: 'Each muscle has places where its pain is said to be felt. Touch one, or choose it from the list.',
    choose: 'Muscle',
    views: 'View',
    view: { posterior: 'Back', anterior: 'Front', 'lateral-right': 'Side' },
    picture: (muscle: string, mostly: string, sometimes: string) =>
      `${muscle}. Pain is felt mostly at: ${mostly}.${sometimes ? ` Sometimes at: ${sometimes}.` : ''}`,
    key: 'Cool light: the muscle. Warm light: where its pain is said to be felt.',
    known:
      'The patterns come from books and a few counts. When people were counted, about four in ten felt the main area. So they are hints.',
  },
} as const;
