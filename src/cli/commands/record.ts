import type { Command } from 'commander';
import { recordClaim, type RecordedClaim } from '../../application/record-claim.ts';
import { readClaimFile } from '../../ingest/seed/claim-file.ts';
import { examples, type AddCommand, type GlobalOptions } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { nameOf, readText } from '../files.ts';
import { withStore } from '../graph.ts';
import { jsonOption } from '../options.ts';
import { receiptText } from '../print/receipt.ts';

/** Who the log of writes names for what comes from a command line. */
export const RECORDED_BY = 'command-line';

interface RecordOptions extends GlobalOptions {
  readonly json?: true;
}

/** `hearsay record FILE`. */
export const addRecord: AddCommand = (program, context) => {
  const { io } = context;
  program
    .command('record')
    .description('Record one claim (docs/seed-format.md); recording it twice changes nothing')
    .argument('<file>', 'a claim in YAML or JSON; - is standard input')
    .addOption(jsonOption('print the id, what recording did, and the bookmark of the write'))
    .addHelpText('after', examples('record claim.yaml', 'record - < claim.yaml'))
    .action(async (path: string, _: unknown, command: Command) => {
      const draft = readClaimFile(await readText(path, io), nameOf(path));
      const options = command.optsWithGlobals<RecordOptions>();
      await withStore(io, options, async (store) => {
        const recorded = await recordClaim(store, draft, { at: io.clock.now(), by: RECORDED_BY });
        // Written once it is on disk: whoever reads this line can rely on it.
        io.out.write(`${options.json === true ? jsonOf(recorded) : textOf(recorded)}\n`);
      });
      context.finish(EXIT.OK);
    });
};

function textOf({ claim, receipt }: RecordedClaim): string {
  return `${claim.id}: ${receiptText(receipt)}`;
}

function jsonOf({ claim, receipt }: RecordedClaim): string {
  const { created, updated, unchanged, dropped, hidden, bookmark } = receipt;
  return JSON.stringify({ claim: claim.id, created, updated, unchanged, dropped, hidden, bookmark }, null, 2);
}
