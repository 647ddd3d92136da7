import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BODY_LIMIT } from '../../src/http/body.ts';
import { codes, post } from '../support/graphql-client.ts';
import { startTiny, type TinyServer } from '../support/tiny-server.ts';

let server: TinyServer;
beforeAll(async () => {
  server = await startTiny({
    timeouts: { headers: 300, request: 600, check: 50, idle: 2_000, keepAlive: 300 },
  });
});
afterAll(() => server.stop());

/** A GraphQL request whose body has exactly this many bytes. */
function bodyOf(bytes: number): string {
  const empty = JSON.stringify({ query: '{ __typename }', variables: { pad: '' } });
  return JSON.stringify({ query: '{ __typename }', variables: { pad: 'x'.repeat(bytes - empty.length) } });
}

/** Sends this text and returns all that came back until the connection ended. */
function speak(...texts: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(heard);
    });
    texts.forEach((text) => socket.write(text));
  });
}

describe('a body', () => {
  test('of exactly the limit is read', async () => {
    const answer = await post(server.base, bodyOf(BODY_LIMIT));
    expect(answer.data).toEqual({ __typename: 'Query' });
  });

  test('of one byte more is 413', async () => {
    const answer = await post(server.base, bodyOf(BODY_LIMIT + 1));
    expect([answer.status, codes(answer)]).toEqual([413, ['PAYLOAD_TOO_LARGE']]);
  });

  test('that does not say how long it is, is 413 once it is too long', async () => {
    const chunk = 'x'.repeat(60_000);
    const part = `${chunk.length.toString(16)}\r\n${chunk}\r\n`;
    const head =
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    const heard = await speak(head, part, part, '0\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
    expect(heard).toContain('PAYLOAD_TOO_LARGE');
  });

  test('of many megabytes is cut off', async () => {
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90000000\r\n\r\n`;
    const flood = speak(head, ...Array.from({ length: 90 }, () => 'x'.repeat(1_000_000)));
    const ended = await flood.then(
      (heard) => heard,
      (error: unknown) => (error as NodeJS.ErrnoException).code,
    );
    expect(ended === 'ECONNRESET' || ended === 'EPIPE' || String(ended).startsWith('HTTP/1.1 413 ')).toBe(
      true,
    );
  });

  test('that stops half way is given up, and the server goes on', async () => {
    const head =
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query"';
    expect(await speak(head)).toMatch(/^HTTP\/1\.1 408 /);
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
  });

  test('that is broken off is no fault of ours', async () => {
    const head =
      'POST /graphql HTTP/1.1\r\nHost: x\r\nX-Request-Id: broken-off-1\r\nContent-Length: 100\r\n\r\n{';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(head, () => socket.destroy()));
    const mine = (): readonly unknown[] =>
      server.logged.filter((line) => line['requestId'] === 'broken-off-1');
    await expect.poll(() => mine().length).toBe(1);
    expect(mine()).toEqual([expect.objectContaining({ msg: 'request', aborted: true })]);
  });
});

describe('headers', () => {
  test('that do not end are given up', async () => {
    expect(await speak('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('that are too long are refused', async () => {
    expect(await speak(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });

  test('that are not HTTP are refused', async () => {
    expect(await speak('\u0000\u0001\u0002\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('of a second request that never comes leave the connection to be closed', async () => {
    expect(await speak('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });
});
