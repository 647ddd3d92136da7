import type { GraphRecords } from '../../domain/change.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { Transaction } from './connection.ts';
import * as derive from './derive-queries.ts';
import { storeDerived } from './derived.ts';
import { withoutFeed } from './feed.ts';
import { onFileOf } from './on-file.ts';
import * as scalars from './scalar-rows.ts';
import { storeRecords } from './store-records.ts';
import { workOut, type Applied, type NamedChange, type WorkedOut } from './work-out.ts';
import * as cypher from './write-queries.ts';
import { joined, type Written } from './writing.ts';

/**
 * Applies changes one after the other: records, then what is derived from them, then the feed. Each is applied whole
 * or refused whole, and what several of them store costs no more statements than what one does; a failing store fails
 * them all. The lock on the feed puts all writers of all servers into one line, so that sequence numbers are given in
 * the order of commits. When the answer to a commit is lost, the driver runs all of this again: then the receipts of
 * the first time are found, and nothing is done twice.
 */
export async function applyChanges(
  transaction: Transaction,
  changes: readonly NamedChange[],
): Promise<readonly Applied[]> {
  const ids = changes.map(({ id }) => id);
  // Sent together, and run in this order: what is read is what is on file once the lock was given.
  const [, state, receipts, onFile] = await Promise.all([
    transaction.run(cypher.LOCK_FEED, { writer: ids[0] ?? '' }),
    transaction.run(cypher.LAST_SEQUENCE, {}),
    transaction.run(cypher.RECEIPTS, { ids }),
    onFileOf(transaction, recordsOf(changes)),
  ]);
  if (state[0] === undefined) throw withoutFeed();
  const settled = scalars.total(state[0]);
  const earlier = new Map(receipts.map((row) => [scalars.idOf(row), scalars.receipt(row)]));
  const { applied, workedOut } = workOut(changes, earlier, onFile, settled);
  if (workedOut.length > 0) {
    await storeWritten(transaction, joined(workedOut.map(({ writing }) => writing)), () =>
      append(transaction, workedOut, settled),
    );
  }
  return applied;
}

/** All records of changes. */
function recordsOf(changes: readonly NamedChange[]): GraphRecords {
  const [only, ...others] = changes.map(({ change }) => change);
  if (only !== undefined && others.length === 0) return only;
  const all = changes.map(({ change }) => change);
  return {
    people: all.flatMap((one) => one.people),
    sources: all.flatMap((one) => one.sources),
    documents: all.flatMap((one) => one.documents),
    evidence: all.flatMap((one) => one.evidence),
    works: all.flatMap((one) => one.works),
    characters: all.flatMap((one) => one.characters),
    credits: all.flatMap((one) => one.credits),
    onScreen: all.flatMap((one) => one.onScreen),
    claims: all.flatMap((one) => one.claims),
    retractions: all.flatMap((one) => one.retractions),
    outcomes: all.flatMap((one) => one.outcomes),
  };
}

/** Stores what was worked out, and what is derived from it; the entries of the feed are on their way meanwhile. */
export async function storeWritten(
  transaction: Transaction,
  writing: Written,
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
  workedOut: readonly WorkedOut[],
  settled: number,
): Promise<void> {
  const changes = workedOut.flatMap(({ writing: { change, events }, receipt }) => {
    const before = receipt.sequence - events.length;
    const { at, by } = change;
    return events.map((event, place) => ({ ...event, sequence: before + place + 1, at, by }));
  });
  await transaction.run(cypher.APPEND_CHANGES, {
    receipts: workedOut.map(({ id, receipt }) => ({ id, receipt: JSON.stringify(receipt) })),
    ...{ last: workedOut.at(-1)?.receipt.sequence ?? settled, settled, changes },
  });
}

async function storeKnownSince(transaction: Transaction, { dated, touched }: Written): Promise<void> {
  if (!isAnyOf(dated)) return;
  for (const row of await transaction.run(cypher.STORE_KNOWN_SINCE, lists(dated))) {
    const { id, ageless } = scalars.seenEarlier(row);
    // Whose birth date is known is judged by it; being seen earlier changes nothing that anybody may see.
    if (ageless) touched.people.add(id);
  }
}

async function touchedClaims(
  transaction: Transaction,
  { claims, touched }: Written,
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
