import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HearsayError } from '../../src/domain/errors.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { change, claim, document, person, source } from '../support/builders.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-opening-'));
  path = join(folder, 'graph.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
const daily = source('daily');
const documents = Array.from({ length: 40 }, (_, at) => document(`d${at}`, daily));
const small = change({
  people: [ann, bob],
  sources: [daily],
  documents,
  claims: documents.map((one, at) => claim(`c${at}`, [ann, bob], one)),
});

async function stored(): Promise<void> {
  const store = await openSqliteStore(path, { threads: false });
  await store.apply(small);
  await store.close();
}

async function refusal(at = path): Promise<HearsayError> {
  const error: unknown = await openSqliteStore(at, { threads: false }).then(
    async (store) => {
      await store.close();
      return null;
    },
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'HearsayError' });
  return error as HearsayError;
}

function expectOneLine({ message, hint }: HearsayError): void {
  expect(message).toMatch(/^Expected [^\n]+, but got [^\n]+$/);
  expect(hint).toMatch(/^[^\n]+$/);
}

describe('a file that must not be opened', () => {
  const damages: readonly (readonly [string, string, () => Promise<void>])[] = [
    ['is of a newer version', 'STORE_NEWER', () => pragma('user_version = 99')],
    ['is of another program', 'STORE_CORRUPT', () => pragma('application_id = 7')],
    ['is no database', 'STORE_CORRUPT', () => writeFile(path, 'name,age\nAnn,42\n'.repeat(500))],
    ['is too short for a header', 'STORE_CORRUPT', () => writeFile(path, 'SQLite format 3\0')],
    [
      'is cut short',
      'STORE_CORRUPT',
      async () => truncate(path, Math.floor((await readFile(path)).length / 2)),
    ],
    ['has pages of rubbish', 'STORE_CORRUPT', () => overwrite(3 * 4096, 8 * 4096)],
    ['has a header of rubbish', 'STORE_CORRUPT', () => overwrite(16, 100)],
  ];

  test.each(damages)(
    'because it %s is refused with one clear line, and not touched',
    async (_, code, damage) => {
      await stored();
      await damage();
      const before = await readFile(path);
      const error = await refusal();
      expect(error.code).toBe(code);
      expect(error.message).toContain(path);
      expectOneLine(error);
      expect((await readFile(path)).equals(before)).toBe(true);
    },
  );

  async function pragma(text: string): Promise<void> {
    const db = new Database(path);
    db.pragma(text);
    db.close();
    return Promise.resolve();
  }

  async function overwrite(from: number, to: number): Promise<void> {
    const bytes = await readFile(path);
    bytes.fill(0x5a, from, to);
    await writeFile(path, bytes);
  }
});

describe('a place that cannot be written', () => {
  test.each([
    [
      'below a file',
      async () => (await writeFile(join(folder, 'file'), 'x'), join(folder, 'file', 'graph.sqlite')),
    ],
    ['a folder', async () => (await mkdir(path), path)],
    ['where no folder can be made', () => Promise.resolve('/proc/hearsay/graph.sqlite')],
  ])('(%s) is refused with one clear line', async (_, place) => {
    const at = await place();
    const error = await refusal(at);
    expect(error.code).toBe('STORE_UNWRITABLE');
    expect(error.message).toContain(at);
    expectOneLine(error);
  });

  test('(a folder without permission) is refused to whoever is not root', async () => {
    await stored();
    await chmod(path, 0o444);
    await chmod(folder, 0o555);
    const nobody = { uid: 65_534, gid: 65_534 };
    const script = `
      import { accessSync, constants } from 'node:fs';
      try { accessSync(process.argv[1], constants.W_OK); console.log('writable'); } catch { console.log('refused'); }`;
    const isRoot = process.getuid?.() === 0;
    await chmod(tmpdir(), 0o1777);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script, path],
      {
        ...(isRoot ? nobody : {}),
        cwd: '/',
      },
    );
    expect(stdout.trim()).toBe('refused');
    if (!isRoot) expect((await refusal()).code).toBe('STORE_UNWRITABLE');
    await chmod(folder, 0o755);
  });
});

describe('a file that may be opened', () => {
  test('is made with its folder when it is not there', async () => {
    const deep = join(folder, 'a', 'b', 'graph.sqlite');
    const store = await openSqliteStore(deep, { threads: false });
    expect((await store.counts()).claims).toBe(0);
    await store.close();
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['graph.sqlite']);
  });

  test('is an empty one', async () => {
    await writeFile(path, '');
    const store = await openSqliteStore(path, { threads: false });
    await store.apply(small);
    expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
    await store.close();
  });

  test('is one that two open at once, each seeing what the other writes', async () => {
    const [one, other] = [
      await openSqliteStore(path, { threads: false }),
      await openSqliteStore(path, { threads: false }),
    ];
    await one.apply(small);
    expect((await other.counts()).claims).toBe(40);
    expect(await other.apply(small)).toMatchObject({ created: [], updated: [] });
    await other.close();
    await one.close();
  });
});

test('damage that opening did not see is reported by verify, or as STORE_CORRUPT, and never as a defect', async () => {
  await stored();
  const store = await openSqliteStore(path, { threads: false });
  const bytes = await readFile(path);
  bytes.fill(0x5a, 6 * 4096, bytes.length - 4096);
  await writeFile(path, bytes);
  const outcome = await store
    .verify(() => undefined)
    .then(
      ({ ok }) => (ok ? 'whole' : 'damaged'),
      (error: unknown) => (error as HearsayError).code,
    );
  expect(['damaged', 'STORE_CORRUPT']).toContain(outcome);
  await store.close();
});

test('derived data that was tampered with is found by verify and mended by rebuild', async () => {
  await stored();
  const db = new Database(path);
  db.exec(`
    UPDATE claim SET show_cautious = NULL WHERE id = 'claim/c1';
    UPDATE relationship SET confidence = 0.9;
    UPDATE person SET known_since = 5;
    UPDATE name SET key = 'x' WHERE node = 'person/ann';
    DELETE FROM change WHERE sequence = 3;
  `);
  db.close();
  const store = await openSqliteStore(path, { threads: false });
  const failed = async (): Promise<readonly string[]> =>
    (await store.verify(() => undefined)).checks.filter(({ ok }) => !ok).map(({ name }) => name);
  expect(await failed()).toEqual([
    'change feed without gaps',
    'policy columns equal rebuilt ones',
    'relationships equal rebuilt ones',
    'first mentions equal rebuilt ones',
    'names are indexed as they are',
  ]);
  expect(await store.rebuild(() => undefined)).toBe(1);
  expect(await failed()).toEqual(['change feed without gaps']);
  await store.close();
});
