import type { PersonFacts, Work } from '../../domain/entities.ts';
import { unreachable } from '../../domain/errors.ts';
import { nodeTypeOf, type IdByType, type NodeId, type NodeType } from '../../domain/ids.ts';
import { bareHandle } from '../../domain/names.ts';
import type { Reader } from '../../domain/policy.ts';
import type { ExternalScheme, GraphNode, NameLookup } from '../../ports/graph-store.ts';
import * as claimRows from './claim-rows.ts';
import * as claimSql from './claim-queries.ts';
import type { Connection, Parameters } from './connection.ts';
import { MAX_ORIGIN_DEPTH, readerParameters } from './dossiers.ts';
import * as sql from './queries.ts';
import * as rows from './rows.ts';
import * as scalars from './scalar-rows.ts';

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

/** Ids by the ids of another catalogue. */
export function idsByExternal<T extends 'person' | 'work'>(
  db: Connection,
  type: T,
  scheme: ExternalScheme,
  values: readonly string[],
): ReadonlyMap<string, IdByType[T]> {
  const found = db.all(sql.IDS_BY_EXTERNAL[type][scheme], { values: JSON.stringify(values) });
  return new Map(found.map((row) => scalars.externalId(row) as [string, IdByType[T]]));
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
