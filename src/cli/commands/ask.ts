import type { Command } from 'commander';
import { isAboutRomance, ROMANCE_KINDS, type PairKind } from '../../domain/kinds.ts';
import { askAndPrint, type FormOptions, type Page } from '../ask-and-print.ts';
import { examples, type AddCommand, type CommandContext, type GlobalOptions } from '../command.ts';
import { ARE_RELATED, IS_DATING, WHO_IS_WITH } from '../documents.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Graph } from '../graph.ts';
import {
  asOfOption,
  jsonOption,
  knownAtOption,
  pairKindOption,
  showQueryOption,
  type TimeOptions,
} from '../options.ts';
import { personRef } from '../person-ref.ts';
import { relationshipPage } from '../print/answer.ts';
import { failurePage } from '../print/failures.ts';
import { personPage, type FoundPerson } from '../print/person.ts';
import type { AreRelatedData, IsDatingData, WhoIsWithData, WithheldParts } from '../results.ts';
import type { Style } from '../terminal/style.ts';

interface AskOptions extends TimeOptions, FormOptions, GlobalOptions {
  readonly kind?: PairKind;
}

/** `hearsay ask NAME [NAME]`. */
export const addAsk: AddCommand = (program, context) => {
  program
    .command('ask')
    .description('Ask about two people, or about one: whom are they with, are they single?')
    .argument('<name>', 'a name, an alias, an @handle or an id')
    .argument('[other]', 'the second person')
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(pairKindOption())
    .addOption(jsonOption())
    .addOption(showQueryOption())
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, other: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<AskOptions>();
      context.finish(
        other === undefined
          ? await askAboutOne(name, options, context)
          : await askAboutTwo(name, other, options, context),
      );
    });
};

const EXAMPLES = examples(
  'ask "First Person" "Second Person"',
  'ask "First Person" @second --as-of 2022-04-29',
  'ask person/first-person person/second-person --kind friends --json',
  'ask "First Person" --known-at 2022-05-01T00:00:00Z',
);

function askAboutTwo(a: string, b: string, options: AskOptions, context: CommandContext): Promise<ExitCode> {
  const { asOf, knownAt, kind } = options;
  if (kind === undefined) {
    return askAndPrint<IsDatingData>(context, options, {
      question: () => ({ document: IS_DATING, variables: { a, b, asOf, knownAt } }),
      page: (data, style, graph) => outcomePage(data.isDating, style, graph),
    });
  }
  return askAndPrint<AreRelatedData>(context, options, {
    question: async (graph) => ({
      document: ARE_RELATED,
      variables: {
        a: await personRef(graph, 'a', a),
        b: await personRef(graph, 'b', b),
        kind,
        asOf,
        knownAt,
      },
    }),
    page: (data, style, graph) => outcomePage(data.relationship, style, graph),
  });
}

async function outcomePage(outcome: IsDatingData['isDating'], style: Style, graph: Graph): Promise<Page> {
  return outcome.__typename === 'RelationshipAnswer'
    ? { text: relationshipPage(outcome, style), exit: EXIT.OK }
    : failurePage(outcome, style, await isEmpty(graph));
}

function askAboutOne(name: string, options: AskOptions, context: CommandContext): Promise<ExitCode> {
  const { asOf, knownAt, kind } = options;
  const kinds = kind === undefined ? ROMANCE_KINDS : [kind];
  return askAndPrint<WhoIsWithData>(context, options, {
    question: async (graph) => ({
      document: WHO_IS_WITH,
      variables: { who: await personRef(graph, 'who', name), kinds, asOf, knownAt },
    }),
    page: async ({ person, relationshipStatus: single }, style, graph) => {
      if (person.__typename !== 'Person') return failurePage(person, style, await isEmpty(graph));
      if (single.__typename === 'Withheld' && isWithheldWhole(single, person, kinds)) {
        return failurePage(single, style, false);
      }
      return { text: personPage(person, kinds, single, style), exit: EXIT.OK };
    },
  });
}

/** Only romance is withheld because of age; where nobody is listed, that must not be said of somebody private. */
function isWithheldWhole(
  { reason }: WithheldParts,
  person: FoundPerson,
  kinds: readonly PairKind[],
): boolean {
  if (kinds.every(isAboutRomance)) return true;
  return reason === 'PRIVATE_PERSON' && person.relationships.totalCount === 0;
}

async function isEmpty({ store }: Graph): Promise<boolean> {
  return (await store.counts()).people === 0;
}
