import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasJars, jarFolder, NEO4J_VERSION } from '../../scripts/neo4j/jars.ts';
import { commandLine } from '../../scripts/neo4j/processes.ts';
import { writeStarted } from '../../scripts/neo4j/started.ts';
import { launcher } from './launcher-io.ts';

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'hearsay-launcher-'));
});
afterEach(() => rm(cache, { recursive: true }));

describe('npm run neo4j', () => {
  test.each([[[]], [['restart']], [['stop', 'now']], [['status', '--json']], [['start', '--port', '1']]])(
    'answers %j with how it is used, and with the exit code of a misuse',
    async (args: readonly string[]) => {
      const { exit, printed, said } = await launcher(args, cache);
      expect([exit, printed]).toEqual([2, []]);
      expect(said.join('\n')).toMatch(/^Expected start, stop or status, but got /);
      expect(said.join('\n')).toContain('npm run neo4j -- start');
    },
  );

  test('prints how it is used when asked', async () => {
    const { exit, printed, said } = await launcher(['--help'], cache);
    expect([exit, said]).toEqual([0, []]);
    expect(printed.join('\n')).toContain('npm run neo4j -- stop');
  });

  test('says that nothing runs, and has nothing to stop, however often', async () => {
    expect(await launcher(['status'], cache)).toMatchObject({ exit: 3 });
    for (let time = 0; time < 2; time++)
      expect(await launcher(['stop'], cache)).toEqual({
        exit: 0,
        printed: [],
        said: ['Nothing was started here.'],
      });
  });

  test('lets a process live that has taken the number of one that was started', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)', cache]);
    try {
      await once(other, 'spawn');
      const by = { pid: other.pid ?? 0, home: cache };
      await writeStarted(cache, { by, url: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'x' });
      expect(await launcher(['status'], cache)).toMatchObject({ exit: 3 });
      expect(await launcher(['stop'], cache)).toMatchObject({
        exit: 0,
        said: ['What was started has ended already.'],
      });
      expect(await commandLine(by.pid)).toContain(cache);
      // Forgotten now.
      expect(await launcher(['stop'], cache)).toMatchObject({ said: ['Nothing was started here.'] });
    } finally {
      other.kill('SIGKILL');
    }
  });

  test('forgets a process that has ended', async () => {
    const other = spawn(process.execPath, ['-e', '']);
    await once(other, 'close');
    const by = { pid: other.pid ?? 0, home: cache };
    await writeStarted(cache, { by, url: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'x' });
    expect(await launcher(['status'], cache)).toMatchObject({ exit: 3 });
    expect(await launcher(['stop'], cache)).toMatchObject({ exit: 0 });
  });

  test('takes a note that it cannot read for none', async () => {
    await writeFile(join(cache, 'started.json'), '{"by":');
    expect(await launcher(['status'], cache)).toMatchObject({ exit: 3 });
    expect(await launcher(['stop'], cache)).toMatchObject({ exit: 0 });
  });

  test('starts nothing when NEO4J_URL is set, and fails when nothing answers there', async () => {
    const taken = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const url = `bolt://127.0.0.1:${(taken.address() as AddressInfo).port}`;
    const ran = await launcher(['start'], cache, { NEO4J_URL: url, NEO4J_PASSWORD: 'hunter2hunter2' });
    taken.close();
    expect([ran.exit, ran.printed]).toEqual([1, []]);
    expect(ran.said.join()).not.toContain('hunter2');
    expect(await launcher(['status'], cache)).toMatchObject({ exit: 3 });
  });
});

describe('the jars', () => {
  async function writeJars(sizes: Readonly<Record<string, number>>): Promise<void> {
    await mkdir(jarFolder(cache), { recursive: true });
    await writeFile(join(jarFolder(cache), 'jars.json'), JSON.stringify(sizes));
    await writeFile(join(jarFolder(cache), `neo4j-${NEO4J_VERSION}.jar`), 'jar');
  }

  test('are there when each is as long as it was when it was fetched', async () => {
    expect(hasJars(cache)).toBe(false);
    await writeJars({ [`neo4j-${NEO4J_VERSION}.jar`]: 3 });
    expect(hasJars(cache)).toBe(true);
    await writeJars({ [`neo4j-${NEO4J_VERSION}.jar`]: 4 });
    expect(hasJars(cache)).toBe(false);
    await writeJars({ [`neo4j-${NEO4J_VERSION}.jar`]: 3, 'neo4j-bolt.jar': 1 });
    expect(hasJars(cache)).toBe(false);
  });

  test('of another version are not those that are wanted', async () => {
    await writeJars({ 'neo4j-4.4.0.jar': 3 });
    expect(hasJars(cache)).toBe(false);
  });
});
