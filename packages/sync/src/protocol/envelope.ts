// A sealed letter as it lies on the wire and on a disk. Whoever carries it can see its id and its padded size, no more.
//
//   version 1 byte · id 16 bytes · nonce 24 bytes · sealed contents with a tag of 16 bytes

const ENVELOPE_VERSION = 1;
export const ID_BYTES = 16;
export const NONCE_BYTES = 24;
const TAG_BYTES = 16;
export const HEADER_BYTES = 1 + ID_BYTES + NONCE_BYTES;

/** Largest envelope that is carried. */
export const ENVELOPE_LIMIT = 1024 * 1024;

export interface Envelope {
  readonly id: Uint8Array;
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
}

export function envelopeBytes({ id, nonce, sealed }: Envelope): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + sealed.length);
  bytes[0] = ENVELOPE_VERSION;
  bytes.set(id, 1);
  bytes.set(nonce, 1 + ID_BYTES);
  bytes.set(sealed, HEADER_BYTES);
  return bytes;
}

/** False when it is too short, too long or of a version we do not know. */
export const isEnvelope = (bytes: Uint8Array): boolean =>
  bytes[0] === ENVELOPE_VERSION && bytes.length >= HEADER_BYTES + TAG_BYTES && bytes.length <= ENVELOPE_LIMIT;

/** Null when it is not an envelope of ours. */
export function readEnvelope(bytes: Uint8Array): Envelope | null {
  if (!isEnvelope(bytes)) return null;
  return {
    id: bytes.subarray(1, 1 + ID_BYTES),
    nonce: bytes.subarray(1 + ID_BYTES, HEADER_BYTES),
    sealed: bytes.subarray(HEADER_BYTES),
  };
}
