import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseInstant } from '../../src/domain/time.ts';
import { startServer } from '../support/start-server.ts';

/** A server with a graph of its own. */
export interface Hearsay {
  readonly url: string;
  stop(): Promise<void>;
}

/** Some years after what the graph is told, so that answers for today are about something long ago. */
const NOW = '2026-06-01T12:00:00Z';

/** Starts the real server on a seed, given as its text. */
export async function startHearsay(seed: string): Promise<Hearsay> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-web-'));
  const file = join(folder, 'world.yaml');
  await writeFile(file, seed);
  const server = await startServer([file], { clock: { now: () => parseInstant(NOW) } });
  return {
    url: server.base,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
