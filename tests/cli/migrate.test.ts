import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate, type Move, type MoveReport } from '../../src/application/migrate.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { change, person, RECORDED } from '../support/builders.ts';
import { hearsay } from './hearsay.ts';
import { killedAt, newIn, worldToMove } from './moving.ts';
import type { Ran, TestSurroundings } from './test-io.ts';

let folder: string;
let from: string;
let to: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-migrate-'));
  from = join(folder, 'from.sqlite');
  to = join(folder, 'to.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function withStore<T>(path: string, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openSqliteStore(path, { threads: false });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function filled(size = 12): Promise<void> {
  await withStore(from, async (store) => {
    for (const each of worldToMove(size)) await store.apply(each);
  });
}

function move(more: readonly string[] = [], around: TestSurroundings = {}): Promise<Ran> {
  return hearsay(['migrate', '--from', `sqlite:${from}`, '--to', `sqlite:${to}`, ...more], around);
}

async function moved(more: readonly string[] = []): Promise<MoveReport & { readonly exit: number }> {
  const { exit, out, err } = await move([...more, '--json']);
  expect(err.replaceAll(/^(moving|verifying): .*\n/gm, '')).toBe('');
  return { exit, ...(JSON.parse(out) as MoveReport) };
}

const whileShown: Move['whileShown'] = (_, work) => work(() => undefined);

/** A move without the command line and without threads, which take most of a test's time. */
async function quickly(batch = 1_000): Promise<MoveReport> {
  return withStore(from, (source) =>
    withStore(to, (target) =>
      migrate({
        from: source,
        to: target,
        at: RECORDED,
        batch,
        whileShown,
      }),
    ),
  );
}

function counts(report: MoveReport): Readonly<Record<string, number>> {
  return Object.fromEntries(report.checks.map(({ type, to: { count } }) => [type, count]));
}

