// Reads what a client sends, up to a size. What says or turns out to be larger is not read to its end.

import type { IncomingMessage } from 'node:http';

/** `too-large`: over the limit. `cut`: the line broke before the end. */
export type Body = Buffer | 'too-large' | 'cut';

export function readBody(incoming: IncomingMessage, mostBytes: number): Promise<Body> {
  return new Promise((resolve) => {
    if (Number(incoming.headers['content-length'] ?? 0) > mostBytes) return resolve('too-large');
    const pieces: Buffer[] = [];
    let size = 0;
    incoming.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size <= mostBytes) pieces.push(piece);
      else {
        pieces.length = 0;
        incoming.pause();
        resolve('too-large');
      }
    });
    incoming.once('end', () => resolve(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)));
    incoming.once('error', () => resolve('cut'));
    incoming.once('close', () => resolve('cut'));
  });
}
