import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Quarantine } from '../application/import-file.ts';
import type { Rejection } from '../application/import-format.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import { lockFile } from './file-lock.ts';

/** A quarantine file that one import has for itself until it closes it. */
export interface OpenQuarantine extends Quarantine {
  readonly path: string;
  /** True when rejected records of this import stand in it. */
  readonly isThere: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Whose rejected records go where. */
export interface QuarantinePlace {
  readonly path: string;
  /** True for a name that nobody asked for: when it is taken, one that is nobody else's does as well. */
  readonly isDefault: boolean;
  /** The name of the import's note: its release, and the digest of its input. */
  readonly import: string;
  /** Files that must not be written to, whether they are there or not. */
  readonly reserved: readonly string[];
}

/**
 * A file of rejected records: JSON lines, the first of which says whose they are; then the line, the reason, and the
 * record itself. It is made with the first of them, for its owner alone, since what is rejected may be what nobody
 * should read. What this import did not write itself is never written to, cut or followed. Throws FILE_UNREADABLE.
 */
export async function openQuarantine(place: QuarantinePlace): Promise<OpenQuarantine> {
  const header = `${JSON.stringify({ hearsay: 'rejected', import: place.import })}\n`;
  const { path, release } = await freePlace(place, header);
  return {
    path,
    isThere: async () => (await sizeOf(path)) > 0,
    close: release,
    cutTo: (bytes) =>
      writing(path, async () => {
        if ((await sizeOf(path)) <= bytes) return;
        await withFile(path, constants.O_RDWR, (handle) => handle.truncate(bytes));
      }),
    add: (rejected) =>
      writing(path, () =>
        withFile(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, async (handle) => {
          const isEmpty = (await handle.stat()).size === 0;
          if (isEmpty) await handle.chmod(0o600);
          await handle.writeFile([isEmpty ? header : '', ...rejected.map(lineOf)].join(''));
          await handle.datasync();
          return (await handle.stat()).size;
        }),
      ),
  };
}

/** Rejected records of a run that writes nothing. */
export const NO_QUARANTINE: OpenQuarantine = {
  path: '',
  isThere: () => Promise.resolve(false),
  close: () => Promise.resolve(),
  cutTo: () => Promise.resolve(),
  add: () => Promise.resolve(0),
};

interface Place {
  readonly path: string;
  readonly release: () => Promise<void>;
}

async function freePlace(
  { path, isDefault, reserved, ...of }: QuarantinePlace,
  header: string,
): Promise<Place> {
  const kept = new Set(await Promise.all(reserved.map(addressOf)));
  const own = `.${createHash('sha256').update(of.import).digest('hex').slice(0, 8)}.rejected.jsonl`;
  const another = path.replace(/(?:\.rejected\.jsonl)?$/, own);
  for (const each of isDefault ? [path, another] : [path]) {
    if (kept.has(await addressOf(each))) continue;
    const release = await locked(each);
    if (await isFree(each, header)) return { path: each, release };
    await release();
  }
  throw new HearsayError(
    'FILE_UNREADABLE',
    `Expected a file for rejected records that is new, or of this import, but got ${shown(path)}`,
    { hint: 'Nothing was written to it. Name another file with --quarantine, one for each file to import.' },
  );
}

/** Where a path leads, whether something is there or not. */
async function addressOf(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    // Not there yet: then it is where its folder is.
    const folder = await realpath(dirname(whole)).catch(() => dirname(whole));
    return join(folder, basename(whole));
  }
}

async function locked(path: string): Promise<() => Promise<void>> {
  let release: (() => Promise<void>) | null;
  try {
    release = await lockFile(`${path}.lock`);
  } catch {
    // In a folder that cannot be written to, nothing can be rejected either: that is said once there is something.
    return () => Promise.resolve();
  }
  if (release !== null) return release;
  throw new HearsayError(
    'FILE_UNREADABLE',
    `Expected ${shown(path)} to be used by one import at a time, but got another that is running`,
    { hint: `Wait until it has ended. If there is none, remove ${shown(`${path}.lock`)}.` },
  );
}

/** True for nothing, an empty file, and what this import has begun to write. */
async function isFree(path: string, header: string): Promise<boolean> {
  return writing(path, async () => {
    try {
      const found = await lstat(path);
      if (!found.isFile()) return false;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return true;
      throw error;
    }
    return withFile(path, constants.O_RDONLY, async (handle) => {
      const start = Buffer.alloc(Buffer.byteLength(header));
      const { bytesRead } = await handle.read(start, 0, start.length, 0);
      // A run that was killed may have written a part of it.
      return header.startsWith(start.toString('utf8', 0, bytesRead));
    });
  });
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await lstat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

async function withFile<T>(path: string, flags: number, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600);
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

function lineOf({ record, code, message }: Rejection): string {
  return `${JSON.stringify({ line: record.line, reason: { code, message }, record: record.text })}\n`;
}

async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause;
    throw new HearsayError(
      'FILE_UNREADABLE',
      `Expected to write rejected records to ${shown(path)}, but got ${codeOf(cause) ?? 'an error'}`,
      { hint: 'Name another file with --quarantine.', cause },
    );
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
