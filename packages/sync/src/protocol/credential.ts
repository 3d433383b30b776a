// Who may open a log: its id and its token, in one header, so that no address ever holds either.

import { fromText, joined, toText } from './bytes.ts';

export const LOG_BYTES = 16;
export const TOKEN_BYTES = 32;

export interface Credential {
  readonly logId: Uint8Array;
  readonly token: Uint8Array;
}

/** Value of the Authorization header. */
export const authorization = ({ logId, token }: Credential): string => `Unknot ${toText(joined(logId, token))}`;

export function readAuthorization(header: string): Credential | null {
  const bytes = header.startsWith('Unknot ') ? fromText(header.slice(7), LOG_BYTES + TOKEN_BYTES) : null;
  return bytes && { logId: bytes.subarray(0, LOG_BYTES), token: bytes.subarray(LOG_BYTES) };
}
