import { HeaderMap } from '@apollo/server';
import { pino } from 'pino';
import type { Asking } from '../../src/application/asking.ts';
import type { RelationshipQuestion } from '../../src/application/ask-relationship.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { createContext } from '../../src/graphql/context.ts';
import { resolvers } from '../../src/graphql/resolvers/index.ts';
import { executableSchema } from '../../src/graphql/schema.ts';
import { startGraphQL, type GraphQLServer } from '../../src/graphql/server.ts';
import { openCostars } from '../../src/costars/costar-index.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import type { Question } from './plots.ts';

const NOW = parseInstant('2024-06-01T12:00:00Z');

/** What a client would want to know, in one document. */
const DOCUMENT = `query Ask($a: ID!, $b: ID!) {
  relationship(a: { id: $a }, b: { id: $b }) {
    ... on RelationshipAnswer {
      people { id name }
      kind status answer confidence independentSources since until lastHeard
      supporting(first: 5) { nodes { ...Said } }
      denying(first: 5) { nodes { ...Said } }
    }
  }
}
fragment Said on Claim {
  id kind stance modality assertedAt quote
  document { id title url published source { id name kind outletType } }
}`;

/** Whoever asks: today is the same day in every run. */
export function askingOf(store: GraphStore): Asking {
  return { store, clock: { now: () => NOW }, profile: 'cautious' };
}

/** A question as the use case takes it. */
export function relationship({ a, b }: Question): RelationshipQuestion {
  return { a: { by: 'id', id: a }, b: { by: 'id', id: b }, kind: 'DATING' };
}

/** The GraphQL server of a store as it is served, in this process. */
export function serverOf(store: GraphStore): Promise<GraphQLServer> {
  const costars = openCostars({ store, folder: null });
  return startGraphQL({
    schema: executableSchema(resolvers),
    context: (requestId) => createContext({ ...askingOf(store), costars, requestId }),
    log: pino({ level: 'silent' }),
  });
}

const HEADERS = [
  ['content-type', 'application/json'],
  ['x-request-id', 'bench'],
] as const;

/** Asks as a request over HTTP does once it is read. Throws unless it is answered. */
export async function askServer({ execute }: GraphQLServer, { a, b }: Question): Promise<void> {
  const headers = new HeaderMap();
  for (const [name, value] of HEADERS) headers.set(name, value);
  const body = { query: DOCUMENT, variables: { a, b } };
  const answer = await execute({ method: 'POST', headers, search: '', body });
  if (answer.body.kind !== 'complete' || !answer.body.string.includes('"relationship":{')) {
    throw new Error(`Expected an answer about ${a} and ${b}, but got ${JSON.stringify(answer.body)}`);
  }
}
