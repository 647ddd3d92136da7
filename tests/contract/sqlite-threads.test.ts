import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pairOf } from '../../src/domain/claim.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { HearsayError } from '../../src/domain/errors.ts';
import { parseDate } from '../../src/domain/time.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { workerRunner } from '../../src/stores/sqlite/worker-runner.ts';
import { change, claim, document, person, source } from '../support/builders.ts';

const today: Reader = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null };
const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
const daily = source('daily');
const story = document('story', daily);

let folder: string;
let store: GraphStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-threads-'));
  store = await openSqliteStore(join(folder, 'graph.sqlite'));
  await store.apply(change({ people: [ann, bob], sources: [daily], documents: [story] }));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

test('writes that are sent together are stored in that order, and a refused one takes no other with it', async () => {
  const { length: before } = await store.changesAfter(0, 10_000, null);
  const keys = Array.from({ length: 100 }, (_, at) => `order${at}`);
  const sent = keys.map((key, at) => {
    const one = claim(key, [ann, bob], story);
    // Every tenth contradicts the one before it.
    const again = { ...claim(`order${at - 1}`, [ann, bob], story), quote: 'something else' };
    return store.apply(change({ claims: at % 10 === 9 ? [one, again] : [one] }));
  });
  const settled = await Promise.allSettled(sent);
  expect(settled.map(({ status }) => status)).toEqual(
    keys.map((_, at) => (at % 10 === 9 ? 'rejected' : 'fulfilled')),
  );
  const stored = (await store.changesAfter(before, 10_000, null)).map(({ node }) => node);
  expect(stored).toEqual(keys.filter((_, at) => at % 10 !== 9).map((key) => `claim/${key}`));
});

test('a read after an awaited write sees it, whichever thread reads', async () => {
  const { claims: before } = await store.counts();
  for (let at = 0; at < 20; at++) {
    const one = claim(`seen${at}`, [ann, bob], story);
    await store.apply(change({ claims: [one] }));
    expect((await store.nodes([one.id], today)).has(one.id)).toBe(true);
    const { total } = await store.claims({ people: [ann.id] }, today, { first: 1, after: null });
    expect(total).toBe(before + at + 1);
  }
});

test('a refusal arrives with its code, message and hint', async () => {
  const failing = store.apply(change({ people: [{ ...ann, name: 'Anna' }] }));
  await expect(failing).rejects.toBeInstanceOf(HearsayError);
  await expect(failing).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'Expected name of person/ann to stay "Ann", but got "Anna"',
    hint: expect.stringMatching(/\S/) as string,
  });
});

test('reads are answered while a rebuild is under way, and its progress arrives', async () => {
  const claims = Array.from({ length: 3_000 }, (_, at) => claim(`many${at}`, [ann, bob], story));
  await store.apply(change({ claims }));
  const progress: number[] = [];
  const rebuilding = store.rebuild((done) => progress.push(done));
  const ended = rebuilding.then(() => true);
  let answered = 0;
  while (!(await Promise.race([ended, setImmediate(false)]))) {
    await store.claims({ pair: { a: ann.id, b: bob.id } }, today, { first: 1, after: null });
    await store.nodes([ann.id], today);
    answered += 1;
  }
  expect(await rebuilding).toBe(1);
  expect(answered).toBeGreaterThan(3);
  expect(progress.length).toBeGreaterThan(1);
  expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
});

test('much about somebody is read beside whoever is asked about meanwhile, and the same as on one thread', async () => {
  const [cal, dee] = [person('cal', 'Cal'), person('dee', 'Dee')];
  const claims = Array.from({ length: 300 }, (_, at) => claim(`talk${at}`, [cal, dee], story));
  await store.apply(change({ people: [cal, dee], claims }));
  const asked = {
    pair: (of: GraphStore) => of.pairDossier([pairOf(cal.id, dee.id)], today),
    person: (of: GraphStore) => of.personDossier(cal.id, today),
  };
  const alone = await openSqliteStore(join(folder, 'graph.sqlite'), { threads: false });
  for (const ask of Object.values(asked)) {
    const first = await Promise.race([ask(store).then(() => 'answer'), setImmediate('turn of others')]);
    expect(first).toBe('turn of others');
    expect(await ask(store)).toEqual(await ask(alone));
  }
  await alone.close();
});

test('closing lets writes finish; after it everything is refused with STORE_UNAVAILABLE', async () => {
  const path = join(folder, 'closing.sqlite');
  const closing = await openSqliteStore(path);
  const writes = ['a', 'b', 'c'].map((key) => closing.apply(change({ people: [person(key, key)] })));
  await closing.close();
  expect((await Promise.all(writes)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  await expect(closing.close()).resolves.toBeUndefined();
  const refused = [
    closing.ping(),
    closing.counts(),
    closing.apply(change({})),
    closing.verify(() => undefined),
  ];
  for (const each of await Promise.allSettled(refused)) {
    expect(each).toMatchObject({ status: 'rejected', reason: { code: 'STORE_UNAVAILABLE' } });
  }
  const again = await openSqliteStore(path, { threads: false });
  expect((await again.counts()).people).toBe(3);
  await again.close();
});

test('a thread that dies fails what it was asked, and the next task starts another', async () => {
  const place = join(folder, 'not-there');
  const runner = workerRunner({ path: join(place, 'graph.sqlite'), maxPages: null }, () => undefined);
  const lost = await Promise.allSettled([runner.run('counts', []), runner.run('counts', [])]);
  for (const each of lost)
    expect(each).toMatchObject({ status: 'rejected', reason: { code: 'STORE_UNAVAILABLE' } });
  await mkdir(place);
  // The file is there now, if without tables: the thread lives, and says what is wrong itself.
  await expect(runner.run('counts', [])).rejects.toMatchObject({ code: 'INTERNAL' });
  await runner.close();
  await runner.close();
});
