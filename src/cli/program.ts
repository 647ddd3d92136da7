import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { AddCommand, CommandContext } from './command.ts';
import { addAsk } from './commands/ask.ts';
import { addClaims } from './commands/claims.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addMigrate } from './commands/migrate.ts';
import { addOutcome } from './commands/outcome.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addRecord } from './commands/record.ts';
import { addRetract } from './commands/retract.ts';
import { addScenarios } from './commands/scenarios.ts';
import { addSeed } from './commands/seed.ts';
import { addServe } from './commands/serve.ts';
import { addSources } from './commands/sources.ts';
import { addVerify } from './commands/verify.ts';
import { EXIT_MEANINGS } from './exit-codes.ts';
import { packageFile } from './package-file.ts';

const COMMANDS: readonly AddCommand[] = [
  addServe,
  addAsk,
  addClaims,
  addSources,
  addSeed,
  addImport,
  addExport,
  addRecord,
  addOutcome,
  addRetract,
  addVerify,
  addRebuild,
  addMigrate,
  addScenarios,
];

/** The whole command line. It throws instead of ending the process. */
export function createProgram(context: CommandContext): Command {
  const program = configured(new Command('hearsay'), context)
    .description('Who says that two people are related, on what evidence, and how far that carries.')
    .version(`hearsay ${version()}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--db <path>', 'the database file (default: HEARSAY_DB, else data/hearsay.sqlite)')
    .addHelpText('after', AFTER);
  for (const add of COMMANDS) add(program, context);
  return program;
}

function configured(program: Command, { io }: CommandContext): Command {
  return program
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ helpWidth: Math.min(80, io.out.columns), showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => {
        io.out.write(text);
      },
      // `run` prints errors in its own form; help that is asked for by giving no command goes there too.
      writeErr: (text) => {
        io.err.write(text);
      },
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(80, io.out.columns),
      getErrHelpWidth: () => Math.min(80, io.err.columns),
    });
}

function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  const found = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : null;
  return typeof found === 'string' ? found : 'unknown';
}

const AFTER = `
Examples:
  $ hearsay serve
  $ hearsay ask "First Person" "Second Person" --as-of 2022-04-29
  $ hearsay ask "First Person"
  $ hearsay claims "First Person" --kind dating
  $ hearsay seed my-article.yaml

A person is a name, an alias, an @handle or an id (person/...). Dates are EDTF:
2022-04-29, 2022-04, 2022. Settings come from the environment; see
docs/configuration.md.

Exit codes:
${EXIT_MEANINGS.map(([code, meaning]) => `  ${code}  ${meaning}`).join('\n')}`;
