import { pairKey, type Claim, type Outcome, type Pair } from '../../domain/claim.ts';
import type { Credit, CreditRole, OnScreenRelationship, Source } from '../../domain/entities.ts';
import type { PersonId, SourceId } from '../../domain/ids.ts';
import type { Reader } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import type {
  ClaimFilter,
  CreditOwner,
  Page,
  PageRequest,
  SortKey,
  StoreCounts,
} from '../../ports/graph-store.ts';
import * as claimRows from './claim-rows.ts';
import * as claimCypher from './claim-queries.ts';
import { CLAIM_LISTS, type ClaimDriver } from './claim-list-queries.ts';
import type { Parameters, Row } from './connection.ts';
import { readerParameters, type Reading } from './dossiers.ts';
import * as cypher from './queries.ts';
import * as rows from './rows.ts';
import * as scalars from './scalar-rows.ts';

/** A page of the claims that fit a filter. */
export async function claims(
  db: Reading,
  filter: ClaimFilter,
  reader: Reader,
  request: PageRequest,
): Promise<Page<Claim>> {
  const [afterDay, afterId] = request.after ?? [];
  const [row = {}] = await db.read(CLAIM_LISTS[driverOf(filter)], {
    ...readerParameters(reader, filter.includeRetracted ?? false),
    pair: filter.pair === undefined ? null : pairKey(filter.pair),
    people: filter.people === undefined ? null : [...new Set(filter.people)],
    kinds: filter.kinds ?? null,
    stances: filter.stances ?? null,
    document: filter.document ?? null,
    evidence: filter.evidence ?? null,
    source: filter.source ?? null,
    ...startingAfter(typeof afterDay === 'number' ? -afterDay : null, afterId),
    limit: request.first + 1,
  });
  const found = items(row).map((properties) => claimRows.claim(properties, reader.knownAt));
  return page(found, request, scalars.total(row), (claim) => [claim.assertedAt.firstDay, claim.id]);
}

function driverOf(filter: ClaimFilter): ClaimDriver {
  if (filter.pair !== undefined) return 'pair';
  if (filter.document !== undefined) return 'document';
  if (filter.evidence !== undefined) return 'evidence';
  if (filter.people !== undefined) return 'people';
  return filter.source === undefined ? 'all' : 'source';
}

/** Where an index starts; without a cursor, before everything. */
function startingAfter(rank: number | null, id: SortKey[number] | undefined): Parameters {
  return { fromRank: rank ?? Number.MIN_SAFE_INTEGER, afterId: id ?? '' };
}

function items(row: Row): readonly unknown[] {
  return (row['items'] ?? []) as readonly unknown[];
}

/** A page of what was read one item further. */
function page<T>(
  found: readonly T[],
  { first }: PageRequest,
  total: number,
  keyOf: (item: T) => SortKey,
): Page<T> {
  return {
    items: found.slice(0, first).map((value) => ({ key: keyOf(value), value })),
    hasMore: found.length > first,
    total,
  };
}

/** Stored relationships of people, of those that rest on a claim which this reader may see. */
export async function relationshipsOf(
  db: Reading,
  people: readonly PersonId[],
  limit: number,
  reader: Reader,
): Promise<ReadonlyMap<PersonId, readonly DerivedRelationship[]>> {
  const distinct = [...new Set(people)];
  const found = await db.read(claimCypher.RELATIONSHIPS_OF_PEOPLE, {
    ...readerParameters(reader, false),
    people: distinct,
    limit,
  });
  return byKey(distinct, found, 'person', 'edges', claimRows.relationship);
}

/** For each of the things asked for what its row holds, or nothing. */
function byKey<K extends string, T>(
  keys: readonly K[],
  found: readonly Row[],
  key: string,
  column: string,
  read: (properties: unknown) => T,
): ReadonlyMap<K, readonly T[]> {
  const lists = new Map(found.map((row) => [row[key], row[column] as readonly unknown[]]));
  return new Map(keys.map((each) => [each, (lists.get(each) ?? []).map(read)]));
}

/** The same page of credits for each owner. */
export async function credits(
  db: Reading,
  owners: readonly CreditOwner[],
  roles: readonly CreditRole[] | null,
  knownAt: Instant | null,
  request: PageRequest,
): Promise<ReadonlyMap<CreditOwner, Page<Credit>>> {
  const [afterRank, afterId] = request.after ?? [];
  const distinct = [...new Set(owners)];
  const found = await db.read(cypher.CREDITS, {
    owners: distinct,
    roles,
    knownAt,
    ...startingAfter(typeof afterRank === 'number' ? afterRank : null, afterId),
    limit: request.first + 1,
  });
  const byOwner = new Map(found.map((row) => [row['owner'], row]));
  return new Map(
    distinct.map((owner) => {
      const row = byOwner.get(owner) ?? {};
      const read = items(row).map((properties) => ({
        rank: scalars.billingRank(properties),
        credit: rows.credit(properties),
      }));
      const { items: cut, ...rest } = page(read, request, scalars.total(row), ({ rank, credit }) => [
        rank,
        credit.id,
      ]);
      return [owner, { ...rest, items: cut.map(({ key, value }) => ({ key, value: value.credit })) }];
    }),
  );
}

/** Fictional relations between the characters that the two of each pair play. */
export async function onScreenBetween(
  db: Reading,
  pairs: readonly Pair[],
): Promise<ReadonlyMap<string, readonly OnScreenRelationship[]>> {
  const distinct = new Map(pairs.map((pair) => [pairKey(pair), pair]));
  const asked = [...distinct].map(([key, { a, b }]) => ({ key, a, b }));
  const found = await db.read(cypher.ON_SCREEN_OF_PAIRS, { pairs: asked });
  return byKey([...distinct.keys()], found, 'pair', 'found', rows.onScreen);
}

/** A page of all sources by id. */
export async function sources(db: Reading, request: PageRequest): Promise<Page<Source>> {
  const parameters = { afterId: request.after?.[0] ?? '', limit: request.first + 1 };
  const [row = {}] = await db.read(cypher.SOURCES, parameters);
  return page(items(row).map(rows.source), request, scalars.total(row), ({ id }) => [id]);
}

/** What became of claims of these sources, as far as this reader may see the claims. */
export async function outcomes(
  db: Reading,
  of: readonly SourceId[],
  reader: Reader,
): Promise<ReadonlyMap<SourceId, readonly Outcome[]>> {
  const distinct = [...new Set(of)];
  const found = await db.read(claimCypher.OUTCOMES_OF_SOURCES, {
    ...readerParameters(reader, false),
    sources: distinct,
  });
  return byKey(distinct, found, 'source', 'outcomes', claimRows.outcome);
}

/** How much there is of everything. */
export async function counts(db: Reading): Promise<StoreCounts> {
  const [row = {}] = await db.read(cypher.COUNTS, {});
  return scalars.counts(row);
}
