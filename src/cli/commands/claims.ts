import type { Command } from 'commander';
import type { ClaimKind } from '../../domain/kinds.ts';
import { askAndPrint, type FormOptions } from '../ask-and-print.ts';
import { examples, type AddCommand, type CommandContext, type GlobalOptions } from '../command.ts';
import { FIND_PERSON, LIST_CLAIMS } from '../documents.ts';
import { EXIT, UsageError, type ExitCode } from '../exit-codes.ts';
import type { Graph, Question } from '../graph.ts';
import {
  afterOption,
  asOfOption,
  claimKindsOption,
  firstOption,
  jsonOption,
  knownAtOption,
  showQueryOption,
  type PageOptions,
  type TimeOptions,
} from '../options.ts';
import { personRef } from '../person-ref.ts';
import { claimPage } from '../print/claims.ts';
import { moreCommand } from '../print/more.ts';
import type { FindPersonData, ListClaimsData } from '../results.ts';

interface ClaimsOptions extends TimeOptions, FormOptions, PageOptions, GlobalOptions {
  readonly kind?: readonly ClaimKind[];
  readonly source?: string;
  readonly document?: string;
  readonly retracted?: true;
}

/** `hearsay claims [NAME] [NAME]`. */
export const addClaims: AddCommand = (program, context) => {
  program
    .command('claims')
    .description('List claims, the latest first: who said what, where and on whose word')
    .argument('[name]', 'claims that name this person')
    .argument('[other]', 'and this one')
    .option('--source <id>', 'only claims said by, or attributed to, this source')
    .option('--document <id>', 'only claims in this document')
    .addOption(claimKindsOption())
    .option('--retracted', 'also claims that were taken back')
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(firstOption())
    .addOption(afterOption())
    .addOption(jsonOption())
    .addOption(showQueryOption())
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, other: string | undefined, _: unknown, command: Command) => {
      context.finish(await listClaims([name, other], command.optsWithGlobals<ClaimsOptions>(), context));
    });
};

const EXAMPLES = examples(
  'claims "First Person" "Second Person"',
  'claims "First Person" --kind dating --kind single --first 5',
  'claims --source source/some-outlet',
);

type Names = readonly [string | undefined, string | undefined];

async function listClaims(names: Names, options: ClaimsOptions, context: CommandContext): Promise<ExitCode> {
  if (names[0] === undefined && options.source === undefined && options.document === undefined) {
    throw new UsageError(
      'Expected a name, --source or --document, but got none',
      'Every claim of the graph in one list would help nobody; `hearsay sources` lists who has been cited.',
    );
  }
  return askAndPrint<ListClaimsData>(context, options, {
    question: (graph) => questionOf(graph, names, options),
    page: (data, style) => ({
      text: claimPage(data, (cursor) => moreCommand('claims', names, options, cursor), style),
      exit: EXIT.OK,
    }),
    exitOfFault: (fault, graph) =>
      fault.code === 'NOT_FOUND' ? whyNotFound(graph, names) : Promise.resolve(fault.exit),
  });
}

async function questionOf(graph: Graph, [name, other]: Names, options: ClaimsOptions): Promise<Question> {
  const { kind, source, document, retracted, asOf, knownAt, first, after } = options;
  const filter = {
    person: name === undefined ? undefined : await personRef(graph, 'person', name),
    with: other === undefined ? undefined : await personRef(graph, 'with', other),
    kinds: kind,
    source,
    document,
    includeRetracted: retracted,
  };
  return { document: LIST_CLAIMS, variables: { filter, asOf, knownAt, first, after } };
}

/** A list has one code for nobody and for several of a name; the process ends differently. */
async function whyNotFound(graph: Graph, names: Names): Promise<ExitCode> {
  for (const name of names) {
    if (name === undefined) continue;
    const who = await personRef(graph, 'person', name);
    const { data } = await graph.ask<FindPersonData>({ document: FIND_PERSON, variables: { who } });
    if (data?.person.__typename === 'AmbiguousPerson') return EXIT.AMBIGUOUS;
    if (data?.person.__typename === 'UnknownPerson') return EXIT.UNKNOWN;
  }
  return EXIT.UNKNOWN;
}
