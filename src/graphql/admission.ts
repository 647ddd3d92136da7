import type { HTTPGraphQLRequest } from '@apollo/server';
import { Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { DocumentCache } from './document-cache.ts';
import { refusal } from './errors.ts';
import { checkCost, checkLength, checkShape, LIMITS } from './limits.ts';

/** What a request asks, as far as it is well-formed; what is not is refused by Apollo Server. */
interface Asked {
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

// About two thousand documents as clients write them.
const CACHE_CAPACITY = 20_000_000;

/**
 * Lets a request through to Apollo Server or throws a refusal. It comes before parsing at length, validation
 * and execution, so that a hostile document costs no more than reading it.
 */
export function admission(schema: GraphQLSchema): (request: HTTPGraphQLRequest) => void {
  const admitted = new DocumentCache(CACHE_CAPACITY);
  return (request) => {
    if (Array.isArray(request.body)) {
      throw refusal(
        'BATCHING_NOT_SUPPORTED',
        'Expected one operation in a JSON object, but got a list',
        'Send one request for each operation, or ask for several fields in one operation.',
      );
    }
    const asked = askedBy(request);
    if (asked === null) return;
    const document = admitted.find(asked.text) ?? readDocument(asked.text, schema);
    if (document === null) return;
    admitted.keep(asked.text, document);
    checkCost(document, schema, asked.operationName, asked.variables);
  };
}

function readDocument(text: string, schema: GraphQLSchema): DocumentNode | null {
  checkLength(text);
  const document = parsed(text);
  if (document === null) return null;
  checkShape(document);
  checkOperations(document, schema);
  return document;
}

/** GraphQL.js lets an operation that the schema has no root for pass validation and fails when it runs it. */
function checkOperations(document: DocumentNode, schema: GraphQLSchema): void {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || schema.getRootType(definition.operation) != null)
      continue;
    throw refusal(
      'OPERATION_NOT_SUPPORTED',
      `Expected a query, but got a ${definition.operation}`,
      'This API is read only; it answers queries.',
    );
  }
}

/** Null for what is not GraphQL: Apollo Server reads it again, and says where it is wrong. */
function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { maxLexicalTokens: LIMITS.tokens });
  } catch {
    return null;
  }
}

function askedBy(request: HTTPGraphQLRequest): Asked | null {
  const parameters = request.method === 'GET' ? fromSearch(request.search) : request.body;
  if (!isRecord(parameters) || typeof parameters['query'] !== 'string') return null;
  const { operationName, variables } = parameters;
  return {
    text: parameters['query'],
    operationName: typeof operationName === 'string' ? operationName : null,
    variables: isRecord(variables) ? variables : {},
  };
}

function fromSearch(search: string): Readonly<Record<string, unknown>> {
  const { variables, ...rest } = Object.fromEntries(new URLSearchParams(search));
  return { ...rest, variables: variables === undefined ? {} : fromJson(variables) };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
