import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { HearsayError, shown } from '../domain/errors.ts';
import { placesFor, type CostarData } from './graph-data.ts';
import type { IdTable } from './id-table.ts';

/** What a snapshot is of. */
export interface DataVersion {
  /** Tells stores apart. */
  readonly store: string;
  /** The last entry of the feed that is in it. */
  readonly sequence: number;
  /** What that entry says: two histories of one store that have parted differ here. */
  readonly entry: string;
}

/** A snapshot that was read. */
export interface Snapshot {
  readonly version: DataVersion;
  readonly data: CostarData;
}

// Eight bytes that no other kind of file begins with; the digit is the version of the format.
const MAGIC = 'HEARCST1';
const HASH = 'sha256';
const HASH_BYTES = 32;
/** Every part begins at a multiple of this, so that it can be used where it lies. */
const ALIGNMENT = 8;
/** So many bytes are hashed before others have their turn: about two milliseconds. */
const AT_ONCE = 2_000_000;
const MAX_HEADER = 10_000;

interface Header extends DataVersion {
  readonly people: number;
  readonly works: number;
  /** The bytes of each part, in order. */
  readonly parts: readonly number[];
}

/** Writes a snapshot beside the old one and puts it in its place. */
export async function writeSnapshot(path: string, { version, data }: Snapshot): Promise<void> {
  const parts = partsOf(data);
  const header: Header = {
    ...version,
    people: data.people.size,
    works: data.works.size,
    parts: parts.map((part) => part.byteLength),
  };
  const head = Buffer.from(MAGIC + JSON.stringify(header).padEnd(MAX_HEADER - MAGIC.length), 'latin1');
  const hash = createHash(HASH);
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      for (const part of [head, ...parts]) {
        const bytes = padded(part);
        hash.update(bytes);
        await file.writeFile(bytes);
      }
      await file.writeFile(hash.digest());
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Reads a snapshot; null when there is none. Throws STORE_CORRUPT for a file that is not whole, or that another
 * version of the format wrote.
 */
export async function readSnapshot(path: string): Promise<Snapshot | null> {
  const size = await stat(path).then(
    (file) => file.size,
    () => null,
  );
  if (size === null) return null;
  const bytes = await readFile(path);
  if (bytes.length < MAX_HEADER + HASH_BYTES) throw damaged(path, 'a part of it');
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) throw damaged(path, 'something else');
  if (!(await hashOf(bytes.subarray(0, -HASH_BYTES))).equals(bytes.subarray(-HASH_BYTES))) {
    throw damaged(path, 'other bytes than were written');
  }
  // Views of other types need memory that begins at a multiple of their own size.
  const whole = bytes.byteOffset % ALIGNMENT === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  const header = JSON.parse(whole.toString('latin1', MAGIC.length, MAX_HEADER)) as Header;
  const { store, sequence, entry } = header;
  return { version: { store, sequence, entry }, data: dataOf(header, whole) };
}

async function hashOf(bytes: Buffer): Promise<Buffer> {
  const hash = createHash(HASH);
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    hash.update(bytes.subarray(at, at + AT_ONCE));
    await setImmediate();
  }
  return hash.digest();
}

type Part = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

function partsOf({ people, works, ...data }: CostarData): readonly Part[] {
  return [
    ...[people.blocks, people.bytes, works.blocks, works.bytes],
    ...[data.offsets, data.entries, data.premiered, data.privates, data.instants],
    data.recorded ?? new Uint8Array(),
  ];
}

function padded(part: Part): Uint8Array {
  const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  const rest = bytes.length % ALIGNMENT;
  if (rest === 0) return bytes;
  const more = new Uint8Array(bytes.length + ALIGNMENT - rest);
  more.set(bytes);
  return more;
}

function dataOf(header: Header, bytes: Buffer): CostarData {
  let at = MAX_HEADER;
  const views = header.parts.map((length) => {
    const start = bytes.byteOffset + at;
    at += Math.ceil(length / ALIGNMENT) * ALIGNMENT;
    return { buffer: bytes.buffer as ArrayBuffer, start, length };
  });
  let index = 0;
  const next = (): (typeof views)[number] =>
    views[index++] ?? { buffer: new ArrayBuffer(0), start: 0, length: 0 };
  const bytesOf = (): Uint8Array => view(next(), Uint8Array);
  const numbers = (): Uint32Array => view(next(), Uint32Array);
  const ids = (prefix: string, size: number): IdTable => ({
    size,
    prefix,
    blocks: numbers(),
    bytes: bytesOf(),
  });
  const people = ids('person/', header.people);
  const works = ids('work/', header.works);
  const offsets = numbers();
  const entries = numbers();
  const premiered = view(next(), Int32Array);
  const privates = bytesOf();
  const instants = view(next(), Float64Array);
  const places = placesFor(instants.length, 0);
  const rest = next();
  const recorded = places === null ? null : view(rest, places.constructor as Uint8ArrayConstructor);
  return { people, works, offsets, entries, premiered, privates, instants, recorded };
}

interface ViewConstructor<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T;
}

function view<T>(
  {
    buffer,
    start,
    length,
  }: { readonly buffer: ArrayBuffer; readonly start: number; readonly length: number },
  type: ViewConstructor<T>,
): T {
  return new type(buffer, start, length / type.BYTES_PER_ELEMENT);
}

function damaged(path: string, found: string): HearsayError {
  return new HearsayError('STORE_CORRUPT', `Expected a whole snapshot in ${shown(path)}, but got ${found}`, {
    hint: 'It is made anew from the store.',
  });
}
