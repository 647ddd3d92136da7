import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openNeo4jStore } from '../../src/stores/neo4j/open.ts';
import { ask, codes } from '../support/graphql-client.ts';
import { emptyGraph, neo4jSettings, openSuiteStore } from '../support/neo4j.ts';
import { ONCE_MORE } from '../support/once-more.ts';
import { startServer } from '../support/start-server.ts';
import { startTcpProxy, type Rule, type TcpProxy } from '../support/tcp-proxy.ts';
import {
  all,
  answersEverything,
  codeOf,
  codesOfReads,
  eventually,
  expectSound,
  expectStoredOnce,
  story,
  WORLD,
} from './neo4j-world.ts';

const DEADLINE_MS = 1_500;
/** Longer than a machine needs that is busy with everything else. */
const PATIENCE_MS = 40_000;
const TIMEOUT_MS = 240_000;

let proxy: TcpProxy;
/** Fails soon. */
let store: GraphStore;
/** Waits for what takes its time. */
let patient: GraphStore;
beforeAll(async () => {
  const { hostname, port } = new URL(neo4jSettings().url);
  proxy = await startTcpProxy({ host: hostname, port: Number(port) });
});
afterAll(() => proxy.close());
beforeEach(async () => {
  await emptyGraph();
  patient = await openThroughProxy(PATIENCE_MS);
  await patient.apply(WORLD);
  await answersEverything(patient);
  store = await openThroughProxy(DEADLINE_MS);
}, TIMEOUT_MS);
afterEach(async () => {
  await proxy.mend();
  await store.close();
  await patient.close();
}, TIMEOUT_MS);

function target() {
  const { user, password } = neo4jSettings();
  return { url: `bolt://127.0.0.1:${proxy.port}`, user, password, database: null };
}

function openThroughProxy(deadlineMs: number): Promise<GraphStore> {
  return openNeo4jStore(target(), { deadlineMs, writeDeadlineMs: deadlineMs });
}

/** Looks past the proxy, so that what it does to the store does nothing to the look. */
async function expectOnFile(keys: readonly string[]): Promise<void> {
  const observer = await openSuiteStore({ deadlineMs: PATIENCE_MS });
  try {
    await expectStoredOnce(observer, keys);
    await expectSound(observer);
  } finally {
    await observer.close();
  }
}

// The messages of Bolt that begin and commit a transaction: one chunk with the signature of each.
const BEGIN = Buffer.from([0xb1, 0x11]);
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

const swallowAll: Rule = () => 'swallow';

describe('a line that breaks', { timeout: TIMEOUT_MS, retry: ONCE_MORE }, () => {
  test('fails every read with a code within the deadline, and is found again', async () => {
    await proxy.refuse();
    expect(await codesOfReads(store, DEADLINE_MS)).toEqual(all('STORE_UNAVAILABLE'));
    await proxy.mend();
    await answersEverything(store);
  });

  test('while nobody asks is not noticed by the next who does', async () => {
    for (let time = 0; time < 3; time++) {
      proxy.cut();
      expect(await codesOfReads(patient, PATIENCE_MS)).toEqual(all('success'));
    }
  });

  test('during start is an error with a code, not a wait without end', async () => {
    await proxy.refuse();
    expect(await codeOf(openThroughProxy(DEADLINE_MS), DEADLINE_MS)).toBe('STORE_UNAVAILABLE');
    await proxy.mend();
    proxy.judge(swallowAll);
    expect(await codeOf(openThroughProxy(DEADLINE_MS), DEADLINE_MS)).toBe('STORE_UNAVAILABLE');
  });
});

describe('a line on which nothing comes', { timeout: TIMEOUT_MS, retry: ONCE_MORE }, () => {
  test('fails every read with a code within the deadline, and is found again', async () => {
    proxy.judge(swallowAll);
    expect(await codesOfReads(store, DEADLINE_MS)).toEqual(all('STORE_UNAVAILABLE'));
    await proxy.mend();
    await answersEverything(store);
  });

  test('fails more questions than there are connections, all of them in time', async () => {
    proxy.judge(swallowAll);
    const asked = Array.from({ length: 300 }, () => codeOf(store.counts(), DEADLINE_MS));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['STORE_UNAVAILABLE']));
    await proxy.mend();
    await eventually(() => Promise.all(Array.from({ length: 300 }, () => store.ping())));
  });

  test('does not keep a store from closing', async () => {
    const other = await openThroughProxy(DEADLINE_MS);
    proxy.judge(swallowAll);
    const reading = codeOf(other.counts(), DEADLINE_MS);
    expect(await codeOf(other.close(), DEADLINE_MS)).toBe('success');
    expect(await reading).toBe('STORE_UNAVAILABLE');
  });
});

