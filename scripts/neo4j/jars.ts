import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { outputOf } from './processes.ts';

const POM = fileURLToPath(new URL('pom.xml', import.meta.url));

/** The version of the Neo4j that is started here, as the pom pins it. */
export const NEO4J_VERSION = pinnedVersion();

/** Where jars, and the data of `npm run neo4j -- start`, are kept: a folder that git ignores. */
export const CACHE = fileURLToPath(new URL('../../.cache/neo4j', import.meta.url));

/** About how many jars there are, to show progress with. */
const ABOUT = 213;
const OLDEST_JAVA = 17;

function pinnedVersion(): string {
  const found = /<neo4j\.version>([\d.]+)</.exec(readFileSync(POM, 'utf8'))?.[1];
  if (found === undefined) throw new Error(`Expected a version in ${POM}, but found none`);
  return found;
}

/** The folder of the jars of the pinned version. */
export function jarFolder(cache = CACHE): string {
  return join(cache, NEO4J_VERSION);
}

/** Whether all jars of the pinned version are there, each as long as it was when it was fetched. */
export function hasJars(cache = CACHE): boolean {
  try {
    const folder = jarFolder(cache);
    const listed = JSON.parse(readFileSync(join(folder, 'jars.json'), 'utf8')) as Record<string, number>;
    return (
      Object.hasOwn(listed, `neo4j-${NEO4J_VERSION}.jar`) &&
      Object.entries(listed).every(([name, size]) => statSync(join(folder, name)).size === size)
    );
  } catch {
    return false;
  }
}

/** Why Java servers cannot be started on this machine, or null when they can. */
export async function missingJava(): Promise<string | null> {
  // "17.0.15", "21-ea"; what is printed for people goes to standard error and differs by vendor.
  const said = await outputOf('java', ['--version']);
  if (said === null) return `Java ${OLDEST_JAVA} or later (a JDK) is not installed`;
  const version = Number(/\b(\d+)[.\d\w+-]*/.exec(said)?.[1]);
  return version >= OLDEST_JAVA ? null : `Java is ${version}, but ${OLDEST_JAVA} or later is needed`;
}

/**
 * Fetches the jars once, with Maven, and says how far it is. Another process may do the same at the same time: the
 * folder appears whole or not at all.
 */
export async function fetchJars(say: (line: string) => void, cache = CACHE): Promise<void> {
  if (hasJars(cache)) return;
  if ((await outputOf('mvn', ['--version'])) === null)
    throw new Error('Expected Maven (mvn) to fetch Neo4j with, but it is not installed');
  const folder = jarFolder(cache);
  const fresh = `${folder}.${process.pid}`;
  say(`Fetching Neo4j ${NEO4J_VERSION} (about 125 MB, once) …`);
  await mkdir(fresh, { recursive: true });
  try {
    await copyJars(fresh, say);
    await writeFile(join(fresh, 'jars.json'), JSON.stringify(await sizes(fresh), null, 2));
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder).catch((error: unknown) => {
      if (!hasJars(cache)) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  say(`Neo4j ${NEO4J_VERSION} is in ${folder}`);
}

function copyJars(folder: string, say: (line: string) => void): Promise<void> {
  const maven = spawn(
    'mvn',
    ['-B', '-Dstyle.color=never', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const last: string[] = [];
  const keep = (line: string): void => {
    last.push(line);
    if (last.length > 20) last.shift();
  };
  let fetched = 0;
  createInterface(maven.stderr).on('line', keep);
  createInterface(maven.stdout).on('line', (line) => {
    keep(line);
    // Maven's own store may have some of them already, from another project.
    if (!/^Downloaded .+\.jar\b/.test(line.replace(/^\[INFO\] /, ''))) return;
    fetched += 1;
    if (fetched % 25 === 0) say(`${fetched} of at most about ${ABOUT} jars …`);
  });
  return new Promise((resolve, reject) => {
    maven.once('error', reject);
    maven.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Expected Maven to fetch Neo4j, but it ended with ${code}:\n${last.join('\n')}`));
    });
  });
}

async function sizes(folder: string): Promise<Readonly<Record<string, number>>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jar'));
  if (!names.includes(`neo4j-${NEO4J_VERSION}.jar`))
    throw new Error(`Expected neo4j-${NEO4J_VERSION}.jar from Maven, but got ${names.length} other jars`);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size] as const)),
  );
}
