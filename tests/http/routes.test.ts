import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, codes, post } from '../support/graphql-client.ts';
import { startTiny, type TinyServer } from '../support/tiny-server.ts';

let server: TinyServer;
beforeAll(async () => {
  server = await startTiny();
});
afterAll(() => server.stop());

/** The code in a refusal's body. */
async function codeIn(response: Response): Promise<unknown> {
  const body = (await response.json()) as {
    readonly errors: readonly { readonly extensions: { readonly code: unknown } }[];
  };
  return body.errors[0]?.extensions.code;
}

describe('paths and methods', () => {
  test('a path that is not served is 404 with a code', async () => {
    const response = await fetch(`${server.base}/nowhere`);
    expect([response.status, await codeIn(response)]).toEqual([404, 'NOT_FOUND']);
  });

  test.each(['/__proto__', '/constructor', '/%', '/..%2f..%2fpackage.json', '//graphql', '/graphql/'])(
    'so is %s',
    async (path) => {
      const response = await fetch(`${server.base}${path}`);
      expect([response.status, await codeIn(response)]).toEqual([404, 'NOT_FOUND']);
    },
  );

  test.each([
    ['DELETE', '/graphql', 'GET, HEAD, POST'],
    ['OPTIONS', '/graphql', 'GET, HEAD, POST'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['PUT', '/', 'GET, HEAD'],
  ])('%s %s is 405 and says what is allowed', async (method, path, allow) => {
    const response = await fetch(`${server.base}${path}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(await codeIn(response)).toBe('METHOD_NOT_ALLOWED');
  });

  test.each(['/healthz', '/readyz', '/nowhere', '/'])('HEAD %s is GET without its body', async (path) => {
    const get = await fetch(`${server.base}${path}`);
    const head = await fetch(`${server.base}${path}`, { method: 'HEAD' });
    expect(head.status).toBe(get.status);
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    expect(await head.text()).toBe('');
  });
});

describe('health', () => {
  test('says that the process lives and that the store answers', async () => {
    const health = await fetch(`${server.base}/healthz`);
    const ready = await fetch(`${server.base}/readyz`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('of a server whose store is gone: alive, not ready, and without details', async () => {
    const down = await startTiny({ ready: () => Promise.reject(new Error('a detail of ours')) });
    const health = await fetch(`${down.base}/healthz`);
    const ready = await fetch(`${down.base}/readyz`);
    expect([health.status, ready.status]).toEqual([200, 503]);
    const body = await ready.text();
    expect(body).toContain('NOT_READY');
    expect(body).not.toContain('detail');
    await down.stop();
  });
});

test('a server whose store says nothing is not ready, and says so before who asks gives up', async () => {
  const silent = await startTiny({ ready: () => new Promise(() => undefined) });
  const ready = await fetch(`${silent.base}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([
    503,
    expect.stringContaining('does not answer in time'),
  ]);
  await silent.stop();
});

describe('GraphQL over HTTP', () => {
  const query = `?query=${encodeURIComponent('{ echo(text: "hi") }')}`;

  test('GET answers where CSRF is ruled out', async () => {
    const response = await fetch(`${server.base}/graphql${query}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(await response.json()).toEqual({ data: { echo: 'hi' } });
  });

  test('GET that a form could send is refused with a code', async () => {
    const response = await fetch(`${server.base}/graphql${query}`);
    expect([response.status, await codeIn(response)]).toEqual([400, 'BAD_REQUEST']);
  });

  test('POST that a form could send is refused with a code', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await post(server.base, '{"query":"{ __typename }"}', { 'content-type': type });
      expect([answer.status, codes(answer)]).toEqual([400, ['BAD_REQUEST']]);
    }
  });

  const bodies: readonly (readonly [string, string, number, string])[] = [
    ['not JSON', '{ "query": ', 400, 'BAD_REQUEST'],
    ['nothing', '', 400, 'BAD_REQUEST'],
    ['null', 'null', 400, 'BAD_REQUEST'],
    ['a string', '"{ __typename }"', 400, 'BAD_REQUEST'],
    ['an empty object', '{}', 400, 'BAD_REQUEST'],
    ['a query that is no string', '{"query":{}}', 400, 'BAD_REQUEST'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[]}', 400, 'BAD_REQUEST'],
    ['nested a hundred thousand deep', '['.repeat(100_000), 400, 'BAD_REQUEST'],
    ['a list', '[]', 400, 'BATCHING_NOT_SUPPORTED'],
  ];

  test.each(bodies)('a body that is %s is refused with a code', async (_, body, status, code) => {
    const answer = await post(server.base, body);
    expect([answer.status, codes(answer)]).toEqual([status, [code]]);
  });

  test('a body that is not UTF-8 is refused with a code', async () => {
    const answer = await post(server.base, new Uint8Array([0x22, 0xff, 0xfe, 0x22]));
    expect([answer.status, codes(answer)]).toEqual([400, ['BAD_REQUEST']]);
  });

  test('another charset and compression are refused with a code', async () => {
    const latin = await post(server.base, '{}', { 'content-type': 'application/json; charset=latin1' });
    const gzip = await post(server.base, '{}', { 'content-encoding': 'gzip' });
    expect([latin.status, codes(latin)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
    expect([gzip.status, codes(gzip)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
  });

  test('an answer is kept by nobody', async () => {
    const answer = await ask(server.base, '{ __typename }');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag')).toBeNull();
  });
});

describe('headers', () => {
  test('say nothing about what serves, and keep browsers from guessing and framing', async () => {
    for (const path of ['/healthz', '/nowhere', '/']) {
      const { headers } = await fetch(`${server.base}${path}`);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('keep search engines from URLs with a question in them', async () => {
    const asked = await fetch(`${server.base}/?a=Somebody&b=Another`);
    const bare = await fetch(`${server.base}/`);
    expect([asked.headers.get('x-robots-tag'), bare.headers.get('x-robots-tag')]).toEqual(['noindex', null]);
  });
});

describe('the request id', () => {
  test('is the client’s when it is a plain one', async () => {
    const answer = await ask(server.base, '{ requestId }', {}, { 'x-request-id': 'trace-0123.abc' });
    expect(answer.headers.get('x-request-id')).toBe('trace-0123.abc');
    expect(answer.data).toEqual({ requestId: 'trace-0123.abc' });
  });

  test.each(['short', 'with blanks in it', '{"level":60}', 'x'.repeat(65)])(
    'is a new one instead of %s',
    async (id) => {
      const answer = await ask(server.base, '{ requestId }', {}, { 'x-request-id': id });
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.data).toEqual({ requestId: answer.headers.get('x-request-id') });
    },
  );

  test('is in refusals', async () => {
    const response = await fetch(`${server.base}/nowhere`, { headers: { 'x-request-id': 'trace-0123' } });
    expect(await response.text()).toContain('"requestId":"trace-0123"');
  });
});

describe('the log', () => {
  test('has a line for a request with its id, route, status and time, and no word of what was asked', async () => {
    const headers = { 'x-request-id': 'log-test-1', 'apollo-require-preflight': '1' };
    await (await fetch(`${server.base}/graphql?query={echo(text:"Jane Doe")}`, { headers })).text();
    await (await fetch(`${server.base}/Jane-Doe?a=Jane%20Doe`, { headers })).text();
    await ask(server.base, '{ echo(text: "Jane Doe") }', {}, headers);
    await expect
      .poll(() => server.logged.filter((line) => line['requestId'] === 'log-test-1'))
      .toHaveLength(3);
    const lines = server.logged.filter((line) => line['requestId'] === 'log-test-1');
    expect(lines.map((line) => [line['method'], line['route'], line['status']])).toEqual([
      ['GET', 'graphql', 200],
      ['GET', 'file', 404],
      ['POST', 'graphql', 200],
    ]);
    expect(lines.every((line) => typeof line['ms'] === 'number' && line['aborted'] === false)).toBe(true);
    expect(JSON.stringify(lines)).not.toMatch(/Jane|Doe/);
  });
});
