import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { HearsayError } from '../domain/errors.ts';
import type { HttpServer } from './server.ts';

/** What is served, and what is closed when serving ends. */
export interface Servable {
  readonly http: HttpServer;
  readonly log: Logger;
  /** Closes what answers are made from, the store last. Called once no request is in flight. */
  readonly close: () => Promise<void>;
}

/** Where and how to serve. */
export interface ServeOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Stop on SIGTERM and SIGINT. A second signal ends the process at once. */
  readonly onSignals: boolean;
  /** For how long /readyz says no while requests are still taken, in milliseconds. */
  readonly notice?: number;
  /** After which requests that are still in flight are cut off, in milliseconds. */
  readonly patience?: number;
}

/** A server that is listening. */
export interface Serving {
  /** Without a slash at the end. */
  readonly url: string;
  /** Finishes what is in flight and closes everything. Twice is once. */
  readonly stop: () => Promise<void>;
  /** Resolves when it has stopped, by a signal or by `stop`. */
  readonly stopped: Promise<void>;
}

// Long enough for a load balancer that looks every few hundred milliseconds, short enough for Ctrl-C.
const NOTICE = 400;
// With the notice and the closing of the store it stays under the ten seconds that supervisors grant.
const PATIENCE = 8_000;

/** Listens and serves until stopped. Throws `PORT_IN_USE`, or `SETTING_INVALID` for a host that is not ours. */
export async function serve(app: Servable, options: ServeOptions): Promise<Serving> {
  const url = await listen(app.http, options);
  let stopping: Promise<void> | null = null;
  const { promise: stopped, resolve, reject } = deferred();
  const stop = (): Promise<void> => {
    stopping ??= shutDown(app, options);
    stopping.then(resolve, reject);
    return stopping;
  };
  if (options.onSignals) stopOnSignals(app.log, stop, stopped);
  return { url, stop, stopped };
}

function deferred(): { promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void } {
  let resolve!: () => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Nobody need wait for it; `stop` reports a failure as well.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

function stopOnSignals(log: Logger, stop: () => Promise<void>, stopped: Promise<void>): void {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const onSignal = (signal: NodeJS.Signals): void => {
    forget();
    log.info({ signal }, 'stopping');
    stop().catch((error: unknown) => {
      log.error({ err: error }, 'stopping failed');
    });
  };
  const forget = (): void => {
    signals.forEach((signal) => process.off(signal, onSignal));
  };
  signals.forEach((signal) => process.on(signal, onSignal));
  stopped.then(forget, forget);
}

function listen({ server }: HttpServer, { port, host }: ServeOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      reject(listenError(error, port, host));
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(urlOf(server.address() as AddressInfo, host));
    });
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): HearsayError {
  if (error.code === 'EADDRINUSE') {
    return new HearsayError(
      'PORT_IN_USE',
      `Expected port ${port} on ${host} to be free, but got one in use`,
      {
        hint: `Stop what listens there, or choose another port: PORT=${port + 1}.`,
        cause: error,
      },
    );
  }
  const [name, value] = error.code === 'EACCES' ? ['PORT', port] : ['HOST', host];
  return new HearsayError(
    'SETTING_INVALID',
    `Expected ${name} to be one to listen on, but got ${value} (${error.code})`,
    {
      hint:
        name === 'PORT'
          ? 'Ports below 1024 need privileges.'
          : 'Give an address of this machine, such as 127.0.0.1.',
      cause: error,
    },
  );
}

/** The address as one types it; a server on every address is shown as one on this machine. */
function urlOf(address: AddressInfo, host: string): string {
  const local = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host);
  const name = local ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${address.port}`;
}

/** Readiness fails first, then no connection is taken, requests finish, and what they were made from closes. */
async function shutDown({ http, log, close }: Servable, options: ServeOptions): Promise<void> {
  http.startDraining();
  await pause(options.notice ?? NOTICE);
  const closed = new Promise<void>((resolve) =>
    http.server.close(() => {
      resolve();
    }),
  );
  http.server.closeIdleConnections();
  const late = setTimeout(() => {
    log.warn('requests were still in flight and have been cut off');
    http.server.closeAllConnections();
  }, options.patience ?? PATIENCE);
  await closed;
  clearTimeout(late);
  await close();
  log.info('stopped');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
