import { checkName, rankNames } from '../domain/names.ts';
import type { GraphStore, NameCandidate, SearchableType } from '../ports/graph-store.ts';
import type { SearchHitModel } from './models.ts';

/** How many candidates one search ranks; `totalCount` says no more than this. */
const MAX_RANKED = 500;

/** What may be meant by a text, the best first, as ids with names. Throws INVALID_NAME. */
export async function searchNames(
  store: GraphStore,
  text: string,
  types: readonly SearchableType[],
): Promise<readonly NameCandidate[]> {
  checkName(text, 'text');
  return rankNames(text, await store.searchNames(text, types, MAX_RANKED));
}

/** The nodes behind some candidates, in their order. One round trip. */
export async function loadHits(
  store: GraphStore,
  candidates: readonly NameCandidate[],
): Promise<readonly SearchHitModel[]> {
  const ids = candidates.map((candidate) => candidate.id);
  const nodes = await store.nodes(ids, null);
  return ids.flatMap((id) => {
    const node = nodes.get(id);
    return node?.type === 'person' || node?.type === 'work' || node?.type === 'character' ? [node.value] : [];
  });
}
