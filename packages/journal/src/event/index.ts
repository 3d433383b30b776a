// The door of event: what can be told, how it is ordered, and what is private.

export {
  type BodyOf,
  type Catalogue,
  catalogue,
  type Decoded,
  decodeEvent,
  decodeText,
  type Editions,
  type EventType,
  idOf,
  type JournalEvent,
  type ProfilePatch,
  type Telling,
  type Unreadable,
  versionOf,
} from './decode.ts';
export { isCrisis, isSensitive, splitSensitive } from './sensitive.ts';
export { bodies } from './shapes.ts';
export {
  compareStamps,
  type DeviceId,
  eventId,
  isStamp,
  laterStamp,
  nextStamp,
  type Stamp,
  stampWall,
} from './stamp.ts';
