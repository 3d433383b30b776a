// The door of the command line: what comes in is read once, refused in one line, and never repaired.

export {
  BadInput,
  type Fields,
  fieldsOf,
  listOf,
  meant,
  numberIn,
  oneOf,
  onlyFields,
  refuse,
  refuseAs,
  textOf,
  whole,
} from './fields.ts';
export { parseJson } from './json.ts';
export { nearest } from './nearest.ts';
export { readBytes, readInput, readSecret } from './read.ts';
export { shown } from './shown.ts';
