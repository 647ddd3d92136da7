import type { Claim, Outcome, Pair } from '../../domain/claim.ts';
import { pairKey } from '../../domain/claim.ts';
import type {
  Credit,
  CreditRole,
  OnScreenRelationship,
  PersonFacts,
  Source,
  Work,
} from '../../domain/entities.ts';
import { unreachable } from '../../domain/errors.ts';
import { nodeTypeOf, type NodeId, type NodeType, type PersonId, type SourceId } from '../../domain/ids.ts';
import { bareHandle } from '../../domain/names.ts';
import type { Reader } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import type {
  ChangeEvent,
  ClaimFilter,
  CreditOwner,
  GraphNode,
  NameLookup,
  Page,
  PageRequest,
  StoreCounts,
} from '../../ports/graph-store.ts';
import * as claimRows from './claim-rows.ts';
import * as claimSql from './claim-queries.ts';
import { CLAIM_LISTS, type ClaimDriver } from './claim-list-queries.ts';
import type { Connection, Parameters } from './connection.ts';
import { MAX_ORIGIN_DEPTH, readerParameters } from './dossiers.ts';
import * as sql from './queries.ts';
import * as rows from './rows.ts';

/** On-screen relationships of one pair, and outcomes of one source, that a read returns at most. */
const MAX_ON_SCREEN = 100;
const MAX_OUTCOMES = 1_000;

/** Nodes by id as a reader may see them; one statement a type, whether anything of it was asked for or not. */
export function nodes(
  db: Connection,
  ids: readonly NodeId[],
  reader: Reader | null,
): ReadonlyMap<NodeId, GraphNode> {
  const of = (type: NodeType): Parameters => ({
    ids: JSON.stringify([...new Set(ids.filter((id) => nodeTypeOf(id) === type))]),
  });
  const found: GraphNode[] = [
    ...db.all(claimSql.PEOPLE_BY_ID, of('person')).map((row) => node('person', rows.personFacts(row))),
    ...db.all(sql.WORKS_BY_ID, of('work')).map((row) => node('work', rows.work(row))),
    ...db.all(sql.CHARACTERS_BY_ID, of('character')).map((row) => node('character', rows.character(row))),
    ...db.all(claimSql.SOURCES_BY_ID, of('source')).map((row) => node('source', rows.source(row))),
    ...db
      .all(sql.CREDITS_BY_ID, { ...of('credit'), knownAt: reader?.knownAt ?? null })
      .map((row) => node('credit', rows.credit(row))),
    ...db.all(sql.ON_SCREEN_BY_ID, of('on-screen')).map((row) => node('on-screen', rows.onScreen(row))),
    ...(reader === null ? reached(db, of) : shown(db, of, reader)),
  ];
  return new Map(found.map((each) => [idOf(each), each]));
}

function reached(db: Connection, of: (type: NodeType) => Parameters): readonly GraphNode[] {
  return [
    ...db.all(claimSql.DOCUMENTS_BY_ID, of('document')).map((row) => node('document', rows.document(row))),
    ...db.all(claimSql.EVIDENCE_BY_ID, of('evidence')).map((row) => node('evidence', rows.evidence(row))),
  ];
}

function shown(db: Connection, of: (type: NodeType) => Parameters, reader: Reader): readonly GraphNode[] {
  const who = readerParameters(reader, true);
  return [
    ...db
      .all(sql.DOCUMENTS_SEEN, { ...who, ...of('document'), depth: MAX_ORIGIN_DEPTH })
      .map((row) => node('document', rows.document(row))),
    ...db
      .all(sql.EVIDENCE_SEEN, { ...who, ...of('evidence') })
      .map((row) => node('evidence', rows.evidence(row))),
    ...db
      .all(claimSql.CLAIMS_BY_ID, { ...who, ...of('claim') })
      .map((row) => node('claim', claimRows.claim(row, reader.knownAt))),
  ];
}

function node<T extends GraphNode['type']>(
  type: T,
  value: Extract<GraphNode, { type: T }>['value'],
): GraphNode {
  return { type, value } as GraphNode;
}

function idOf(each: GraphNode): NodeId {
  return each.type === 'person' ? each.value.person.id : each.value.id;
}

/** People that a name, handle or external id may mean. */
export function findPeople(db: Connection, lookup: NameLookup): readonly PersonFacts[] {
  switch (lookup.by) {
    case 'name':
      return db.all(sql.PEOPLE_BY_NAME, { key: lookup.key }).map(rows.personFacts);
    case 'handle': {
      const parameters = { name: bareHandle(lookup.name), platform: lookup.platform };
      return db.all(sql.PEOPLE_BY_HANDLE, parameters).map(rows.personFacts);
    }
    case 'external':
      return db.all(sql.PEOPLE_BY_EXTERNAL[lookup.scheme], { value: lookup.value }).map(rows.personFacts);
    default:
      return unreachable(lookup);
  }
}

/** Works that a title or external id may mean; works have no handles. */
export function findWorks(db: Connection, lookup: NameLookup): readonly Work[] {
  switch (lookup.by) {
    case 'name':
      return db.all(sql.WORKS_BY_NAME, { key: lookup.key }).map(rows.work);
    case 'handle':
      return [];
    case 'external':
      return db.all(sql.WORKS_BY_EXTERNAL[lookup.scheme], { value: lookup.value }).map(rows.work);
    default:
      return unreachable(lookup);
  }
}

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
    total: rows.total(db.get(list.total, parameters)),
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
    found.get(rows.ownerOf(row))?.push({ rank: rows.billingRank(row), credit: rows.credit(row) });
  }
  const totals = new Map(
    db.all(sql.CREDITS_TOTAL, parameters).map((row) => [rows.ownerOf(row), rows.total(row)]),
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
    total: rows.total(db.get(sql.SOURCES_TOTAL, {})),
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

/** Feed entries after a sequence number, oldest first. */
export function changesAfter(db: Connection, sequence: number, limit: number): readonly ChangeEvent[] {
  return db.all(sql.CHANGES_AFTER, { sequence, limit }).map(rows.changeEvent);
}

/** How much there is of everything. */
export function counts(db: Connection): StoreCounts {
  return rows.counts(db.get(sql.COUNTS, {}));
}
