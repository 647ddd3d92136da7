import type { Pair } from '../../domain/claim.ts';
import { sameRelationships } from '../../domain/derive.ts';
import type { ClaimId, PersonId } from '../../domain/ids.ts';
import type { OnProgress, StoreReport } from '../../ports/graph-store.ts';
import { CHECKED, wronglyLinked } from './check-links.ts';
import type { Connection, Transaction } from './connection.ts';
import { edgesOf, isKept, policiesOf, storedEdges, storeEdges, storePolicies } from './derived.ts';
import {
  NAMED,
  countTrigrams,
  removeStrayNames,
  reindex,
  wronglyNamed,
  wrongIndex,
} from './name-maintenance.ts';
import * as scalars from './scalar-rows.ts';
import {
  IDS_AFTER,
  FEED_GAPS,
  RESET_KNOWN_SINCE,
  SIZES,
  WRONG_KNOWN_SINCE,
  type Walked,
} from './walk-queries.ts';
import { LOCK_FEED } from './write-queries.ts';

/** How many records are looked at in one transaction: it bounds its memory and how long writers wait for it. */
const SLICE = 500;
/** Pairs are taken until they have this many claims: of each pair all of its latest are read at once. */
const SLICE_WORK = 5_000;

/**
 * Derives everything derived anew, a slice of records in a transaction of its own: all of it in one would not fit
 * into a server's memory. Each slice leaves its records right, also beside what others write meanwhile, so that
 * whoever is interrupted starts again, and finds what is done already unchanged. Returns how many edges there are.
 */
export async function rebuild(db: Connection, onProgress: OnProgress): Promise<number> {
  const sizes = await sizesOf(db);
  const progress = progressOf(onProgress, [
    ...NAMED.map((type) => sizes[type] ?? 0),
    ...[sizes['people'] ?? 0, sizes['claims'] ?? 0, sizes['claims'] ?? 0],
  ]);
  const each = async <T>(
    type: Walked,
    body: (transaction: Transaction, ids: readonly string[]) => Promise<T>,
  ) => {
    const results: T[] = [];
    for await (const { ids, work } of walk(db, type)) {
      results.push((await locked(db, (transaction) => body(transaction, ids))).value);
      progress.add(work);
    }
    return results;
  };
  for (const type of NAMED) await each(type, (transaction, ids) => reindex(transaction, type, ids));
  await removeStrayNames(db);
  await locked(db, countTrigrams);
  await each('people', (transaction, ids) => transaction.run(RESET_KNOWN_SINCE, { ids }));
  await each('claims', (transaction, ids) => storePolicies(transaction, ids as readonly ClaimId[]));
  const edges = await each('pairs', (transaction, ids) => storeEdges(transaction, ids.map(pairOfKey)));
  await each('strayPairs', (transaction, ids) => storeEdges(transaction, ids.map(pairOfKey)));
  progress.end();
  return edges.reduce((sum, count) => sum + count, 0);
}

/** Checks the references, the feed, and that everything derived is what would be derived now. */
export async function verify(db: Connection, onProgress: OnProgress): Promise<StoreReport> {
  const sizes = await sizesOf(db);
  const progress = progressOf(onProgress, [
    ...CHECKED.map((type) => sizes[type] ?? 0),
    ...NAMED.map((type) => sizes[type] ?? 0),
    ...[sizes['people'] ?? 0, sizes['claims'] ?? 0, sizes['claims'] ?? 0],
  ]);
  const count = async (type: Walked, wrong: Wrong): Promise<number> => {
    let differing = 0;
    for await (const { ids, work } of walk(db, type)) {
      differing += await confirmed(db, ids, wrong);
      progress.add(work);
    }
    return differing;
  };
  const sum = async <T extends Walked>(types: readonly T[], wrong: (type: T) => Wrong): Promise<number> => {
    let differing = 0;
    for (const type of types) differing += await count(type, wrong(type));
    return differing;
  };
  const references = await sum(
    CHECKED,
    (type) => (transaction, ids) => wronglyLinked(transaction, type, ids),
  );
  const gaps = await confirmed(db, ['feed'], missingInFeed);
  const stored = [
    differing('references lead somewhere', references, 'records'),
    differing('change feed without gaps', gaps, 'feeds'),
  ];
  // Where a claim's document is gone, nobody can tell what should be derived from the claim.
  if (references > 0) return { ok: false, checks: stored };
  const policies = await count('claims', wrongPolicies);
  const edges = await sum(['pairs', 'strayPairs'], () => wrongEdges);
  const mentions = await count('people', async (transaction, ids) =>
    (await transaction.run(WRONG_KNOWN_SINCE, { ids })).map(scalars.idOf),
  );
  const names = await sum(NAMED, (type) => (transaction, ids) => wronglyNamed(transaction, type, ids));
  const index = await confirmed(db, ['index'], wrongIndex);
  progress.end();
  const checks = [
    ...stored,
    differing('policy columns equal rebuilt ones', policies, 'claims'),
    differing('relationships equal rebuilt ones', edges, 'pairs'),
    differing('first mentions equal rebuilt ones', mentions, 'people'),
    differing('names are indexed as they are', names + index, 'names'),
  ];
  return { ok: checks.every(({ ok }) => ok), checks };
}

