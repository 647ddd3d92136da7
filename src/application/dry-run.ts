import { emptyChange, type GraphRecords } from '../domain/change.ts';
import type { Batch } from '../domain/bulk.ts';
import type { NodeId } from '../domain/ids.ts';
import { pointedAt } from '../domain/sift.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { nodesOf } from './on-file.ts';

/**
 * A store that takes an import as `real` would, and keeps it in `scratch`: what it is asked for is looked for in both,
 * and what a batch adds to or points at is copied over before. Nothing is written to `real`.
 */
export function dryRun(real: GraphStore, scratch: GraphStore): GraphStore {
  return {
    ...scratch,
    nodes: async (ids, reader) =>
      new Map([...(await real.nodes(ids, reader)), ...(await scratch.nodes(ids, reader))]),
    findPeople: async (lookup) => {
      const found = [...(await scratch.findPeople(lookup)), ...(await real.findPeople(lookup))];
      return [...new Map(found.map((facts) => [facts.person.id, facts])).values()];
    },
    idsByExternal: async (type, scheme, values) =>
      new Map([
        ...(await scratch.idsByExternal(type, scheme, values)),
        ...(await real.idsByExternal(type, scheme, values)),
      ]),
    load: async (batch) => {
      await copy(batch, real, scratch);
      return scratch.load(batch);
    },
  };
}

async function copy({ records, at, by }: Batch, real: GraphStore, scratch: GraphStore): Promise<void> {
  const own = Object.values(records).flatMap((part: readonly object[]) =>
    part.flatMap((record) => ('id' in record ? [record.id as NodeId] : [])),
  );
  const ids = [...own, ...([...pointedAt(records)] as NodeId[])];
  const known = await nodesOf(scratch, ids);
  const found = await nodesOf(
    real,
    ids.filter((id) => !known.has(id)),
  );
  const people = [...found.values()].flatMap((node) => (node.type === 'person' ? [node.value.person] : []));
  const works = [...found.values()].flatMap((node) => (node.type === 'work' ? [node.value] : []));
  const characters = [...found.values()].flatMap((node) => (node.type === 'character' ? [node.value] : []));
  const copied: Partial<GraphRecords> = {
    // What they point at themselves is not what is tried here.
    people: people.map((person) => ({ ...person, birthDateDocument: null })),
    works: works.map((work) => ({ ...work, basedOn: [], document: null })),
    characters: characters.filter(({ work }) => found.has(work) || known.has(work)),
  };
  if (people.length + works.length + characters.length > 0)
    await scratch.apply({ ...emptyChange(at, by), ...copied });
}
