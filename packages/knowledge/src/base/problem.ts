// What is wrong with a piece of knowledge, told so that its author finds the place at once.

/** `file`: path below the data folder. `field`: dotted path inside it; empty for the file as a whole. */
export interface Problem {
  readonly file: string;
  readonly field: string;
  readonly problem: string;
}

export const sentence = ({ file, field, problem }: Problem): string =>
  field === '' ? `${file}: ${problem}` : `${file}: ${field}: ${problem}`;
