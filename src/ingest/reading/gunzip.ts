import { Readable } from 'node:stream';
import { createInflateRaw, crc32 } from 'node:zlib';

const MAGIC = [0x1f, 0x8b, 8] as const;
// RFC 1952: parts of a header that may be there.
const [CHECK, EXTRA, NAME, COMMENT] = [2, 4, 8, 16];

/**
 * What gzip packed, in as many members as there are. All that can be unpacked comes before the error about what cannot:
 * zlib's own unpacker would drop what it has when the end is damaged, or when something else follows it. Zeros may
 * follow, as tapes have them.
 */
export async function* gunzipped(packed: AsyncIterable<Buffer>, chunkSize: number): AsyncGenerator<Buffer> {
  const input = inputOf(packed);
  for (let members = 0; await isMore(input, members); members += 1) {
    await skipHeader(input);
    let sum = 0;
    let length = 0;
    for await (const chunk of inflated(input, chunkSize)) {
      sum = crc32(chunk, sum);
      length = (length + chunk.length) >>> 0;
      yield chunk;
    }
    const trailer = await input.take(8);
    if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== length)
      throw damaged('another checksum');
  }
}

interface Input {
  /** The next bytes, however many; null at the end. */
  next(): Promise<Buffer | null>;
  /** Exactly so many. Throws where they end before. */
  take(bytes: number): Promise<Buffer>;
  /** Puts back what was read too far. */
  unread(bytes: Buffer): void;
}

function inputOf(packed: AsyncIterable<Buffer>): Input {
  const chunks = packed[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  const next = async (): Promise<Buffer | null> => {
    const first = held.shift();
    if (first !== undefined) return first;
    const result = await chunks.next();
    return result.done === true ? null : result.value;
  };
  return {
    next,
    unread: (bytes) => {
      if (bytes.length > 0) held = [bytes, ...held];
    },
    async take(bytes) {
      let taken = Buffer.alloc(0);
      while (taken.length < bytes) {
        const chunk = await next();
        if (chunk === null) throw damaged('the end of the file');
        taken = Buffer.concat([taken, chunk]);
      }
      if (taken.length > bytes) held = [taken.subarray(bytes), ...held];
      return taken.subarray(0, bytes);
    },
  };
}

/** True when a member follows. Throws for anything else than zeros behind the last. */
async function isMore(input: Input, members: number): Promise<boolean> {
  for (;;) {
    const chunk = await input.next();
    if (chunk === null) return false;
    const start = members === 0 ? 0 : chunk.findIndex((byte) => byte !== 0);
    if (start < 0) continue;
    input.unread(chunk.subarray(start));
    if (chunk[start] === MAGIC[0]) return true;
    throw damaged('something else behind its end');
  }
}

async function skipHeader(input: Input): Promise<void> {
  const header = await input.take(10);
  if (MAGIC.some((byte, at) => header[at] !== byte)) throw damaged('something else behind its end');
  const flags = header[3] ?? 0;
  if ((flags & EXTRA) !== 0) await input.take((await input.take(2)).readUInt16LE(0));
  if ((flags & NAME) !== 0) await skipText(input);
  if ((flags & COMMENT) !== 0) await skipText(input);
  if ((flags & CHECK) !== 0) await input.take(2);
}

async function skipText(input: Input): Promise<void> {
  while ((await input.take(1))[0] !== 0);
}

/** One member's contents. What follows it is put back. */
async function* inflated(input: Input, chunkSize: number): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw({ chunkSize });
  let given: Buffer[] = [];
  let before = 0;
  const feed = Readable.from(
    (async function* () {
      for (let chunk = await input.next(); chunk !== null; chunk = await input.next()) {
        given.push(chunk);
        // What is unpacked already is not kept; of what is not, at least the last two.
        for (let [oldest] = given; oldest !== undefined && given.length > 1; [oldest] = given) {
          if (before + oldest.length > inflater.bytesWritten) break;
          before += oldest.length;
          given = given.slice(1);
        }
        yield chunk;
      }
    })(),
    { objectMode: true, highWaterMark: 1 },
  );
  feed.once('error', (error) => inflater.destroy(error));
  const closed = new Promise<void>((resolve) => feed.once('close', resolve));
  try {
    for await (const chunk of feed.pipe(inflater)) yield chunk as Buffer;
  } finally {
    feed.destroy();
    await closed;
  }
  input.unread(Buffer.concat(given).subarray(inflater.bytesWritten - before));
}

function damaged(came: string): Error {
  return new Error(`${came} in the packing of gzip`);
}
