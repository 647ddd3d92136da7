import type { PersonId, SourceId } from '../../domain/ids.ts';
import type { Reader } from '../../domain/policy.ts';
import { parseDate } from '../../domain/time.ts';
import type { ClaimFilter, GraphStore, OnProgress } from '../../ports/graph-store.ts';
import { settled } from './waiting.ts';

/** Nobody: what is asked about them needs every plan and reads next to nothing. */
const NOBODY = 'person/-' as PersonId;
const NOBODIES = { a: NOBODY, b: 'person/--' as PersonId };
const NO_SOURCE = 'source/-' as SourceId;
const READER: Reader = { profile: 'cautious', asOf: parseDate('2000'), knownAt: null };
const PAGE = { first: 1, after: null };

/** A filter for each index that lists of claims are read by. */
const FILTERS: readonly ClaimFilter[] = [
  {},
  { pair: NOBODIES },
  { people: [NOBODY] },
  { source: NO_SOURCE },
  { document: 'document/-' as NonNullable<ClaimFilter['document']> },
  { evidence: 'evidence/-' as NonNullable<ClaimFilter['evidence']> },
];

const QUESTIONS: readonly ((store: GraphStore) => Promise<unknown>)[] = [
  (store) => store.pairDossier([NOBODIES], READER),
  (store) => store.personDossier(NOBODY, READER),
  (store) => store.claimDossier([], READER),
  (store) => store.findPeople({ by: 'name', key: '-' }),
  (store) => store.findPeople({ by: 'handle', platform: null, name: '-' }),
  (store) => store.findPeople({ by: 'external', scheme: 'wikidata', value: '-' }),
  (store) => store.findWorks({ by: 'name', key: '-' }),
  (store) => store.searchNames('-', ['person'], 1),
  (store) => store.nodes([NOBODY], null),
  (store) => store.nodes([NOBODY], READER),
  (store) => store.relationshipsOf([NOBODY], 1, READER),
  (store) => store.credits([NOBODY], null, null, PAGE),
  (store) => store.onScreenBetween([NOBODIES]),
  (store) => store.sources(PAGE),
  (store) => store.outcomes([NO_SOURCE], READER),
  (store) => store.changesAfter(Number.MAX_SAFE_INTEGER, 1, READER),
  ...FILTERS.map((filter) => (store: GraphStore) => store.claims(filter, READER, PAGE)),
];

/**
 * Asks one question of every kind about nobody. The server plans a statement when it first comes, which takes it
 * longer than many answers, on a busy machine longer than a reader waits. A question that fails is left to whoever
 * asks it in earnest.
 */
export async function planQuestions(store: GraphStore, onProgress: OnProgress): Promise<void> {
  for (const [done, ask] of QUESTIONS.entries()) {
    onProgress(done, QUESTIONS.length);
    await settled(ask(store));
  }
  onProgress(QUESTIONS.length, QUESTIONS.length);
}
