import { readFile } from 'node:fs/promises';
import { HearsayError, shown } from '../domain/errors.ts';
import type { Io } from './io.ts';

// A hand-written file is kilobytes; more than this is a mistake, and would be held in memory whole.
const MAX_BYTES = 64 * 1024 * 1024;

/** The text of a file, or of standard input for `-`. Throws FILE_UNREADABLE. */
export async function readText(path: string, io: Pick<Io, 'readInput'>): Promise<string> {
  if (path === '-') return io.readInput();
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw unreadable(
      path,
      error instanceof Error && 'code' in error ? String(error.code) : 'an error',
      error,
    );
  }
  if (bytes.length > MAX_BYTES) throw unreadable(path, `${bytes.length} bytes`, null);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable(path, 'bytes that are not UTF-8', error);
  }
}

/** What a file is called in messages. */
export function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}

function unreadable(path: string, came: string, cause: unknown): HearsayError {
  return new HearsayError('FILE_UNREADABLE', `Expected to read ${shown(path)}, but got ${came}`, {
    hint: 'Check the path, its permissions, and that it is a text file in UTF-8.',
    ...(cause === null ? {} : { cause }),
  });
}
