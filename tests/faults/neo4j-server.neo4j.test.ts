import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { driverFor } from '../../scripts/neo4j/answering.ts';
import { startNeo4j, type Neo4jServer } from '../../scripts/neo4j/server.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openNeo4jStore } from '../../src/stores/neo4j/open.ts';
import { ask, codes } from '../support/graphql-client.ts';
import { ONCE_MORE } from '../support/once-more.ts';
import { startServer } from '../support/start-server.ts';
import { wipe } from '../support/suite/graph.ts';
import {
  all,
  answersAgain,
  codeOf,
  codesOfReads,
  eventually,
  expectSound,
  expectStoredOnce,
  story,
  WORLD,
} from './neo4j-world.ts';

const DEADLINE_MS = 1_500;
/** Longer than a machine needs that is busy with everything else, a start of Neo4j included. */
const PATIENCE_MS = 120_000;
const THREADS = 8;
const TIMEOUT_MS = 300_000;

let home: string;
let server: Neo4jServer;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hearsay-faults-'));
  server = await start(0);
}, TIMEOUT_MS);
afterAll(async () => {
  await server.kill();
  await rm(home, { recursive: true });
});
beforeEach(() => outside(server, wipe), TIMEOUT_MS);

/** The server on its home, with as few threads for its clients as it agrees to. */
function start(port: number): Promise<Neo4jServer> {
  return startNeo4j({
    home,
    port,
    isShortLived: true,
    settings: {
      'server.bolt.thread_pool_min_size': '1',
      'server.bolt.thread_pool_max_size': String(THREADS),
    },
  });
}

async function outside<T>(
  { url, user, password }: Neo4jServer,
  body: (driver: Driver) => Promise<T>,
): Promise<T> {
  const driver = driverFor({ url, user, password });
  try {
    return await body(driver);
  } finally {
    await driver.close();
  }
}

function target(over: { readonly user?: string; readonly password?: string } = {}) {
  const { url, user, password } = server;
  return { url, user, password, database: null, ...over };
}

/** A store that fails soon, and one that does not, on a graph that has the world and one story. */
async function withStore(
  body: (store: GraphStore, patient: GraphStore) => Promise<void>,
  as = target(),
): Promise<void> {
  const patient = await openNeo4jStore(as, { deadlineMs: PATIENCE_MS, writeDeadlineMs: PATIENCE_MS });
  const store = await openNeo4jStore(as, { deadlineMs: DEADLINE_MS, writeDeadlineMs: PATIENCE_MS });
  try {
    await patient.apply(WORLD);
    await patient.apply(story('s0'));
    await body(store, patient);
  } finally {
    await store.close();
    await patient.close();
  }
}

describe('a Neo4j that ends', { retry: ONCE_MORE }, () => {
  test.each(['stop', 'kill'] as const)(
    'by %s fails reads with a code within the deadline; started again, it has everything and is found by itself',
    async (how) => {
      await withStore(async (store, patient) => {
        await server[how]();
        expect(await codesOfReads(store, DEADLINE_MS)).toEqual(all('STORE_UNAVAILABLE'));
        server = await start(server.port);
        await answersAgain(store);
        await expectStoredOnce(patient, ['s0']);
      });
    },
    TIMEOUT_MS,
  );

  test(
    'by kill -9 under load loses nothing that was acknowledged, and what was under way happens once',
    async () => {
      await withStore(async (store, patient) => {
        const acknowledged: string[] = [];
        let isLoading = true;
        const load = async (writer: number): Promise<void> => {
          for (let at = 0; isLoading; at++) {
            await store.apply(story(`w${writer}.${at}`));
            acknowledged.push(`w${writer}.${at}`);
          }
        };
        const reached = (count: number) =>
          vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(count), PATIENCE_MS);
        const loading = Promise.all([0, 1, 2, 3].map(load));
        try {
          await reached(4);
          await server.kill();
          const before = acknowledged.length;
          server = await start(server.port);
          await reached(before + 4);
        } finally {
          isLoading = false;
        }
        await loading;
        await expectStoredOnce(patient, ['s0', ...acknowledged]);
        await expectSound(patient);
      });
    },
    TIMEOUT_MS,
  );

  test(
    'makes a server of Hearsay unready, and ready again when it is back',
    async () => {
      const neo4j = { ...target(), deadlineMs: DEADLINE_MS, writeDeadlineMs: PATIENCE_MS };
      const hearsay = await startServer([], { neo4j });
      const ready = async () => (await fetch(`${hearsay.base}/readyz`)).status;
      try {
        await eventually(async () => expect(await ready()).toBe(200));
        await server.kill();
        const answer = await ask(hearsay.base, '{ sources { totalCount } }');
        expect([await ready(), answer.status, codes(answer)]).toEqual([503, 503, ['STORE_UNAVAILABLE']]);
        server = await start(server.port);
        await eventually(async () => expect(await ready()).toBe(200));
        await eventually(async () =>
          expect(codes(await ask(hearsay.base, '{ sources { totalCount } }'))).toEqual([]),
        );
      } finally {
        await hearsay.stop();
      }
    },
    TIMEOUT_MS,
  );
});

