import { print } from 'graphql';
import type { CommandContext, GlobalOptions } from './command.ts';
import { EXIT, exitCodeOf, type ExitCode, type Fault } from './exit-codes.ts';
import { withGraph, type Graph, type GraphQLFault, type Question } from './graph.ts';
import { printFault } from './print/fault.ts';
import { styleOf, type Style } from './terminal/style.ts';

/** In which form an answer is wanted. */
export interface FormOptions {
  readonly json?: true;
  readonly showQuery?: true;
}

/** What an answer looks like to a person, and what the process ends with. */
export interface Page {
  readonly text: string;
  readonly exit: ExitCode;
}

/** A question together with how its answer is shown. */
export interface Asked<Data> {
  readonly question: (graph: Graph) => Promise<Question> | Question;
  readonly page: (data: Data, style: Style, graph: Graph) => Promise<Page> | Page;
  /** What the process ends with for a fault, where its code alone does not say. */
  readonly exitOfFault?: (fault: Fault, graph: Graph) => Promise<ExitCode>;
}

/** Asks one question and prints the answer: for a person, as JSON, or only the question itself. */
export async function askAndPrint<Data>(
  { io }: CommandContext,
  options: FormOptions & GlobalOptions,
  asked: Asked<Data>,
): Promise<ExitCode> {
  return withGraph(io, options, async (graph) => {
    const question = await asked.question(graph);
    if (options.showQuery) {
      io.out.write(queryText(question));
      return EXIT.OK;
    }
    const answer = await graph.ask<Data>(question);
    if (options.json) io.out.write(`${JSON.stringify(answer, null, 2)}\n`);
    const [error] = answer.errors ?? [];
    if (error !== undefined || answer.data == null) {
      const fault = faultOfGraphQL(error);
      printFault(fault, io);
      return (await asked.exitOfFault?.(fault, graph)) ?? fault.exit;
    }
    const { text, exit } = await asked.page(answer.data, styleOf(io), graph);
    if (!options.json) io.out.write(`${text}\n`);
    return exit;
  });
}

function faultOfGraphQL(error: GraphQLFault | undefined): Fault {
  const code = error?.extensions?.code ?? 'INTERNAL';
  const message = error?.message ?? 'Expected an answer, but got none';
  const hint = HINTS[code] ?? error?.extensions?.hint ?? null;
  return { code, message, hint, exit: exitCodeOf(code) };
}

/** What to do instead, where the hint that other clients get speaks of fields of the schema, or of a server's log. */
const HINTS: Readonly<Record<string, string>> = {
  SAME_PERSON: 'To ask about one person, give one name.',
  INTERNAL: 'This is a mistake of Hearsay. Please report it with what you typed.',
  STORE_UNAVAILABLE: 'Check that the store is there, or give it more time with HEARSAY_STORE_DEADLINE_MS.',
  STORE_CORRUPT: '`hearsay verify store` says what is wrong with it.',
};

/** A question as it can be pasted into GraphiQL, with its variables in a comment. */
function queryText({ document, variables }: Question): string {
  const lines = JSON.stringify(variables, null, 2).split('\n');
  return `${print(document)}\n\n# variables:\n${lines.map((line) => `# ${line}`).join('\n')}\n`;
}
