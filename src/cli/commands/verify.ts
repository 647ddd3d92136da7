import type { Command } from 'commander';
import type { StoreReport } from '../../ports/graph-store.ts';
import type { AddCommand, GlobalOptions } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withStore } from '../graph.ts';
import { styleOf, type Style } from '../terminal/style.ts';
import { plain } from '../terminal/text.ts';
import { withProgress } from '../terminal/progress.ts';

/** `hearsay verify store`. */
export const addVerify: AddCommand = (program, context) => {
  const { io } = context;
  const verify = program.command('verify').description('Check that what is stored is whole');
  verify
    .command('store')
    .description('Check the file, its references, and that what is derived equals what the claims give')
    .action(async (_: unknown, command: Command) => {
      await withStore(io, command.optsWithGlobals<GlobalOptions>(), async (store) => {
        const report = await withProgress(io, 'verifying', (onProgress) => store.verify(onProgress));
        io.out.write(`${reportPage(report, styleOf(io))}\n`);
        context.finish(report.ok ? EXIT.OK : EXIT.NEGATIVE);
      });
    });
};

function reportPage({ ok, checks }: StoreReport, style: Style): string {
  const lines = checks.map((check) => {
    const word = check.ok ? style.good('ok    ') : style.bad('FAILED');
    return `  ${word}  ${check.name}${check.detail === '' || check.detail === 'ok' ? '' : `: ${plain(check.detail)}`}`;
  });
  const sum = ok ? style.good('The store is whole.') : style.bad('The store is not whole.');
  return [...lines, sum].join('\n');
}
