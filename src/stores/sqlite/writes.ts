import type { ChangeReceipt, GraphChange } from '../../domain/change.ts';
import type { ClaimId } from '../../domain/ids.ts';
import * as derive from './derive-queries.ts';
import type { Connection } from './connection.ts';
import { storeEdges, storePolicyColumns } from './derived.ts';
import { MAX_ORIGIN_DEPTH } from './dossiers.ts';
import { storeNewClaims } from './new-claims.ts';
import * as scalars from './scalar-rows.ts';
import { writeClaims, writeOutcomes, writeRetractions } from './write-claims.ts';
import { writeNodes } from './write-nodes.ts';
import * as sql from './write-queries.ts';
import { begin, type Writing } from './writing.ts';

/** Applies a change: records, then what is derived from them, then the feed. Whole or not at all. */
export function applyChange(db: Connection, change: GraphChange): ChangeReceipt {
  return db.write(() => {
    const writing = begin(db, change);
    writeNodes(writing);
    writeClaims(writing);
    writeRetractions(writing);
    writeOutcomes(writing);
    writing.references.check(db, writing.created);
    storeAllDerived(writing);
    if (writing.events.length > 0) {
      db.run(sql.APPEND_CHANGES, { events: JSON.stringify(writing.events), at: change.at, by: change.by });
    }
    return {
      created: [...writing.created],
      updated: [...writing.updated].filter((id) => !writing.created.has(id)),
      unchanged: writing.unchanged,
      sequence: scalars.total(db.get(sql.LAST_SEQUENCE, {})),
      bookmark: null,
    };
  });
}

/** Stores claims that are new, and derives anew what depends on what was written. */
export function storeAllDerived(writing: Writing): void {
  const { db, fresh, judged } = writing;
  if (isAnyOf(writing.dated)) storeKnownSince(writing);
  const changed = storePolicyColumns(db, changedClaims(writing));
  const done = storeNewClaims(db, [...fresh.values()]);
  for (const [key, pair] of changed) if (!done.has(key)) storeEdges(db, pair);
  for (const claim of judged) db.run(sql.LINK.outcome, { claim });
}

function storeKnownSince({ db, dated, touched }: Writing): void {
  const parameters = {
    credits: json(dated.credits),
    documents: json(dated.documents),
    works: json(dated.works),
  };
  for (const row of db.all(sql.SEEN_EARLIER, parameters)) {
    const { id, day, ageless } = scalars.seenEarlier(row);
    db.run(sql.SET_KNOWN_SINCE, { id, day });
    // Whose birth date is known is judged by it; being seen earlier changes nothing that anybody may see.
    if (ageless) touched.people.add(id);
  }
}

/** Claims on file of which something derived may change. */
function changedClaims({ db, retracted, touched }: Writing): readonly ClaimId[] {
  if (!isAnyOf(touched)) return [...retracted];
  const parameters = {
    people: json(touched.people),
    sources: json(touched.sources),
    documents: json(touched.documents),
    evidence: json(touched.evidence),
    depth: MAX_ORIGIN_DEPTH,
  };
  const found = db.all(derive.CLAIMS_TOUCHED, parameters).map((row) => scalars.idOf(row) as ClaimId);
  return [...new Set([...retracted, ...found])];
}

function isAnyOf(sets: Readonly<Record<string, ReadonlySet<string>>>): boolean {
  return Object.values(sets).some((ids) => ids.size > 0);
}

function json(ids: ReadonlySet<string>): string {
  return JSON.stringify([...ids]);
}
