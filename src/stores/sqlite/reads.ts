import type { Claim, Outcome, Pair } from '../../domain/claim.ts';
import { pairKey } from '../../domain/claim.ts';
import type { Credit, CreditRole, OnScreenRelationship, Source } from '../../domain/entities.ts';
import type { PersonId, SourceId } from '../../domain/ids.ts';
import type { Reader } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import type { ClaimFilter, CreditOwner, Page, PageRequest, StoreCounts } from '../../ports/graph-store.ts';
import * as claimRows from './claim-rows.ts';
import * as claimSql from './claim-queries.ts';
import { CLAIM_LISTS, type ClaimDriver } from './claim-list-queries.ts';
import type { Connection, Parameters } from './connection.ts';
import { readerParameters } from './dossiers.ts';
import * as sql from './queries.ts';
import * as rows from './rows.ts';
import * as scalars from './scalar-rows.ts';

/** On-screen relationships of one pair, and outcomes of one source, that a read returns at most. */
const MAX_ON_SCREEN = 100;
const MAX_OUTCOMES = 1_000;

/** A page of the claims that fit a filter. */
export function claims(
  db: Connection,
  filter: ClaimFilter,
  reader: Reader,
  request: PageRequest,
): Page<Claim> {
  const list = CLAIM_LISTS[driverOf(filter)];
  const [afterDay, afterId] = request.after ?? [null, null];
  const parameters: Parameters = {
    ...readerParameters(reader, filter.includeRetracted ?? false),
    a: filter.pair?.a ?? null,
    b: filter.pair?.b ?? null,
    people: jsonOrNull(filter.people && [...new Set(filter.people)]),
    kinds: jsonOrNull(filter.kinds),
    stances: jsonOrNull(filter.stances),
    document: filter.document ?? null,
    evidence: filter.evidence ?? null,
    source: filter.source ?? null,
  };
  const cutAt = { afterDay: afterDay ?? null, afterId: afterId ?? null, limit: request.first + 1 };
  const found = db
    .all(list.page, { ...parameters, ...cutAt })
    .map((row) => claimRows.claim(row, reader.knownAt));
  return {
    items: found
      .slice(0, request.first)
      .map((value) => ({ key: [value.assertedAt.firstDay, value.id], value })),
    hasMore: found.length > request.first,
    total: scalars.total(db.get(list.total, parameters)),
  };
}

function driverOf(filter: ClaimFilter): ClaimDriver {
  if (filter.pair !== undefined) return 'pair';
  if (filter.document !== undefined) return 'document';
  if (filter.evidence !== undefined) return 'evidence';
  if (filter.people !== undefined) return 'people';
  return filter.source === undefined ? 'all' : 'source';
}

function jsonOrNull(list: readonly string[] | undefined): string | null {
  return list === undefined ? null : JSON.stringify(list);
}

/** Stored relationships of people, of those that rest on a claim which this reader may see. */
export function relationshipsOf(
  db: Connection,
  people: readonly PersonId[],
  limit: number,
  reader: Reader,
): ReadonlyMap<PersonId, readonly DerivedRelationship[]> {
  const found = new Map<PersonId, DerivedRelationship[]>(people.map((person) => [person, []]));
  const parameters = { ...readerParameters(reader, false), people: JSON.stringify([...found.keys()]), limit };
  for (const row of db.all(claimSql.RELATIONSHIPS_OF_PEOPLE, parameters)) {
    found.get(claimRows.personOf(row))?.push(claimRows.relationship(row));
  }
  return found;
}

/** The same page of credits for each owner. */
export function credits(
  db: Connection,
  owners: readonly CreditOwner[],
  roles: readonly CreditRole[] | null,
  knownAt: Instant | null,
  request: PageRequest,
): ReadonlyMap<CreditOwner, Page<Credit>> {
  const [afterRank, afterId] = request.after ?? [null, null];
  const parameters = {
    owners: JSON.stringify([...new Set(owners)]),
    roles: jsonOrNull(roles ?? undefined),
    knownAt,
  };
  const cutAt = { afterRank: afterRank ?? null, afterId: afterId ?? null, limit: request.first + 1 };
  const found = new Map<CreditOwner, { rank: number; credit: Credit }[]>(owners.map((owner) => [owner, []]));
  for (const row of db.all(sql.CREDITS_PAGE, { ...parameters, ...cutAt })) {
    found.get(scalars.ownerOf(row))?.push({ rank: scalars.billingRank(row), credit: rows.credit(row) });
  }
  const totals = new Map(
    db.all(sql.CREDITS_TOTAL, parameters).map((row) => [scalars.ownerOf(row), scalars.total(row)]),
  );
  const pageOf = (owner: CreditOwner, list: readonly { rank: number; credit: Credit }[]): Page<Credit> => ({
    items: list
      .slice(0, request.first)
      .map(({ rank, credit }) => ({ key: [rank, credit.id], value: credit })),
    hasMore: list.length > request.first,
    total: totals.get(owner) ?? 0,
  });
  return new Map([...found].map(([owner, list]) => [owner, pageOf(owner, list)]));
}

/** Fictional relations between the characters that the two of each pair play. */
export function onScreenBetween(
  db: Connection,
  pairs: readonly Pair[],
): ReadonlyMap<string, readonly OnScreenRelationship[]> {
  const found = pairs.map((): OnScreenRelationship[] => []);
  const parameters = { pairs: JSON.stringify(pairs.map(({ a, b }) => [a, b])), limit: MAX_ON_SCREEN };
  for (const row of db.all(sql.ON_SCREEN_OF_PAIRS, parameters))
    found[claimRows.bucket(row)]?.push(rows.onScreen(row));
  return new Map(pairs.map((pair, at) => [pairKey(pair), found[at] ?? []]));
}

/** A page of all sources by id. */
export function sources(db: Connection, request: PageRequest): Page<Source> {
  const parameters = { afterId: request.after?.[0] ?? null, limit: request.first + 1 };
  const found = db.all(sql.SOURCES_PAGE, parameters).map(rows.source);
  return {
    items: found.slice(0, request.first).map((value) => ({ key: [value.id], value })),
    hasMore: found.length > request.first,
    total: scalars.total(db.get(sql.SOURCES_TOTAL, {})),
  };
}

/** What became of claims of these sources, as far as this reader may see the claims. */
export function outcomes(
  db: Connection,
  of: readonly SourceId[],
  reader: Reader,
): ReadonlyMap<SourceId, readonly Outcome[]> {
  const found = new Map<SourceId, Outcome[]>(of.map((source) => [source, []]));
  const parameters = {
    ...readerParameters(reader, false),
    sources: JSON.stringify([...found.keys()]),
    limit: MAX_OUTCOMES,
  };
  for (const row of db.all(claimSql.OUTCOMES_OF_SOURCES, parameters)) {
    found.get(claimRows.sourceOf(row))?.push(claimRows.outcome(row));
  }
  return found;
}

/** How much there is of everything. */
export function counts(db: Connection): StoreCounts {
  return scalars.counts(db.get(sql.COUNTS, {}));
}
