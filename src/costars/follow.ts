import type { Credit } from '../domain/entities.ts';
import { nodeTypeOf, type NodeId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { ChangeEvent, GraphNode, GraphStore } from '../ports/graph-store.ts';
import type { LiveGraph } from './live-graph.ts';

/** A graph and how much of the feed is in it. */
export interface Followed {
  readonly graph: LiveGraph;
  sequence: number;
  /** When something was recorded that is too much to add: only a new graph will have it. */
  behind: Instant | null;
}

/** Entries of the feed that are read at once. */
const SLICE = 1_000;
/** Slices that one answer reads at most; what is further behind is built anew. */
const MAX_SLICES = 5;

/** Brings a graph up to entry `last` of the feed, as far as that is a small matter. */
export async function follow(followed: Followed, last: number, store: GraphStore): Promise<void> {
  for (let slice = 0; slice < MAX_SLICES && followed.sequence < last; slice += 1) {
    const events = await store.changesAfter(followed.sequence, SLICE, null);
    const newest = events.at(-1);
    // A server may know of an entry a moment before it can be read.
    if (newest === undefined) return;
    if (!(await take(followed, events, store))) return;
    followed.sequence = newest.sequence;
    if (events.length < SLICE) return;
  }
  const [next] = followed.sequence < last ? await store.changesAfter(followed.sequence, 1, null) : [];
  if (next !== undefined) followed.behind ??= next.at;
}

/** Adds what events tell of. False: something they name cannot be read yet. */
async function take(followed: Followed, events: readonly ChangeEvent[], store: GraphStore): Promise<boolean> {
  const { graph } = followed;
  const named = new Set(events.map(({ node }) => node).filter(matters));
  const found = await nodesOf(store, [...named]);
  const credits = [...found.values()].flatMap((node) => (node.type === 'credit' ? [node.value] : []));
  if (credits.length < [...named].filter((id) => nodeTypeOf(id) === 'credit').length) return false;
  // Who came into the graph before their credits did is not among the events.
  const missing = credits
    .flatMap(({ person, work }): NodeId[] => [person, work])
    .filter((id) => !found.has(id) && graph.overlay.nodeOf(id) < 0);
  const others = await nodesOf(store, [...new Set(missing)]);
  const batch = await firstBatch(events, store);
  for (const credit of credits) add(graph, credit);
  for (const node of [...found.values(), ...others.values()]) describe(graph, node);
  if (batch !== null) followed.behind ??= batch;
  return true;
}

function matters(id: NodeId): boolean {
  const type = nodeTypeOf(id);
  return type === 'credit' || type === 'person' || type === 'work';
}

async function nodesOf(store: GraphStore, ids: readonly NodeId[]): Promise<ReadonlyMap<NodeId, GraphNode>> {
  return ids.length === 0 ? new Map() : store.nodes(ids, null);
}

function add({ overlay }: LiveGraph, { person, work, role, recordedAt }: Credit): void {
  overlay.add(person, work, role, recordedAt);
}

function describe({ overlay }: LiveGraph, node: GraphNode): void {
  if (node.type === 'person') {
    overlay.setPrivate(node.value.person.id, node.value.person.privacy === 'PRIVATE');
  } else if (node.type === 'work') {
    overlay.setPremiered(node.value.id, node.value.premiered?.firstDay ?? null);
  }
}

/** When a whole batch of a dataset was recorded, of which the feed tells the dataset only. */
async function firstBatch(events: readonly ChangeEvent[], store: GraphStore): Promise<Instant | null> {
  for (const { type, node, sequence, at } of events) {
    if (type !== 'UPDATED' || nodeTypeOf(node) !== 'document') continue;
    if ((await store.readNote(batchNote(sequence))) !== null) return at;
  }
  return null;
}

/** Under this name a batch has left its record; see GraphStore.load. */
function batchNote(sequence: number): string {
  return `batch ${sequence}`;
}
