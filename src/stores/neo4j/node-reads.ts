import type { PersonFacts, Work } from '../../domain/entities.ts';
import { unreachable } from '../../domain/errors.ts';
import { nodeTypeOf, type IdByType, type NodeId, type NodeType } from '../../domain/ids.ts';
import { bareHandle } from '../../domain/names.ts';
import type { Reader } from '../../domain/policy.ts';
import type { ExternalScheme, GraphNode, NameLookup } from '../../ports/graph-store.ts';
import * as claimRows from './claim-rows.ts';
import type { Parameters, Row, Statement } from './connection.ts';
import { readerParameters, type Reading } from './dossiers.ts';
import * as cypher from './queries.ts';
import * as rows from './rows.ts';

/** Nodes by id as a reader may see them; one statement for all types. */
export async function nodes(
  db: Reading,
  ids: readonly NodeId[],
  reader: Reader | null,
): Promise<ReadonlyMap<NodeId, GraphNode>> {
  const [row = {}] =
    reader === null
      ? await db.read(cypher.NODES_REACHED, { ...idsByType(ids), knownAt: null })
      : await db.read(cypher.NODES_SHOWN, { ...idsByType(ids), ...readerParameters(reader, true) });
  const found: readonly GraphNode[] = [
    ...of(row, 'people', 'person', rows.personFacts),
    ...of(row, 'works', 'work', rows.work),
    ...of(row, 'characters', 'character', rows.character),
    ...of(row, 'sources', 'source', rows.source),
    ...of(row, 'credits', 'credit', rows.credit),
    ...of(row, 'onScreen', 'on-screen', rows.onScreen),
    ...of(row, 'documents', 'document', rows.document),
    ...of(row, 'evidence', 'evidence', rows.evidence),
    ...of(row, 'claims', 'claim', (properties) => claimRows.claim(properties, reader?.knownAt ?? null)),
  ];
  return new Map(found.map((each) => [idOf(each), each]));
}

function idsByType(ids: readonly NodeId[]): Parameters {
  const of = (type: NodeType): readonly NodeId[] => [...new Set(ids.filter((id) => nodeTypeOf(id) === type))];
  return {
    ...{ person: of('person'), work: of('work'), character: of('character'), source: of('source') },
    ...{ document: of('document'), evidence: of('evidence'), claim: of('claim') },
    ...{ credit: of('credit'), onScreen: of('on-screen') },
  };
}

function of<T extends GraphNode['type']>(
  row: Row,
  column: string,
  type: T,
  read: (properties: unknown) => Extract<GraphNode, { type: T }>['value'],
): readonly GraphNode[] {
  const found = (row[column] ?? []) as readonly unknown[];
  return found.map((properties) => ({ type, value: read(properties) }) as GraphNode);
}

function idOf(each: GraphNode): NodeId {
  return each.type === 'person' ? each.value.person.id : each.value.id;
}

type Asked = readonly [statement: Statement, parameters: Parameters];

/** People that a name, handle or external id may mean. */
export async function findPeople(db: Reading, lookup: NameLookup): Promise<readonly PersonFacts[]> {
  const read = async (...asked: Asked): Promise<readonly PersonFacts[]> =>
    (await db.read(...asked)).map((row) => rows.personFacts(row['found']));
  switch (lookup.by) {
    case 'name':
      return read(cypher.PEOPLE_BY_NAME, { key: lookup.key });
    case 'handle':
      return read(cypher.PEOPLE_BY_HANDLE, { name: bareHandle(lookup.name), platform: lookup.platform });
    case 'external':
      return read(cypher.PEOPLE_BY_EXTERNAL[lookup.scheme], { value: lookup.value });
    default:
      return unreachable(lookup);
  }
}

/** Works that a title or external id may mean; works have no handles. */
export async function findWorks(db: Reading, lookup: NameLookup): Promise<readonly Work[]> {
  const read = async (...asked: Asked): Promise<readonly Work[]> =>
    (await db.read(...asked)).map((row) => rows.work(row['found']));
  switch (lookup.by) {
    case 'name':
      return read(cypher.WORKS_BY_NAME, { key: lookup.key });
    case 'handle':
      return [];
    case 'external':
      return read(cypher.WORKS_BY_EXTERNAL[lookup.scheme], { value: lookup.value });
    default:
      return unreachable(lookup);
  }
}

/** Ids by the ids of another catalogue. */
export async function idsByExternal<T extends 'person' | 'work'>(
  db: Reading,
  type: T,
  scheme: ExternalScheme,
  values: readonly string[],
): Promise<ReadonlyMap<string, IdByType[T]>> {
  const found = await db.read(cypher.IDS_BY_EXTERNAL[type][scheme], { values });
  return new Map(found.map((row) => [row['value'] as string, row['id'] as IdByType[T]]));
}
