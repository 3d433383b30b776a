// The door of protocol: what travels and lies about in the open. Nothing here can open an envelope.

export { BACKUP_MAGIC, type BackupCheck, backupParts, FILE_ID_BYTES, pieceId } from './backup.ts';
export {
  BATCH_ENVELOPES,
  BATCH_LIMIT,
  BATCH_TYPE,
  type Batch,
  batchBytes,
  framed,
  PAGE_TYPE,
  type Page,
  pageBytes,
  readBatch,
  readPage,
  unframed,
} from './batch.ts';
export { fromText, joined, sameBytes, toText } from './bytes.ts';
export { authorization, type Credential, LOG_BYTES, readAuthorization, TOKEN_BYTES } from './credential.ts';
export {
  BEGINNING,
  type Cursor,
  cursorOfText,
  cursorText,
  MARK_BYTES,
  samePlace,
} from './cursor.ts';
export {
  ENVELOPE_LIMIT,
  type Envelope,
  envelopeBytes,
  HEADER_BYTES,
  ID_BYTES,
  NONCE_BYTES,
  readEnvelope,
} from './envelope.ts';
