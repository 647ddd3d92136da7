import type { ChangeReceipt, GraphChange } from '../../domain/change.ts';
import { HearsayError } from '../../domain/errors.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { Transaction } from './connection.ts';
import * as derive from './derive-queries.ts';
import { storeDerived } from './derived.ts';
import { withoutFeed } from './feed.ts';
import { onFileOf } from './on-file.ts';
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
  const [, state, receipts] = await Promise.all([
    transaction.run(cypher.LOCK_FEED, { writer: ids[0] ?? '' }),
    transaction.run(cypher.LAST_SEQUENCE, {}),
    transaction.run(cypher.RECEIPTS, { ids }),
  ]);
  if (state[0] === undefined) throw withoutFeed();
  const before = new Map(receipts.map((row) => [scalars.idOf(row), scalars.receipt(row)]));
  const applied: Applied[] = [];
  const written: { readonly id: string; readonly receipt: string }[] = [];
  const start = scalars.total(state[0]);
  let last = start;
  for (const { id, change } of changes) {
    const earlier = before.get(id);
    const result = earlier === undefined ? await applyOne(transaction, change, last) : { receipt: earlier };
    applied.push(result);
    if (earlier !== undefined || 'refused' in result || result.receipt.sequence === last) continue;
    last = result.receipt.sequence;
    written.push({ id, receipt: JSON.stringify(result.receipt) });
  }
  if (written.length > 0) await note(transaction, { last, settled: start }, written);
  return applied;
}

async function note(
  transaction: Transaction,
  feed: { readonly last: number; readonly settled: number },
  receipts: readonly { readonly id: string; readonly receipt: string }[],
): Promise<void> {
  await Promise.all([
    transaction.run(cypher.SET_LAST_SEQUENCE, feed),
    transaction.run(cypher.PUT_RECEIPTS, { receipts }),
    transaction.run(cypher.FORGET_RECEIPTS, { limit: 2 * receipts.length + 1 }),
  ]);
}

async function applyOne(transaction: Transaction, change: GraphChange, last: number): Promise<Applied> {
  const { onFile, creditOfPart } = await onFileOf(transaction, change);
  const writing = begin(change, onFile, creditOfPart);
  try {
    writeNodes(writing);
    writeClaims(writing);
    writeRetractions(writing);
    writeOutcomes(writing);
    await writing.references.check(transaction, (type, id) => onFile[RECORDS_OF[type]].has(id));
  } catch (error) {
    // Nothing was written yet, so that the others can go on.
    if (isRefusal(error)) return { refused: error };
    throw error;
  }
  await storeRecords(transaction, writing);
  await storeKnownSince(transaction, writing);
  await storeAllDerived(transaction, writing);
  const changes = writing.events.map((event, at) => ({
    ...event,
    sequence: last + at + 1,
    at: change.at,
    by: change.by,
  }));
  if (changes.length > 0) await transaction.run(cypher.APPEND_CHANGES, { changes });
  return {
    receipt: {
      created: [...writing.created],
      updated: [...writing.updated].filter((id) => !writing.created.has(id)),
      unchanged: writing.unchanged,
      sequence: last + changes.length,
    },
  };
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

async function storeAllDerived(transaction: Transaction, { claims, touched }: Writing): Promise<void> {
  const found = isAnyOf(touched) ? await transaction.run(derive.CLAIMS_TOUCHED, lists(touched)) : [];
  const ids = new Set([...claims, ...found.map((row) => scalars.idOf(row) as ClaimId)]);
  await storeDerived(transaction, [...ids]);
}

function isAnyOf(sets: Readonly<Record<string, ReadonlySet<string>>>): boolean {
  return Object.values(sets).some((ids) => ids.size > 0);
}

function lists(
  sets: Readonly<Record<string, ReadonlySet<string>>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(sets).map(([name, ids]) => [name, [...ids]]));
}
