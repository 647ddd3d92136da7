import type { PersonFacts, Work } from '../domain/entities.ts';
import type { WorkId } from '../domain/ids.ts';
import type { GraphStore } from '../ports/graph-store.ts';

const WORKS_SHOWN = 3;

/** For each of several people of one name: birth year, works and handles, in that order. Two round trips. */
export async function distinguish(
  store: GraphStore,
  people: readonly PersonFacts[],
): Promise<readonly (readonly string[])[]> {
  const ids = people.map((facts) => facts.person.id);
  const credits = await store.credits(ids, null, null, { first: WORKS_SHOWN, after: null });
  const workIds = [
    ...new Set([...credits.values()].flatMap((page) => page.items.map((item) => item.value.work))),
  ];
  const works = await store.nodes(workIds, null);
  return people.map((facts) => {
    const own = credits.get(facts.person.id)?.items ?? [];
    const titles = own.flatMap(({ value }) => describeWork(works, value.work, value.role));
    return [...describeBirth(facts), ...new Set(titles), ...describeHandles(facts)];
  });
}

function describeBirth(facts: PersonFacts): readonly string[] {
  const text = facts.person.birthDate?.text;
  return text === undefined || facts.person.privacy === 'PRIVATE' ? [] : [`born ${text.slice(0, 4)}`];
}

function describeWork(
  works: Awaited<ReturnType<GraphStore['nodes']>>,
  id: WorkId,
  role: string,
): readonly string[] {
  const node = works.get(id);
  if (node?.type !== 'work') return [];
  return [`${role.toLowerCase()} in ${titleWithYear(node.value)}`];
}

/** A work's title with the year of its first showing, when that is known. */
export function titleWithYear(work: Work): string {
  return work.premiered === null ? work.title : `${work.title} (${work.premiered.text.slice(0, 4)})`;
}

function describeHandles(facts: PersonFacts): readonly string[] {
  return facts.person.handles.map((handle) => `@${handle.name} on ${handle.platform.toLowerCase()}`);
}
