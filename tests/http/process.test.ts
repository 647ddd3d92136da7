import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/graphql-client.ts';
import { startProcess, type ServeProcess } from '../support/serve-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-process-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A server on a file of this test's. */
function start(settings: Readonly<Record<string, string>>): ServeProcess {
  return startProcess({ HEARSAY_DB: join(folder, 'hearsay.sqlite'), ...settings });
}

describe('the process', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 on %s, with what was in flight answered',
    async (signal) => {
      const { child, ended, listening } = start({ PORT: '0', LOG_LEVEL: 'info' });
      const base = await listening;
      const answers = Array.from({ length: 20 }, () => ask(base, '{ sources { totalCount } }'));
      await Promise.race(answers);
      child.kill(signal);
      const all = await Promise.all(answers);
      expect(all.every((answer) => answer.errors === undefined)).toBe(true);
      const { code, out, err } = await ended;
      expect([code, err.includes('"level":50')]).toEqual([0, false]);
      expect(err).toContain('"msg":"stopped"');
      // What is said is apart from what is logged.
      expect(out).not.toContain('"level"');
    },
  );

  test('that cannot have its port says so in a line and ends with another code', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { code, err } = await start({ PORT: String(port) }).ended;
    taken.close();
    expect(code).not.toBe(0);
    expect(err).toContain(`Expected port ${port} on 127.0.0.1 to be free`);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.each([
    ['PORT', 'http'],
    ['HEARSAY_POLICY', 'none'],
    ['HEARSAY_TYPO', '1'],
    ['NEO4J_URL', 'http://somewhere'],
  ])('that is given %s=%s says so in a line and ends with another code', async (name, value) => {
    const { code, out, err } = await start({ [name]: value }).ended;
    expect(code).not.toBe(0);
    expect(err).toContain(`Expected ${name} to be`);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe('');
  });
});
