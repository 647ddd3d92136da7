import { askServer, type GraphqlRequest, type Reply } from './ask-server.ts';
import { ARE_RELATED, IS_DATING, SUGGEST_PEOPLE, WHO_IS_WITH } from './queries.ts';
import type { Question } from './question.ts';
import type { AreRelatedData, ClaimPage, IsDatingData, SuggestPeopleData, WhoIsWithData } from './results.ts';

/** The outcome of asking about two people. */
export type PairResult = IsDatingData['isDating'];

/** A reply together with the request that gave it. */
export interface Asked<Data> {
  readonly request: GraphqlRequest;
  readonly reply: Reply<Data>;
}

/** Where to go on in the lists of claims. */
export interface ClaimCursors {
  readonly supportingAfter?: string;
  readonly denyingAfter?: string;
}

/** Asks about two people, by whatever points at them. */
export async function askPair(
  question: Question,
  signal?: AbortSignal,
  cursors: ClaimCursors = {},
): Promise<Asked<PairResult>> {
  const { a, b, kind } = question;
  const when = { ...dateVariables(question), ...cursors };
  if (kind === 'DATING') {
    const request = { query: IS_DATING, variables: { a, b, ...when } };
    return {
      request,
      reply: unwrapped(await askServer<IsDatingData>(request, signal), (data) => data.isDating),
    };
  }
  const [refA, refB] = await Promise.all([personRef(a, signal), personRef(b, signal)]);
  const request = { query: ARE_RELATED, variables: { a: refA, b: refB, kind, ...when } };
  return {
    request,
    reply: unwrapped(await askServer<AreRelatedData>(request, signal), (data) => data.relationship),
  };
}

/** Asks about one person. */
export async function askPerson(question: Question, signal?: AbortSignal): Promise<Asked<WhoIsWithData>> {
  const who = await personRef(question.a, signal);
  // Who is asked whom they are dating is asked about every kind of romance, which is the default of the server.
  const kinds = question.kind === 'DATING' ? {} : { kinds: [question.kind] };
  const request = { query: WHO_IS_WITH, variables: { who, ...kinds, ...dateVariables(question) } };
  return { request, reply: await askServer<WhoIsWithData>(request, signal) };
}

/** The claims of one side after a cursor; null when the server does not give them. */
export async function moreClaims(
  question: Question,
  side: 'supporting' | 'denying',
  after: string,
): Promise<ClaimPage | null> {
  const cursors = side === 'supporting' ? { supportingAfter: after } : { denyingAfter: after };
  const { reply } = await askPair(question, undefined, cursors);
  if (reply.outcome !== 'data' || reply.data.__typename !== 'RelationshipAnswer') return null;
  return reply.data[side];
}

function dateVariables({ asOf }: Question): { readonly asOf?: string } {
  return asOf === '' ? {} : { asOf };
}

function unwrapped<Data, Part>(reply: Reply<Data>, part: (data: Data) => Part): Reply<Part> {
  return reply.outcome === 'data' ? { outcome: 'data', data: part(reply.data) } : reply;
}

/**
 * `PersonRef` for what was typed. A handle needs its platform there, which people do not type, so the person
 * who has it is looked up; where that is not one person the text goes on as a name and the server decides.
 */
async function personRef(
  text: string,
  signal?: AbortSignal,
): Promise<{ readonly id: string } | { readonly name: string }> {
  if (text.startsWith('person/')) return { id: text };
  if (!text.startsWith('@')) return { name: text };
  const reply = await askServer<SuggestPeopleData>({ query: SUGGEST_PEOPLE, variables: { text } }, signal);
  const hits = reply.outcome === 'data' ? reply.data.search.nodes : [];
  const handle = text.slice(1).toLowerCase();
  const owners = hits.filter(
    (hit) => hit.__typename === 'Person' && hit.handles.some(({ name }) => name.toLowerCase() === handle),
  );
  const [owner] = owners;
  return owners.length === 1 && owner?.__typename === 'Person' ? { id: owner.id } : { name: text };
}
