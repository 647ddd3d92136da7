import type { Source } from '../domain/entities.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import type { SourceId } from '../domain/ids.ts';
import { nameKey } from '../domain/names.ts';
import type { GraphStore, SortKey } from '../ports/graph-store.ts';
import type { SourceDraft } from './claim-draft.ts';
import { idFrom, nodeOf, notOnFile } from './on-file.ts';
import { resolvePersonId } from './resolve-person.ts';

const PAGE = 100;

/** A source on file by id or name, or the one that a draft describes (`created` unless it is on file already). */
export async function resolveSource(
  store: GraphStore,
  argument: string,
  draft: string | SourceDraft,
): Promise<{ readonly id: SourceId; readonly created: Source | null }> {
  if (typeof draft === 'string') {
    const id = draft.startsWith('source/') ? draft : `source/${draft}`;
    const byId = await nodeOf(store, 'source', id);
    if (byId !== null) return { id: byId.id, created: null };
    return { id: await sourceByName(store, argument, draft), created: null };
  }
  const id = idFrom('source', argument, draft.id ?? nameKey(draft.name).replaceAll(' ', '-'));
  const person =
    draft.person === null ? null : await resolvePersonId(store, `${argument}.person`, draft.person);
  const source: Source = { ...draft, id, person };
  const known = await nodeOf(store, 'source', id);
  if (known === null) return { id, created: source };
  if (known.kind === source.kind && known.person === source.person) return { id, created: null };
  throw new HearsayError(
    'CONFLICT',
    `Expected ${argument} to be new, but got ${id}, which is on file as another source`,
    {
      hint: 'Give the new source an id of its own, or refer to the one on file.',
    },
  );
}

async function sourceByName(store: GraphStore, argument: string, name: string): Promise<SourceId> {
  const found: Source[] = [];
  let after: SortKey | null = null;
  do {
    const page = await store.sources({ first: PAGE, after });
    found.push(
      ...page.items.map(({ value }) => value).filter((source) => nameKey(source.name) === nameKey(name)),
    );
    after = page.hasMore ? (page.items.at(-1)?.key ?? null) : null;
  } while (after !== null);
  const only = found[0];
  if (only !== undefined && found.length === 1) return only.id;
  if (only === undefined) throw notOnFile(argument, 'a source', name);
  throw new HearsayError(
    'INVALID_ARGUMENT',
    `Expected ${argument} to be one source, but got ${shown(name)}, which may be ${found.map(({ id }) => id).join(' or ')}`,
    { hint: 'Name the one that is meant by id.' },
  );
}
