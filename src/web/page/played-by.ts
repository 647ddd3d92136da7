import { askServer } from './ask-server.ts';
import { FIND_CHARACTERS } from './queries.ts';
import type { FindCharactersData } from './results.ts';

/** A character whom a name may mean, with somebody who plays them. */
export interface Played {
  readonly character: string;
  readonly work: string;
  readonly person: { readonly id: string; readonly name: string };
}

/** Who plays the characters that a name may mean; nobody when the server does not answer. */
export async function playedBy(name: string, signal: AbortSignal): Promise<readonly Played[]> {
  const request = { query: FIND_CHARACTERS, variables: { text: name } };
  const reply = await askServer<FindCharactersData>(request, signal);
  if (reply.outcome !== 'data') return [];
  return reply.data.search.nodes.flatMap((hit) =>
    hit.__typename === 'Character'
      ? hit.playedBy.nodes.map(({ person }) => ({ character: hit.name, work: hit.work.title, person }))
      : [],
  );
}
