import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphChange } from '../../src/domain/change.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore, type SqliteStoreOptions } from '../../src/stores/sqlite/open.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, claim, document, person, source } from '../support/builders.ts';

/** A disk of 4 MB where one can be mounted, else a file that may not grow beyond that. */
interface SmallDisk {
  readonly folder: string;
  readonly options: SqliteStoreOptions;
  /** Gives space back. */
  free(): Promise<void>;
  remove(): Promise<void>;
}

const BALLAST = 2_500_000;
let disk: SmallDisk;
let store: GraphStore;
beforeEach(async () => {
  disk = await smallDisk(await mkdtemp(join(tmpdir(), 'hearsay-full-')));
});
afterEach(async () => {
  await store.close();
  await disk.remove();
});

async function smallDisk(folder: string): Promise<SmallDisk> {
  const remove = (): Promise<void> => rm(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return { folder, options: { maxPages: 300 }, free: () => Promise.resolve(), remove };
  }
  const ballast = join(folder, 'ballast');
  await writeFile(ballast, Buffer.alloc(BALLAST));
  return {
    folder,
    options: {},
    free: () => rm(ballast),
    remove: async () => {
      execFileSync('umount', [folder]);
      await remove();
    },
  };
}

const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
const daily = source('daily');
const story = document('story', daily);

let next = 0;

/** A change of twenty claims with as much text as they may have. */
function twenty(): GraphChange {
  next += 1;
  const text = 'x'.repeat(190);
  return change({
    claims: Array.from({ length: 20 }, (_, at) =>
      claim(`c${next}.${at}`, [ann, bob], story, { quote: text }),
    ),
  });
}

/** Records claims until there is no room, three times in a row; gives how many were acknowledged. */
async function fill(store: GraphStore): Promise<number> {
  await store.apply(change({ people: [ann, bob], sources: [daily], documents: [story] }));
  let acknowledged = 0;
  for (let refused = 0; refused < 3;) {
    const { created } = await store.apply(twenty()).catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'STORE_FULL', name: 'HearsayError' });
      return { created: [] };
    });
    acknowledged += created.length;
    refused = created.length === 0 ? refused + 1 : 0;
  }
  return acknowledged;
}

test.each([
  ['on its own thread', true],
  ['on the calling thread', false],
])('a full disk refuses writes with STORE_FULL, goes on reading, and recovers; %s', async (_, threads) => {
  const path = join(disk.folder, 'graph.sqlite');
  store = await openSqliteStore(path, { ...disk.options, threads });
  const acknowledged = await fill(store);
  expect(acknowledged).toBeGreaterThan(0);
  expect((await store.counts()).claims).toBe(acknowledged);
  // Sent together, they share a transaction first, and then answer each for itself.
  const refused = await Promise.allSettled([store.apply(twenty()), store.apply(twenty())]);
  expect(refused).toMatchObject([{ reason: { code: 'STORE_FULL' } }, { reason: { code: 'STORE_FULL' } }]);
  expect(await store.findPeople({ by: 'name', key: 'ann' })).toHaveLength(1);

  await disk.free();
  if (disk.options.maxPages !== undefined) {
    await store.close();
    store = await openSqliteStore(path, { threads });
  }
  await store.apply(twenty());
  expect((await store.counts()).claims).toBe(acknowledged + 20);
  expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
});

test('a file that may not grow any more refuses writes with STORE_FULL', async () => {
  store = await openSqliteStore(join(disk.folder, 'graph.sqlite'), { maxPages: 150, threads: false });
  const acknowledged = await fill(store);
  expect((await store.counts()).claims).toBe(acknowledged);
});
