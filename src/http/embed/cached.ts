import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from '../reply.ts';

/**
 * For a minute nobody asks again, for ten more a cache may show what it has while it asks: what has been taken
 * down is out of every cache after eleven minutes.
 */
const CACHING = 'public, max-age=60, stale-while-revalidate=600';

/** Something that a cache may keep. */
export interface Cacheable {
  readonly status: number;
  readonly type: string;
  /** What decides whether it has changed: the body, or what the body is made from. */
  readonly says: string;
  readonly body: () => string | Buffer | Promise<string | Buffer>;
}

/**
 * The answer with its ETag, or 304 to who has it already. The tag is made of what the answer says and of nothing
 * else, so that it tells no more than the answer does.
 */
export async function cached(
  { status, type, says, body }: Cacheable,
  requestHeaders: IncomingHttpHeaders,
): Promise<Reply> {
  const tag = createHash('sha256').update(`${type}\n${says}`).digest('base64url').slice(0, 22);
  const headers = { 'content-type': type, 'cache-control': CACHING, etag: `"${tag}"` };
  if (status === 200 && has(requestHeaders['if-none-match'], tag)) return { status: 304, headers, body: '' };
  return { status, headers, body: await body() };
}

function has(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(`"${tag}"`) || tags.includes('*');
}
