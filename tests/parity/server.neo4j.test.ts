import { readdirSync, readFileSync } from 'node:fs';
import { HeaderMap } from '@apollo/server';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedFiles } from '../../src/application/seed-files.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { openCostars } from '../../src/costars/costar-index.ts';
import type { CostarSearch } from '../../src/ports/costar-search.ts';
import { createContext } from '../../src/graphql/context.ts';
import { startGraphQL, type GraphQLServer } from '../../src/graphql/server.ts';
import { readSeed } from '../../src/ingest/seed/load.ts';
import { schema } from './documents.ts';
import { openBoth, type BothStores } from './stores.ts';

const NOW = parseInstant('2024-06-15T12:00:00Z');
const QUESTIONS = new URL('../graphql/questions/', import.meta.url);

let both: BothStores;
let costars: readonly CostarSearch[];
let servers: readonly GraphQLServer[];
beforeAll(async () => {
  both = await openBoth();
  const files = [{ name: 'heartstopper.yaml', text: readFileSync('seeds/heartstopper.yaml', 'utf8') }];
  const stores = [both.sqlite, both.neo4j];
  const reports = await Promise.all(
    stores.map((store) => seedFiles(store, files, { at: NOW, by: 'seed', read: readSeed })),
  );
  const [left, right] = reports.map(({ created, dropped, hidden, refused }) => ({
    ...{ created, dropped, hidden, refused },
  }));
  expect(right).toEqual(left);
  expect(left).toMatchObject({ refused: 0 });
  costars = stores.map((store) => openCostars({ store, folder: null }));
  servers = await Promise.all(
    stores.map((store, at) =>
      startGraphQL({
        schema,
        context: (requestId) =>
          createContext({
            ...{ store, costars: costarsAt(at), clock: { now: () => NOW } },
            ...{ profile: 'cautious', requestId },
          }),
        log: pino({ level: 'silent' }),
      }),
    ),
  );
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  for (const each of costars) await each.close();
  await both.close();
});

function costarsAt(place: number): CostarSearch {
  const found = costars[place];
  if (found === undefined) throw new RangeError(`Expected co-stars at ${place}`);
  return found;
}

/** Status, headers and body of a server's answer. */
async function answer(server: GraphQLServer | undefined, body: unknown): Promise<unknown> {
  const headers = new HeaderMap([
    ['content-type', 'application/json'],
    ['x-request-id', 'parity'],
  ]);
  const response = await server?.execute({ method: 'POST', headers, search: '', body });
  return { status: response?.status, headers: [...(response?.headers ?? [])], body: response?.body };
}

async function expectAlike(body: unknown): Promise<string> {
  const [left, right] = await Promise.all(servers.map((server) => answer(server, body)));
  expect(right).toEqual(left);
  return JSON.stringify(left);
}

describe('servers on either store', () => {
  test.each(readdirSync(QUESTIONS))('answer the question of %s alike, to the byte', async (file) => {
    const query = readFileSync(new URL(file, QUESTIONS), 'utf8');
    const told = await expectAlike({ query });
    expect(told).toContain('{\\"data\\":{');
    expect(told).not.toContain('\\"errors\\"');
  });

  test.each([
    ['a field that is not there', { query: '{ nothing }' }],
    ['a document that does not parse', { query: '{' }],
    ['no document', {}],
    [
      'a variable of another type',
      { query: 'query ($a: Int!) { sources(first: $a) { totalCount } }', variables: { a: 'x' } },
    ],
    ['a size of page that is too large', { query: '{ sources(first: 1000) { totalCount } }' }],
    ['a cursor of nowhere', { query: '{ sources(after: "x") { totalCount } }' }],
    ['an id that is none', { query: '{ node(id: "x") { id } }' }],
    ['somebody with themself', { query: '{ isDating(a: "kit connor", b: "Kit Connor") { __typename } }' }],
  ])('refuse %s alike', async (_, body) => {
    expect(await expectAlike(body)).toMatch(/\\"code\\":\\"[A-Z_]+\\"/);
  });
});
