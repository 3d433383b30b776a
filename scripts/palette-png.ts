// A picture with at most 255 colours: screens of quiet surfaces lose nothing one sees and shrink to a third.

import { deflateSync } from 'node:zlib';

const MOST = 255;

/** @param pixels  red, green, blue, alpha; row by row. Alpha is dropped: a screen has none. */
export function palettePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.length; i += 4) {
    const colour = colourAt(pixels, i);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const { palette, indexOf } = reduce(counts);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = indexOf.get(colourAt(pixels, 4 * (y * width + x))) ?? 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    // 8 bits a pixel, colour type 3: indexed.
    chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 3, 0, 0, 0])])),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const colourAt = (pixels: Uint8Array, i: number): number =>
  ((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0);
const channels = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

type Counted = readonly [colour: number, count: number];

/** Median cut: the box of colours with the widest spread of pixels is halved until there are enough boxes. */
function reduce(counts: ReadonlyMap<number, number>): { palette: number[]; indexOf: Map<number, number> } {
  const boxes = [boxOf([...counts])];
  while (boxes.length < MOST) {
    const widest = boxes.reduce((a, b) => (b.weight > a.weight ? b : a));
    if (widest.colours.length < 2) break;
    boxes.splice(boxes.indexOf(widest), 1, ...halves(widest).map(boxOf));
  }
  const indexOf = new Map<number, number>();
  for (const [index, { colours }] of boxes.entries()) for (const [colour] of colours) indexOf.set(colour, index);
  return { palette: boxes.map(({ colours }) => middle(colours)), indexOf };
}

interface Box {
  readonly colours: readonly Counted[];
  /** Which channel spreads most, and how much it matters: its variance, summed over pixels. */
  readonly channel: number;
  readonly weight: number;
}

function boxOf(colours: readonly Counted[]): Box {
  const pixels = colours.reduce((sum, [, count]) => sum + count, 0);
  const spreads = [0, 1, 2].map((channel) => {
    const value = ([colour]: Counted) => channels(colour)[channel] ?? 0;
    const mean = colours.reduce((sum, each) => sum + value(each) * each[1], 0) / pixels;
    return colours.reduce((sum, each) => sum + (value(each) - mean) ** 2 * each[1], 0);
  });
  const weight = colours.length < 2 ? -1 : Math.max(...spreads);
  return { colours, channel: spreads.indexOf(Math.max(...spreads)), weight };
}

function halves({ colours, channel }: Box): [readonly Counted[], readonly Counted[]] {
  const value = ([colour]: Counted) => channels(colour)[channel] ?? 0;
  const sorted = [...colours].sort((a, b) => value(a) - value(b));
  const pixels = sorted.reduce((sum, [, count]) => sum + count, 0);
  const mean = sorted.reduce((sum, each) => sum + value(each) * each[1], 0) / pixels;
  const cut = Math.min(
    sorted.length - 1,
    Math.max(
      1,
      sorted.findIndex((each) => value(each) > mean),
    ),
  );
  return [sorted.slice(0, cut), sorted.slice(cut)];
}

function middle(colours: readonly Counted[]): number {
  const pixels = colours.reduce((sum, [, count]) => sum + count, 0);
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) =>
    Math.round(colours.reduce((sum, [colour, count]) => sum + (channels(colour)[channel] ?? 0) * count, 0) / pixels),
  );
  return (red << 16) | (green << 8) | blue;
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

/** The check sum of PNG chunks (ISO 3309). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc;
}
