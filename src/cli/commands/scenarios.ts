import type { Command } from 'commander';
import { runScenarios } from '../../application/scenarios.ts';
import { examples, type AddCommand, type CommandContext } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readText } from '../files.ts';
import { jsonOption } from '../options.ts';
import { scenarioPage } from '../print/scenarios.ts';
import { styleOf } from '../terminal/style.ts';

/** `hearsay scenarios FILE`. */
export const addScenarios: AddCommand = (program, context) => {
  program
    .command('scenarios')
    .description('Fold small worlds of claims and compare the verdicts with those expected; needs no store')
    .argument('<file>', 'scenarios in JSON; - is standard input')
    .addOption(jsonOption('print an array of name, status, answer, confidence, holds'))
    .addHelpText('after', examples('scenarios scenarios.json', 'scenarios scenarios.json --json'))
    .action(async (path: string, _: unknown, command: Command) => {
      context.finish(await scenarios(path, command.opts<{ readonly json?: true }>().json === true, context));
    });
};

async function scenarios(path: string, json: boolean, { io }: CommandContext): Promise<ExitCode> {
  const results = runScenarios(await readText(path, io));
  if (json) {
    const rows = results.map(({ name, status, answer, confidence, holds }) => ({
      name,
      status,
      answer,
      confidence,
      holds,
    }));
    io.out.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    io.out.write(`${scenarioPage(results, styleOf(io))}\n`);
  }
  return results.every((result) => result.holds) ? EXIT.OK : EXIT.NEGATIVE;
}
