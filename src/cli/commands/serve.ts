import type { Command } from 'commander';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pino } from 'pino';
import { compose, type Composition } from '../../compose.ts';
import type { Config } from '../../config.ts';
import { serve, type ServeOptions } from '../../http/serve.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { examples, type AddCommand, type GlobalOptions } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readText } from '../files.ts';
import { graphOf, settingsFor } from '../graph.ts';
import type { Io } from '../io.ts';
import { loadSeedFile } from '../load-seeds.ts';
import { packageFile } from '../package-file.ts';
import { banner } from '../print/banner.ts';
import { withProgress } from '../terminal/progress.ts';
import { styleOf } from '../terminal/style.ts';
import { somethingToTry } from '../something-to-try.ts';

/** `hearsay serve`. */
export const addServe: AddCommand = (program, context) => {
  const { io } = context;
  program
    .command('serve')
    .description(
      'Serve the API, the page and GraphiQL until stopped; loads the reviewed seeds on first start',
    )
    .addHelpText('after', examples('serve', '--db other.sqlite serve'))
    .action(async (_: unknown, command: Command) => {
      await serveUntilStopped(command.optsWithGlobals<GlobalOptions>(), io);
      context.finish(EXIT.OK);
    });
};

async function serveUntilStopped(options: GlobalOptions, io: Io): Promise<void> {
  const config = settingsFor(io, options);
  await checkAddress(config);
  const composition = await withProgress(io, 'planning questions', (onPlanning) =>
    compose(config, { clock: io.clock, onPlanning }),
  );
  const loaded = await orClose(composition, () => loadShippedSeeds(composition.store, io));
  const trial = await orClose(composition, () => somethingToTry(graphOf(composition)));
  const counts = await orClose(composition, () => composition.store.counts());
  const serving = await orClose(composition, () =>
    serve(composition, { port: config.port, host: config.host, onSignals: true }),
  );
  // Whoever asks first need not wait for it.
  composition.costars.prepare();
  io.out.write(
    `${banner({ url: serving.url, config, counts, loaded, trial, db: options.db }, styleOf(io))}\n`,
  );
  await serving.stopped;
}

async function orClose<T>(composition: Composition, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await composition.close();
    throw error;
  }
}

/** Throws PORT_IN_USE or SETTING_INVALID before a store is opened, which may create or migrate a file. */
async function checkAddress({ port, host }: Config): Promise<void> {
  if (port === 0) return;
  const http = { server: createServer(), startDraining: () => undefined };
  const options: ServeOptions = { port, host, onSignals: false, notice: 0 };
  const log = pino({ level: 'silent' });
  const probe = await serve({ http, log, close: () => Promise.resolve() }, options);
  await probe.stop();
}

/** Fills an empty store with the seeds that come with Hearsay. Returns their names. */
async function loadShippedSeeds(store: GraphStore, io: Io): Promise<readonly string[]> {
  const counts = await store.counts();
  if (Object.values(counts).some((count) => count > 0)) return [];
  const folder = packageFile('seeds');
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  for (const name of names) {
    const text = await readText(join(folder, name), io);
    const report = await loadSeedFile(store, { name: `seeds/${name}`, text }, io);
    if (report.outcome === 'REFUSED') throw report.error;
  }
  return names.map((name) => `seeds/${name}`);
}