type Wrong = (transaction: Transaction, ids: readonly string[]) => Promise<readonly string[]>;

/** How many of these are wrong. What seems so is looked at once more while nobody writes: a change may be under way. */
async function confirmed(db: Connection, ids: readonly string[], wrong: Wrong): Promise<number> {
  const found = await db.inspect((transaction) => wrong(transaction, ids));
  if (found.length === 0) return 0;
  const again = await db.inspect(async (transaction) => {
    await transaction.run(LOCK_FEED, { writer: 'verify' });
    return wrong(transaction, found);
  });
  return again.length;
}

function locked<T>(
  db: Connection,
  body: (transaction: Transaction) => Promise<T>,
): Promise<{ readonly value: T }> {
  return db.write(async (transaction) => {
    await transaction.run(LOCK_FEED, { writer: 'rebuild' });
    return body(transaction);
  });
}

async function* walk(
  db: Connection,
  type: Walked,
): AsyncGenerator<{ readonly ids: readonly string[]; readonly work: number }> {
  let after = '';
  for (;;) {
    const from = after;
    const found = await db.inspect((transaction) =>
      transaction.run(IDS_AFTER[type], { after: from, limit: SLICE }),
    );
    const ids: string[] = [];
    let work = 0;
    for (const row of found) {
      if (ids.length > 0 && work + scalars.total(row) > SLICE_WORK) break;
      ids.push(scalars.idOf(row));
      work += scalars.total(row);
    }
    const last = ids.at(-1);
    if (last === undefined) return;
    yield { ids, work };
    after = last;
  }
}

async function sizesOf(db: Connection): Promise<Readonly<Record<string, number>>> {
  const [row] = await db.inspect((transaction) => transaction.run(SIZES, {}));
  return (row ?? {}) as Readonly<Record<string, number>>;
}

/** What others write meanwhile may make more work than there was, or less; the end is the end. */
function progressOf(
  onProgress: OnProgress,
  work: readonly number[],
): { readonly add: (more: number) => void; readonly end: () => void } {
  const total = work.reduce((sum, each) => sum + each, 0);
  let done = 0;
  return {
    add: (more) => {
      onProgress((done = Math.min(done + more, total)), total);
    },
    end: () => {
      onProgress(total, total);
    },
  };
}

async function missingInFeed(transaction: Transaction): Promise<readonly string[]> {
  const [row] = await transaction.run(FEED_GAPS, {});
  return row !== undefined && scalars.total(row) === 0 ? [] : ['feed'];
}

async function wrongPolicies(transaction: Transaction, ids: readonly string[]): Promise<readonly string[]> {
  const policies = await policiesOf(transaction, ids as readonly ClaimId[]);
  return policies.filter((each) => !isKept(each)).map(({ claim }) => claim.id);
}

async function wrongEdges(transaction: Transaction, keys: readonly string[]): Promise<readonly string[]> {
  const derived = await edgesOf(transaction, keys.map(pairOfKey));
  const stored = await storedEdges(transaction, keys);
  return keys.filter((key) => !sameRelationships(derived.get(key) ?? [], stored.get(key) ?? []));
}

/** The pair that a `pairKey` is of. */
function pairOfKey(key: string): Pair {
  const [a, b] = key.split(' ') as [PersonId, PersonId];
  return { a, b };
}

function differing(name: string, count: number, what: string): StoreReport['checks'][number] {
  return { name, ok: count === 0, detail: count === 0 ? 'ok' : `${count} ${what} differ` };
}
