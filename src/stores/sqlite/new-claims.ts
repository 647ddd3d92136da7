import { pairKey, pairOf, type Claim, type Pair } from '../../domain/claim.ts';
import { storedRelationships } from '../../domain/derive.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { CLAIMS_OF_EDGE } from './claim-queries.ts';
import * as claimRows from './claim-rows.ts';
import type { Connection } from './connection.ts';
import { columnsOf, putEdges, retractedEdgesOf } from './derived.ts';
import { dossierOf, MAX_OWN_CLAIMS } from './dossiers.ts';
import * as parameters from './parameters.ts';
import { INSERT_CLAIM, LINK } from './write-queries.ts';

/** How many claims without a pair are stored at a time: it bounds memory, not the result. */
const SLICE = 500;

/** Stores claims that are new with what is kept beside them and the edges of their pairs; returns the pairs' keys. */
export function storeNewClaims(db: Connection, claims: readonly Claim[]): ReadonlySet<string> {
  const alone: Claim[] = [];
  const pairs = new Map<string, { readonly pair: Pair; readonly fresh: Claim[] }>();
  for (const claim of claims) {
    if (claim.object === null) {
      alone.push(claim);
      continue;
    }
    const pair = pairOf(claim.subject, claim.object);
    const key = pairKey(pair);
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, { pair, fresh: [claim] });
    else known.fresh.push(claim);
  }
  for (let start = 0; start < alone.length; start += SLICE) {
    const slice = alone.slice(start, start + SLICE);
    insert(db, slice, dossierOf(db, slice));
  }
  for (const { pair, fresh } of pairs.values()) storeOfPair(db, pair, fresh);
  return new Set(pairs.keys());
}

/** What the new claims and the edges of a pair are judged by is nearly always the same, and is read once. */
function storeOfPair(db: Connection, pair: Pair, fresh: readonly Claim[]): void {
  const before = db
    .all(CLAIMS_OF_EDGE, { a: pair.a, b: pair.b, limit: MAX_OWN_CLAIMS })
    .map((row) => claimRows.claim(row, null));
  const whole = dossierOf(db, [...before, ...fresh]);
  const without = insert(db, fresh, whole);
  const kept = whole.claims.filter(({ id }) => !without.has(id)).slice(0, MAX_OWN_CLAIMS);
  // Beside claims that are no part of it, an edge could be folded from documents that it would not reach itself.
  const dossier = kept.length === whole.claims.length ? whole : dossierOf(db, kept);
  putEdges(db, pair, storedRelationships(dossier, retractedEdgesOf(db, pair)));
}

/** Stores claims, and tells those of them that no edge may rest on: never shown to anybody, or taken back. */
function insert(db: Connection, claims: readonly Claim[], dossier: Dossier): ReadonlySet<string> {
  const without = new Set<string>();
  for (const claim of claims) {
    const columns = columnsOf(claim, dossier);
    db.run(INSERT_CLAIM, { ...parameters.claim(claim), ...columns });
    claim.attributedTo.forEach(({ source, document }, step) => {
      db.run(LINK.attribution, { source, claim: claim.id, step, document });
    });
    for (const { evidence } of claim.evidence) db.run(LINK.evidence, { from: claim.id, to: evidence });
    if (columns.show_open === null || claim.retraction !== null) without.add(claim.id);
  }
  return without;
}
