import type { Command } from 'commander';
import { askAndPrint, type FormOptions } from '../ask-and-print.ts';
import type { AddCommand, GlobalOptions } from '../command.ts';
import { LIST_SOURCES } from '../documents.ts';
import { EXIT } from '../exit-codes.ts';
import { afterOption, firstOption, jsonOption, showQueryOption, type PageOptions } from '../options.ts';
import { moreCommand } from '../print/more.ts';
import { sourcePage } from '../print/sources.ts';
import type { ListSourcesData } from '../results.ts';

type SourcesOptions = FormOptions & PageOptions & GlobalOptions;

/** `hearsay sources`. */
export const addSources: AddCommand = (program, context) => {
  program
    .command('sources')
    .description('List everybody who has been cited, with how reliable they are taken to be')
    .addOption(firstOption())
    .addOption(afterOption())
    .addOption(jsonOption())
    .addOption(showQueryOption())
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<SourcesOptions>();
      const { first, after } = options;
      const exit = await askAndPrint<ListSourcesData>(context, options, {
        question: () => ({ document: LIST_SOURCES, variables: { first, after } }),
        page: (data, style) => ({
          text: sourcePage(data, (cursor) => moreCommand('sources', [], options, cursor), style),
          exit: EXIT.OK,
        }),
      });
      context.finish(exit);
    });
};
