import { pairKey, type Claim, type Pair } from '../../domain/claim.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { Document, Evidence, PersonFacts, Source } from '../../domain/entities.ts';
import {
  byCodeUnit,
  type ClaimId,
  type DocumentId,
  type EvidenceId,
  type PersonId,
  type SourceId,
} from '../../domain/ids.ts';
import { middleDay, type Instant } from '../../domain/time.ts';
import type { Reader } from '../../domain/policy.ts';
import * as rows from './rows.ts';
import * as claimRows from './claim-rows.ts';
import * as sql from './claim-queries.ts';
import type { Connection, Parameters, Statement } from './connection.ts';

/** How many of the latest claims of one pair, or of one person's love life, a dossier holds. */
export const MAX_OWN_CLAIMS = 2_000;
/** How many SINGLE claims, and hard romances with third people, a dossier holds for each person. */
const MAX_SIDE_CLAIMS = 200;
/** How many claims a small dossier holds: what reading and judging them takes keeps nobody waiting. */
const MAX_SMALL_CLAIMS = 64;
/** How far up a chain of copies is followed. */
export const MAX_ORIGIN_DEPTH = 16;
/** Documents of one dossier, origins included. */
const MAX_DOCUMENTS = 20_000;

/** A reader as the parameters of `VISIBLE`. */
export function readerParameters(reader: Reader, includeRetracted: boolean): Parameters {
  return {
    profile: reader.profile,
    middle: middleDay(reader.asOf),
    lastDay: reader.asOf.lastDay,
    knownAt: reader.knownAt,
    includeRetracted: includeRetracted ? 1 : 0,
  };
}

/** What bears on any of these pairs; see the port. */
export function pairDossier(db: Connection, pairs: readonly Pair[], reader: Reader): Dossier {
  return gather(db, cutsOf(db, readsOfPairs(pairs, reader), reader), peopleIn(pairs));
}

/** The same if there is little of it, else null; what it costs to find out is bounded as well. */
export function smallPairDossier(db: Connection, pairs: readonly Pair[], reader: Reader): Dossier | null {
  const cuts = smallCutsOf(db, readsOfPairs(pairs, reader), reader);
  return cuts === null ? null : gather(db, cuts, peopleIn(pairs));
}

/** What bears on one person's love life. */
export function personDossier(db: Connection, person: PersonId, reader: Reader): Dossier {
  return gather(db, cutsOf(db, readsOfPerson(person, reader), reader), [person]);
}

/** The same if there is little of it, else null; what it costs to find out is bounded as well. */
export function smallPersonDossier(db: Connection, person: PersonId, reader: Reader): Dossier | null {
  const cuts = smallCutsOf(db, readsOfPerson(person, reader), reader);
  return cuts === null ? null : gather(db, cuts, [person]);
}

/** A statement for claims in buckets, and how many it may find of each. */
interface ClaimsRead {
  readonly statement: Statement;
  readonly parameters: Parameters;
  readonly limit: number;
}

function readsOfPairs(pairs: readonly Pair[], reader: Reader): readonly ClaimsRead[] {
  const distinct = [...new Map(pairs.map((pair) => [pairKey(pair), pair])).values()];
  const who = readerParameters(reader, false);
  const named = { ...who, pairs: JSON.stringify(distinct.map(({ a, b }) => [a, b])) };
  const either = { ...who, people: JSON.stringify(peopleIn(pairs)) };
  return [
    { statement: sql.CLAIMS_OF_PAIRS, parameters: named, limit: MAX_OWN_CLAIMS },
    { statement: sql.SINGLES_OF_PEOPLE, parameters: either, limit: MAX_SIDE_CLAIMS },
    { statement: sql.HARD_ROMANCES_OF_PEOPLE, parameters: either, limit: MAX_SIDE_CLAIMS },
  ];
}

function readsOfPerson(person: PersonId, reader: Reader): readonly ClaimsRead[] {
  const parameters = { ...readerParameters(reader, false), person };
  return [{ statement: sql.LOVE_LIFE_OF_PERSON, parameters, limit: MAX_OWN_CLAIMS }];
}

