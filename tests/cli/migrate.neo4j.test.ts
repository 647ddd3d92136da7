import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MoveReport } from '../../src/application/migrate.ts';
import { digestStore, type StoreDigest } from '../../src/application/store-digest.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { change, person } from '../support/builders.ts';
import { emptyGraph, neo4jSettings, openSuiteStore } from '../support/neo4j.ts';
import { hearsay } from './hearsay.ts';
import { killedAt, newIn, worldToMove } from './moving.ts';

const TAKES_A_WHILE = { timeout: 300_000 };

let folder: string;
let neo4j: GraphStore;
let env: Readonly<Record<string, string>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-migrate-'));
  await emptyGraph();
  neo4j = await openSuiteStore();
  const { url, user, password } = neo4jSettings();
  // A busy machine is no fault that this is about.
  env = { NEO4J_URL: url, NEO4J_USER: user, NEO4J_PASSWORD: password, HEARSAY_STORE_DEADLINE_MS: '30000' };
});
afterEach(async () => {
  await neo4j.close();
  rmSync(folder, { recursive: true });
});

function file(name: string): string {
  return `sqlite:${join(folder, name)}`;
}

async function sqlite<T>(name: string, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openSqliteStore(join(folder, name), { threads: false });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function digest(store: GraphStore): Promise<StoreDigest> {
  return digestStore(store, 1_000, () => undefined);
}

async function fill(store: GraphStore): Promise<StoreDigest> {
  for (const each of worldToMove(14)) await store.apply(each);
  return digest(store);
}

async function move(from: string, to: string): Promise<MoveReport & { readonly exit: number }> {
  const { exit, out, err } = await hearsay(['migrate', '--from', from, '--to', to, '--json'], { env });
  expect(err).not.toContain('error');
  return { exit, ...(JSON.parse(out) as MoveReport) };
}

/** A move that is killed at these moments and then run to its end. */
async function moveWithKills(
  from: string,
  to: string,
  target: GraphStore,
  kills: readonly (number | null)[],
): Promise<MoveReport> {
  let before = 0;
  for (const at of kills) {
    const done = await killedAt(['--from', from, '--to', to, '--batch', '6'], env, target, at);
    expect(done).toBeGreaterThanOrEqual(Math.max(before, at ?? 0));
    before = done;
  }
  const report = await move(from, to);
  expect(report).toMatchObject({ exit: 0, ok: true, resumed: true });
  const { entries, nodes } = await newIn(target);
  expect(entries).toBe(nodes);
  expect((await target.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
  return report;
}

test('a file moves into Neo4j and back, killed on the way, to the last bit', TAKES_A_WHILE, async () => {
  const original = await sqlite('from.sqlite', fill);
  const there = await moveWithKills(file('from.sqlite'), 'neo4j', neo4j, [30, null]);
  for (const check of there.checks) expect(check.to).toEqual(original[check.type]);
  expect(await digest(neo4j)).toEqual(original);
  await sqlite('back.sqlite', (back) => moveWithKills('neo4j', file('back.sqlite'), back, [40]));
  expect(await sqlite('back.sqlite', digest)).toEqual(original);
});

test('what Neo4j was given itself moves into a file, to the last bit', TAKES_A_WHILE, async () => {
  const original = await fill(neo4j);
  expect(await move('neo4j', file('to.sqlite'))).toMatchObject({ exit: 0, ok: true, resumed: false });
  expect(await sqlite('to.sqlite', digest)).toEqual(original);
});

test('a Neo4j with anything in it is refused, and left alone', async () => {
  await sqlite('from.sqlite', (store) => store.apply(change({ people: [person('one', 'One')] })));
  await neo4j.apply(change({ people: [person('own', 'Own')] }));
  const argv = ['migrate', '--from', file('from.sqlite'), '--to', 'neo4j'];
  const { exit, out, err } = await hearsay(argv, { env });
  expect([exit, out]).toEqual([6, '']);
  expect(err).toContain('error TARGET_NOT_EMPTY: ');
  expect((await neo4j.counts()).people).toBe(1);
  expect(await neo4j.readNote('migrate')).toBeNull();
});

test('a Neo4j that does not answer, or lets nobody in, is told by its code, and no file is made', async () => {
  await sqlite('from.sqlite', (store) => store.apply(change({ people: [person('one', 'One')] })));
  const argv = ['migrate', '--from', file('from.sqlite'), '--to', 'neo4j'];
  const away = { ...env, NEO4J_URL: 'bolt://127.0.0.1:1', HEARSAY_STORE_DEADLINE_MS: '500' };
  const closed = await hearsay(argv, { env: away });
  expect([closed.exit, closed.out]).toEqual([7, '']);
  expect(closed.err).toContain('error STORE_UNAVAILABLE: ');
  const stranger = await hearsay(argv, { env: { ...env, NEO4J_PASSWORD: 'not-the-password' } });
  expect(stranger.exit).not.toBe(0);
  expect(stranger.err).toContain('error STORE_UNAUTHORIZED: ');
  expect(stranger.err).not.toContain('not-the-password');
});
