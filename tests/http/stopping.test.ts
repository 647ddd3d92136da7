import { Agent, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { HearsayError } from '../../src/domain/errors.ts';
import { serve } from '../../src/http/serve.ts';
import { ask } from '../support/graphql-client.ts';
import { startTiny } from '../support/tiny-server.ts';

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('a server that is told to stop', () => {
  test('says first that it is not ready, while it still answers', async () => {
    const server = await startTiny({ notice: 500 });
    const stopping = server.stop();
    expect((await fetch(`${server.base}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
    expect((await ask(server.base, '{ echo(text: "still") }')).data).toEqual({ echo: 'still' });
    expect(server.closed()).toBe(false);
    await stopping;
    expect(server.closed()).toBe(true);
  });

  test('lets a request that is in flight finish before it closes the store', async () => {
    const server = await startTiny();
    const answer = ask(server.base, '{ slow }');
    await server.slowAsked;
    const stopping = server.stop();
    await expect.poll(() => errorOf(fetch(`${server.base}/healthz`))).toBeInstanceOf(Error);
    expect(server.closed()).toBe(false);
    server.release();
    expect((await answer).data).toEqual({ slow: 'done' });
    expect((await answer).headers.get('connection')).toBe('close');
    await stopping;
    expect(server.closed()).toBe(true);
  });

  test('cuts off a request that does not end', async () => {
    const server = await startTiny({ patience: 200 });
    const answer = errorOf(ask(server.base, '{ slow }'));
    await server.slowAsked;
    await server.stop();
    expect(await answer).toBeInstanceOf(Error);
    expect(server.closed()).toBe(true);
  });

  test('does not wait for connections that have nothing to say', async () => {
    const server = await startTiny({ patience: 60_000 });
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve, reject) => {
      request(`${server.base}/healthz`, { agent }, (response) => response.resume().on('end', resolve))
        .on('error', reject)
        .end();
    });
    await server.stop();
    expect(server.closed()).toBe(true);
    agent.destroy();
  });

  test('twice stops once', async () => {
    const server = await startTiny();
    await Promise.all([server.stop(), server.stop()]);
    await server.stopped;
    expect(server.closed()).toBe(true);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s does the same, and listens for no second one',
    async (signal) => {
      const before = process.listeners(signal);
      const server = await startTiny({ onSignals: true });
      const ours = process.listeners(signal).filter((listener) => !before.includes(listener));
      expect(ours).toHaveLength(1);
      // Only ours is told: the test runner has a listener of its own.
      ours[0]?.(signal);
      expect(process.listeners(signal)).toEqual(before);
      await server.stopped;
      expect(server.closed()).toBe(true);
      expect(server.logged.map((line) => line['msg'])).toContain('stopping');
    },
  );
});

describe('a server that cannot listen', () => {
  test('says that the port is in use, and what to do', async () => {
    const server = await startTiny();
    const other = await startTiny();
    const error = await errorOf(
      serve(other.spare, { port: server.port, host: '127.0.0.1', onSignals: false }),
    );
    expect(error).toBeInstanceOf(HearsayError);
    expect(error).toMatchObject({
      code: 'PORT_IN_USE',
      message: `Expected port ${server.port} on 127.0.0.1 to be free, but got one in use`,
      hint: expect.stringContaining(`PORT=${server.port + 1}`) as string,
    });
    await Promise.all([server.stop(), other.stop()]);
  });

  test('says that the host is none of this machine', async () => {
    const other = await startTiny();
    const error = await errorOf(serve(other.spare, { port: 0, host: '192.0.2.1', onSignals: false }));
    expect(error).toMatchObject({
      code: 'SETTING_INVALID',
      message: expect.stringContaining('HOST') as string,
    });
    await other.stop();
  });
});
