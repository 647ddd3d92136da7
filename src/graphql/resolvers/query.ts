import { askRelationship } from '../../application/ask-relationship.ts';
import { askSingle } from '../../application/ask-single.ts';
import { readerFor } from '../../application/asking.ts';
import { costarGraph } from '../../application/costar-graph.ts';
import { costarPath } from '../../application/costar-path.ts';
import { findPerson, referenceFromText } from '../../application/person-reference.ts';
import { findWork } from '../../application/find-work.ts';
import { listChanges } from '../../application/list-changes.ts';
import { listClaims } from '../../application/list-claims.ts';
import { loadHits, searchNames } from '../../application/search.ts';
import { traceRumor } from '../../application/trace-rumor.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import { nodeTypeOf, parseId, type NodeId } from '../../domain/ids.ts';
import type { PairKind } from '../../domain/kinds.ts';
import type { SearchableType } from '../../ports/graph-store.ts';
import { changeConnection, DEFAULT_PAGE, pageOfList } from '../connections.ts';
import type { RequestContext } from '../context.ts';
import { connectionOf, MAX_PAGE_SIZE, pageOf, pageSizeOf } from '../cursors.ts';
import type { QueryResolvers } from '../generated.ts';
import { personReference, workReference } from './references.ts';
import { nodeModel, type NodeModel } from './type-names.ts';

const SEARCHABLE: readonly SearchableType[] = ['person', 'work', 'character'];
const DEFAULT_HITS = 10;

/** The root fields. */
export const Query: QueryResolvers = {
  relationship: (_, args, context) =>
    askRelationship(context, {
      a: personReference(args.a),
      b: personReference(args.b),
      kind: kindAsked(args.kind),
      asOf: args.asOf,
      knownAt: args.knownAt,
    }),
  isDating: (_, args, context) =>
    askRelationship(context, {
      a: referenceFromText(args.a),
      b: referenceFromText(args.b),
      kind: 'DATING',
      asOf: args.asOf,
      knownAt: args.knownAt,
    }),
  relationshipStatus: (_, args, context) =>
    askSingle(context, { of: personReference(args.of), asOf: args.asOf, knownAt: args.knownAt }),
  rumor: (_, args, context) =>
    traceRumor(context, {
      a: personReference(args.a),
      b: personReference(args.b),
      kind: kindAsked(args.kind),
      asOf: args.asOf,
      knownAt: args.knownAt,
    }),
  costarGraph: (_, args, context) => costarGraph(context, { ...args, root: personReference(args.root) }),
  costarPath: (_, args, context) =>
    costarPath(context, { ...args, from: personReference(args.from), to: personReference(args.to) }),
  person: async (_, args, context) => {
    const found = await findPerson(context.store, 'ref', personReference(args.ref));
    return found.type === 'Found' ? found.facts : found;
  },
  work: (_, args, context) => findWork(context.store, workReference(args.ref)),
  search: async (_, args, context) => {
    const request = pageOf('search', args, DEFAULT_HITS);
    const types = args.types?.map((type) => type.toLowerCase() as SearchableType) ?? SEARCHABLE;
    const ranked = await searchNames(context.store, args.text, types);
    const page = pageOfList(
      ranked.map((candidate) => ({ key: [candidate.id], value: candidate })),
      request,
    );
    const hits = await loadHits(
      context.store,
      page.items.map((item) => item.value),
    );
    const items = page.items.flatMap((item, index) => {
      const hit = hits[index];
      return hit === undefined ? [] : [{ key: item.key, value: hit }];
    });
    return connectionOf('search', { ...page, items }, request);
  },
  claims: async (_, args, context) => {
    const request = pageOf('claims', args, DEFAULT_PAGE);
    const { filter } = args;
    const page = await listClaims(
      context,
      {
        person: filter.person == null ? null : personReference(filter.person),
        with: filter.with == null ? null : personReference(filter.with),
        kinds: filter.kinds ?? null,
        stances: filter.stances ?? null,
        document: filter.document ?? null,
        source: filter.source ?? null,
        evidence: filter.evidence ?? null,
        includeRetracted: filter.includeRetracted ?? false,
      },
      args,
      request,
    );
    return connectionOf('claims', page, request);
  },
  source: async (_, args, context) => {
    const id = parseId('source', args.id);
    const node = id === null ? null : await context.loaders.node.load(id);
    return node?.type === 'source' ? node.value : null;
  },
  sources: async (_, args, context) => {
    const request = pageOf('sources', args, DEFAULT_PAGE);
    return connectionOf('sources', await context.store.sources(request), request);
  },
  changes: async (_, args, context) => {
    const first = pageSizeOf(args, MAX_PAGE_SIZE);
    const cursors = await context.feedCursors();
    const after = args.after ?? null;
    const list = await listChanges(context, after === null ? 0 : cursors.open(after), first);
    return changeConnection(list, cursors, after !== null);
  },
  node: async (_, args, context) => (await nodesById(context, [args.id]))[0] ?? null,
  nodes: (_, args, context) => {
    if (args.ids.length > MAX_PAGE_SIZE) {
      throw new HearsayError(
        'INVALID_ARGUMENT',
        `Expected at most ${MAX_PAGE_SIZE} ids, but got ${args.ids.length}`,
        {
          hint: 'Ask in several requests.',
        },
      );
    }
    return nodesById(context, args.ids);
  },
};

// A default does not stand in for a null that somebody writes out.
function kindAsked(kind: PairKind | null): PairKind {
  return kind ?? 'DATING';
}

async function nodesById(
  context: RequestContext,
  ids: readonly string[],
): Promise<readonly (NodeModel | null)[]> {
  for (const id of ids) {
    if (nodeTypeOf(id) === null) {
      throw new HearsayError('INVALID_ID', `Expected an id like person/…, but got ${shown(id)}`, {
        hint: 'Ids come from the id fields of earlier answers; to find somebody by name use search.',
      });
    }
  }
  const reader = readerFor(context, {});
  const nodes = await context.store.nodes([...new Set(ids)] as NodeId[], reader);
  return ids.map((id) => {
    const node = nodes.get(id as NodeId);
    return node === undefined ? null : nodeModel(node, reader);
  });
}
