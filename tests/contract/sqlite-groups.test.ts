import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { change, claim, document, person, source } from '../support/builders.ts';

const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
const daily = source('daily');
const story = document('story', daily);

let folder: string;
let path: string;
let store: GraphStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-groups-'));
  path = join(folder, 'graph.sqlite');
  store = await openSqliteStore(path);
  await store.apply(change({ people: [ann, bob], sources: [daily], documents: [story] }));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** The commits in the write-ahead log: its header and frames are described at sqlite.org/fileformat2.html#walformat. */
async function commits(): Promise<number> {
  const log = await readFile(`${path}-wal`);
  const frameBytes = 24 + log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  let count = 0;
  for (let at = 32; at + frameBytes <= log.length; at += frameBytes) {
    // The last frame of a commit holds the size of the file after it.
    if (log.subarray(at + 8, at + 16).equals(salt) && log.readUInt32BE(at + 4) > 0) count += 1;
  }
  return count;
}

describe('changes that are sent in one turn', () => {
  test('become durable in one commit, each with a receipt of its own', async () => {
    const before = await commits();
    const { sequence } = await store.apply(change({}));
    const sent = Array.from({ length: 8 }, (_, at) =>
      store.apply(change({ claims: [claim(`c${at}`, [ann, bob], story)] })),
    );
    const receipts = await Promise.all(sent);
    expect(await commits()).toBe(before + 1);
    expect(receipts).toEqual(
      receipts.map((_, at) => ({
        ...{ created: [`claim/c${at}`], updated: [], unchanged: 0 },
        ...{ sequence: sequence + at + 1, bookmark: null },
      })),
    );
  });

  test('build on each other, and one that is refused takes nothing of the others with it', async () => {
    const { sequence } = await store.apply(change({}));
    const cat = person('cat', 'Cat');
    const results = await Promise.allSettled([
      store.apply(change({ claims: [claim('a', [ann, bob], story)] })),
      // Refused at its second record, when its first was written.
      store.apply(change({ people: [cat, { ...ann, name: 'Another' }] })),
      store.apply(change({ claims: [claim('b', [ann, cat], story)] })),
      store.apply(change({ documents: [{ ...story, names: [ann.id] }] })),
      store.apply(change({ claims: [claim('a', [ann, bob], story)] })),
    ]);
    expect(results).toMatchObject([
      { value: { created: ['claim/a'], sequence: sequence + 1 } },
      { reason: { code: 'CONFLICT' } },
      { reason: { code: 'INVALID_RECORD' } },
      { value: { updated: ['document/story'], sequence: sequence + 2 } },
      { value: { created: [], unchanged: 1, sequence: sequence + 2 } },
    ]);
    expect((await store.changesAfter(sequence, 10, null)).map(({ node }) => node)).toEqual([
      'claim/a',
      'document/story',
    ]);
    expect(await store.counts()).toMatchObject({ people: 2, claims: 1 });
    expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
  });
});

test('claims about one pair in one change rest on those that are shown, taken back or hidden ones among them', async () => {
  const minor = person('kid', 'Kid', { privacy: 'PRIVATE' });
  const retraction = { by: 'test', at: change({}).at, reason: 'SUPERSEDED', note: null } as const;
  const claims = [
    claim('said', [ann, bob], story),
    { ...claim('gone', [ann, bob], story, { kind: 'FRIENDS' }), retraction },
    claim('hidden', [ann, minor], story),
  ];
  await store.apply(change({ people: [minor], claims }));
  const { edges } = await store.edges(null, 10);
  expect(edges.map(({ family, status }) => [family, status === 'NO_EVIDENCE'])).toEqual([
    ['FRIENDS', true],
    ['ROMANCE', false],
  ]);
  expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
});
