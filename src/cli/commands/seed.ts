import type { Command } from 'commander';
import type { SeedFileReport } from '../../application/seed-files.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { examples, type AddCommand, type CommandContext, type GlobalOptions } from '../command.ts';
import { EXIT, faultOf, type ExitCode } from '../exit-codes.ts';
import { nameOf, readText } from '../files.ts';
import { withStore } from '../graph.ts';
import type { Io } from '../io.ts';
import { loadSeedFile } from '../load-seeds.ts';
import { receiptText } from '../print/receipt.ts';
import { printFault } from '../print/fault.ts';
import { showWhile } from '../terminal/progress.ts';

/** `hearsay seed FILE…`. */
export const addSeed: AddCommand = (program, context) => {
  program
    .command('seed')
    .description('Load files in the seed format (docs/seed-format.md); loading twice changes nothing')
    .argument('<file...>', 'files in YAML; - is standard input')
    .addHelpText('after', examples('seed my-article.yaml', 'seed people.yaml articles/*.yaml'))
    .action(async (files: readonly string[], _: unknown, command: Command) => {
      context.finish(await seed(files, command.optsWithGlobals<GlobalOptions>(), context));
    });
};

async function seed(
  paths: readonly string[],
  options: GlobalOptions,
  { io }: CommandContext,
): Promise<ExitCode> {
  // A path that cannot be read is known before anything is written.
  const files: { readonly name: string; readonly text: string }[] = [];
  for (const path of paths) files.push({ name: nameOf(path), text: await readText(path, io) });
  const load = async (store: GraphStore): Promise<ExitCode> => {
    let exit: ExitCode = EXIT.OK;
    for (const file of files) {
      const report = await showWhile(io, `loading ${file.name}`, () => loadSeedFile(store, file, io));
      if (!printReport(report, io)) exit = EXIT.REFUSED;
    }
    return exit;
  };
  return withStore(io, options, load, 'make');
}

function printReport(report: SeedFileReport, io: Io): boolean {
  if (report.outcome === 'RECORDED') {
    io.out.write(`${report.file}: ${receiptText(report.receipt)}\n`);
    return true;
  }
  printFault(faultOf(report.error), io);
  return false;
}
