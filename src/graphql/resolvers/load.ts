import type { PersonFacts, Character, Document, Evidence, Source, Work } from '../../domain/entities.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import type {
  CharacterId,
  DocumentId,
  EvidenceId,
  NodeId,
  PersonId,
  SourceId,
  WorkId,
} from '../../domain/ids.ts';
import type { GraphNode } from '../../ports/graph-store.ts';
import type { RequestContext } from '../context.ts';

type ValueOf<T extends GraphNode['type']> = Extract<GraphNode, { readonly type: T }>['value'];

async function load<T extends GraphNode['type']>(
  context: RequestContext,
  type: T,
  id: NodeId,
): Promise<ValueOf<T>> {
  const node = await context.loaders.node.load(id);
  if (node?.type !== type) {
    throw new HearsayError(
      'STORE_CORRUPT',
      `Expected ${shown(id)} to be on file as a ${type}, but got nothing`,
      {
        hint: 'Run `hearsay verify store`.',
      },
    );
  }
  return node.value as ValueOf<T>;
}

/** What an id on something that was shown leads to. Throws STORE_CORRUPT when the reference leads nowhere. */
export const loadPerson = (context: RequestContext, id: PersonId): Promise<PersonFacts> =>
  load(context, 'person', id);
export const loadWork = (context: RequestContext, id: WorkId): Promise<Work> => load(context, 'work', id);
export const loadCharacter = (context: RequestContext, id: CharacterId): Promise<Character> =>
  load(context, 'character', id);
export const loadSource = (context: RequestContext, id: SourceId): Promise<Source> =>
  load(context, 'source', id);
export const loadDocument = (context: RequestContext, id: DocumentId): Promise<Document> =>
  load(context, 'document', id);
export const loadEvidence = (context: RequestContext, id: EvidenceId): Promise<Evidence> =>
  load(context, 'evidence', id);

/** The document behind an id that may be missing. */
export async function loadOptionalDocument(
  context: RequestContext,
  id: DocumentId | null,
): Promise<Document | null> {
  return id === null ? null : loadDocument(context, id);
}
