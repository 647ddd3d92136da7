import DataLoader from 'dataloader';
import {
  listRelationships,
  type RelationshipList,
  type RelationshipListFilter,
} from '../application/list-relationships.ts';
import type { AskedReader } from '../application/models.ts';
import { pairKey, type Outcome, type Pair } from '../domain/claim.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Credit, CreditRole, OnScreenRelationship } from '../domain/entities.ts';
import type { ClaimId, DocumentId, EvidenceId, NodeId, PersonId, SourceId } from '../domain/ids.ts';
import type { Reader } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { CreditOwner, GraphNode, GraphStore, Page, PageRequest } from '../ports/graph-store.ts';

// What a store takes at once; a page holds no more, so a batch is one round trip unless lists are nested.
const MAX_BATCH = 100;

/** Which credits of one owner. */
export interface CreditsKey {
  readonly owner: CreditOwner;
  readonly roles: readonly CreditRole[] | null;
  readonly knownAt: Instant | null;
  readonly page: PageRequest;
}

/** Which relationships of one person. */
export interface RelationshipsKey {
  readonly person: PersonId;
  readonly filter: RelationshipListFilter;
  readonly reader: AskedReader;
}

/** A claim's surroundings as one reader sees them. */
export interface ClaimKey {
  readonly claim: ClaimId;
  readonly reader: Reader;
}

/** Reads of one request, batched and remembered for that request only. */
export interface Loaders {
  readonly node: DataLoader<NodeId, GraphNode | null>;
  /** Only what the reader may see, claims included. */
  readonly shown: DataLoader<NodeId, GraphNode | null>;
  readonly credits: DataLoader<CreditsKey, Page<Credit>, string>;
  readonly relationships: DataLoader<RelationshipsKey, RelationshipList, string>;
  readonly onScreen: DataLoader<Pair, readonly OnScreenRelationship[], string>;
  readonly outcomes: DataLoader<SourceId, readonly Outcome[]>;
  readonly surroundings: DataLoader<ClaimKey, Dossier, string>;
}

/**
 * The loaders of one request. `reader` is the one that no argument has changed; what `dossiers` hold, which have been
 * read for this request, is not read again.
 */
export function createLoaders(
  store: GraphStore,
  reader: () => Reader,
  dossiers: readonly Dossier[],
): Loaders {
  return {
    node: nodeLoader(store, () => null, dossiers),
    shown: nodeLoader(store, reader, []),
    credits: byArguments(
      ({ roles, knownAt, page }: CreditsKey) => [roles, knownAt, page],
      (key) => key.owner,
      async (owners, { roles, knownAt, page }) => store.credits(owners, roles, knownAt, page),
    ),
    relationships: byArguments(
      ({ filter, reader: asked }: RelationshipsKey) => [filter, asked],
      (key) => key.person,
      async (people, { filter, reader: asked }) => listRelationships(store, people, filter, asked),
    ),
    onScreen: new DataLoader(
      async (pairs: readonly Pair[]) => {
        const found = await store.onScreenBetween(pairs);
        return pairs.map((pair) => found.get(pairKey(pair)) ?? []);
      },
      { cacheKeyFn: pairKey },
    ),
    outcomes: new DataLoader(async (sources) => {
      const found = await store.outcomes(sources, reader());
      return sources.map((source) => found.get(source) ?? []);
    }),
    surroundings: byArguments(
      (key: ClaimKey) => [key.reader],
      (key) => key.claim,
      async (claims, key) => {
        const dossier = await store.claimDossier(claims, key.reader);
        return new Map(claims.map((claim) => [claim, dossier]));
      },
    ),
  };
}

function nodeLoader(
  store: GraphStore,
  reader: () => Reader | null,
  dossiers: readonly Dossier[],
): Loaders['node'] {
  return new DataLoader(
    async (ids) => {
      const here = ids.map((id) => inDossiers(dossiers, id));
      const missing = ids.filter((_, at) => here[at] === null);
      const nodes = missing.length === 0 ? NOTHING : await store.nodes(missing, reader());
      return ids.map((id, at) => here[at] ?? nodes.get(id) ?? null);
    },
    { maxBatchSize: 10 * MAX_BATCH },
  );
}

const NOTHING: ReadonlyMap<NodeId, GraphNode> = new Map();

function inDossiers(dossiers: readonly Dossier[], id: NodeId): GraphNode | null {
  for (const { documents, sources, evidence, people } of dossiers) {
    const [document, source] = [documents.get(id as DocumentId), sources.get(id as SourceId)];
    if (document !== undefined) return { type: 'document', value: document };
    if (source !== undefined) return { type: 'source', value: source };
    const [item, person] = [evidence.get(id as EvidenceId), people.get(id as PersonId)];
    if (item !== undefined) return { type: 'evidence', value: item };
    if (person !== undefined) return { type: 'person', value: person };
  }
  return null;
}

/** A loader whose keys are split by their arguments: one round trip for each different set of arguments. */
function byArguments<Key, Id, Value>(
  argumentsOf: (key: Key) => unknown,
  idOf: (key: Key) => Id,
  read: (ids: readonly Id[], key: Key) => Promise<ReadonlyMap<Id, Value>>,
): DataLoader<Key, Value, string> {
  return new DataLoader<Key, Value, string>(
    async (keys) => {
      const groups = new Map<string, Key[]>();
      for (const key of keys) {
        const name = JSON.stringify(argumentsOf(key));
        groups.set(name, [...(groups.get(name) ?? []), key]);
      }
      const found = new Map<Key, Value>();
      for (const group of groups.values()) {
        const first = group[0];
        if (first === undefined) continue;
        const values = await read([...new Set(group.map(idOf))], first);
        for (const key of group) {
          const value = values.get(idOf(key));
          if (value !== undefined) found.set(key, value);
        }
      }
      return keys.map((key) => found.get(key) ?? new Error('Expected the store to answer for every key'));
    },
    { cacheKeyFn: (key) => JSON.stringify([idOf(key), argumentsOf(key)]), maxBatchSize: MAX_BATCH },
  );
}
