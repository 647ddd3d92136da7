import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { HearsayError, shown } from '../../domain/errors.ts';
import { bunzip2 } from './bunzip2.ts';
import { gunzipped } from './gunzip.ts';

const CHUNK = 1 << 18;
const GZIP = [0x1f, 0x8b];
const BZIP2 = [0x42, 0x5a, 0x68];

/** A file that can be read more than once. */
export interface InputFile {
  /** Bytes on the disk. */
  readonly size: number;
  /** SHA-256 of them. */
  readonly digest: string;
  /** Its contents, unpacked. An error in the packing is thrown after everything that came before it. */
  readonly read: (onBytes: (read: number) => void) => AsyncIterable<Buffer>;
}

/** Looks at a file and digests it. What it is packed with is told by its first bytes, not by its name. */
export async function openInput(
  path: string,
  onBytes: (read: number) => void = () => undefined,
): Promise<InputFile> {
  try {
    // Opening a pipe that nobody writes to would wait for somebody who does.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await handle.stat();
    if (!found.isFile()) {
      await handle.close();
      throw unreadable(path, 'something else than a file', null);
    }
    const { size } = found;
    const magic = Buffer.alloc(3);
    await handle.read(magic, 0, 3, 0);
    await handle.close();
    const unpack = unpackerOf(magic);
    return {
      size,
      digest: await digestOf(path, onBytes),
      read: (onRead) => unpacked(createReadStream(path, { highWaterMark: CHUNK }), unpack, onRead),
    };
  } catch (error) {
    if (error instanceof HearsayError) throw error;
    const came = error instanceof Error && 'code' in error ? String(error.code) : 'an error';
    throw unreadable(path, came, error);
  }
}

function unreadable(path: string, came: string, cause: unknown): HearsayError {
  return new HearsayError('FILE_UNREADABLE', `Expected to read ${shown(path)}, but got ${came}`, {
    hint: 'Check the path and its permissions. A file is read more than once, so that it can be no pipe.',
    cause,
  });
}

async function digestOf(path: string, onBytes: (read: number) => void): Promise<string> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    onBytes((read += (chunk as Buffer).length));
  }
  return hash.digest('hex');
}

type Unpack = (packed: Readable) => Readable;

function unpackerOf(magic: Buffer): Unpack | null {
  const starts = (bytes: readonly number[]): boolean => bytes.every((byte, at) => magic[at] === byte);
  if (starts(GZIP)) return gunzip;
  return starts(BZIP2) ? bunzip2 : null;
}

function gunzip(packed: Readable): Readable {
  return Readable.from(gunzipped(packed as AsyncIterable<Buffer>, CHUNK), { highWaterMark: 1 });
}

async function* unpacked(
  file: Readable,
  unpack: Unpack | null,
  onRead: (read: number) => void,
): AsyncGenerator<Buffer> {
  let read = 0;
  file.on('data', (chunk: Buffer) => {
    onRead((read += chunk.length));
  });
  // Listening sets it flowing, which is for whoever reads it to do.
  file.pause();
  const contents = unpack === null ? file : unpack(file);
  try {
    for await (const chunk of contents) yield chunk as Buffer;
  } finally {
    file.destroy();
    contents.destroy();
  }
}
