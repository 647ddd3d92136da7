import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { compose } from '../../src/compose.ts';
import type { Config } from '../../src/config.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { seedFiles } from '../../src/application/seed-files.ts';
import { serve } from '../../src/http/serve.ts';
import { readSeed } from '../../src/ingest/seed/load.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';

/** The real server, in this process, on a loopback port and a database of its own. */
export interface RunningServer {
  readonly base: string;
  readonly store: GraphStore;
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  /** Stops it and removes its database. */
  stop(): Promise<void>;
}

interface StartOptions {
  readonly policy?: Config['policy'];
  readonly clock?: Clock;
  /** Default: none, a SQLite file of its own. */
  readonly neo4j?: Config['neo4j'];
}

/** Starts the real server on these seed files. Throws when one of them is refused. */
export async function startServer(
  seeds: readonly string[],
  options: StartOptions = {},
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-server-'));
  const logged: Record<string, unknown>[] = [];
  const clock = options.clock ?? { now: () => parseInstant(new Date().toISOString()) };
  const app = await compose(
    {
      port: 0,
      host: '127.0.0.1',
      database: join(folder, 'hearsay.sqlite'),
      neo4j: options.neo4j ?? null,
      cache: null,
      policy: options.policy ?? 'cautious',
      logLevel: 'info',
    },
    {
      clock,
      log: pino(
        { level: 'info' },
        { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
      ),
    },
  );
  await loadSeeds(app.store, seeds, clock);
  const serving = await serve(app, { port: 0, host: '127.0.0.1', onSignals: false, notice: 0 });
  return {
    base: serving.url.replace('localhost', '127.0.0.1'),
    store: app.store,
    logged,
    stop: async () => {
      await serving.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function loadSeeds(store: GraphStore, seeds: readonly string[], clock: Clock): Promise<void> {
  const files = seeds.map((name) => ({ name, text: readFileSync(name, 'utf8') }));
  const report = await seedFiles(store, files, { at: clock.now(), by: 'seed', read: readSeed });
  for (const file of report.files) if (file.outcome === 'REFUSED') throw file.error;
}