describe('a Neo4j that refuses', { timeout: TIMEOUT_MS, retry: ONCE_MORE }, () => {
  test('a password does so with a code that says so, at once', async () => {
    const opening = openNeo4jStore(target({ password: 'not the password' }), { deadlineMs: DEADLINE_MS });
    expect(await codeOf(opening, DEADLINE_MS)).toBe('STORE_UNAUTHORIZED');
  });

  test('a password that was good before is served again once it is good again', async () => {
    const guest = { user: 'guest', password: 'guest password' };
    const setPassword = (password: string) =>
      outside(server, (driver) =>
        driver.executeQuery(
          'CREATE OR REPLACE USER guest SET PASSWORD $password CHANGE NOT REQUIRED',
          { password },
          { database: 'system' },
        ),
      );
    await setPassword(guest.password);
    await withStore(async (_, patient) => {
      await setPassword('another password');
      // A connection that has been let in stays in, until the server ends it. Reads may meet several that have just
      // been ended before they come to a new one, which is refused: that must not be too late for them.
      await outside(server, endConnectionsOf(guest.user));
      expect(await codesOfReads(patient, PATIENCE_MS)).toEqual(all('STORE_UNAUTHORIZED'));
      await setPassword(guest.password);
      await answersAgain(patient);
    }, target(guest));
  });
});

/** Ends a user's connections from the server's side, which takes their ends a moment: until then they still answer. */
function endConnectionsOf(user: string) {
  return async (driver: Driver): Promise<void> => {
    const ended = await driver.executeQuery(
      `CALL dbms.listConnections() YIELD connectionId, username WHERE username = $user
       WITH collect(connectionId) AS ids
       CALL dbms.killConnections(ids) YIELD connectionId RETURN connectionId`,
      { user },
    );
    expect(ended.records.length).toBeGreaterThan(0);
    await eventually(async () => {
      const left = await driver.executeQuery(
        'CALL dbms.listConnections() YIELD connectionId, username WHERE username = $user RETURN connectionId',
        { user },
      );
      expect(left.records).toEqual([]);
    });
  };
}

describe('a Neo4j without a thread to spare', { timeout: TIMEOUT_MS, retry: ONCE_MORE }, () => {
  test('fails reads with a code in time, and takes what waits to be written as soon as it has one', async () => {
    await withStore(async (store, patient) => {
      await outside(server, async (driver) => {
        const sessions = Array.from({ length: THREADS }, () => driver.session());
        const open = await Promise.all(
          sessions.map(async (session) => {
            const transaction = await session.beginTransaction();
            await transaction.run('RETURN 1');
            return transaction;
          }),
        );
        expect(await codesOfReads(store, DEADLINE_MS)).toEqual(all('STORE_UNAVAILABLE'));
        const writing = store.apply(story('s1'));
        await Promise.all(open.map((transaction) => transaction.rollback()));
        await writing;
        await Promise.all(sessions.map((session) => session.close()));
      });
      await answersAgain(store);
      await expectStoredOnce(patient, ['s0', 's1']);
    });
  });
});
