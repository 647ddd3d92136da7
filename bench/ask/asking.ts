import { bareAsk, graphqlAsk, peerAsk, portAsk } from './contestants.ts';
import { figuresOf, type Entry, type Figure } from './figures.ts';
import type { Neo4jSide } from './neo4j.ts';
import { openPeer } from './peer.ts';
import { questions } from './plots.ts';
import { serverOf } from './question.ts';
import type { Side } from './side.ts';

const QUESTIONS = 200;
const ALONE = { block: 25, rounds: 10, warmUpRounds: 5 };
const BUSY = { block: 100, rounds: 8, warmUpRounds: 4 };

/** Floor, port and GraphQL of every side, and on Neo4j the peer. */
export async function measureAsking(
  sides: readonly (Side | Neo4jSide)[],
  withPeer: boolean,
): Promise<readonly Figure[]> {
  const servers = await Promise.all(sides.map(({ graph }) => serverOf(graph)));
  const entries: Entry[] = [];
  for (const [at, side] of sides.entries()) {
    const asked = questions(side.size, QUESTIONS);
    const server = servers[at];
    if (server === undefined) continue;
    const contestants = [
      await bareAsk(side, asked),
      await portAsk(side, asked),
      graphqlAsk(side, server, asked),
      ...(withPeer && 'driver' in side ? [peerAsk(side, await openPeer(side.driver), asked)] : []),
    ];
    entries.push(...contestants.map((contestant) => ({ side, contestant })));
  }
  const figures = await figuresOf(entries, ALONE, BUSY);
  await Promise.all(servers.map((server) => server.stop()));
  return figures;
}