function peopleIn(pairs: readonly Pair[]): readonly PersonId[] {
  return [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
}

function cutsOf(db: Connection, reads: readonly ClaimsRead[], reader: Reader): readonly Cut[] {
  return reads.map((read) => cutOf(db, read, reader));
}

function cutOf(db: Connection, { statement, parameters, limit }: ClaimsRead, { knownAt }: Reader): Cut {
  return cut(db.all(statement, { ...parameters, limit: limit + 1 }), limit, knownAt);
}

function smallCutsOf(db: Connection, reads: readonly ClaimsRead[], reader: Reader): readonly Cut[] | null {
  const cuts: Cut[] = [];
  let left = MAX_SMALL_CLAIMS;
  for (const read of reads) {
    const small = cutOf(db, { ...read, limit: left }, reader);
    left -= small.claims.length;
    if (small.truncated || left < 0) return null;
    cuts.push(small);
  }
  return cuts;
}

/** The given claims, retracted ones included, with everything that they point at. */
export function claimDossier(db: Connection, claims: readonly ClaimId[], reader: Reader): Dossier {
  const parameters = { ...readerParameters(reader, true), ids: JSON.stringify(claims) };
  return gather(db, [cut(db.all(sql.CLAIMS_BY_ID, parameters), 1, reader.knownAt)]);
}

/** What the stored edges of a pair are folded from: claims that name both, whatever the date. */
export function edgeDossier(db: Connection, { a, b }: Pair): Dossier {
  return gather(db, [
    cut(db.all(sql.CLAIMS_OF_EDGE, { a, b, limit: MAX_OWN_CLAIMS + 1 }), MAX_OWN_CLAIMS, null),
  ]);
}

/** Claims with everything that they point at. */
export function dossierOf(db: Connection, claims: readonly Claim[]): Dossier {
  return gather(db, [{ claims, truncated: false }]);
}

interface Cut {
  readonly claims: readonly Claim[];
  readonly truncated: boolean;
}

/** Parses rows of claims that come in buckets, each read one claim further than its limit. */
function cut(found: readonly unknown[], limit: number, knownAt: Instant | null): Cut {
  const buckets = new Map<number, Claim[]>();
  for (const row of found) {
    const bucket = claimRows.bucket(row);
    const claims = buckets.get(bucket) ?? [];
    if (claims.length === 0) buckets.set(bucket, claims);
    claims.push(claimRows.claim(row, knownAt));
  }
  const full = [...buckets.values()].map((claims) => claims.sort(latestFirst));
  return {
    claims: full.flatMap((claims) => claims.slice(0, limit)),
    truncated: full.some((claims) => claims.length > limit),
  };
}

/** The order of all lists of claims: the latest said first, then by id. */
function latestFirst(x: Claim, y: Claim): number {
  return y.assertedAt.firstDay - x.assertedAt.firstDay || byCodeUnit(x.id, y.id);
}

/** Claims with what they point at, and the people who were asked about. */
function gather(db: Connection, cuts: readonly Cut[], asked: readonly PersonId[] = []): Dossier {
  const distinct = new Map(cuts.flatMap(({ claims }) => claims).map((claim) => [claim.id, claim]));
  const claims = [...distinct.values()].sort(latestFirst);
  const evidence = evidenceOf(db, claims);
  const { documents, full } = documentsOf(db, claims, evidence);
  const sources = sourcesOf(db, claims, documents);
  const people = peopleOf(db, claims, sources, asked);
  return {
    claims,
    people,
    documents,
    sources,
    evidence,
    truncated: full || cuts.some(({ truncated }) => truncated),
  };
}

function evidenceOf(db: Connection, claims: readonly Claim[]): ReadonlyMap<EvidenceId, Evidence> {
  const ids = claims.flatMap((claim) => claim.evidence.map((cited) => cited.evidence));
  return new Map(
    byIds(db, sql.EVIDENCE_BY_ID, ids)
      .map(rows.evidence)
      .map((item) => [item.id, item]),
  );
}

function documentsOf(
  db: Connection,
  claims: readonly Claim[],
  evidence: ReadonlyMap<EvidenceId, Evidence>,
): { readonly documents: ReadonlyMap<DocumentId, Document>; readonly full: boolean } {
  const cited = claims.flatMap((claim) => [
    claim.document,
    ...claim.attributedTo.map((step) => step.document),
  ]);
  const shown = [...evidence.values()].map((item) => item.document);
  const ids = [...cited, ...shown].filter((id) => id !== null);
  const pointedAt = byIds(db, sql.DOCUMENTS_BY_ID, ids).map(rows.document);
  const origins = pointedAt.flatMap((item) => item.derivedFrom);
  const found = [...pointedAt, ...originsOf(db, origins)];
  const documents = new Map(found.map((item) => [item.id, item]));
  const missing = found.some((item) => item.derivedFrom.some((origin) => !documents.has(origin)));
  return { documents, full: missing };
}

/** Most documents are taken from no other; the walk is made only when there is somewhere to go. */
function originsOf(db: Connection, ids: readonly DocumentId[]): readonly Document[] {
  if (ids.length === 0) return [];
  const parameters = {
    ids: JSON.stringify([...new Set(ids)]),
    depth: MAX_ORIGIN_DEPTH - 1,
    limit: MAX_DOCUMENTS,
  };
  return db.all(sql.DOCUMENTS_WITH_ORIGINS, parameters).map(rows.document);
}

function sourcesOf(
  db: Connection,
  claims: readonly Claim[],
  documents: ReadonlyMap<DocumentId, Document>,
): ReadonlyMap<SourceId, Source> {
  const named = claims.flatMap((claim) => claim.attributedTo.map((step) => step.source));
  const ids = [...[...documents.values()].map((item) => item.source), ...named];
  return new Map(
    byIds(db, sql.SOURCES_BY_ID, ids)
      .map(rows.source)
      .map((item) => [item.id, item]),
  );
}

function peopleOf(
  db: Connection,
  claims: readonly Claim[],
  sources: ReadonlyMap<SourceId, Source>,
  asked: readonly PersonId[],
): ReadonlyMap<PersonId, PersonFacts> {
  const named = claims.flatMap((claim) => [claim.subject, claim.object, claim.onRecord?.person ?? null]);
  const voices = [...sources.values()].map((item) => item.person);
  const ids = [...asked, ...named, ...voices].filter((id) => id !== null);
  return new Map(
    byIds(db, sql.PEOPLE_BY_ID, ids)
      .map(rows.personFacts)
      .map((item) => [item.person.id, item]),
  );
}

function byIds(db: Connection, statement: Statement, ids: readonly string[]): readonly unknown[] {
  return ids.length === 0 ? [] : db.all(statement, { ids: JSON.stringify([...new Set(ids)]) });
}
