import type { ChangeReceipt, GraphChange } from '../../domain/change.ts';
import { HearsayError } from '../../domain/errors.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { Transaction } from './connection.ts';
import * as derive from './derive-queries.ts';
import { storeDerived } from './derived.ts';
import { withoutFeed } from './feed.ts';
import { onFileOf, type OnFile } from './on-file.ts';
import * as scalars from './scalar-rows.ts';
import { storeRecords } from './store-records.ts';
import { writeClaims, writeOutcomes, writeRetractions } from './write-claims.ts';
import { writeNodes } from './write-nodes.ts';
import * as cypher from './write-queries.ts';
import { begin, type RecordsById, type Writing } from './writing.ts';

/** A change under a name of its own, so that the repetition of a commit is known for what it is. */
export interface NamedChange {
  readonly id: string;
  readonly change: GraphChange;
}

/** What became of a change: its receipt, or why it was refused. */
export type Applied =
  { readonly receipt: Omit<ChangeReceipt, 'bookmark'> } | { readonly refused: HearsayError };

/**
 * Applies changes one after the other: records, then what is derived from them, then the feed. Each is applied
 * whole or refused whole; a failing store fails them all. The lock on the feed puts all writers of all servers
 * into one line, so that sequence numbers are given in the order of commits. When the answer to a commit is lost,
 * the driver runs all of this again: then the receipts of the first time are found, and nothing is done twice.
 */
export async function applyChanges(
  transaction: Transaction,
  changes: readonly NamedChange[],
): Promise<readonly Applied[]> {
  const ids = changes.map(({ id }) => id);
  const [first] = changes;
  // Sent together, and run in this order: what is read is what is on file once the lock was given.
  const [, state, receipts, onFile] = await Promise.all([
    transaction.run(cypher.LOCK_FEED, { writer: ids[0] ?? '' }),
    transaction.run(cypher.LAST_SEQUENCE, {}),
    transaction.run(cypher.RECEIPTS, { ids }),
    first === undefined ? null : onFileOf(transaction, first.change),
  ]);
  if (state[0] === undefined) throw withoutFeed();
  const settled = scalars.total(state[0]);
  const before = new Map(receipts.map((row) => [scalars.idOf(row), scalars.receipt(row)]));
  const applied: Applied[] = [];
  let last = settled;
  for (const each of changes) {
    const earlier = before.get(each.id);
    const known = each === first && onFile !== null ? onFile : null;
    const result: Applied =
      earlier === undefined
        ? await applyOne(transaction, each, known ?? (await onFileOf(transaction, each.change)), {
            last,
            settled,
          })
        : { receipt: earlier };
    applied.push(result);
    if ('receipt' in result) last = Math.max(last, result.receipt.sequence);
  }
  return applied;
}

/** Where the feed stands: its last entry, and the last one of transactions before this. */
interface FeedState {
  readonly last: number;
  readonly settled: number;
}

async function applyOne(
  transaction: Transaction,
  { id, change }: NamedChange,
  { records, creditOfPart, missing }: OnFile,
  feed: FeedState,
): Promise<Applied> {
  const writing = begin(change, records, creditOfPart);
  try {
    writeNodes(writing);
    writeClaims(writing);
    writeRetractions(writing);
    writeOutcomes(writing);
    writing.references.check((type, to) => missing[type].has(to) && !records[RECORDS_OF[type]].has(to));
  } catch (error) {
    // Nothing was written yet, so that the others can go on.
    if (isRefusal(error)) return { refused: error };
    throw error;
  }
  const receipt = {
    created: [...writing.created],
    updated: [...writing.updated].filter((node) => !writing.created.has(node)),
    unchanged: writing.unchanged,
    sequence: feed.last + writing.events.length,
  };
  if (writing.events.length === 0) return { receipt };
  await storeWritten(transaction, writing, () => append(transaction, id, writing, receipt, feed));
  return { receipt };
}

/** Stores what was worked out, and what is derived from it; the entries of the feed are on their way meanwhile. */
export async function storeWritten(
  transaction: Transaction,
  writing: Writing,
  append: () => Promise<unknown>,
): Promise<void> {
  const storing = [storeRecords(transaction, writing), append()];
  if (isAnyOf(writing.dated) || isAnyOf(writing.touched)) {
    await Promise.all([...storing, storeKnownSince(transaction, writing)]);
    await storeDerived(transaction, await touchedClaims(transaction, writing));
  } else {
    await Promise.all([...storing, storeDerived(transaction, [...writing.claims])]);
  }
}

async function append(
  transaction: Transaction,
  id: string,
  { change, events }: Writing,
  receipt: Omit<ChangeReceipt, 'bookmark'>,
  { last, settled }: FeedState,
): Promise<void> {
  const { at, by } = change;
  const changes = events.map((event, place) => ({ ...event, sequence: last + place + 1, at, by }));
  await transaction.run(cypher.APPEND_CHANGES, {
    ...{ id, receipt: JSON.stringify(receipt) },
    ...{ last: receipt.sequence, settled, changes },
  });
}

const RECORDS_OF = {
  person: 'people',
  source: 'sources',
  document: 'documents',
  evidence: 'evidence',
  work: 'works',
  character: 'characters',
} as const satisfies Record<string, keyof RecordsById>;

function isRefusal(error: unknown): error is HearsayError {
  return error instanceof HearsayError && !error.code.startsWith('STORE_') && error.code !== 'INTERNAL';
}

async function storeKnownSince(transaction: Transaction, { dated, touched }: Writing): Promise<void> {
  if (!isAnyOf(dated)) return;
  for (const row of await transaction.run(cypher.STORE_KNOWN_SINCE, lists(dated))) {
    const { id, ageless } = scalars.seenEarlier(row);
    // Whose birth date is known is judged by it; being seen earlier changes nothing that anybody may see.
    if (ageless) touched.people.add(id);
  }
}

async function touchedClaims(
  transaction: Transaction,
  { claims, touched }: Writing,
): Promise<readonly ClaimId[]> {
  const found = isAnyOf(touched) ? await transaction.run(derive.CLAIMS_TOUCHED, lists(touched)) : [];
  return [...new Set([...claims, ...found.map((row) => scalars.idOf(row) as ClaimId)])];
}

function isAnyOf(sets: Readonly<Record<string, ReadonlySet<string>>>): boolean {
  return Object.values(sets).some((ids) => ids.size > 0);
}

function lists(
  sets: Readonly<Record<string, ReadonlySet<string>>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(sets).map(([name, ids]) => [name, [...ids]]));
}