describe('a move into an empty store', () => {
  test('brings everything, to the bit, and compares both stores', async () => {
    await filled();
    const report = await moved();
    expect(report).toMatchObject({ exit: 0, ok: true, resumed: false });
    for (const check of report.checks) expect(check.from).toEqual(check.to);
    expect(Object.values(counts(report)).every((count) => count > 0)).toBe(true);
    expect(new Set(report.checks.map((check) => check.from.digest)).size).toBe(report.checks.length);
    await withStore(to, async (store) => {
      expect((await store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
      const { entries, nodes } = await newIn(store);
      const { edges = 0, outcomes = 0, ...others } = counts(report);
      const fresh = Object.values(others).reduce((sum, count) => sum + count, 0);
      expect([entries, nodes, report.moved]).toEqual([fresh, fresh, fresh + outcomes]);
      expect(edges).toBeGreaterThan(5);
    });
  });

  test('gives the same digests in batches of any size', async () => {
    await filled();
    const one = await quickly(1);
    to = join(folder, 'other.sqlite');
    expect((await quickly(10_000)).checks).toEqual(one.checks);
  });

  test('says what it has done', async () => {
    await filled();
    const { exit, out } = await move();
    expect(exit).toBe(0);
    expect(out).toMatch(/^\d+ records moved\.\n {2}ok +people +12 +[0-9a-f]{12}\n/);
    expect(out).toMatch(/\n {2}ok +derived relationships +\d+ +[0-9a-f]{12}\nBoth stores hold the same\.\n$/);
  });

  test('shows how far it is when that takes long', async () => {
    await filled();
    const { err } = await move(['--batch', '5'], { step: 2_000 });
    expect(err).toMatch(/^moving: \d+ of \d+ \(\d+%\)\n/);
    expect(err).toMatch(/\nverifying: \d+ of \d+ \(\d+%\)\n/);
  });

  test('of an empty store moves nothing', async () => {
    await withStore(from, () => Promise.resolve());
    expect(await moved()).toMatchObject({ exit: 0, ok: true, moved: 0 });
  });
});

describe('a move that is run again', () => {
  test('after it was done moves nothing', async () => {
    await filled();
    await quickly();
    expect(await quickly()).toMatchObject({ ok: true, resumed: true, moved: 0 });
  });

  test('brings what its source was given since', async () => {
    await filled();
    await quickly();
    await withStore(from, (store) => store.apply(change({ people: [person('new', 'New')] })));
    expect(await quickly()).toMatchObject({ ok: true, moved: 1 });
  });

  test('is refused once the target has been written to', async () => {
    await filled();
    await quickly();
    await withStore(to, (store) => store.apply(change({ people: [person('new', 'New')] })));
    const { exit, out, err } = await move();
    expect([exit, out]).toEqual([6, '']);
    expect(err).toContain('error TARGET_NOT_EMPTY: ');
    expect(err).toContain('written to since');
  });

  test('is refused for another source', async () => {
    await filled();
    await quickly();
    from = join(folder, 'another.sqlite');
    await filled(3);
    await expect(quickly()).rejects.toMatchObject({
      code: 'TARGET_NOT_EMPTY',
      message: expect.stringContaining('another store') as unknown,
    });
  });

  test(
    'after kill -9, wherever it was, goes on from there and ends with the same store',
    { timeout: 180_000 },
    async () => {
      await filled(24);
      await withStore(to, async (target) => {
        const argv = ['--from', `sqlite:${from}`, '--to', `sqlite:${to}`, '--batch', '4'];
        let before = 0;
        // At once, early, a moment later, in the middle, and while the stores are compared.
        for (const at of [0, 40, 41, 100, null]) {
          const done = await killedAt(argv, {}, target, at);
          expect(done).toBeGreaterThanOrEqual(Math.max(before, at ?? 0));
          before = done;
        }
        const report = await quickly();
        expect(report).toMatchObject({ ok: true, resumed: true, moved: 0 });
        const { entries, nodes } = await newIn(target);
        expect(entries).toBe(nodes);
        expect((await target.verify(() => undefined)).ok).toBe(true);
        to = join(folder, 'at-once.sqlite');
        expect((await quickly()).checks).toEqual(report.checks);
      });
    },
  );

  test('after it was broken off brings only what is left', async () => {
    await filled();
    const full = await withStore(from, (source) =>
      withStore(to, async (target) => {
        let left = 12;
        const failing: GraphStore = {
          ...target,
          apply: (each) => (left-- > 0 ? target.apply(each) : Promise.reject(new Error('cut'))),
        };
        const parts = { from: source, at: RECORDED, batch: 5, whileShown } as const;
        await expect(migrate({ ...parts, to: failing })).rejects.toThrow('cut');
        const { nodes } = await newIn(target);
        const rest = await migrate({ ...parts, to: target });
        expect(rest).toMatchObject({ ok: true, resumed: true });
        const all = Object.entries(counts(rest)).reduce(
          (sum, [type, n]) => sum + (type === 'edges' ? 0 : n),
          0,
        );
        expect(nodes).toBeGreaterThan(30);
        expect(rest.moved).toBe(all - nodes);
        return rest.checks;
      }),
    );
    to = join(folder, 'at-once.sqlite');
    expect((await quickly()).checks).toEqual(full);
  });
});

describe('a move tells when the stores differ', () => {
  function tamper(path: string, sql: string): void {
    const db = new Database(path);
    db.exec(sql);
    db.close();
  }

  test.each([
    [
      'one bit of one confidence',
      'edges',
      'UPDATE relationship SET confidence = confidence + 1e-16 WHERE confidence < 0.2',
    ],
    ['a relationship that is missing', 'edges', 'DELETE FROM relationship WHERE confidence < 0.2'],
    ['who recorded a claim', 'claims', `UPDATE claim SET recorded_by = 'x' WHERE id = 'claim/c1.1'`],
    ['an order of names', 'people', `UPDATE person SET aliases = '["b","a"]' WHERE id = 'person/p1'`],
  ])('by %s', async (_, type, sql) => {
    await filled();
    expect((await quickly()).ok).toBe(true);
    tamper(to, sql);
    const report = await quickly();
    expect(report.ok).toBe(false);
    expect(report.checks.filter(({ ok }) => !ok).map((check) => check.type)).toEqual([type]);
  });

  test.each([
    ['a quote', `UPDATE claim SET quote = 'no' WHERE quote IS NOT NULL`],
    ['an outcome', 'UPDATE outcome SET held = 1 - held'],
  ])('by %s that contradicts the other', async (_, sql) => {
    await filled();
    await quickly();
    tamper(to, sql);
    await expect(quickly()).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('and mends what is merely missing', async () => {
    await filled();
    const { checks } = await quickly();
    tamper(to, 'UPDATE claim SET retracted_by = NULL, retracted_at = NULL');
    expect(await quickly()).toEqual({
      ok: true,
      resumed: true,
      moved: expect.any(Number) as unknown,
      checks,
    });
  });

  test('with exit code 1, and what to do', async () => {
    await filled(3);
    await quickly();
    tamper(to, 'UPDATE relationship SET confidence = 0.5');
    const { exit, out } = await move();
    expect(exit).toBe(1);
    expect(out).toMatch(
      /\n {2}FAILED {2}derived relationships {2}\d+ {2}[0-9a-f]{12}\nThe stores differ\.\nOnly what is\n?/,
    );
    expect(out).toContain('hearsay rebuild');
  });
});

describe('a move is refused', () => {
  test('into a store with anything in it, which it leaves alone', async () => {
    await filled();
    await withStore(to, (store) => store.apply(change({ people: [person('own', 'Own')] })));
    const { exit, err } = await move();
    expect(exit).toBe(6);
    expect(err).toMatch(
      /^error TARGET_NOT_EMPTY: Expected an empty store .*, but got one with 1 people\nhint: /,
    );
    await withStore(to, async (store) => {
      expect((await store.counts()).people).toBe(1);
      expect(await store.readNote('migrate')).toBeNull();
    });
  });

  test('from or into itself, by whatever name, and into a copy of itself', async () => {
    await filled();
    const link = join(folder, 'link.sqlite');
    symlinkSync(from, link);
    for (const same of [from, join(folder, '.', 'x', '..', 'from.sqlite'), link]) {
      to = same;
      expect(await move()).toMatchObject({ exit: 2, out: '' });
    }
  });

  test('into a folder that is not there, which it does not make', async () => {
    to = join(folder, 'mistyped', 'to.sqlite');
    expect(await move()).toMatchObject({
      exit: 7,
      err: expect.stringContaining('folder for the new') as string,
    });
    expect(existsSync(join(folder, 'mistyped'))).toBe(false);
  });

  test('from a file that is not there, which it does not make', async () => {
    const { exit, err } = await move();
    expect([exit, existsSync(from), existsSync(to)]).toEqual([7, false, false]);
    expect(err).toContain('error STORE_UNAVAILABLE: ');
  });

  test.each([
    [['migrate'], 2],
    [['migrate', '--from', 'sqlite:a'], 2],
    [['migrate', '--from', 'a', '--to', 'neo4j'], 2],
    [['migrate', '--from', 'sqlite:', '--to', 'neo4j'], 2],
    [['migrate', '--from', 'neo4j', '--to', 'neo4j'], 2],
    [['migrate', '--from', 'neo4j', '--to', 'sqlite:x', '--batch', '0'], 2],
    [['migrate', '--from', 'neo4j', '--to', 'sqlite:x', '--db', 'y'], 2],
    [['migrate', '--from', 'neo4j', '--to', 'sqlite:x'], 8],
  ])('%j', async (argv, exit) => {
    const ran = await hearsay(argv);
    expect(ran).toMatchObject({ exit, out: '' });
    expect(ran.err).toMatch(/^error (USAGE|SETTING_INVALID): .+\nhint: .+\n$/);
  });
});
