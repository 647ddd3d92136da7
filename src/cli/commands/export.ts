import { open } from 'node:fs/promises';
import type { Command } from 'commander';
import { exportRecords } from '../../application/export-records.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import type { Reader } from '../../domain/policy.ts';
import { parseDate } from '../../domain/time.ts';
import { examples, type AddCommand, type CommandContext, type GlobalOptions } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { settingsFor, withStore } from '../graph.ts';
import { withProgress } from '../terminal/progress.ts';

interface ExportOptions extends GlobalOptions {
  readonly everything?: boolean;
  readonly out?: string;
}

/** `hearsay export`. */
export const addExport: AddCommand = (program, context) => {
  program
    .command('export')
    .description('Write what is on file as lines of JSON, which `hearsay import hearsay` takes back')
    .option('--everything', 'also what the policy shows to nobody: a copy for yourself, not for others')
    .option(
      '--out <file>',
      'write to a file of this name, which must not be there yet (default: standard output)',
    )
    .addHelpText('after', examples('export --out public.jsonl', 'export --everything | gzip > copy.jsonl.gz'))
    .action(async (_: unknown, command: Command) => {
      context.finish(await exportAll(command.optsWithGlobals<ExportOptions>(), context));
    });
};

async function exportAll(options: ExportOptions, { io }: CommandContext): Promise<ExitCode> {
  const today = parseDate(io.clock.now().slice(0, 10));
  const reader: Reader | null =
    options.everything === true
      ? null
      : { profile: settingsFor(io, options).policy, asOf: today, knownAt: null };
  await withStore(io, options, async (store) => {
    const output = await outputFor(options.out, (text) => {
      io.out.write(text);
    });
    try {
      await withProgress(io, 'exporting', async (onProgress) => {
        for await (const lines of exportRecords(store, reader, onProgress)) await output.write(lines);
      });
    } finally {
      await output.close();
    }
  });
  return EXIT.OK;
}

interface Destination {
  readonly write: (text: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

async function outputFor(path: string | undefined, print: (text: string) => void): Promise<Destination> {
  if (path === undefined) {
    return {
      write: (text) => {
        print(text);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
  }
  try {
    // For its owner alone: what it holds may be for nobody else.
    const file = await open(path, 'wx', 0o600);
    return { write: (text) => file.writeFile(text), close: () => file.close() };
  } catch (error) {
    const came = error instanceof Error && 'code' in error ? String(error.code) : 'an error';
    throw new HearsayError('FILE_UNREADABLE', `Expected to write to ${shown(path)}, but got ${came}`, {
      hint: 'Name a file that is not there yet, in a folder that you may write to.',
      cause: error,
    });
  }
}
