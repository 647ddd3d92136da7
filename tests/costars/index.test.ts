import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCostars, type CostarEvent } from '../../src/costars/costar-index.ts';
import { parseDate } from '../../src/domain/time.ts';
import type { CostarQuery, CostarSearch, FoundCostars } from '../../src/ports/costar-search.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { change, credit, document, person, RECORDED, source, work } from '../support/builders.ts';

const ann = person('ann', 'Ann');
const bob = person('bob', 'Bob');
const cat = person('cat', 'Cat');
const film = work('film', 'Film');
const play = work('play', 'Play');

let folder: string;
let closers: (() => Promise<void>)[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-costars-'));
  closers = [];
});
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

async function openStore(name = 'graph'): Promise<GraphStore> {
  const store = await openSqliteStore(join(folder, `${name}.sqlite`), { threads: false });
  closers.push(() => store.close());
  return store;
}

interface Opened {
  readonly costars: CostarSearch;
  readonly events: readonly CostarEvent[];
}

function open(store: GraphStore, slice?: number): Opened {
  const events: CostarEvent[] = [];
  const costars = openCostars({
    store,
    folder,
    onEvent: (event) => void events.push(event),
    ...(slice === undefined ? {} : { slice }),
  });
  closers.push(() => costars.close());
  return { costars, events };
}

const QUERY: CostarQuery = {
  ...{ root: ann.id, depth: 1, limit: 10, minShared: 1 },
  ...{ roles: ['ACTOR'], asOf: parseDate('2024-06-01').lastDay, knownAt: null },
};

async function costarsOfAnn(costars: CostarSearch, store: GraphStore): Promise<readonly string[]> {
  const found: FoundCostars = await costars.costars(QUERY, store);
  return found.people.slice(1).map((each) => each.person);
}

const began = change({
  people: [ann, bob, cat],
  works: [film, play],
  credits: [credit(ann, film), credit(bob, film), credit(cat, play)],
});
const catToo = change({ credits: [credit(cat, film)] });

async function snapshotPath(): Promise<string> {
  const [name = ''] = (await readdir(folder)).filter((each) => each.endsWith('.snapshot'));
  return join(folder, name);
}

/** A store with a snapshot of its first change. */
async function withSnapshot(): Promise<GraphStore> {
  const store = await openStore();
  await store.apply(began);
  const { costars } = open(store);
  expect(await costarsOfAnn(costars, store)).toEqual([bob.id]);
  await costars.close();
  return store;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const damaged = Buffer.from(bytes);
  damaged[at] = (damaged[at] ?? 0) ^ 1;
  return damaged;
}

const typesOf = (events: readonly CostarEvent[]): readonly string[] => events.map(({ type }) => type);

