import { readFileSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

// WOFF is the tables of a TrueType font, each deflated (https://www.w3.org/TR/WOFF/): unpacking loses nothing.
const WOFF = 0x774f4646;
const [HEADER, ENTRY] = [44, 20];
const [SFNT_HEADER, SFNT_ENTRY] = [12, 16];

/** Turns a WOFF into the TrueType font that it was made from: resvg reads no other. */
function unpack(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== WOFF) throw new Error('Expected a WOFF file, but got something else');
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  const tables: Buffer[] = [head];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const at = HEADER + index * ENTRY;
    const [start, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(start, start + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    const entry = SFNT_HEADER + index * SFNT_ENTRY;
    woff.copy(head, entry, at, at + 4);
    head.writeUInt32BE(woff.readUInt32BE(at + 16), entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(length, entry + 12);
    // Tables start at multiples of four bytes.
    const padded = Buffer.concat([table, Buffer.alloc(-length & 3)]);
    tables.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(tables);
}

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined)
  throw new Error('Expected: tsx scripts/unpack-font.ts FROM.woff TO.ttf');
writeFileSync(to, unpack(readFileSync(from)));
