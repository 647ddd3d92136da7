import { createHash, type Hash } from 'node:crypto';
import type { GraphRecords } from '../domain/change.ts';
import { recordPlace, type RecordCursor } from '../domain/record-walk.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { LINE_TYPES } from './record-lines.ts';
import { slicesFrom } from './store-slices.ts';

/** How many there are of something, and the SHA-256 of all of them in their order. */
export interface Digest {
  readonly count: number;
  readonly digest: string;
}
/** What a store holds: each type of record, and the relationships derived from them as `edges`. */
export type StoreDigest = Readonly<Record<DigestedType, Digest>>;
export type DigestedType = Exclude<keyof GraphRecords, 'retractions'> | 'edges';

/** The types that are digested, in the order in which they are reported. */
export const DIGESTED_TYPES = [...LINE_TYPES, 'edges'] as const satisfies readonly DigestedType[];

/**
 * Digests everything in a store, in slices of `batch`. Every number counts to its last bit, and the result does not
 * depend on what the store is made of. Reports how many records and relationships it has read.
 */
export async function digestStore(
  store: GraphStore,
  batch: number,
  onRead: (read: number) => void,
): Promise<StoreDigest> {
  const sums = new Map(DIGESTED_TYPES.map((type) => [type, { count: 0, hash: createHash('sha256') }]));
  const add = (type: DigestedType, records: readonly unknown[], isAgain: boolean): void => {
    const sum = sums.get(type);
    if (sum === undefined) return;
    if (!isAgain) sum.count += records.length;
    for (const record of records) put(sum.hash, record);
    onRead(records.length);
  };
  for await (const { after, slice } of slicesFrom(null, (place) => store.records(place, batch))) {
    const isAgain = comesAgain(after);
    for (const type of DIGESTED_TYPES) if (type !== 'edges') add(type, slice.records[type], isAgain);
  }
  for await (const { slice } of slicesFrom(null, (place) => store.edges(place, batch))) {
    add('edges', slice.edges, false);
  }
  return Object.fromEntries(
    [...sums].map(([type, { count, hash }]) => [type, { count, digest: hash.digest('hex') }]),
  ) as unknown as StoreDigest;
}

const AGAIN: readonly string[] = ['birthDates', 'origins', 'bases'];

/** True of a slice whose records have all been in a slice before, without what they point at. */
export function comesAgain(cursor: RecordCursor | null): boolean {
  return AGAIN.includes(recordPlace(cursor).step);
}

/** JSON with sorted keys, a record a line. A number has one shortest text, which gives all of its bits back. */
function put(hash: Hash, record: unknown): void {
  const text = JSON.stringify(record, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value,
  );
  hash.update(text).update('\n');
}
