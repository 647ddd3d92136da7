import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { accepts, type Reply } from '../reply.ts';

/**
 * For a minute nobody asks again, for ten more a cache may show what it has while it asks: what has been taken
 * down is out of every cache after eleven minutes.
 */
const CACHING = 'public, max-age=60, stale-while-revalidate=600';

/**
 * What leads to the address that it was asked by is kept by who asked, and by no cache that many share: one that does
 * not tell hosts apart would give everybody the address that somebody made up.
 */
const OWN_CACHING = 'private, max-age=60';

/** Something that a cache may keep. */
export interface Cacheable {
  readonly status: number;
  readonly type: string;
  /** What decides whether it has changed: the body, or what the body is made from. */
  readonly says: string;
  /** True for what leads readers to the address that it was asked by. */
  readonly repeatsHost?: boolean;
  readonly body: () => string | Buffer | Promise<string | Buffer>;
}

/**
 * The answer with its ETag, or 304 to who has it already. The tag is made of what the answer says and of nothing
 * else, so that it tells no more than the answer does.
 */
export async function cached(
  { status, type, says, repeatsHost = false, body }: Cacheable,
  requestHeaders: IncomingHttpHeaders,
): Promise<Reply> {
  const tag = createHash('sha256').update(`${type}\n${says}`).digest('base64url').slice(0, 22);
  // Weak, since the same is sent compressed and plain.
  const headers = {
    ...{ 'content-type': type, 'cache-control': repeatsHost ? OWN_CACHING : CACHING, etag: `W/"${tag}"` },
    ...(type === 'image/png' ? {} : { vary: 'accept-encoding' }),
  };
  if (status === 200 && has(requestHeaders['if-none-match'], tag)) return { status: 304, headers, body: '' };
  const made = await body();
  const encoding = typeof made === 'string' && made.length > WORTH_IT ? encodingFor(requestHeaders) : null;
  if (encoding === null) return { status, headers, body: made };
  return {
    status,
    headers: { ...headers, 'content-encoding': encoding },
    body: await COMPRESS[encoding](made),
  };
}

/** Shorter texts fit into one packet anyway. Characters. */
const WORTH_IT = 1_000;

// Off the event loop. The quality is that which takes about as long as gzip's default.
const COMPRESS = {
  br: (text: string | Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string | Buffer): Promise<Buffer> => promisify<string | Buffer, Buffer>(gzip)(text),
};

function encodingFor(requestHeaders: IncomingHttpHeaders): keyof typeof COMPRESS | null {
  if (accepts(requestHeaders, 'br')) return 'br';
  return accepts(requestHeaders, 'gzip') ? 'gzip' : null;
}

function has(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(`"${tag}"`) || tags.includes('*');
}
