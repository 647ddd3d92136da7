import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { gql } from 'graphql-tag';
import type { Resolvers } from './generated.ts';
import { scalars } from './scalars.ts';

// Two folders below the root both in src and in dist.
const SCHEMA = new URL('../../schema.graphql', import.meta.url);

/** The public contract with its resolvers and scalars, ready to run. */
export function executableSchema(resolvers: Resolvers): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: gql(readFileSync(SCHEMA, 'utf8')),
    resolvers: { ...resolvers, ...scalars },
  });
}
