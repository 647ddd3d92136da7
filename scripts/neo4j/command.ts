import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { versionAt, waitForAnswer, type Neo4jSettings } from './answering.ts';
import { hasDocker, runContainer } from './docker.ts';
import { CACHE, fetchJars, missingJava } from './jars.ts';
import { startNeo4j } from './server.ts';
import { end, forgetStarted, isRunning, readStarted, writeStarted, type Started } from './started.ts';

const USAGE = `npm run neo4j -- start [--json]   starts a Neo4j for development, and prints the settings to export
npm run neo4j -- stop             stops the one that start has started
npm run neo4j -- status           says whether it runs (exit code 0) or not (3)

start uses NEO4J_URL when it is set (and only checks that it answers), else Docker when an engine answers,
else Java 17 and Maven.`;

const OK = 0;
const FAILED = 1;
const USAGE_ERROR = 2;
/** As init scripts have it: not running. */
const NOT_RUNNING = 3;

const CONTAINER_READY_WITHIN_MS = 180_000;

/** What the command has to do with the world. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the jars, the data and the note of what was started are. Default: the cache folder of the repository. */
  readonly cache?: string;
  /** What was asked for. */
  readonly print: (line: string) => void;
  /** Progress and refusals. */
  readonly say: (line: string) => void;
}

/** Runs `npm run neo4j -- …` and gives its exit code. */
export async function neo4jCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [command, ...rest] = args;
  const json = rest.includes('--json');
  const known = rest.every((word) => word === '--json' && command === 'start');
  try {
    if (command === 'start' && known) return await start(terminal, json);
    if (command === 'stop' && known) return await stop(terminal);
    if (command === 'status' && known) return await status(terminal);
  } catch (error) {
    terminal.say(error instanceof Error ? error.message : String(error));
    return FAILED;
  }
  if (command === '--help') {
    terminal.print(USAGE);
    return OK;
  }
  terminal.say(`Expected start, stop or status, but got ${args.join(' ') || 'nothing'}.\n${USAGE}`);
  return USAGE_ERROR;
}

async function start(terminal: Terminal, json: boolean): Promise<number> {
  const given = givenSettings(terminal.environment);
  if (given !== null) {
    const version = await versionAt(given);
    terminal.say(`NEO4J_URL is set, and Neo4j ${version} answers there. Nothing was started.`);
    if (json) terminal.print(JSON.stringify({ NEO4J_URL: given.url, NEO4J_USER: given.user, version }));
    return OK;
  }
  const cache = terminal.cache ?? CACHE;
  const before = await readStarted(cache);
  const runs = before !== null && (await isRunning(before));
  const started = runs ? before : await launch(cache, terminal.say);
  if (runs) terminal.say('It runs already.');
  else await writeStarted(cache, started);
  const version = await waitForAnswer(started, CONTAINER_READY_WITHIN_MS);
  terminal.say(`Neo4j ${version} runs. To stop it: npm run neo4j -- stop. To use it:`);
  const { url, user, password } = started;
  const settings = { NEO4J_URL: url, NEO4J_USER: user, NEO4J_PASSWORD: password };
  if (json) terminal.print(JSON.stringify({ ...settings, version }));
  else for (const [name, value] of Object.entries(settings)) terminal.print(`export ${name}=${value}`);
  return OK;
}

async function launch(cache: string, say: (line: string) => void): Promise<Started> {
  if (await hasDocker()) {
    const { id, url, password } = await runContainer(say);
    return { by: { container: id }, url, user: 'neo4j', password };
  }
  const missing = await missingJava();
  if (missing !== null)
    throw new Error(
      `No Neo4j can be started: no Docker engine answers, and ${missing}. Install one of them, or set NEO4J_URL.`,
    );
  await fetchJars(say, cache);
  say('Starting Neo4j …');
  const home = join(cache, 'data');
  const { pid, url, user, password } = await startAgain({ home, cache, heap: '1g', detached: true }, say);
  return { by: { pid, home }, url, user, password };
}

/** At the port that it had before, so that settings which were exported for it still hold. */
async function startAgain(
  options: Parameters<typeof startNeo4j>[0],
  say: (line: string) => void,
): ReturnType<typeof startNeo4j> {
  const file = join(options.home, 'port');
  const before = Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = Number.isInteger(before) && (await isFree(before)) ? before : 0;
  if (port !== before) say(`Port ${before}, which it had before, is taken: it gets another one.`);
  const server = await startNeo4j({ ...options, port });
  await writeFile(file, String(server.port));
  return server;
}

/** Whether nobody listens on a port of this machine. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

async function stop({ cache = CACHE, say }: Terminal): Promise<number> {
  const started = await readStarted(cache);
  if (started === null) {
    say('Nothing was started here.');
    return OK;
  }
  if (await isRunning(started)) {
    await end(started);
    say('Neo4j is stopped.');
  } else say('What was started has ended already.');
  await forgetStarted(cache);
  return OK;
}

async function status({ cache = CACHE, print }: Terminal): Promise<number> {
  const started = await readStarted(cache);
  if (started === null || !(await isRunning(started))) {
    print('No Neo4j runs that was started here.');
    return NOT_RUNNING;
  }
  const how =
    'pid' in started.by ? `process ${started.by.pid}` : `container ${started.by.container.slice(0, 12)}`;
  const version = await versionAt(started).catch(() => null);
  print(
    `${version === null ? 'Neo4j runs but does not answer' : `Neo4j ${version} runs`} at ${started.url} (${how}).`,
  );
  return version === null ? FAILED : OK;
}

/** The server that the environment names, or null when it names none. */
export function givenSettings(environment: Terminal['environment']): Neo4jSettings | null {
  const { NEO4J_URL: url, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = environment;
  return url === undefined ? null : { url, user, password };
}
