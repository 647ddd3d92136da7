import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { resolvers } from '../../src/graphql/resolvers/index.ts';
import { executableSchema } from '../../src/graphql/schema.ts';

/** The whole public API. */
export const schema = executableSchema(resolvers);

/** How many types deep a document asks, and from where on what costs a read for each of many is left out. */
const DEEPEST = 8;
const DEEP = 3;
const DEAR = new Set(['relationships', 'credits', 'playedBy', 'provenance']);

/**
 * For each root field one document that asks for everything under it: each field of each type that it can come to,
 * all members of all unions, under names that say the type, since members may have fields of one name that differ.
 */
export const DOCUMENTS: ReadonlyMap<string, DocumentNode> = new Map(
  Object.values(rootType().getFields()).map((field) => [field.name, documentOf(field)]),
);

function rootType(): GraphQLObjectType {
  const type = schema.getQueryType();
  if (type === null || type === undefined) throw new RangeError('a schema without a query type');
  return type;
}

function documentOf(field: GraphQLField<unknown, unknown>): DocumentNode {
  const variables = field.args.map((each) => `$${each.name}: ${String(each.type)}`).join(', ');
  const given = field.args.map((each) => `${each.name}: $${each.name}`).join(', ');
  const type = getNamedType(field.type);
  const called = given === '' ? field.name : `${field.name}(${given})`;
  const head = variables === '' ? 'query' : `query (${variables})`;
  const document = parse(`${head} { answer: ${called} ${selectionOf(type, [type.name])} }`);
  const [fault] = validate(schema, document);
  if (fault !== undefined) throw fault;
  return document;
}

function selectionOf(type: GraphQLNamedType, path: readonly string[]): string {
  if (isLeafType(type)) return '';
  if (isAbstractType(type)) {
    const members = schema.getPossibleTypes(type);
    const parts = members.map(
      (member) => `... on ${member.name} ${fieldsOf(member, [...path, member.name])}`,
    );
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) throw new RangeError(`${type.name} cannot be asked for`);
  return fieldsOf(type, path);
}

function fieldsOf(type: GraphQLObjectType, path: readonly string[]): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [`${nameOf(type.name, field.name)}: ${field.name}`];
    const isTooDeep = path.length >= DEEPEST || (path.length > DEEP && DEAR.has(field.name));
    if (isTooDeep || isCircle(type, named, path)) return [];
    // The nodes of a page are those of its edges.
    const under =
      field.name === 'nodes' && isPage(type) ? '{ __typename }' : selectionOf(named, [...path, named.name]);
    return [`${nameOf(type.name, field.name)}: ${field.name} ${under}`];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

/** True when a type would come under itself, but for one step from a type to its own kind (what a work is based on). */
function isCircle(from: GraphQLObjectType, to: GraphQLNamedType, path: readonly string[]): boolean {
  return path.filter((name) => name === to.name).length > (from === to ? 1 : 0);
}

function isPage(type: GraphQLObjectType): boolean {
  return 'pageInfo' in type.getFields();
}

/** What a field of a type is called in the documents and their answers. */
export function nameOf(type: string, field: string): string {
  return `${type}_${field}`;
}

/** Every field of every type that the documents can come to, and whether one of them asks for it. */
export function unaskedFields(): readonly string[] {
  const text = [...DOCUMENTS.values()].map((document) => JSON.stringify(document)).join(' ');
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && type !== rootType())
    .flatMap((type) =>
      Object.keys((type as GraphQLObjectType).getFields()).map((field) => nameOf(type.name, field)),
    )
    .filter((asked) => !text.includes(`"${asked}"`));
}

/** Members of unions, and types of nodes, that an answer may be. */
export function memberTypes(): readonly string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isAbstractType(type))
    .flatMap((type) => schema.getPossibleTypes(type).map(({ name }) => name));
}
