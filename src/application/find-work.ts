import type { Work } from '../domain/entities.ts';
import { unreachable } from '../domain/errors.ts';
import { parseId, type WorkId } from '../domain/ids.ts';
import { checkName, nameKey, rankNames } from '../domain/names.ts';
import type { ExternalScheme, GraphStore } from '../ports/graph-store.ts';
import { titleWithYear } from './distinguish.ts';
import type { AmbiguousWorkModel, UnknownWorkModel } from './models.ts';

/** A way to point at a work. */
export type WorkReference =
  | { readonly by: 'id'; readonly value: string }
  | { readonly by: 'title'; readonly value: string }
  | { readonly by: ExternalScheme; readonly value: string };

const MAX_SUGGESTIONS = 5;
const SUGGESTION_CANDIDATES = 200;

/** The work that a reference means, or why none can be named. Throws INVALID_NAME. */
export async function findWork(
  store: GraphStore,
  reference: WorkReference,
): Promise<Work | AmbiguousWorkModel | UnknownWorkModel> {
  checkName(reference.value, 'ref');
  const found = await lookUp(store, reference);
  const only = found[0];
  if (only === undefined) {
    const suggestions = reference.by === 'title' ? await nearWorks(store, reference.value) : [];
    return { type: 'UnknownWork', argument: 'ref', given: reference.value, suggestions };
  }
  if (found.length === 1) return only;
  const candidates = found.map((work) => ({ work, distinguishedBy: marksOf(work) }));
  return { type: 'AmbiguousWork', argument: 'ref', given: reference.value, candidates };
}

async function lookUp(store: GraphStore, reference: WorkReference): Promise<readonly Work[]> {
  switch (reference.by) {
    case 'id':
      return byId(store, parseId('work', reference.value.trim().toLowerCase()));
    case 'title':
      return store.findWorks({ by: 'name', key: nameKey(reference.value) });
    case 'wikidata':
    case 'imdb':
    case 'tmdb':
      return store.findWorks({ by: 'external', scheme: reference.by, value: reference.value.trim() });
    default:
      return unreachable(reference);
  }
}

async function byId(store: GraphStore, id: WorkId | null): Promise<readonly Work[]> {
  if (id === null) return [];
  const node = (await store.nodes([id], null)).get(id);
  return node?.type === 'work' ? [node.value] : [];
}

async function nearWorks(store: GraphStore, title: string): Promise<readonly Work[]> {
  const candidates = await store.searchNames(title, ['work'], SUGGESTION_CANDIDATES);
  const ids = rankNames(title, candidates)
    .slice(0, MAX_SUGGESTIONS)
    .map((candidate) => candidate.id as WorkId);
  const nodes = await store.nodes(ids, null);
  return ids.flatMap((id) => {
    const node = nodes.get(id);
    return node?.type === 'work' ? [node.value] : [];
  });
}

function marksOf(work: Work): readonly string[] {
  const kind = work.kind.toLowerCase().replaceAll('_', ' ');
  return [kind, titleWithYear(work), ...(work.network === null ? [] : [work.network])];
}
