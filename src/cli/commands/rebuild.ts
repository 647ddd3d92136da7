import type { Command } from 'commander';
import type { AddCommand, GlobalOptions } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withStore } from '../graph.ts';
import { counted } from '../print/words.ts';
import { withProgress } from '../terminal/progress.ts';

/** `hearsay rebuild`. */
export const addRebuild: AddCommand = (program, context) => {
  const { io } = context;
  program
    .command('rebuild')
    .description('Derive all relationships anew from the claims')
    .action(async (_: unknown, command: Command) => {
      await withStore(io, command.optsWithGlobals<GlobalOptions>(), async (store) => {
        const written = await withProgress(io, 'rebuilding', (onProgress) => store.rebuild(onProgress));
        io.out.write(`${counted(written, 'relationship')} derived from the claims\n`);
      });
      context.finish(EXIT.OK);
    });
};
