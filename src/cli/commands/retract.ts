import type { Command } from 'commander';
import { Option } from 'commander';
import { retractClaim, type RetractionRequest } from '../../application/retract-claim.ts';
import { examples, type AddCommand, type GlobalOptions } from '../command.ts';
import { EXIT, UsageError } from '../exit-codes.ts';
import { withStore } from '../graph.ts';
import { oneOf } from '../options.ts';
import { receiptText } from '../print/receipt.ts';
import { lowered } from '../print/words.ts';
import { RECORDED_BY } from './record.ts';

const REASONS = ['SOURCE_RETRACTED', 'CURATOR_REJECTED', 'SUPERSEDED'] as const;
type Reason = (typeof REASONS)[number];

interface RetractOptions extends GlobalOptions {
  readonly reason?: Reason;
  readonly source?: string;
  readonly note?: string;
}

/** `hearsay retract CLAIM --reason REASON`. */
export const addRetract: AddCommand = (program, context) => {
  const { io } = context;
  program
    .command('retract')
    .description('Take a claim back: it stays on file, and no longer counts from now on')
    .argument('<claim>', 'the id of a claim, as `hearsay claims` prints it')
    .addOption(
      new Option('--reason <reason>', REASONS.join(', ').toLowerCase()).argParser((text) =>
        oneOf(REASONS, text),
      ),
    )
    .option('--source <id>', 'with source_retracted: the publisher who took it back, by id or name')
    .option('--note <text>', 'more about why')
    .addHelpText(
      'after',
      examples('retract claim/0a1b2c --reason superseded', 'retract claim/0a1b2c --reason curator_rejected'),
    )
    .action(async (claim: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<RetractOptions>();
      const why = whyOf(options);
      await withStore(io, options, async (store) => {
        const receipt = await retractClaim(store, {
          claim,
          ...why,
          note: options.note ?? null,
          at: io.clock.now(),
          by: RECORDED_BY,
        });
        io.out.write(`${claim}: taken back, ${lowered(why.reason)} (${receiptText(receipt)})\n`);
      });
      context.finish(EXIT.OK);
    });
};

type Why =
  | Pick<Extract<RetractionRequest, { reason: 'SOURCE_RETRACTED' }>, 'reason' | 'source'>
  | {
      readonly reason: Exclude<Reason, 'SOURCE_RETRACTED'>;
    };

function whyOf({ reason, source }: RetractOptions): Why {
  if (reason === undefined) {
    throw new UsageError(
      'Expected --reason, but got none',
      `It is one of ${REASONS.join(', ').toLowerCase()}.`,
    );
  }
  if (reason === 'SOURCE_RETRACTED') {
    if (source !== undefined) return { reason, source };
    throw new UsageError('Expected --source with source_retracted, but got none', 'Name the publisher.');
  }
  if (source === undefined) return { reason };
  throw new UsageError(
    `Expected --source only with source_retracted, but got it with ${reason.toLowerCase()}`,
  );
}
