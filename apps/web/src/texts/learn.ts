// Words of the Understand room.

export const learnTexts = {
  title: 'Understand',
} as const;
