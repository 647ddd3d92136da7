import { getOperationAST, Lexer, Source, TokenKind, type DocumentNode, type GraphQLSchema } from 'graphql';
import { costOf } from './limits-cost.ts';
import { shapesOf, type OperationShape } from './limits-shape.ts';
import { refusal } from './errors.ts';

/**
 * What one request may ask for. The numbers are judgement: several times what the page, GraphiQL and the
 * examples need, and little enough that the worst request that passes keeps one core busy for well under a
 * second. docs/limits.md explains each.
 */
export const LIMITS = {
  /** Lexical tokens in the document, all operations and fragments together; comments are free. */
  tokens: 2_000,
  /** Fields within fields. Selections within `__schema` and `__type` are counted apart. */
  depth: 12,
  /** The same within `__schema` and `__type`; the standard introspection query is 15 deep. */
  introspectionDepth: 20,
  /** Aliases in an operation, those in fragments once for every use. */
  aliases: 30,
  /** Directives anywhere in the document. */
  directives: 30,
  /** Fields directly under `query`, `__typename` included. */
  rootFields: 20,
  /** Estimated work; see limits-cost.ts. */
  cost: 10_000,
} as const;

/** Refuses a document that is too long to be parsed. What is no GraphQL at all is left to the parser. */
export function checkLength(text: string): void {
  if (text.length <= LIMITS.tokens) return;
  const tokens = tokensUpTo(text, LIMITS.tokens + 1);
  if (tokens <= LIMITS.tokens) return;
  throw refusal(
    'DOCUMENT_TOO_LONG',
    `Expected a document of at most ${LIMITS.tokens} tokens, but got more`,
    'Ask in several requests.',
  );
}

function tokensUpTo(text: string, most: number): number {
  const lexer = new Lexer(new Source(text));
  try {
    for (let count = 0; count < most; count += 1) {
      if (lexer.advance().kind === TokenKind.EOF) return count;
    }
    return most;
  } catch {
    return 0;
  }
}

/** Refuses a document of a shape that costs before it is even run. It need not be valid. */
export function checkShape(document: DocumentNode): void {
  const { operations, directives } = shapesOf(document);
  if (directives > LIMITS.directives) {
    throw refusal(
      'TOO_MANY_DIRECTIVES',
      `Expected at most ${LIMITS.directives} directives, but got ${directives}`,
      'Leave out what is always included or always skipped.',
    );
  }
  operations.forEach(checkOperation);
}

function checkOperation(shape: OperationShape): void {
  if (shape.rootFields > LIMITS.rootFields) {
    throw refusal(
      'TOO_MANY_ROOT_FIELDS',
      `Expected at most ${LIMITS.rootFields} fields at the root, but got ${shape.rootFields}`,
      'Ask in several requests.',
    );
  }
  if (shape.aliases > LIMITS.aliases) {
    throw refusal(
      'TOO_MANY_ALIASES',
      `Expected at most ${LIMITS.aliases} aliases, but got ${shape.aliases}`,
      'Ask in several requests. An alias in a fragment counts once for every use of the fragment.',
    );
  }
  if (shape.depth > LIMITS.depth) throw tooDeep(LIMITS.depth, shape.depth);
  if (shape.introspectionDepth > LIMITS.introspectionDepth) {
    throw tooDeep(LIMITS.introspectionDepth, shape.introspectionDepth);
  }
}

function tooDeep(limit: number, depth: number): Error {
  return refusal(
    'QUERY_TOO_DEEP',
    `Expected fields nested at most ${limit} deep, but got ${depth}`,
    'Ask for the ids first and for what hangs on them in a second request.',
  );
}

/** Refuses an operation whose estimated work is too much. Needs the variables, since they set page sizes. */
export function checkCost(
  document: DocumentNode,
  schema: GraphQLSchema,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
): void {
  const operation = getOperationAST(document, operationName);
  if (!operation) return;
  const cost = costOf(document, operation, schema, variables);
  if (cost <= LIMITS.cost) return;
  throw refusal(
    'QUERY_TOO_COSTLY',
    `Expected a query of cost ${LIMITS.cost} at most, but got ${Math.ceil(cost)}`,
    'Ask for smaller pages with first, above all where one list is within another.',
  );
}
