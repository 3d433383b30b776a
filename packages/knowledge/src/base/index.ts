// Door of the knowledge base: from data files to checked knowledge and its slices.

export { type DataFile, type Decoded, decodeKnowledge } from './decode.ts';
export { checkIntegrity } from './integrity.ts';
export { type Problem, sentence } from './problem.ts';
export { type Slices, slices } from './slices.ts';
