import type { Command } from 'commander';
import { recordOutcome } from '../../application/record-outcome.ts';
import { parseDate } from '../../domain/time.ts';
import { examples, type AddCommand, type GlobalOptions } from '../command.ts';
import { EXIT, UsageError } from '../exit-codes.ts';
import { withStore } from '../graph.ts';
import { receiptText } from '../print/receipt.ts';
import { RECORDED_BY } from './record.ts';

interface OutcomeOptions extends GlobalOptions {
  readonly held?: true;
  readonly fell?: true;
  readonly decided?: string;
  readonly note?: string;
}

/** `hearsay outcome CLAIM --held|--fell`. */
export const addOutcome: AddCommand = (program, context) => {
  const { io } = context;
  program
    .command('outcome')
    .description('Record what became of a claim: a source is known by how its stories end')
    .argument('<claim>', 'the id of a claim, as `hearsay claims` prints it')
    .option('--held', 'it turned out to be so')
    .option('--fell', 'it turned out not to be so')
    .option('--decided <date>', 'when that was known')
    .option('--note <text>', 'how it is known')
    .addHelpText(
      'after',
      examples(
        'outcome claim/0a1b2c --held --decided 2023-05',
        'outcome claim/0a1b2c --fell --note "both denied it"',
      ),
    )
    .action(async (claim: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<OutcomeOptions>();
      const held = heldOf(options);
      const decidedAt = options.decided === undefined ? null : parseDate(options.decided);
      await withStore(io, options, async (store) => {
        const receipt = await recordOutcome(store, {
          claim,
          held,
          decidedAt,
          note: options.note ?? null,
          at: io.clock.now(),
          by: RECORDED_BY,
        });
        io.out.write(`${claim}: ${held ? 'held' : 'fell'} (${receiptText(receipt)})\n`);
      });
      context.finish(EXIT.OK);
    });
};

function heldOf({ held, fell }: OutcomeOptions): boolean {
  if (held === fell) {
    throw new UsageError(`Expected --held or --fell, but got ${held === undefined ? 'neither' : 'both'}`);
  }
  return held === true;
}