describe('a slow line', { timeout: TIMEOUT_MS, retry: ONCE_MORE }, () => {
  test('is waited for within the deadline', async () => {
    proxy.delay(50);
    expect(await codeOf(patient.counts(), PATIENCE_MS)).toBe('success');
    await patient.apply(story('s0'));
    await expectOnFile(['s0']);
  });

  test('that is too slow fails reads with a code within the deadline, and is found again', async () => {
    proxy.delay(3 * DEADLINE_MS);
    expect(await codesOfReads(store, DEADLINE_MS)).toEqual(all('STORE_UNAVAILABLE'));
    await proxy.mend();
    await answersEverything(store);
  });
});

describe('a write', { timeout: TIMEOUT_MS, retry: ONCE_MORE }, () => {
  test.each<readonly [string, Buffer, 'before' | 'after']>([
    ['before it has begun', BEGIN, 'before'],
    ['in its middle', BEGIN, 'after'],
    ['before its commit has arrived', COMMIT, 'before'],
    ['when its commit has arrived, but not the answer', COMMIT, 'after'],
  ])('that is cut off %s is tried again, and happens once', async (_, message, when) => {
    let cuts = 0;
    let seen = false;
    proxy.judge((from, bytes) => {
      if (cuts === 2) return 'pass';
      const isCut = when === 'before' ? bytes.includes(message) : seen && from === 'server';
      if (from === 'client') seen = bytes.includes(message);
      if (!isCut) return 'pass';
      seen = false;
      cuts += 1;
      return 'cut';
    });
    await patient.apply(story('s0'));
    expect(cuts).toBe(2);
    await expectOnFile(['s0']);
  });

  test('whose server falls silent is tried again, and happens once', async () => {
    let silences = 0;
    proxy.judge((from, bytes) => {
      if (silences === 1 || from !== 'client' || !bytes.includes(COMMIT)) return 'pass';
      silences += 1;
      return 'swallow';
    });
    await patient.apply(story('s0'));
    expect(silences).toBe(1);
    await expectOnFile(['s0']);
  });

  test('that cannot be stored fails with a code within its deadline; sent again later, it happens once', async () => {
    await proxy.refuse();
    expect(await codeOf(store.apply(story('s0')), DEADLINE_MS)).toBe('STORE_UNAVAILABLE');
    await proxy.mend();
    await eventually(() => patient.apply(story('s0')));
    await patient.apply(story('s0'));
    await expectOnFile(['s0']);
  });

  test('among others on a line that breaks again and again happens once', async () => {
    let pieces = 0;
    let cuts = 0;
    let next = 5;
    proxy.judge(() => {
      if ((pieces += 1) < next) return 'pass';
      cuts += 1;
      // Later from time to time, and so at another moment of what is under way.
      next = pieces + 5 + 3 * cuts;
      return 'cut';
    });
    const keys = Array.from({ length: 4 }, (_, at) => `s${at}`);
    await Promise.all(keys.map((key) => eventually(() => patient.apply(story(key)))));
    expect(cuts).toBeGreaterThan(0);
    await expectOnFile(keys);
  });
});

describe('a server', { timeout: TIMEOUT_MS, retry: ONCE_MORE }, () => {
  test('says that it is not ready while the store is away, fails questions with a code, and recovers', async () => {
    const neo4j = { ...target(), deadlineMs: DEADLINE_MS, writeDeadlineMs: DEADLINE_MS };
    const server = await startServer([], { neo4j });
    const ready = async () => (await fetch(`${server.base}/readyz`)).status;
    const asked = () => ask(server.base, '{ sources { totalCount } }');
    try {
      await eventually(async () => expect([await ready(), codes(await asked())]).toEqual([200, []]));
      for (const fault of ['refused', 'silent'] as const) {
        if (fault === 'refused') await proxy.refuse();
        else proxy.judge(swallowAll);
        const answer = await asked();
        expect([await ready(), answer.status, codes(answer)]).toEqual([503, 503, ['STORE_UNAVAILABLE']]);
        // What has no need of the store goes on.
        expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
        await proxy.mend();
        await eventually(async () => expect(await ready()).toBe(200));
        await eventually(async () => expect(codes(await asked())).toEqual([]));
      }
    } finally {
      await server.stop();
    }
  });
});
