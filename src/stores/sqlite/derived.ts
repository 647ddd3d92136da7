import { pairKey, pairOf, type Claim, type Pair } from '../../domain/claim.ts';
import { storedRelationships, type RetractedEdge } from '../../domain/derive.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { ClaimId } from '../../domain/ids.ts';
import { storedPolicy } from '../../domain/stored-policy.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import * as claimRows from './claim-rows.ts';
import type { Connection } from './connection.ts';
import * as sql from './derive-queries.ts';
import { dossierOf, edgeDossier } from './dossiers.ts';
import { relationship } from './parameters.ts';

/** How many claims are derived anew at a time: it bounds memory, not the result. */
const SLICE = 500;

/** What is kept beside a claim; see StoredPolicy. */
export interface PolicyColumns {
  readonly show_open: number | null;
  readonly show_cautious: number | null;
  readonly show_strict: number | null;
  readonly hard: 0 | 1;
}

/** Derives the policy columns of claims that are on file, in slices. */
export function* policyColumns(
  db: Connection,
  ids: readonly ClaimId[],
): Generator<readonly { readonly claim: Claim; readonly columns: PolicyColumns }[]> {
  for (let start = 0; start < ids.length; start += SLICE) {
    const slice = JSON.stringify(ids.slice(start, start + SLICE));
    const found = db.all(sql.STORED_CLAIMS_BY_ID, { ids: slice }).map((row) => claimRows.claim(row, null));
    const dossier = dossierOf(db, found);
    yield found.map((claim) => ({ claim, columns: columnsOf(claim, dossier) }));
  }
}

/** The policy columns of a claim, from everything that it points at. */
export function columnsOf(claim: Claim, dossier: Dossier): PolicyColumns {
  const { showOpen, showCautious, showStrict, hard } = storedPolicy(claim, dossier);
  return {
    show_open: showOpen,
    show_cautious: showCautious,
    show_strict: showStrict,
    hard: hard ? 1 : 0,
  };
}

/** Stores the policy columns of claims, and tells the pairs, by `pairKey`, whose edges may have changed by it. */
export function storePolicyColumns(db: Connection, ids: readonly ClaimId[]): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const slice of policyColumns(db, ids)) {
    for (const { claim, columns } of slice) {
      db.run(sql.SET_POLICY_COLUMNS, { id: claim.id, ...columns });
      if (claim.object === null) continue;
      const pair = pairOf(claim.subject, claim.object);
      pairs.set(pairKey(pair), pair);
    }
  }
  return pairs;
}

/** The edges of a pair as its claims give them. */
export function edgesOf(db: Connection, pair: Pair): readonly DerivedRelationship[] {
  return storedRelationships(edgeDossier(db, pair), retractedEdgesOf(db, pair));
}

/** What is left of the edges of a pair whose claims were all taken back. */
export function retractedEdgesOf(db: Connection, { a, b }: Pair): readonly RetractedEdge[] {
  // Hardly any pair has a claim that was taken back, and to look for one is a fraction of the work.
  if (db.get(sql.ANY_RETRACTED, { a, b }) === undefined) return [];
  return db.all(sql.RETRACTED_EDGES, { a, b }).map(claimRows.retractedEdge);
}

/** Derives and stores the edges of a pair. Returns how many it has. */
export function storeEdges(db: Connection, pair: Pair): number {
  const edges = edgesOf(db, pair);
  putEdges(db, pair, edges);
  return edges.length;
}

/** Stores these edges of a pair, and no others. */
export function putEdges(db: Connection, { a, b }: Pair, edges: readonly DerivedRelationship[]): void {
  const derived = new Set(edges.map(edgeKey));
  for (const row of db.all(sql.EDGE_KEYS, { a, b })) {
    const key = claimRows.edgeKey(row);
    if (!derived.has(edgeKey(key))) db.run(sql.DELETE_EDGE, { ...key });
  }
  for (const edge of edges) db.run(sql.PUT_EDGE, relationship(edge));
}

function edgeKey({ a, b, family }: claimRows.EdgeKey): string {
  return `${a} ${b} ${family}`;
}
