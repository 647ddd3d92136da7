import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Rejection } from '../../src/application/import-format.ts';
import { lockFile } from '../../src/cli/file-lock.ts';
import { openQuarantine } from '../../src/cli/quarantine.ts';
import { openInput } from '../../src/ingest/reading/open.ts';
import { place } from './importing.ts';

const GOOD = JSON.stringify({ title: 'A Film', year: 1999, cast: ['Ann Lee'] });
const BAD = '{"title": broken';
const rejection = (line: number): Rejection => ({
  record: { line, text: BAD, fault: null },
  code: 'INVALID_RECORD',
  message: 'Expected …',
});

describe('the file of rejected records', () => {
  test.each([
    [
      'somebody wrote',
      (path: string): void => {
        writeFileSync(path, 'precious');
      },
    ],
    [
      'is a link',
      (path: string): void => {
        symlinkSync(`${path}.target`, path);
      },
    ],
    [
      'is a folder',
      (path: string): void => {
        mkdirSync(path);
      },
    ],
    [
      'is a pipe',
      (path: string): void => {
        spawnSync('mkfifo', [path]);
      },
    ],
  ])('is none that %s', async (_, make) => {
    const at = await place();
    const taken = join(at.folder, 'taken');
    writeFileSync(`${taken}.target`, 'precious');
    make(taken);
    const of = { path: taken, isDefault: false, import: 'import x', reserved: [] };
    await expect(openQuarantine(of)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(readFileSync(`${taken}.target`, 'utf8')).toBe('precious');
    if (statSync(taken).isFile()) expect(readFileSync(taken, 'utf8')).toBe('precious');
    expect(existsSync(`${taken}.lock`)).toBe(false);
  });

  test('is neither the input, nor the database, nor what belongs to it', async () => {
    const at = await place();
    const input = at.file('f.jsonl', `${GOOD}\n${BAD}\n`);
    const database = join(at.folder, 'graph.sqlite');
    for (const path of [input, database, `${database}-journal`]) {
      const ran = await at.hearsay('import', 'films', input, '--quarantine', path);
      expect([ran.exit, ran.err]).toEqual([8, expect.stringContaining('FILE_UNREADABLE')]);
    }
    expect(readFileSync(input, 'utf8')).toBe(`${GOOD}\n${BAD}\n`);
    expect((await at.store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('is one for each input', async () => {
    const at = await place();
    const quarantine = join(at.folder, 'q.jsonl');
    const [one, other] = [at.file('one.jsonl', BAD), at.file('other.jsonl', `${BAD} `)];
    const both = await at.hearsay('import', 'films', one, other, '--quarantine', quarantine);
    expect([both.exit, both.err]).toEqual([2, expect.stringContaining('INVALID_ARGUMENT')]);
    expect((await at.hearsay('import', 'films', one, '--quarantine', quarantine)).exit).toBe(0);
    const before = readFileSync(quarantine, 'utf8');
    const next = await at.hearsay('import', 'films', one, '--quarantine', quarantine, '--release', '2');
    expect(next.exit).toBe(8);
    expect((await at.hearsay('import', 'films', other, '--quarantine', quarantine)).exit).toBe(8);
    expect(readFileSync(quarantine, 'utf8')).toBe(before);
  });

  test('of an import that is done is left as it is, and no other is made for it', async () => {
    const at = await place();
    const [input, quarantine, later] = [at.file('f.jsonl', BAD), join(at.folder, 'q'), join(at.folder, 'l')];
    await at.hearsay('import', 'films', input, '--quarantine', quarantine);
    writeFileSync(later, '');
    const again = await at.hearsay('import', 'films', input, '--quarantine', later, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ files: [{ rejected: 1, quarantine: null }] });
    expect(readFileSync(later, 'utf8')).toBe('');
  });

  test('says whose it is, is for its owner alone, and is gone on with, not filled up', async () => {
    const at = await place();
    const path = at.file('q.jsonl', '');
    const of = { path, isDefault: false, import: 'import x', reserved: [] };
    const first = await openQuarantine(of);
    const length = await first.add([rejection(1)]);
    await first.add([rejection(2)]);
    await first.close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const again = await openQuarantine(of);
    await again.cutTo(length);
    await again.cutTo(length + 1_000);
    await again.close();
    const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(JSON.parse(header ?? '')).toEqual({ hearsay: 'rejected', import: 'import x' });
    expect(lines.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual([1]);
    await expect(openQuarantine({ ...of, import: 'import y' })).rejects.toThrow(
      'rejected records that is new',
    );
    truncateSync(path, 10);
    await (await openQuarantine(of)).close();
  });

  test('that nobody named has another name where it is taken', async () => {
    const at = await place();
    const path = at.file('f.rejected.jsonl', 'precious');
    const of = { path, isDefault: true, import: 'import x', reserved: [] };
    const other = await openQuarantine(of);
    await other.add([rejection(1)]);
    await other.close();
    expect(other.path).toMatch(/f\.[0-9a-f]{8}\.rejected\.jsonl$/);
    expect(readFileSync(path, 'utf8')).toBe('precious');
    copyFileSync(path, other.path);
    await expect(openQuarantine(of)).rejects.toThrow('rejected records that is new');
  });

  test('is written by one import at a time', async () => {
    const at = await place();
    const of = { path: join(at.folder, 'q'), isDefault: false, import: 'import x', reserved: [] };
    const first = await openQuarantine(of);
    await expect(openQuarantine(of)).rejects.toThrow('one import at a time');
    await first.close();
    await (await openQuarantine(of)).close();
  });
});

test('an input that is no file is refused', async () => {
  const at = await place();
  const pipe = join(at.folder, 'pipe');
  spawnSync('mkfifo', [pipe]);
  for (const path of [pipe, at.folder, '/dev/zero'])
    await expect(openInput(path)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});

describe('a lock', () => {
  const ID = '00000000-0000-4000-8000-000000000000';

  test('of a process that is gone keeps nobody out, and that of one that runs does', async () => {
    const at = await place();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const left = at.file('left.lock', `${gone} ${ID}\n`);
    expect(await lockFile(left)).not.toBeNull();
    expect(await lockFile(at.file('held.lock', `${process.ppid} ${ID}\n`))).toBeNull();
  });

  test('is never taken from a file that is none', async () => {
    const at = await place();
    const file = at.file('yarn.lock', '# precious\n');
    expect(await lockFile(file)).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe('# precious\n');
  });
});
