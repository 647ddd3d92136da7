import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../support/start-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer([]);
});
afterAll(() => server.stop());

/** These are plain GETs without a header that a form could not send: CSRF prevention refuses them. */
const REFUSED_AS_CSRF = [
  'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
];

describe('the GraphQL over HTTP audits of graphql-http', () => {
  test('all hold but the three that CSRF prevention refuses', async () => {
    const results = await auditServer({ url: `${server.base}/graphql` });
    const named = (status: string): readonly string[] =>
      results.filter((result) => result.status === status).map((result) => result.name);
    expect(named('error')).toEqual([]);
    expect(named('warn')).toEqual([]);
    expect(named('notice')).toEqual(REFUSED_AS_CSRF);
    expect(named('ok')).toHaveLength(58);
  });
});
