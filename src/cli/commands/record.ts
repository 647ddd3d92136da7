import type { Command } from 'commander';
import { recordClaim } from '../../application/record-claim.ts';
import { readClaimFile } from '../../ingest/seed/claim-file.ts';
import { examples, type AddCommand, type GlobalOptions } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { nameOf, readText } from '../files.ts';
import { withStore } from '../graph.ts';
import { receiptText } from '../print/receipt.ts';

/** Who the log of writes names for what comes from a command line. */
export const RECORDED_BY = 'command-line';

/** `hearsay record FILE`. */
export const addRecord: AddCommand = (program, context) => {
  const { io } = context;
  program
    .command('record')
    .description('Record one claim (docs/seed-format.md); recording it twice changes nothing')
    .argument('<file>', 'a claim in YAML or JSON; - is standard input')
    .addHelpText('after', examples('record claim.yaml', 'record - < claim.yaml'))
    .action(async (path: string, _: unknown, command: Command) => {
      const draft = readClaimFile(await readText(path, io), nameOf(path));
      await withStore(io, command.optsWithGlobals<GlobalOptions>(), async (store) => {
        const { claim, receipt } = await recordClaim(store, draft, { at: io.clock.now(), by: RECORDED_BY });
        // Written once it is on disk: whoever reads this line can rely on it.
        io.out.write(`${claim.id}: ${receiptText(receipt)}\n`);
      });
      context.finish(EXIT.OK);
    });
};
