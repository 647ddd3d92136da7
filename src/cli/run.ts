import { CommanderError } from 'commander';
import { EXIT, faultOf, UsageError, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { printFault } from './print/fault.ts';
import { createProgram } from './program.ts';

/** Runs one command line. Every fault becomes lines on standard error and an exit code; nothing is thrown. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = EXIT.OK;
  const program = createProgram({
    io,
    finish: (code) => {
      exit = code;
    },
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    // Help and version are thrown too, once they have been printed.
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.OK;
    const fault = faultOf(error instanceof CommanderError ? asUsageError(error) : error);
    printFault(fault, io);
    return fault.exit;
  }
}

/** Commander writes "error: …" and on a second line "(Did you mean …?)". */
function asUsageError(error: CommanderError): UsageError {
  if (error.code === 'commander.help') return new UsageError('Expected a command, but got none', HELP_HINT);
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const hint = rest
    .join(' ')
    .replace(/^\(|\)$/g, '')
    .trim();
  return new UsageError(first, hint === '' ? HELP_HINT : hint);
}

const HELP_HINT = '`hearsay --help` lists the commands, `hearsay COMMAND --help` the options of one.';
