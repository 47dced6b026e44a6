// node scripts/squeeze-pictures.mjs <folder>: writes each PNG of a folder with a palette of 256 colours, a third of its size.
// Screens of a checkout have few colours; what is mixed at the edges of letters moves by less than the eye, or the test, sees.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const COLOURS = 256;
/** Of these, the most frequent are kept as they are: the rest are spread over all others. */
const KEPT = 64;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

for (const name of readdirSync(process.argv[2] ?? '.').filter((file) => file.endsWith('.png'))) {
  const file = join(process.argv[2] ?? '.', name);
  const bytes = readFileSync(file);
  const pixels = pixelsOf(bytes);
  if (!pixels) continue;
  const squeezed = withPalette(pixels);
  if (squeezed.length < bytes.length) writeFileSync(file, squeezed);
}

/** Colours of a picture as `0xrrggbb`. Null: it has a palette already. */
function pixelsOf(bytes) {
  const chunks = chunksOf(bytes);
  const head = chunks.find(({ type }) => type === 'IHDR').data;
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), { 2: 3, 6: 4 }[head[9]]];
  if (!channels) return null;
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)));
  const row = width * channels;
  const colours = new Uint32Array(width * height);
  let above = new Uint8Array(row);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (row + 1)];
    const line = Uint8Array.from(data.subarray(y * (row + 1) + 1, (y + 1) * (row + 1)));
    for (let x = 0; x < row; x += 1) {
      const [left, up, corner] = [line[x - channels] ?? 0, above[x], above[x - channels] ?? 0];
      line[x] += [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
    for (let x = 0; x < width; x += 1) {
      const at = x * channels;
      colours[y * width + x] = (line[at] << 16) | (line[at + 1] << 8) | line[at + 2];
    }
    above = line;
  }
  return { width, height, colours };
}

/** PNG (third edition), 9.4. */
function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function* walk(bytes) {
  for (let at = SIGNATURE.length; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    yield {
      type: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)),
    };
}

function chunksOf(bytes) {
  return [...walk(bytes)];
}

function withPalette({ width, height, colours }) {
  const { palette, placeOf } = paletteOf(colours);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + 1 + x] = placeOf.get(colours[y * width + x]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** The most frequent colours, and then always the one that is farthest from all that are chosen. */
function paletteOf(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const all = [...counts.keys()];
  all.sort((one, other) => counts.get(other) - counts.get(one));
  const palette = [];
  const nearest = all.map(() => ({ place: 0, distance: Infinity }));
  const choose = (colour) => {
    palette.push(colour);
    all.forEach((other, index) => {
      const distance = distanceOf(colour, other);
      if (distance < nearest[index].distance) nearest[index] = { place: palette.length - 1, distance };
    });
  };
  for (const colour of all.slice(0, KEPT)) choose(colour);
  while (palette.length < Math.min(COLOURS, all.length))
    choose(all[nearest.reduce((far, { distance }, index) => (distance > nearest[far].distance ? index : far), 0)]);
  return { palette, placeOf: new Map(all.map((colour, index) => [colour, nearest[index].place])) };
}

function distanceOf(one, other) {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
}
