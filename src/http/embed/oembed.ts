import { HearsayError, shown } from '../../domain/errors.ts';
import { BADGE_SIZE } from '../../embed/drawing/badge-svg.ts';
import { COSTARS_SIZE } from '../../embed/drawing/costars-svg.ts';
import { written } from '../../embed/drawing/svg.ts';
import { Refusal, json } from '../reply.ts';
import type { Answer, Exchange } from '../route.ts';
import { cached } from './cached.ts';
import { statusOf, titleOf, viewOf, type Embedding } from './views.ts';
import { numberOf, parametersOf, type Embedded } from './parameters.ts';

const KNOWN = ['url', 'format', 'maxwidth', 'maxheight'];
/** Below this nothing can be read, whatever a site allows. */
const NEVER_SMALLER = 200;

/**
 * oEmbed (https://oembed.com): for the address of something of ours, the frame that shows it. The address must be
 * of the host that is asked, so that nobody is told to frame somebody else.
 */
export async function answerOembed({ request, search }: Exchange, embedding: Embedding): Promise<Answer> {
  const given = parametersOf(search, KNOWN);
  const format = given.get('format') ?? 'json';
  // The standard wants 501 for a format that is not implemented.
  if (format !== 'json') return { reply: notImplemented(format), trust: 'nothing' };
  const target = targetOf(given.get('url'), request.headers.host);
  const view = await viewOf(target.what, target.search, embedding);
  if (statusOf(view) !== 200) {
    const message = `Expected url to name one person on file, but got: ${titleOf(view)}`;
    throw new Refusal('NOT_FOUND', message, 'Name people by id.');
  }
  const size = target.what === 'costars' ? COSTARS_SIZE : BADGE_SIZE;
  const width = fitting(size.width, numberOf(given, 'maxwidth', null));
  const height = fitting(size.height, numberOf(given, 'maxheight', null));
  const at = (kind: string): string => `${target.origin}/embed/v1/${target.what}.${kind}${target.search}`;
  const body = `${JSON.stringify({
    version: '1.0',
    type: 'rich',
    provider_name: 'Hearsay',
    provider_url: `${target.origin}/`,
    title: titleOf(view),
    width,
    height,
    html: `<iframe src="${written(at('html'))}" width="${width}" height="${height}" title="${written(titleOf(view))}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-same-origin allow-popups"></iframe>`,
    thumbnail_url: at('png'),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    cache_age: 60,
  })}\n`;
  const type = 'application/json; charset=utf-8';
  const parts = { status: 200, type, says: body, repeatsHost: true, body: () => body };
  return { reply: await cached(parts, request.headers), trust: 'nothing' };
}

function notImplemented(format: string) {
  const message = `Expected format to be json, but got ${shown(format)}`;
  const extensions = { code: 'INVALID_ARGUMENT', hint: 'oEmbed in XML is not offered.' };
  return json(501, { errors: [{ message, extensions }] });
}

interface Target {
  readonly origin: string;
  readonly what: Embedded;
  readonly search: string;
}

function targetOf(url: string | undefined, host: string | undefined): Target {
  const wanted = (came: string): HearsayError =>
    new HearsayError(
      'INVALID_ARGUMENT',
      `Expected url to be an address on this server, but got ${shown(came)}`,
      {
        hint: 'Addresses of /embed/v1/costars.html and /embed/v1/relationship.html, and of answers (/?a=…&b=…).',
      },
    );
  if (url === undefined || !URL.canParse(url)) throw wanted(url ?? 'none');
  const { protocol, origin, pathname, search, searchParams, host: named } = new URL(url);
  if (!['http:', 'https:'].includes(protocol) || named !== host) throw wanted(url);
  const embedded = /^\/embed\/v1\/(costars|relationship)\.(?:html|svg|png|json)$/.exec(pathname)?.[1];
  if (embedded === 'costars' || embedded === 'relationship') return { origin, what: embedded, search };
  if (pathname !== '/' || !searchParams.has('a')) throw wanted(url);
  if (searchParams.has('b')) return { origin, what: 'relationship', search };
  searchParams.set('person', searchParams.get('a') ?? '');
  for (const name of ['a', 'kind']) searchParams.delete(name);
  return { origin, what: 'costars', search: `?${searchParams.toString()}` };
}

function fitting(own: number, most: number | null): number {
  return most === null ? own : Math.min(own, Math.max(NEVER_SMALLER, most));
}
