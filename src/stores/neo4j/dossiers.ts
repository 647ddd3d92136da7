import { pairKey, type Claim, type Pair } from '../../domain/claim.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { byCodeUnit, type ClaimId, type PersonId } from '../../domain/ids.ts';
import type { Reader } from '../../domain/policy.ts';
import { middleDay, type Instant } from '../../domain/time.ts';
import * as claimRows from './claim-rows.ts';
import * as cypher from './claim-queries.ts';
import type { Connection, Parameters, Row } from './connection.ts';
import * as rows from './dossier-rows.ts';

/** What reads one statement at a time. */
export type Reading = Pick<Connection, 'read'>;

/** A reader as the parameters of `VISIBLE`. */
export function readerParameters(reader: Reader, includeRetracted: boolean): Parameters {
  return {
    profile: reader.profile,
    middle: middleDay(reader.asOf),
    lastDay: reader.asOf.lastDay,
    knownAt: reader.knownAt,
    includeRetracted,
  };
}

/** What bears on any of these pairs; see the port. */
export async function pairDossier(db: Reading, pairs: readonly Pair[], reader: Reader): Promise<Dossier> {
  const parameters = {
    ...readerParameters(reader, false),
    pairs: [...new Set(pairs.map(pairKey))],
    people: [...new Set(pairs.flatMap(({ a, b }) => [a, b]))],
  };
  return dossier(await db.read(cypher.PAIR_DOSSIER, parameters), reader.knownAt);
}

/** What bears on one person's love life. */
export async function personDossier(db: Reading, person: PersonId, reader: Reader): Promise<Dossier> {
  const parameters = { ...readerParameters(reader, false), person };
  return dossier(await db.read(cypher.PERSON_DOSSIER, parameters), reader.knownAt);
}

/** The given claims, retracted ones included, with everything that they point at. */
export async function claimDossier(
  db: Reading,
  claims: readonly ClaimId[],
  reader: Reader,
): Promise<Dossier> {
  const parameters = { ...readerParameters(reader, true), ids: [...new Set(claims)] };
  return dossier(await db.read(cypher.CLAIM_DOSSIER, parameters), reader.knownAt);
}

/** Reads the one row of a dossier. */
export function dossier([row = {}]: readonly Row[], knownAt: Instant | null): Dossier {
  const column = (name: string): readonly unknown[] => (row[name] ?? []) as readonly unknown[];
  const byId = <T>(name: string, read: (properties: unknown) => T, idOf: (item: T) => string): readonly T[] =>
    column(name)
      .map(read)
      .sort((x, y) => byCodeUnit(idOf(x), idOf(y)));
  const documents = new Map(byId('documents', rows.document, ({ id }) => id).map((item) => [item.id, item]));
  const isCut = [...documents.values()].some((item) =>
    item.derivedFrom.some((origin) => !documents.has(origin)),
  );
  return {
    claims: column('claims')
      .map((values) => claimRows.claimOfValues(values, knownAt))
      .sort(latestFirst),
    people: new Map(
      byId('people', rows.personFacts, ({ person }) => person.id).map((item) => [item.person.id, item]),
    ),
    documents,
    sources: new Map(byId('sources', rows.source, ({ id }) => id).map((item) => [item.id, item])),
    evidence: new Map(byId('evidence', rows.evidence, ({ id }) => id).map((item) => [item.id, item])),
    truncated: isCut || row['truncated'] === true,
  };
}

/** The order of all lists of claims: the latest said first, then by id. */
function latestFirst(x: Claim, y: Claim): number {
  return y.assertedAt.firstDay - x.assertedAt.firstDay || byCodeUnit(x.id, y.id);
}
