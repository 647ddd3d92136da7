import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HearsayError, shown } from '../../domain/errors.ts';
import { bunzip2 } from './bunzip2.ts';

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
    const handle = await open(path);
    const { size } = await handle.stat();
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
    const came = error instanceof Error && 'code' in error ? String(error.code) : 'an error';
    throw new HearsayError('FILE_UNREADABLE', `Expected to read ${shown(path)}, but got ${came}`, {
      hint: 'Check the path and its permissions.',
      cause: error,
    });
  }
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
  const unpacker = createGunzip({ chunkSize: CHUNK });
  packed.once('error', (error) => unpacker.destroy(error));
  return packed.pipe(unpacker);
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
