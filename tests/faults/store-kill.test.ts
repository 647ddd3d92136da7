import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClaimId } from '../../src/domain/ids.ts';
import { parseDate } from '../../src/domain/time.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { buildRecorder } from './built-recorder.ts';

const KILLS_PER_FILE = 10;
const today = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null } as const;

let recorder: Awaited<ReturnType<typeof buildRecorder>>;
let folder: string;
beforeAll(async () => {
  recorder = await buildRecorder();
  folder = await mkdtemp(join(tmpdir(), 'hearsay-kill-'));
});
afterAll(async () => {
  await recorder.remove();
  await rm(folder, { recursive: true });
});

/** Starts a recorder, kills it `delay` ms after it acknowledged so many, and gives all that it did by then. */
function killed(path: string, round: string, after: number, delay: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [recorder.script, path, round], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let isDue = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      // The first line says that it is ready; what follows the last line break is not whole yet.
      if (isDue || output.split('\n').length - 2 < after) return;
      isDue = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('error', reject);
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL')
        reject(new Error(`Expected the recorder to be killed, but got ${String(signal)}`));
      // What follows the last line break was cut off.
      else resolve(output.split('\n').slice(1, -1));
    });
  });
}

test.each([1, 2, 3, 4, 5])(
  'nothing acknowledged is lost and nothing is torn by kill -9, ten times on file %i',
  async (file) => {
    const path = join(folder, `${file}.sqlite`);
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS_PER_FILE; kill++) {
      // From the first moments of a burst to its middle, a different moment each time.
      const delay = (kill * 13 + file * 7) % 60;
      acknowledged.push(...(await killed(path, `${file}.${kill}`, kill % 4, delay)));
      const store = await openSqliteStore(path, { threads: false });
      const ids = acknowledged.flatMap((key) => [`claim/${key}.a`, `claim/${key}.b`] as ClaimId[]);
      expect((await store.nodes(ids, today)).size).toBe(ids.length);
      const { claims, documents } = await store.counts();
      expect(claims).toBe(2 * documents);
      expect((await store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS_PER_FILE);
  },
  240_000,
);
