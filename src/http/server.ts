import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { answerGraphQL, wantsPage, type ExecuteGraphQL } from './graphql-route.ts';
import { embedRoutes } from './embed/embed-routes.ts';
import type { Embedding } from './embed/views.ts';
import { json, Refusal } from './reply.ts';
import { requestIdOf } from './request-id.ts';
import { READING, plain, type Answer, type Exchange, type Route } from './route.ts';
import { FOR_EVERYBODY, securityHeaders } from './security-headers.ts';
import { NOT_BUILT, replyWith, type WebFiles } from './web-files.ts';

/** How long clients may take, in milliseconds. */
interface Timeouts {
  /** From the first byte of a request to the end of its headers. */
  readonly headers: number;
  /** From the first byte of a request to the end of its body. */
  readonly request: number;
  /** Between two requests on one connection. */
  readonly keepAlive: number;
  /** Without a byte in either direction. */
  readonly idle: number;
  /** How often the first two are looked at. */
  readonly check: number;
}

const TIMEOUTS: Timeouts = { headers: 10_000, request: 30_000, keepAlive: 5_000, idle: 60_000, check: 2_000 };

/** What the HTTP server is made of. */
export interface HttpServerOptions {
  readonly execute: ExecuteGraphQL;
  /** Rejects when the store cannot serve. */
  readonly ready: () => Promise<void>;
  readonly web: WebFiles;
  /** What pages elsewhere are answered with; without it their paths are not served. */
  readonly embedding?: Embedding;
  readonly log: Logger;
  readonly timeouts?: Partial<Timeouts>;
}

/** A server that can be told to stop taking work before it is closed. */
export interface HttpServer {
  readonly server: Server;
  /** From now on /readyz says no, and connections close after their answer. */
  readonly startDraining: () => void;
}

/** Builds the server: routes, limits, headers and logs. It does not listen yet. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  let draining = false;
  const routeFor = router(options, () => draining);
  const times: Timeouts = { ...TIMEOUTS, ...options.timeouts };
  const server = createServer({
    headersTimeout: times.headers,
    requestTimeout: times.request,
    keepAliveTimeout: times.keepAlive,
    connectionsCheckingInterval: times.check,
  });
  server.setTimeout(times.idle);
  server.on('request', (request, response) => {
    const started = performance.now();
    const exchange = exchangeOf(request);
    const route = routeFor(exchange.path);
    logEnd(
      options.log,
      response,
      { requestId: exchange.requestId, method: request.method, route: route.name },
      started,
    );
    void answer(route, exchange, options.log).then((ready) => {
      write(response, ready, route, exchange, draining);
    });
  });
  return {
    server,
    startDraining: () => {
      draining = true;
    },
  };
}

function exchangeOf(request: IncomingMessage): Exchange {
  const [path = '', ...rest] = (request.url ?? '').split('?');
  const search = rest.length === 0 ? '' : `?${rest.join('?')}`;
  return { request, path, search, requestId: requestIdOf(request.headers['x-request-id']) };
}

/** The routing table. */
function router(options: HttpServerOptions, draining: () => boolean): (path: string) => Route {
  const routes: Readonly<Record<string, Route>> = {
    '/graphql': {
      name: 'graphql',
      methods: [...READING, 'POST'],
      answer: (exchange) => graphql(exchange, options),
    },
    '/healthz': { name: 'healthz', methods: READING, answer: () => plain(json(200, { status: 'ok' })) },
    '/readyz': { name: 'readyz', methods: READING, answer: () => readiness(options.ready, draining()) },
    '/': { name: 'page', methods: READING, answer: ({ request }) => pageAt('/', request, options.web) },
    ...(options.embedding === undefined ? {} : embedRoutes(options.embedding, options.web, options.log)),
  };
  const file: Route = { name: 'file', methods: READING, answer: (exchange) => fileAt(exchange, options.web) };
  return (path) => (Object.hasOwn(routes, path) ? (routes[path] ?? file) : file);
}

async function graphql(
  { request, search, requestId }: Exchange,
  options: HttpServerOptions,
): Promise<Answer> {
  if (request.method !== 'POST' && wantsPage(request.headers))
    return pageAt('/graphql', request, options.web);
  return plain(await answerGraphQL(options.execute, request, search, requestId));
}

/** Who asks whether a server is ready gives up after some seconds; a question may wait longer for the store. */
const READY_WITHIN_MS = 2_000;

async function readiness(ready: () => Promise<void>, draining: boolean): Promise<Answer> {
  const reason = draining
    ? 'it is stopping'
    : await Promise.race([
        ready().then(
          () => null,
          () => 'the store does not answer',
        ),
        pause(READY_WITHIN_MS, 'the store does not answer in time', { ref: false }),
      ]);
  if (reason === null) return plain(json(200, { status: 'ready' }));
  throw new Refusal(
    'NOT_READY',
    `Expected a server that is ready, but ${reason}`,
    'Ask another one, or again later.',
  );
}

function pageAt(path: string, request: IncomingMessage, web: WebFiles): Answer {
  const file = web.find(path);
  return file === null ? plain(NOT_BUILT) : { reply: replyWith(file, request.headers), trust: file.trust };
}

function fileAt({ request, path }: Exchange, web: WebFiles): Answer {
  const file = web.find(path);
  if (file !== null) return { reply: replyWith(file, request.headers), trust: file.trust };
  throw new Refusal(
    'NOT_FOUND',
    'Expected a path that is served, but got another',
    'Start at / or at /graphql.',
  );
}

async function answer(route: Route, exchange: Exchange, log: Logger): Promise<Answer> {
  const { request, requestId } = exchange;
  try {
    if (!route.methods.includes(request.method ?? '')) throw wrongMethod(route, request.method);
    return await route.answer(exchange);
  } catch (error) {
    if (error instanceof Refusal) return plain(error.reply(requestId));
    log.error({ requestId, err: error }, 'fault');
    const message = 'Expected an answer, but something failed on our side';
    return plain(
      new Refusal('INTERNAL', message, 'It has been logged; report it with the request id.').reply(requestId),
    );
  }
}

function wrongMethod(route: Route, came = 'none'): Refusal {
  const allowed = route.methods.join(', ');
  return new Refusal(
    'METHOD_NOT_ALLOWED',
    `Expected one of ${allowed}, but got ${came}`,
    'See the allow header.',
    {
      allow: allowed,
    },
  );
}

function write(
  response: ServerResponse,
  { reply, trust }: Answer,
  { shared }: Route,
  exchange: Exchange,
  draining: boolean,
): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(reply.status, {
    ...securityHeaders(trust, exchange.search !== ''),
    ...(shared === true ? FOR_EVERYBODY : {}),
    'x-request-id': exchange.requestId,
    ...(draining ? { connection: 'close' } : {}),
    ...reply.headers,
    ...(reply.status === 304 ? {} : { 'content-length': Buffer.byteLength(reply.body) }),
  });
  response.end(reply.body);
}

/** One line for every request, whichever way it ends. Never a query string: it may name people. */
function logEnd(log: Logger, response: ServerResponse, about: object, started: number): void {
  response.once('close', () => {
    const ms = Math.round(performance.now() - started);
    log.info({ ...about, status: response.statusCode, ms, aborted: !response.writableFinished }, 'request');
  });
}
