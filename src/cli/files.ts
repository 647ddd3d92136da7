import { createReadStream } from 'node:fs';
import { HearsayError, shown } from '../domain/errors.ts';
import type { Io } from './io.ts';

/** A hand-written file is kilobytes; more than this is a mistake, and would be held in memory whole. In bytes. */
const MAX_BYTES = 10_000_000;

/** The text of a file, or of standard input for `-`, read no further than the limit. Throws FILE_UNREADABLE. */
export async function readText(path: string, io: Pick<Io, 'input'>): Promise<string> {
  const name = nameOf(path);
  const bytes = await bytesOf(path === '-' ? io.input() : createReadStream(path), name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable(name, 'bytes that are not UTF-8', error);
  }
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of chunks) {
      length += chunk.length;
      // Leaving the loop closes the file. What is endless, such as a device, is left here too.
      if (length > MAX_BYTES) break;
      read.push(chunk);
    }
  } catch (error) {
    const came = error instanceof Error && 'code' in error ? String(error.code) : 'an error';
    throw unreadable(name, came, error);
  }
  if (length > MAX_BYTES) throw unreadable(name, 'more than 10 MB', null);
  return Buffer.concat(read);
}

/** What a file is called in messages. */
export function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}

function unreadable(path: string, came: string, cause: unknown): HearsayError {
  return new HearsayError('FILE_UNREADABLE', `Expected to read ${shown(path)}, but got ${came}`, {
    hint: 'Check the path, its permissions, and that it is a text file in UTF-8 of at most 10 MB.',
    ...(cause === null ? {} : { cause }),
  });
}
