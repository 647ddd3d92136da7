import type { Logger } from 'pino';
import { badgeSvg, BADGE_SIZE } from '../../embed/drawing/badge-svg.ts';
import { costarsSvg, COSTARS_SIZE } from '../../embed/drawing/costars-svg.ts';
import { noticeSvg } from '../../embed/drawing/notice-svg.ts';
import { framePage } from '../../embed/frame-page.ts';
import { Refusal } from '../reply.ts';
import { READING, plain, type Answer, type Exchange, type Route } from '../route.ts';
import type { Trust } from '../security-headers.ts';
import type { ScriptAddress, WebFiles } from '../web-files.ts';
import { cached, type Cacheable } from './cached.ts';
import { faultReply } from './fault.ts';
import { answerOembed } from './oembed.ts';
import { attributeNamed, type Embedded } from './parameters.ts';
import { statusOf, titleOf, viewOf, type Embedding, type EmbedView } from './views.ts';

const FORMATS = ['json', 'svg', 'png', 'html'] as const;
type Format = (typeof FORMATS)[number];

/** The paths for pages elsewhere, by path. */
export function embedRoutes(
  embedding: Embedding,
  web: WebFiles,
  log: Logger,
): Readonly<Record<string, Route>> {
  const guarded = (name: string, answer: (exchange: Exchange) => Promise<Answer>): Route => ({
    name,
    methods: READING,
    shared: true,
    answer: (exchange) =>
      answer(exchange).catch((error: unknown) => {
        if (error instanceof Refusal) throw error;
        return plain(faultReply(error, exchange.requestId, log, new URLSearchParams(exchange.search)));
      }),
  });
  const embeds = (['relationship', 'costars'] as const).flatMap((what) =>
    FORMATS.map((format) => [
      `/embed/v1/${what}.${format}`,
      guarded(`embed-${what}-${format}`, (exchange) => answerEmbed(what, format, exchange, embedding, web)),
    ]),
  );
  return Object.fromEntries([
    ...embeds,
    ['/embed/v1/script.json', guarded('embed-script', (exchange) => answerScript(exchange, web))],
    ['/embed/v1/hearsay.js', guarded('embed-latest', () => Promise.resolve().then(() => answerLatest(web)))],
    ['/oembed', guarded('oembed', (exchange) => answerOembed(exchange, embedding))],
  ]) as Readonly<Record<string, Route>>;
}

function scriptOf(web: WebFiles): ScriptAddress {
  const script = web.script();
  if (script !== null) return script;
  const message = 'Expected the script of the elements to be built, but it is not';
  throw new Refusal('NOT_READY', message, 'Run `npm run build` and start Hearsay again.');
}

/** Where the script of the elements is, with its hash; for who builds the line themselves. */
async function answerScript({ request }: Exchange, web: WebFiles): Promise<Answer> {
  const body = `${JSON.stringify(scriptOf(web))}\n`;
  const parts = { status: 200, type: 'application/json; charset=utf-8', says: body, body: () => body };
  return { reply: await cached(parts, request.headers), trust: 'nothing' };
}

/** For who wants the script of whatever version runs here, without a hash: the way to its address. */
function answerLatest(web: WebFiles): Answer {
  const headers = { location: scriptOf(web).path, 'cache-control': 'public, max-age=60' };
  return plain({ status: 302, headers, body: '' });
}

async function answerEmbed(
  what: Embedded,
  format: Format,
  { request, search }: Exchange,
  embedding: Embedding,
  web: WebFiles,
): Promise<Answer> {
  const view = await viewOf(what, search, embedding);
  const status = statusOf(view);
  const svg = (canvas: 'card' | 'preview'): string => svgOf(what, view, canvas, hostOf(request.headers.host));
  const parts = partsOf(what, format, view, search, svg, embedding, web);
  return { reply: await cached({ status, ...parts }, request.headers), trust: TRUST[format] };
}

const TRUST: Readonly<Record<Format, Trust>> = {
  json: 'nothing',
  svg: 'picture',
  png: 'nothing',
  html: 'frame',
};

function partsOf(
  what: Embedded,
  format: Format,
  view: EmbedView,
  search: string,
  svg: (canvas: 'card' | 'preview') => string,
  embedding: Embedding,
  web: WebFiles,
): Omit<Cacheable, 'status'> {
  switch (format) {
    case 'json': {
      const body = `${JSON.stringify(view)}\n`;
      return { type: 'application/json; charset=utf-8', says: body, body: () => body };
    }
    case 'svg': {
      const body = svg('card');
      return { type: 'image/svg+xml; charset=utf-8', says: body, body: () => body };
    }
    case 'png': {
      // What is drawn is decided before it is drawn: who has it need not wait.
      const drawing = svg('preview');
      return { type: 'image/png', says: drawing, body: () => embedding.studio.png(drawing) };
    }
    case 'html': {
      const body = framePage({
        element: what === 'costars' ? 'costar-graph' : 'relationship-badge',
        attributes: attributesOf(search),
        language: view.locale,
        title: titleOf(view),
        svg: svg('card'),
        script: web.script(),
      });
      return { type: 'text/html; charset=utf-8', says: body, body: () => body };
    }
  }
}

/** Parameters of an address as attributes of the element. */
function attributesOf(search: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...new URLSearchParams(search)].map(([name, value]) => [attributeNamed(name), value]),
  );
}

const PREVIEW = { width: 1200, height: 630 } as const;

/** The server as readers know it, for a picture that is passed on; null where that is no name of a server. */
function hostOf(host: string | undefined): string | null {
  return host !== undefined && /^[\w.-]{1,253}(:\d{1,5})?$/.test(host) ? host : null;
}

function svgOf(what: Embedded, view: EmbedView, canvas: 'card' | 'preview', host: string | null): string {
  switch (view.type) {
    case 'Relationship':
      return badgeSvg(view, canvas, host);
    case 'Costars':
      return costarsSvg(view, canvas, host);
    case 'Withheld':
    case 'UnknownPerson':
    case 'AmbiguousPerson': {
      const size = canvas === 'preview' ? PREVIEW : what === 'costars' ? COSTARS_SIZE : BADGE_SIZE;
      return noticeSvg(view.notice.text, view.locale, size);
    }
  }
}
