import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HearsayError } from '../../src/domain/errors.ts';
import { withBookmark } from '../../src/graphql/bookmark.ts';
import { createContext } from '../../src/graphql/context.ts';
import { statusOfFaults } from '../../src/graphql/errors.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { openGraph, type TestGraph } from '../support/graph.ts';
import { ask, codes } from '../support/graphql-client.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';

let server: RunningServer;
let graph: TestGraph;
beforeAll(async () => {
  server = await startServer([]);
  graph = await openGraph([]);
});
afterAll(async () => {
  await server.stop();
  await graph.close();
});

const QUERY = '{ sources { totalCount } }';

describe('the header hearsay-bookmark', () => {
  test('is handed to the store, whose reads then wait for that write', () => {
    const asked: string[] = [];
    const seen = { ...graph.store, ping: () => Promise.resolve() };
    const store = { ...graph.store, seeing: (bookmark: string) => (asked.push(bookmark), seen) };
    const clock = { now: () => parseInstant('2024-06-01T12:00:00Z') };
    const headers = new HeaderMap([['hearsay-bookmark', 'FB:kcwQ/x+1==']]);
    const contextWith = (bookmark: string | null) =>
      createContext({ store, costars: graph.costars, clock, profile: 'cautious', requestId: 'x', bookmark });
    expect(withBookmark(headers, contextWith).store.ping).toBe(seen.ping);
    expect(withBookmark(new HeaderMap(), contextWith).store.ping).toBe(store.ping);
    expect(asked).toEqual(['FB:kcwQ/x+1==']);
  });

  test('of a write is let through', async () => {
    const answer = await ask(server.base, QUERY, {}, { 'hearsay-bookmark': 'FB:kcwQ/x+1==' });
    expect([answer.status, codes(answer)]).toEqual([200, []]);
  });

  test.each([
    ['empty', ''],
    ['two at once', 'FB:one, FB:two'],
    ['with a blank', 'FB: one'],
    ['with what is not ASCII', 'FB:\u00e9'],
    ['longer than any', 'F'.repeat(501)],
  ])('that is no bookmark (%s) is refused with 400 and a code', async (_, bookmark) => {
    const answer = await ask(server.base, QUERY, {}, { 'hearsay-bookmark': bookmark });
    expect([answer.status, codes(answer)]).toEqual([400, ['INVALID_BOOKMARK']]);
    expect(answer.errors?.[0]?.message).toMatch(/^Expected hearsay-bookmark to be .+, but got ".{0,90}$/);
    expect(answer.errors?.[0]?.extensions.hint).toContain('once');
  });

  test('that the store refuses is refused with 400, at once or at its first read', () => {
    const refuse = (): never => {
      throw new HearsayError('INVALID_BOOKMARK', 'Expected a bookmark of this store, but got another');
    };
    const headers = new HeaderMap([['hearsay-bookmark', 'FB:other']]);
    const error = ((): unknown => {
      try {
        return withBookmark(headers, refuse);
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(GraphQLError);
    expect((error as GraphQLError).extensions).toMatchObject({
      code: 'INVALID_BOOKMARK',
      http: { status: 400 },
    });
    expect(statusOfFaults(['INVALID_BOOKMARK'])).toBe(400);
    expect(statusOfFaults(['INVALID_CURSOR'])).toBeNull();
  });
});
