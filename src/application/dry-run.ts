import { emptyChange, NO_RECORDS, type GraphChange, type GraphRecords } from '../domain/change.ts';
import { partOf } from '../domain/entities.ts';
import { byCodeUnit, nodeTypeOf, type NodeId } from '../domain/ids.ts';
import { pointedAt } from '../domain/sift.ts';
import type { GraphNode, GraphStore } from '../ports/graph-store.ts';
import { nodesOf } from './on-file.ts';
import { slicesFrom } from './store-slices.ts';

/**
 * A store that takes an import as `real` would, and keeps it in `scratch`: what it is asked for is looked for in both,
 * and what a write adds to or points at is copied over before. Nothing is written to `real`.
 */
export function dryRun(real: GraphStore, scratch: GraphStore): GraphStore {
  let claimsCopied: Promise<void> | null = null;
  const prepare = async (change: GraphChange): Promise<void> => {
    const speaks = [change.claims, change.retractions, change.outcomes].some((part) => part.length > 0);
    if (speaks) await (claimsCopied ??= copyClaims(change, real, scratch));
    await copy(change, real, scratch);
  };
  return {
    ...scratch,
    nodes: async (ids, reader) =>
      new Map([...(await real.nodes(ids, reader)), ...(await scratch.nodes(ids, reader))]),
    findPeople: async (lookup) => {
      const found = [...(await real.findPeople(lookup)), ...(await scratch.findPeople(lookup))];
      const byId = new Map(found.map((facts) => [facts.person.id, facts]));
      return [...byId.values()].sort((x, y) => byCodeUnit(x.person.id, y.person.id));
    },
    idsByExternal: async (type, scheme, values) => {
      const found = new Map(await real.idsByExternal(type, scheme, values));
      for (const [value, id] of await scratch.idsByExternal(type, scheme, values)) {
        const known = found.get(value);
        if (known === undefined || id < known) found.set(value, id);
      }
      return found;
    },
    // An import that was begun, or is done, goes on from where it stands.
    readNote: async (name) => (await scratch.readNote(name)) ?? real.readNote(name),
    apply: async (change) => {
      await prepare(change);
      return scratch.apply(change);
    },
    load: async (batch) => {
      await prepare({ ...emptyChange(batch.at, batch.by), ...batch.records });
      return scratch.load(batch);
    },
  };
}

/** Records that are copied at once. */
const SLICE = 500;

/**
 * Copies all claims and what became of them, before the first is tried: they are found by nothing else that shows those
 * which the policy hides, and are few beside people, works and credits.
 */
async function copyClaims({ at, by }: GraphChange, real: GraphStore, scratch: GraphStore): Promise<void> {
  for await (const { slice } of slicesFrom('claims', (after) => real.records(after, SLICE))) {
    const change = { ...emptyChange(at, by), ...slice.records };
    await copy(change, real, scratch);
    await scratch.apply(change);
  }
}

/** Copies what `real` has of the nodes that a change brings or points at, with all that these point at in turn. */
async function copy(change: GraphChange, real: GraphStore, scratch: GraphStore): Promise<void> {
  const copied = noNodes();
  let wanted = [...idsIn(change), ...pointersOf(change), ...(await creditsOfParts(change, real))];
  for (const seen = new Set<NodeId>(); wanted.length > 0;) {
    for (const id of wanted) seen.add(id);
    const there = await nodesOf(scratch, wanted);
    const missing = wanted.filter((id) => !there.has(id));
    const found = noNodes();
    for (const node of (await nodesOf(real, missing)).values()) put(found, node);
    for (const part of NODE_PARTS) (copied[part] as unknown[]).push(...found[part]);
    wanted = pointersOf({ ...NO_RECORDS, ...found }).filter((id) => !seen.has(id));
  }
  if (NODE_PARTS.some((part) => copied[part].length > 0))
    await scratch.apply({ ...emptyChange(change.at, change.by), ...copied });
}

type Nodes = {
  readonly [
    P in Exclude<keyof GraphRecords, 'claims' | 'retractions' | 'outcomes'>
  ]: GraphRecords[P][number][];
};

function noNodes(): Nodes {
  return {
    ...{ people: [], sources: [], documents: [], evidence: [] },
    ...{ works: [], characters: [], credits: [], onScreen: [] },
  };
}

const NODE_PARTS = Object.keys(noNodes()) as readonly (keyof Nodes)[];

function idsIn(records: GraphRecords): readonly NodeId[] {
  return NODE_PARTS.flatMap((part): readonly NodeId[] => records[part].map(({ id }) => id));
}

function pointersOf(records: GraphRecords): readonly NodeId[] {
  return [...pointedAt(records)].filter((id): id is NodeId => nodeTypeOf(id) !== null);
}

const PART = {
  source: 'sources',
  document: 'documents',
  evidence: 'evidence',
  work: 'works',
  character: 'characters',
  credit: 'credits',
  'on-screen': 'onScreen',
} as const;

function put(into: Nodes, node: GraphNode): void {
  if (node.type === 'person') into.people.push(node.value.person);
  // A node's type says which value it holds.
  else if (node.type !== 'claim') (into[PART[node.type]] as unknown[]).push(node.value);
}

/** Works whose credits are read at once. */
const WORKS = 100;
/** More than any work has. */
const MAX_CREDITS = 10_000;

/** Credits on file for the parts that a change brings: they may have other ids there. */
async function creditsOfParts({ credits }: GraphChange, real: GraphStore): Promise<readonly NodeId[]> {
  const parts = new Set(credits.map(partOf));
  const works = [...new Set(credits.map(({ work }) => work))];
  const found: NodeId[] = [];
  for (let start = 0; start < works.length; start += WORKS) {
    const page = { first: MAX_CREDITS, after: null };
    const pages = await real.credits(works.slice(start, start + WORKS), null, null, page);
    for (const { items } of pages.values())
      for (const { value } of items) if (parts.has(partOf(value))) found.push(value.id);
  }
  return found;
}
