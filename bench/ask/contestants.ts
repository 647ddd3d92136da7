import { askRelationship } from '../../src/application/ask-relationship.ts';
import { askSingle } from '../../src/application/ask-single.ts';
import { emptyChange } from '../../src/domain/change.ts';
import { parseInstant } from '../../src/domain/time.ts';
import type { GraphQLServer } from '../../src/graphql/server.ts';
import { tell, type Plot } from '../graph/stories.ts';
import type { Contestant } from '../measuring/measure.ts';
import { star, type Question } from './plots.ts';
import { callPort, noted, type PortCall } from './port.ts';
import { askingOf, askServer, relationship } from './question.ts';
import type { Side } from './side.ts';
import { recorder, replay } from './waves.ts';

/** The bare driver, executing what the use case makes the store execute. */
export async function bareAsk(side: Side, questions: readonly Question[]): Promise<Contestant> {
  const prepared: (() => unknown)[] = [];
  for (const asked of questions) {
    prepared.push(await side.bare((store) => askRelationship(askingOf(store), relationship(asked))));
  }
  return contestant(side, side.floor, (at) => prepared[at % prepared.length]?.());
}

/** The port, asked what the use case asks of it, without judging the answer. */
export async function portAsk(side: Side, questions: readonly Question[]): Promise<Contestant> {
  const calls = recorder<PortCall>();
  const watched = noted(side.graph, calls);
  const waves: (readonly (readonly PortCall[])[])[] = [];
  for (const asked of questions) {
    await askRelationship(askingOf(watched), relationship(asked));
    waves.push(calls.take());
  }
  return contestant(side, 'store port', (at) =>
    replay(waves[at % waves.length] ?? [], (call) => callPort(side.graph, call)),
  );
}

/** The use case: port, judgement, no GraphQL. */
export function useCaseAsk(side: Side, name: string, questions: readonly Question[]): Contestant {
  return contestant(side, name, (at) =>
    askRelationship(askingOf(side.graph), relationship(of(questions, at))),
  );
}

/** GraphQL in process, as it is served. */
export function graphqlAsk(side: Side, server: GraphQLServer, questions: readonly Question[]): Contestant {
  return contestant(side, 'GraphQL', (at) => askServer(server, of(questions, at)));
}

/** Is the star single? */
export function starSingle(side: Side, name: string): Contestant {
  return contestant(side, name, () => askSingle(askingOf(side.graph), { of: { by: 'id', id: star() } }));
}

/** @neo4j/graphql in process. */
export function peerAsk(
  side: Side,
  ask: (question: Question) => Promise<void>,
  questions: readonly Question[],
): Contestant {
  return contestant(side, '@neo4j/graphql', (at) => ask(of(questions, at)));
}

const RECORDED = parseInstant('2024-05-31T12:00:00Z');

/** One claim with its document, as recording one makes it; `plots` says about whom. */
export function record(side: Side, name: string, plots: readonly Plot[]): Contestant {
  let count = 0;
  return contestant(side, name, () => {
    const plot = of(plots, count);
    count += 1;
    const { documents, evidence, claims } = tell(side.size, `${name} ${count}`, { ...plot, claims: 1 });
    return side.graph.apply({ ...emptyChange(RECORDED, 'bench'), documents, evidence, claims });
  });
}

/** One row of the length of a claim, as durable. */
export function recordBare(side: Side): Contestant {
  let count = 0;
  const text = JSON.stringify(
    tell(side.size, 'one row', { a: 0, b: 1, claims: 1, kind: 'DATING' }).claims[0],
  );
  return contestant(
    side,
    `${side.floor === 'raw session.run' ? 'raw executeWrite' : 'bare INSERT'} of one row`,
    () => {
      count += 1;
      return side.bareWrite(`line-${count}`, text);
    },
  );
}

function contestant({ serverCpu }: Side, name: string, run: (at: number) => unknown): Contestant {
  return { name, run, ...(serverCpu === undefined ? {} : { serverCpu }) };
}

function of<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}
