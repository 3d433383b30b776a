// The helper's card as one picture that can be sent or printed: the map on top, the words in large type below.

import { saveFile } from '../../ports/save-file.ts';

const WIDTH = 1080;
const MARGIN = 72;
const MAP = 620;
const PAPER = '#fdfaf5';
const INK = '#241f1e';
/** What decides how a shape looks; a picture that stands alone has no style sheet. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'opacity',
  'mix-blend-mode',
] as const;

export interface CardLine {
  readonly text: string;
  readonly large: boolean;
}

/** @returns a PNG; throws when the browser cannot draw it */
export async function cardPicture(map: SVGSVGElement, lines: readonly CardLine[]): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const measure = canvas.getContext('2d');
  if (!measure) throw new Error('this browser cannot draw a picture');
  const rows = lines.flatMap((line) => wrapped(measure, line));
  canvas.width = WIDTH;
  canvas.height = MAP + rows.reduce((sum, { height, after }) => sum + height + after, 0) + 2 * MARGIN;
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const picture = await drawn(map);
  pen.drawImage(picture, (WIDTH - MAP) / 2, MARGIN / 2, MAP, MAP);
  pen.fillStyle = INK;
  let y = MAP + MARGIN;
  for (const { text, font, height, after } of rows) {
    pen.font = font;
    pen.fillText(text, MARGIN, y + height * 0.75);
    y += height + after;
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture came out'))), 'image/png'),
  );
}

function wrapped(pen: CanvasRenderingContext2D, { text, large }: CardLine) {
  const family = getComputedStyle(document.documentElement).getPropertyValue(large ? '--font-display' : '--font-text');
  const font = large ? `500 52px ${family}` : `400 36px ${family}`;
  pen.font = font;
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const longer = rows.length > 0 ? `${rows.at(-1)} ${word}` : word;
    if (rows.length > 0 && pen.measureText(longer).width <= WIDTH - 2 * MARGIN) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows.map((row, index) => ({
    text: row,
    font,
    height: large ? 64 : 48,
    after: index === rows.length - 1 ? 22 : 0,
  }));
}

async function drawn(map: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = map.cloneNode(true) as SVGSVGElement;
  const originals = [map, ...map.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [index, original] of originals.entries()) {
    const style = getComputedStyle(original);
    for (const name of LOOKS) copies[index]?.style.setProperty(name, style.getPropertyValue(name));
  }
  for (const image of copy.querySelectorAll('image')) {
    const href = image.getAttribute('href');
    if (href && !href.startsWith('data:')) image.setAttribute('href', await asData(href));
  }
  copy.setAttribute('width', String(MAP));
  copy.setAttribute('height', String(MAP));
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  return picture;
}

async function asData(address: string): Promise<string> {
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** Hands the picture to the device's share sheet where there is one for files, else saves it. */
export async function handOver(picture: Blob, name: string): Promise<void> {
  const file = new File([picture], `${name}.png`, { type: 'image/png' });
  if (navigator.canShare?.({ files: [file] })) {
    // Closing the sheet again is no fault.
    await navigator.share({ files: [file] }).catch(() => undefined);
    return;
  }
  saveFile(file.name, file);
}
