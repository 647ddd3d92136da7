import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openNeo4jStore } from '../../src/stores/neo4j/open.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, person } from '../support/builders.ts';
import { bareGraph, emptyGraph, neo4jDriver, neo4jSettings, openSuiteStore } from '../support/neo4j.ts';

const opened: GraphStore[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

async function open(): Promise<GraphStore> {
  const store = await openSuiteStore();
  opened.push(store);
  return store;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('Expected a port');
  return address.port;
}

describe('a store on Neo4j', () => {
  test('is made by whoever comes first, also when two servers come at once', async () => {
    await bareGraph();
    const [one, other] = await Promise.all([open(), open()]);
    await one.apply(change({ people: [person('ann', 'Ann')] }));
    expect((await other.counts()).people).toBe(1);
    expect(await one.feedKey()).toBe(await other.feedKey());
    const { records } = await neo4jDriver().executeQuery(
      "SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN count(*) AS offline",
    );
    expect(Number(records[0]?.get('offline'))).toBe(0);
  });

  test('keeps what is there when it is opened again', async () => {
    await emptyGraph();
    const key = await (await open()).feedKey();
    await (await open()).apply(change({ people: [person('ann', 'Ann')] }));
    const again = await open();
    expect((await again.counts()).people).toBe(1);
    expect(await again.feedKey()).toBe(key);
  });

  test('has every kind of question planned beforehand for who asks for it', async () => {
    await emptyGraph();
    const plans = async (): Promise<number> => {
      const { records } = await neo4jDriver().executeQuery('CALL db.clearQueryCaches()');
      return Number(/\d+/.exec(String(records[0]?.get('value')))?.[0]);
    };
    await plans();
    let [asked, all] = [0, 1];
    opened.push(
      await openSuiteStore({
        onPlanning: (done, total) => {
          [asked, all] = [done, total];
        },
      }),
    );
    expect(asked).toBe(all);
    expect(await plans()).toBeGreaterThanOrEqual(all);
  });

  test('is refused when a newer Hearsay has written it, and left as it is', async () => {
    await emptyGraph();
    const driver = neo4jDriver();
    const set = (version: number): Promise<unknown> =>
      driver.executeQuery("MATCH (s:Schema {id: 'schema'}) SET s.version = toInteger($version)", { version });
    const { records } = await driver.executeQuery('MATCH (s:Schema) RETURN s.version AS version');
    const version = Number(records[0]?.get('version'));
    await set(version + 1);
    try {
      await expect(open()).rejects.toMatchObject({ code: 'STORE_NEWER' });
    } finally {
      await set(version);
    }
  });

  test('is refused in a database of somebody else, and nothing is added to it', async () => {
    await bareGraph();
    const driver = neo4jDriver();
    await driver.executeQuery("CREATE (:Customer {name: 'Somebody'})");
    await expect(open()).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    const { records } = await driver.executeQuery('MATCH (n) RETURN labels(n) AS labels');
    expect(records.map((record) => record.toObject())).toEqual([{ labels: ['Customer'] }]);
    await bareGraph();
    await open();
  });

  test('is unavailable within the deadline where no server listens', async () => {
    const url = `bolt://127.0.0.1:${await freePort()}`;
    const opening = openNeo4jStore({ ...neo4jSettings(), url, database: null }, { deadlineMs: 300 });
    await expect(opening).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  test('is unavailable within the deadline where somebody listens who never answers', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const target = { ...neo4jSettings(), url: `bolt://127.0.0.1:${port}`, database: null };
    await expect(openNeo4jStore(target, { deadlineMs: 300 })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    silent.close();
  });

  test('is unavailable when the database it is to use does not exist', async () => {
    const opening = openNeo4jStore({ ...neo4jSettings(), database: 'nowhere' }, { deadlineMs: 300 });
    await expect(opening).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  test('says which setting is wrong when the address is none', async () => {
    const opening = openNeo4jStore({ ...neo4jSettings(), url: 'http://localhost', database: null });
    await expect(opening).rejects.toMatchObject({ code: 'SETTING_INVALID' });
  });

  test('answers nothing once it is closed', async () => {
    const store = await openSuiteStore();
    await store.close();
    await store.close();
    await expect(store.counts()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(store.apply(change({}))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
