import type { Pair } from '../../domain/claim.ts';
import { sameRelationships } from '../../domain/derive.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import type { OnProgress, StoreReport } from '../../ports/graph-store.ts';
import { relationship as readRelationship } from './claim-rows.ts';
import type { Connection } from './connection.ts';
import { edgesOf, policyColumns, storeEdges, storePolicyColumns } from './derived.ts';
import * as sql from './derive-queries.ts';
import { differingNames, reindexNames } from './name-maintenance.ts';
import * as scalars from './scalar-rows.ts';

const SLICE = 1_000;

/** Derives everything derived anew, in one transaction. Returns how many edges there are. */
export function rebuild(db: Connection, onProgress: OnProgress): number {
  return db.write(() => {
    const total = workOf(db);
    let done = 0;
    reindexNames(db);
    db.run(sql.RESET_KNOWN_SINCE, {});
    for (const ids of claimSlices(db)) {
      storePolicyColumns(db, ids);
      onProgress((done += ids.length), total);
    }
    db.run(sql.DELETE_ALL_EDGES, {});
    let edges = 0;
    for (const pairs of pairSlices(db)) {
      for (const pair of pairs) edges += storeEdges(db, pair);
      onProgress((done += pairs.length), total);
    }
    return edges;
  });
}

/** Checks the file, the references, and that everything derived is what would be derived now. */
export function verify(db: Connection, onProgress: OnProgress): StoreReport {
  return db.snapshot(() => {
    const sound = integrity(db);
    // In a damaged file nothing can be relied on, not even that walking an index comes to an end.
    const checks = sound.ok ? [sound, references(db), feed(db), ...derived(db, onProgress)] : [sound];
    return { ok: checks.every(({ ok }) => ok), checks };
  });
}

function derived(db: Connection, onProgress: OnProgress): readonly Check[] {
  const total = workOf(db);
  let done = 0;
  let claims = 0;
  for (const ids of claimSlices(db)) {
    claims += wrongClaims(db, ids);
    onProgress((done += ids.length), total);
  }
  let pairs = scalars.total(db.get(sql.STRAY_EDGES, {}));
  for (const slice of pairSlices(db)) {
    pairs += slice.filter((pair) => !sameRelationships(edgesOf(db, pair), storedEdges(db, pair))).length;
    onProgress((done += slice.length), total);
  }
  return [
    differing('policy columns equal rebuilt ones', claims, 'claims'),
    differing('relationships equal rebuilt ones', pairs, 'pairs'),
    differing(
      'first mentions equal rebuilt ones',
      scalars.total(db.get(sql.WRONG_KNOWN_SINCE, {})),
      'people',
    ),
    differing('names are indexed as they are', differingNames(db), 'names'),
  ];
}

function workOf(db: Connection): number {
  return scalars.total(db.get(sql.CLAIM_COUNT, {})) + scalars.total(db.get(sql.PAIR_COUNT, {}));
}

type Check = StoreReport['checks'][number];

function integrity(db: Connection): Check {
  const found = (db.pragma('integrity_check(5)') as readonly { readonly integrity_check: string }[]).map(
    (row) => row.integrity_check,
  );
  return { name: 'file integrity', ok: found.join() === 'ok', detail: found.join('; ') };
}

function references(db: Connection): Check {
  const broken = (db.pragma('foreign_key_check') as readonly unknown[]).length;
  return differing('references lead somewhere', broken, 'rows');
}

function feed(db: Connection): Check {
  return differing('change feed without gaps', scalars.total(db.get(sql.FEED_GAPS, {})), 'entries missing');
}

function differing(name: string, count: number, what: string): Check {
  return { name, ok: count === 0, detail: count === 0 ? 'ok' : `${count} ${what} differ` };
}

function wrongClaims(db: Connection, ids: readonly ClaimId[]): number {
  const stored = new Map(
    db
      .all(sql.POLICY_COLUMNS_OF, { ids: JSON.stringify(ids) })
      .map((row) => [scalars.idOf(row), scalars.asText(row)]),
  );
  let wrong = 0;
  for (const slice of policyColumns(db, ids)) {
    for (const { claim, columns } of slice) {
      if (stored.get(claim.id) !== scalars.asText({ id: claim.id, ...columns })) wrong += 1;
    }
  }
  return wrong;
}

function storedEdges(db: Connection, { a, b }: Pair): readonly DerivedRelationship[] {
  return db.all(sql.EDGES_OF_PAIR, { a, b }).map(readRelationship);
}

function* claimSlices(db: Connection): Generator<readonly ClaimId[]> {
  let after = '';
  for (;;) {
    const ids = db
      .all(sql.CLAIM_IDS_AFTER, { after, limit: SLICE })
      .map((row) => scalars.idOf(row) as ClaimId);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    after = last;
  }
}

function* pairSlices(db: Connection): Generator<readonly Pair[]> {
  let after = { a: '', b: '' };
  for (;;) {
    const pairs = db.all(sql.PAIRS_AFTER, { ...after, limit: SLICE }).map(scalars.pair);
    const last = pairs.at(-1);
    if (last === undefined) return;
    yield pairs;
    after = last;
  }
}
