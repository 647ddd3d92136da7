import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Driver } from 'neo4j-driver';
import { pairKey, pairOf } from '../../src/domain/claim.ts';
import type { Question } from './plots.ts';

// The peer is a dependency of bench/ alone, so that nobody needs it who does not measure.
const require = createRequire(new URL('../package.json', import.meta.url));

/** What to type when the peer is not installed. */
export const INSTALL = '@neo4j/graphql is not installed: cd bench && npm ci';

/** Its own type definitions over our labels, with the names that our answer has. */
const TYPES = `
  type Person @node {
    id: ID!
    name: String!
    related: [Person!]! @relationship(type: "RELATED", direction: OUT, properties: "Related")
  }
  type Related @relationshipProperties {
    family: String!
    kind: String!
    status: String!
    confidence: Float
    independentSources: Int!
    since: String
    until: String
  }
  type Claim @node {
    id: ID!
    kind: String!
    stance: String!
    modality: String!
    assertedAt: String!
    quote: String
    pair: String
    rank: Int!
    statedIn: [Document!]! @relationship(type: "STATED_IN", direction: OUT)
  }
  type Document @node {
    id: ID!
    title: String
    url: String
    published: String
    publishedBy: [Source!]! @relationship(type: "PUBLISHED_BY", direction: OUT)
  }
  type Source @node {
    id: ID!
    name: String!
    kind: String!
    outletType: String
  }
`;

/**
 * The nearest that it can be asked: the two, the relationship that Hearsay has stored between them, and the latest
 * ten claims with where they were said. It judges nothing, hides nothing from anybody, and reads neither other
 * romances of the two nor who has it from whom.
 */
const DOCUMENT = `query Ask($a: ID!, $b: ID!, $pair: String!) {
  people(where: { id: { eq: $a } }) {
    id name
    relatedConnection(where: { node: { id: { eq: $b } } }) {
      edges {
        properties { family kind status confidence independentSources since until }
        node { id name }
      }
    }
  }
  claims(where: { pair: { eq: $pair } }, sort: [{ rank: ASC }, { id: ASC }], limit: 10) {
    id kind stance modality assertedAt quote
    statedIn { id title url published publishedBy { id name kind outletType } }
  }
}`;

// Ours on `pair` holds the order of lists as well, and only a query that names all of it can use it.
const INDEX = 'CREATE INDEX peer_claim_pair IF NOT EXISTS FOR (c:Claim) ON (c.pair)';

interface Answer {
  readonly data?: { readonly people: readonly unknown[] } | null;
  readonly errors?: readonly unknown[];
}
interface GraphQLJs {
  readonly parse: (text: string) => object;
  readonly validate: (schema: object, document: object) => readonly unknown[];
  readonly execute: (args: {
    readonly schema: object;
    readonly document: object;
    readonly variableValues: object;
    readonly contextValue: object;
  }) => Promise<Answer>;
}
interface Library {
  readonly Neo4jGraphQL: new (settings: { readonly typeDefs: string; readonly driver: Driver }) => {
    getSchema(): Promise<object>;
  };
}

/** The version of the peer, or null when it is not installed. */
export function peerVersion(): string | null {
  try {
    const manifest = new URL('../node_modules/@neo4j/graphql/package.json', import.meta.url);
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
  } catch {
    return null;
  }
}

/**
 * Asks @neo4j/graphql through GraphQL.js. The document is parsed and validated once, beforehand, and no server
 * stands in front of it, all of which Hearsay's own figures include.
 */
export async function openPeer(driver: Driver): Promise<(question: Question) => Promise<void>> {
  const { Neo4jGraphQL } = require('@neo4j/graphql') as Library;
  const { parse, validate, execute } = require('graphql') as GraphQLJs;
  await driver.executeQuery(INDEX);
  await driver.executeQuery('CALL db.awaitIndexes()');
  const schema = await new Neo4jGraphQL({ typeDefs: TYPES, driver }).getSchema();
  const document = parse(DOCUMENT);
  const flaws = validate(schema, document);
  if (flaws.length > 0) throw new Error(`Expected a valid document, but got ${JSON.stringify(flaws)}`);
  return async ({ a, b }) => {
    const pair = pairOf(a, b);
    const variableValues = { ...pair, pair: pairKey(pair) };
    const { data, errors } = await execute({ schema, document, variableValues, contextValue: {} });
    if (data?.people.length !== 1) {
      throw new Error(`Expected an answer about ${a} and ${b}, but got ${JSON.stringify(errors)}`);
    }
  };
}
