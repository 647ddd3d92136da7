import { askServer } from './ask-server.ts';
import { SUGGEST_PEOPLE } from './queries.ts';
import type { SuggestPeopleData } from './results.ts';

/** Somebody who may be meant by what was typed so far. */
export interface Suggestion {
  /** What goes into the field and the address: the name, or the id where the name fits several. */
  readonly value: string;
  readonly name: string;
  /** What helps to recognize them: a work, or a handle. Null when nothing is on file. */
  readonly about: string | null;
}

/** People whose names contain `text`, the likeliest first; none when the server does not answer. */
export async function suggestionsFor(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const reply = await askServer<SuggestPeopleData>({ query: SUGGEST_PEOPLE, variables: { text } }, signal);
  if (reply.outcome !== 'data') return [];
  const people = reply.data.search.nodes.filter((hit) => hit.__typename === 'Person');
  return people.map((person) => {
    const namesakes = people.filter((other) => other.name.toLowerCase() === person.name.toLowerCase());
    const work = person.credits.nodes[0]?.work.title;
    const handle = person.handles[0]?.name;
    return {
      value: namesakes.length > 1 ? person.id : person.name,
      name: person.name,
      about: work ?? (handle === undefined ? null : `@${handle}`),
    };
  });
}