describe('a snapshot', () => {
  test('is used where it is of the same data, and what came since is added', async () => {
    const store = await withSnapshot();
    await store.apply(catToo);
    const { costars, events } = open(store);
    expect(await costarsOfAnn(costars, store)).toEqual([bob.id, cat.id]);
    expect(typesOf(events)).toEqual(['loaded']);
  });

  test('is kept for its owner only', async () => {
    await withSnapshot();
    expect((await stat(await snapshotPath())).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
    ['emptied', () => Buffer.alloc(0)],
    ['of another kind', (bytes: Buffer) => Buffer.from(bytes).fill('x')],
    ['changed in a bit of its head', (bytes: Buffer) => flipped(bytes, 20)],
    ['changed in a bit of its credits', (bytes: Buffer) => flipped(bytes, 10_010)],
    ['changed in a bit of its checksum', (bytes: Buffer) => flipped(bytes, bytes.length - 1)],
  ])('that was %s is not trusted, and made anew', async (_, damage) => {
    const store = await withSnapshot();
    const path = await snapshotPath();
    const whole = await readFile(path);
    await writeFile(path, damage(whole));
    const { costars, events } = open(store);
    expect(await costarsOfAnn(costars, store)).toEqual([bob.id]);
    expect(typesOf(events)).toEqual(['not-loaded', 'built']);
    expect(await readFile(path)).toEqual(whole);
  });

  test('of another history of the same store is not used', async () => {
    const store = await withSnapshot();
    await store.close();
    // Somebody puts an older copy of the file back and records something else.
    await rm(join(folder, 'graph.sqlite'));
    const other = await openStore();
    await other.apply(
      change({ ...began, credits: [credit(ann, film), credit(cat, film), credit(bob, play)] }),
    );
    const { costars, events } = open(other);
    expect(await costarsOfAnn(costars, other)).toEqual([cat.id]);
    expect(typesOf(events)).toEqual(['built']);
  });

  test('that cannot be kept hinders no answer', async () => {
    const store = await openStore();
    await store.apply(began);
    const events: CostarEvent[] = [];
    await writeFile(join(folder, 'file'), '');
    const costars = openCostars({
      store,
      folder: join(folder, 'file', 'below'),
      onEvent: (event) => void events.push(event),
    });
    expect(await costarsOfAnn(costars, store)).toEqual([bob.id]);
    expect(typesOf(events)).toEqual(['not-kept', 'built']);
  });
});

describe('the graph', () => {
  test('is the same built on a thread of its own as on the calling one', async () => {
    const store = await openStore();
    await store.apply(began);
    const threaded = open(store, 1);
    expect(await costarsOfAnn(threaded.costars, store)).toEqual([bob.id]);
    expect(typesOf(threaded.events)).toEqual(['built']);
    const bytes = await readFile(await snapshotPath());
    await rm(await snapshotPath());
    await costarsOfAnn(open(store).costars, store);
    expect(await readFile(await snapshotPath())).toEqual(bytes);
  });

  test('has at once what another process records', async () => {
    const store = await openStore();
    await store.apply(began);
    const { costars } = open(store);
    expect(await costarsOfAnn(costars, store)).toEqual([bob.id]);
    const other = await openStore();
    await other.apply(catToo);
    expect(await costarsOfAnn(costars, store)).toEqual([bob.id, cat.id]);
  });

  test('forgets whoever is said to be a private person', async () => {
    const store = await openStore();
    await store.apply(began);
    const { costars } = open(store);
    const dan = person('dan', 'Dan', { privacy: 'PRIVATE' });
    await store.apply(change({ people: [dan], credits: [credit(dan, film)] }));
    expect(await costarsOfAnn(costars, store)).toEqual([bob.id]);
  });

  test('is made anew after a batch of a dataset, of which the feed tells in one entry', async () => {
    const store = await openStore();
    await store.apply(began);
    const { costars, events } = open(store);
    expect(await costarsOfAnn(costars, store)).toEqual([bob.id]);
    const catalog = source('catalog', { kind: 'DATASET', outletType: null });
    const release = document('release', catalog);
    await store.apply(change({ sources: [catalog], documents: [release] }));
    await store.load({
      ...{ records: catToo, dataset: release.id, at: RECORDED, by: 'import' },
      ...{ onConflict: 'KEEP', names: 'NOW', note: { name: 'import x', state: null } },
    });
    // Building may have to rest first.
    await expect.poll(() => costarsOfAnn(costars, store), { timeout: 10_000 }).toEqual([bob.id, cat.id]);
    expect(typesOf(events)).toEqual(['built', 'built']);
  });

  test('says that its answer does not have such a batch until it does', async () => {
    const store = await openStore();
    await store.apply(began);
    const { costars } = open(store);
    await costarsOfAnn(costars, store);
    const catalog = source('catalog', { kind: 'DATASET', outletType: null });
    const release = document('release', catalog);
    await store.apply(change({ sources: [catalog], documents: [release] }));
    await store.load({
      ...{ records: catToo, dataset: release.id, at: RECORDED, by: 'import' },
      ...{ onConflict: 'KEEP', names: 'NOW', note: { name: 'import x', state: null } },
    });
    const { behind, people } = await costars.costars(QUERY, store);
    expect(behind).toBe(people.length === 2 ? RECORDED : null);
  });

  test('of an empty store is empty, and grows with it', async () => {
    const store = await openStore();
    const { costars } = open(store);
    expect(await costarsOfAnn(costars, store)).toEqual([]);
    await store.apply(began);
    expect(await costarsOfAnn(costars, store)).toEqual([bob.id]);
  });
});
