import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, openSync, closeSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CACHE, jarFolder } from './jars.ts';
import { commandLine, signal } from './processes.ts';

const PROGRAM = fileURLToPath(new URL('Neo4jServer.java', import.meta.url));
const USER = 'neo4j';

/** A busy machine with two cores has been seen to take half a minute. */
const READY_WITHIN_MS = 180_000;
const STOPPED_WITHIN_MS = 30_000;
const POLL_MS = 50;

/** How a server of ours is started. */
export interface Neo4jOptions {
  /** The folder of its data, settings and logs. It is made when it is not there, and can be started again. */
  readonly home: string;
  /** Default: 0, a free one. */
  readonly port?: number;
  /** Default: the one of the home, or a random one for a new home. At least eight characters. */
  readonly password?: string;
  readonly heap?: string;
  readonly pageCache?: string;
  /** More settings of Neo4j, by their names in neo4j.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  /** For minutes of tests: compiles less, which takes two thirds of the time to start, and is slower later. */
  readonly isShortLived?: boolean;
  /** Outlives this process. Otherwise the server ends with it, however it ends. */
  readonly detached?: boolean;
  /** Default: the cache folder of the repository. */
  readonly cache?: string;
}

/** A Neo4j of our own that answers. */
export interface Neo4jServer {
  readonly url: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly pid: number;
  readonly home: string;
  /** Ends it in order, and resolves when it has ended. A second call does nothing. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, with SIGKILL. */
  kill(): Promise<void>;
}

/** Starts a Neo4j on 127.0.0.1 with authentication on. The jars must be there: see fetchJars. */
export async function startNeo4j(options: Neo4jOptions): Promise<Neo4jServer> {
  const { home } = options;
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), settingsText(options));
  const password = await passwordOf(options);
  const log = join(home, 'server.log');
  const child = launch(options, password, log);
  const ended = endOf(child);
  const port = await Promise.race([
    ready(log),
    ended.then(async (how) => {
      throw new Error(`Expected Neo4j to start, but it ${how}:\n${await tail(log)}`);
    }),
  ]).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  if (options.detached === true) child.unref();
  const pid = child.pid ?? 0;
  return {
    url: `bolt://127.0.0.1:${port}`,
    port,
    user: USER,
    password,
    pid,
    home,
    stop: async () => {
      if (child.stdin === null) child.kill('SIGTERM');
      else child.stdin.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
      await ended;
      clearTimeout(timer);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Whether a process is the server of this home; a process id may have been given to another since. */
export async function isServerOf(pid: number, home: string): Promise<boolean> {
  const words = await commandLine(pid);
  return words !== null && words.includes(PROGRAM) && words.endsWith(home);
}

/** Ends a detached server, and resolves when it has ended. */
export async function endServer(pid: number, home: string): Promise<void> {
  signal(pid, 'SIGTERM');
  for (let waited = 0; await isServerOf(pid, home); waited += POLL_MS) {
    if (waited >= STOPPED_WITHIN_MS) signal(pid, 'SIGKILL');
    await pause(POLL_MS);
  }
}

function launch(options: Neo4jOptions, password: string, log: string): ChildProcess {
  const output = openSync(log, 'w');
  try {
    return spawn(
      'java',
      [
        `-Xmx${options.heap ?? '512m'}`,
        '-XX:+UseSerialGC',
        ...(options.isShortLived === true ? ['-XX:TieredStopAtLevel=1'] : []),
        '-cp',
        join(jarFolder(options.cache ?? CACHE), '*'),
        PROGRAM,
        ...(options.detached === true ? [] : ['--until-stdin-closes']),
        options.home,
      ],
      {
        // Nothing but the pipe ties it to this process; a Ctrl-C in the terminal is not for it.
        detached: true,
        stdio: [options.detached === true ? 'ignore' : 'pipe', output, output],
        env: { ...process.env, HEARSAY_NEO4J_PASSWORD: password },
      },
    );
  } finally {
    closeSync(output);
  }
}

function settingsText({ port = 0, pageCache = '64m', settings = {} }: Neo4jOptions): string {
  const all: Readonly<Record<string, string>> = {
    'dbms.security.auth_enabled': 'true',
    'server.bolt.enabled': 'true',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.memory.pagecache.size': pageCache,
    'dbms.usage_report.enabled': 'false',
    // Logs of transactions would otherwise take 256 MB a database from the start.
    'db.tx_log.preallocate': 'false',
    'db.tx_log.rotation.size': '16m',
    'db.tx_log.rotation.retention_policy': '1 files',
    ...settings,
  };
  return Object.entries(all)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

async function passwordOf({ home, password }: Neo4jOptions): Promise<string> {
  const path = join(home, 'password');
  if (password === undefined && existsSync(path)) return readFile(path, 'utf8');
  const chosen = password ?? randomBytes(16).toString('hex');
  await writeFile(path, chosen, { mode: 0o600 });
  return chosen;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(`could not be run: ${error.message}`);
    });
    child.once('exit', (code, by) => {
      resolve(by === null ? `ended with ${String(code)}` : `was ended by ${by}`);
    });
  });
}

async function ready(log: string): Promise<number> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += POLL_MS) {
    const port = /^READY (\d+)$/m.exec(await readFile(log, 'utf8'))?.[1];
    if (port !== undefined) return Number(port);
    await pause(POLL_MS);
  }
  throw new Error(
    `Expected Neo4j to be ready within ${READY_WITHIN_MS / 1000} s, but got:\n${await tail(log)}`,
  );
}

async function tail(log: string): Promise<string> {
  return (await readFile(log, 'utf8')).split('\n').slice(-20).join('\n');
}
