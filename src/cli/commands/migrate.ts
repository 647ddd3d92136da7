import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { migrate, type MoveReport } from '../../application/migrate.ts';
import { openStore } from '../../compose.ts';
import { loadConfig, withoutNeo4j, type Config } from '../../config.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { examples, type AddCommand, type CommandContext, type GlobalOptions } from '../command.ts';
import { EXIT, UsageError, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { jsonOption } from '../options.ts';
import { moveJson, movePage } from '../print/move.ts';
import { withProgress } from '../terminal/progress.ts';
import { styleOf } from '../terminal/style.ts';

/** One end of a move, as it is written: `sqlite:PATH`, or `neo4j`, whose settings are those of the environment. */
type Place = { readonly kind: 'sqlite'; readonly path: string } | { readonly kind: 'neo4j' };

interface MigrateOptions extends GlobalOptions {
  readonly from: Place;
  readonly to: Place;
  readonly batch: number;
  readonly json?: true;
}

const MAX_BATCH = 10_000;

/** `hearsay migrate --from STORE --to STORE`. */
export const addMigrate: AddCommand = (program, context) => {
  program
    .command('migrate')
    .description('Move everything into another, empty store; a move that was broken off goes on where it was')
    .addOption(placeOption('--from <store>', 'what is moved'))
    .addOption(placeOption('--to <store>', 'where to'))
    .addOption(
      new Option('--batch <n>', `records in one transaction, 1 to ${MAX_BATCH}`)
        .default(500)
        .argParser(readBatch),
    )
    .addOption(jsonOption('print what was moved and compared as JSON'))
    .addHelpText('after', EXAMPLES)
    .action(async (_: unknown, command: Command) => {
      context.finish(await run(command.optsWithGlobals<MigrateOptions>(), context));
    });
};

const EXAMPLES = examples(
  'migrate --from sqlite:data/hearsay.sqlite --to neo4j',
  'migrate --from neo4j --to sqlite:copy.sqlite',
);

function placeOption(flags: string, what: string): Option {
  return new Option(flags, `${what}: sqlite:PATH, or neo4j as NEO4J_URL and its companions say`)
    .makeOptionMandatory()
    .argParser(readPlace);
}

function readPlace(text: string): Place {
  if (text === 'neo4j') return { kind: 'neo4j' };
  const path = /^sqlite:([^\0]+)$/.exec(text)?.[1];
  if (path === undefined)
    throw new InvalidArgumentError('It must be neo4j, or sqlite: and the path of a file.');
  return { kind: 'sqlite', path };
}

function readBatch(text: string): number {
  const batch = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (batch >= 1 && batch <= MAX_BATCH) return batch;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_BATCH}.`);
}

async function run(options: MigrateOptions, { io }: CommandContext): Promise<ExitCode> {
  checkPlaces(options);
  const [source, target] = [settingsOf(options.from, io), settingsOf(options.to, io)];
  const report = await opened(source, (from) =>
    opened(target, (to) =>
      migrate({
        from,
        to,
        at: io.clock.now(),
        batch: options.batch,
        whileShown: (part, work) => withProgress(io, part, work),
      }),
    ),
  );
  print(report, options, io);
  return report.ok ? EXIT.OK : EXIT.NEGATIVE;
}

function checkPlaces({ from, to, db }: MigrateOptions): void {
  if (db !== undefined) {
    throw new UsageError('Expected --from and --to alone, but got --db', 'Write --from sqlite:PATH instead.');
  }
  if (from.kind === 'neo4j' ? to.kind === 'neo4j' : to.kind === 'sqlite' && isSameFile(from.path, to.path)) {
    throw new UsageError(
      'Expected two stores, but got the same one twice',
      'A store is moved into another one.',
    );
  }
  if (to.kind === 'sqlite' && !existsSync(dirname(resolve(to.path)))) {
    throw new HearsayError(
      'STORE_UNAVAILABLE',
      `Expected a folder for the new database, but got nothing at ${shown(dirname(resolve(to.path)))}`,
      { hint: 'Check the path after --to sqlite:, or make the folder first.' },
    );
  }
  // A mistyped path must not become an empty file that is moved with success.
  if (from.kind === 'sqlite' && !existsSync(from.path)) {
    throw new HearsayError(
      'STORE_UNAVAILABLE',
      `Expected a database file, but got nothing at ${shown(from.path)}`,
      { hint: 'Check the path after --from sqlite:.' },
    );
  }
}

function isSameFile(one: string, other: string): boolean {
  return realPath(one) === realPath(other);
}

/** Where a path leads, links followed; of one that leads nowhere yet, where it would. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}

function settingsOf(place: Place, { env }: Pick<Io, 'env'>): Pick<Config, 'database' | 'neo4j'> {
  if (place.kind === 'sqlite') return { ...loadConfig(withoutNeo4j(env)), database: place.path, neo4j: null };
  const config = loadConfig(env);
  if (config.neo4j !== null) return config;
  throw new HearsayError('SETTING_INVALID', 'Expected NEO4J_URL to be set, but it is not', {
    hint: 'neo4j is the one that NEO4J_URL, NEO4J_USER and NEO4J_PASSWORD name; see docs/configuration.md.',
  });
}

async function opened<T>(
  config: Pick<Config, 'database' | 'neo4j'>,
  work: (store: GraphStore) => Promise<T>,
): Promise<T> {
  const store = await openStore(config);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function print(report: MoveReport, { json }: MigrateOptions, io: Io): void {
  io.out.write(`${json === true ? moveJson(report) : movePage(report, styleOf(io))}\n`);
}
