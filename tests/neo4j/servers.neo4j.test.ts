import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { driverFor, versionAt } from '../../scripts/neo4j/answering.ts';
import { CACHE, jarFolder, NEO4J_VERSION } from '../../scripts/neo4j/jars.ts';
import { commandLine } from '../../scripts/neo4j/processes.ts';
import { startNeo4j } from '../../scripts/neo4j/server.ts';
import { launcher } from './launcher-io.ts';

const START_MS = 200_000;

let cache: string;
const path = process.env['PATH'];
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'hearsay-servers-'));
  await symlink(jarFolder(CACHE), jarFolder(cache));
  // Where a Docker engine runs it would come first, and fetch half a gigabyte.
  await writeFile(join(cache, 'docker'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  process.env['PATH'] = `${cache}${delimiter}${path ?? ''}`;
});
afterAll(async () => {
  await launcher(['stop'], cache);
  process.env['PATH'] = path;
  await rm(cache, { recursive: true });
});

async function hasEnded(pid: number): Promise<void> {
  for (let polls = 0; (await commandLine(pid)) !== null; polls++) {
    if (polls > 600) throw new Error(`Expected process ${pid} to end, but it runs`);
    await pause(100);
  }
}

test(
  'npm run neo4j starts a server with a password, finds it again, and stops it',
  async () => {
    const started = await launcher(['start', '--json'], cache);
    expect(started).toMatchObject({ exit: 0 });
    const { version, ...settings } = JSON.parse(started.printed.join()) as Record<string, string>;
    expect([version, settings['NEO4J_USER']]).toEqual([NEO4J_VERSION, 'neo4j']);
    const given = {
      url: settings['NEO4J_URL'] ?? '',
      user: 'neo4j',
      password: settings['NEO4J_PASSWORD'] ?? '',
    };
    expect(await versionAt(given)).toBe(NEO4J_VERSION);
    await expect(versionAt({ ...given, password: 'neo4j' })).rejects.toThrow(/unauthorized/);
    // Clusters' addresses are served as well.
    expect(await versionAt({ ...given, url: given.url.replace('bolt', 'neo4j') })).toBe(NEO4J_VERSION);
    expect((await stat(join(cache, 'started.json'))).mode & 0o077).toBe(0);

    const again = await launcher(['start'], cache);
    expect(again.printed).toEqual(Object.entries(settings).map(([name, value]) => `export ${name}=${value}`));
    expect(again.said[0]).toBe('It runs already.');
    const named = await launcher(['start', '--json'], cache, settings);
    expect(named.printed.join()).not.toContain(given.password);
    expect(await launcher(['status'], cache)).toMatchObject({
      exit: 0,
      printed: [expect.stringContaining(`Neo4j ${NEO4J_VERSION} runs at ${given.url}`)],
    });

    const { by } = JSON.parse(await readFile(join(cache, 'started.json'), 'utf8')) as { by: { pid: number } };
    expect(await launcher(['stop'], cache)).toMatchObject({ exit: 0, said: ['Neo4j is stopped.'] });
    await hasEnded(by.pid);
    expect(existsSync(join(cache, 'started.json'))).toBe(false);
    expect(await launcher(['status'], cache)).toMatchObject({ exit: 3 });

    // What was exported for it still holds when it is started again.
    const later = await launcher(['start'], cache);
    expect(later.printed).toEqual(again.printed);
    expect(await launcher(['stop'], cache)).toMatchObject({ exit: 0 });
  },
  2 * START_MS,
);

test(
  'a server keeps its data and its password on its home, and its port when it is given one, also over a kill -9',
  async () => {
    const home = join(cache, 'home');
    const first = await startNeo4j({ home, cache, isShortLived: true });
    const driver = driverFor(first);
    await driver.executeQuery('CREATE (:Kept {id: 1})');
    await first.kill();
    const second = await startNeo4j({ home, cache, port: first.port, isShortLived: true });
    expect({ ...second, pid: 0 }).toMatchObject({ url: first.url, password: first.password });
    const { records } = await driver.executeQuery('MATCH (n:Kept) RETURN n.id AS id');
    expect(records.map((record) => record.get('id') as unknown)).toHaveLength(1);
    await driver.close();
    await second.stop();
    await second.stop();
    await hasEnded(second.pid);
  },
  START_MS,
);

test(
  'a server ends with the process that started it, even when that is killed',
  async () => {
    const home = join(cache, 'orphan');
    await mkdir(home);
    const script = `
      import { startNeo4j } from ${JSON.stringify(join(process.cwd(), 'scripts/neo4j/server.ts'))};
      console.log((await startNeo4j({ home: ${JSON.stringify(home)} })).pid);
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve, reject) => {
      parent.stdout.once('data', (bytes: Buffer) => {
        resolve(Number(bytes.toString()));
      });
      parent.once('exit', () => {
        reject(new Error('Expected a process id, but the process ended'));
      });
    });
    expect(await commandLine(pid)).toContain(home);
    parent.kill('SIGKILL');
    await hasEnded(pid);
  },
  START_MS,
);

test(
  'a home that is in use is refused with what Neo4j says',
  async () => {
    const home = join(cache, 'shared');
    const first = await startNeo4j({ home, cache, isShortLived: true });
    await expect(startNeo4j({ home, cache, isShortLived: true })).rejects.toThrow(
      /Expected Neo4j to start, but it ended with 1:[^]*lock/,
    );
    await first.stop();
  },
  START_MS,
);
