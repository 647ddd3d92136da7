/** Ids in a row of which only the first is written out whole: longer ones are smaller and slower to look up. */
const BLOCK = 16;
/** An id has at most 200 characters. */
const MAX_ID_BYTES = 256;

/** Sorted ids of one type in a few bytes each: what an id shares with the one before it is not repeated. */
export interface IdTable {
  readonly size: number;
  /** What every id begins with, such as `person/`. */
  readonly prefix: string;
  /** Where each block of ids begins in `bytes`. */
  readonly blocks: Uint32Array;
  /** Of each id: how many bytes it shares with the one before (0 for the first of a block), how many follow, and those. */
  readonly bytes: Uint8Array;
}

/** Packs ids of one type, sorted by code unit and distinct. They are ASCII, as ids are. */
export function packIds(prefix: string, sorted: readonly string[]): IdTable {
  const blocks = new Uint32Array(Math.ceil(sorted.length / BLOCK));
  const bytes = new Uint8Array(sorted.reduce((sum, id) => sum + 2 + id.length, 0));
  let at = 0;
  let before = '';
  sorted.forEach((id, index) => {
    const rest = id.slice(prefix.length);
    const isFirst = index % BLOCK === 0;
    if (isFirst) blocks[index / BLOCK] = at;
    const shared = isFirst ? 0 : sharedLength(before, rest);
    bytes[at] = shared;
    bytes[at + 1] = rest.length - shared;
    at += 2;
    for (let place = shared; place < rest.length; place += 1, at += 1) bytes[at] = rest.charCodeAt(place);
    before = rest;
  });
  return { size: sorted.length, prefix, blocks, bytes: bytes.slice(0, at) };
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

const scratch = Buffer.alloc(MAX_ID_BYTES);

/** The id at `index`, which is in the table. */
export function idAt({ prefix, blocks, bytes }: IdTable, index: number): string {
  let at = blocks[Math.floor(index / BLOCK)] ?? 0;
  let length = 0;
  for (let step = index % BLOCK; step >= 0; step -= 1) {
    length = bytes[at] ?? 0;
    const end = at + 2 + (bytes[at + 1] ?? 0);
    // Byte by byte: there are few, and a view of them would cost more than to copy them.
    for (at += 2; at < end; at += 1, length += 1) scratch[length] = bytes[at] ?? 0;
  }
  return prefix + scratch.toString('latin1', 0, length);
}

/** Where an id is in the table, or -1. */
export function indexOfId(table: IdTable, id: string): number {
  if (!id.startsWith(table.prefix) || table.size === 0) return -1;
  let low = 0;
  let high = table.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (idAt(table, middle * BLOCK) <= id) low = middle;
    else high = middle - 1;
  }
  const end = Math.min((low + 1) * BLOCK, table.size);
  for (let index = low * BLOCK; index < end; index += 1) if (idAt(table, index) === id) return index;
  return -1;
}
