import { describe, expect, test } from 'vitest';
import { findCostars, findCostarsInSteps } from '../../src/costars/find-costars.ts';
import { MOST_WAITING, takeTurns, type Steps } from '../../src/costars/take-turns.ts';
import { GraphBuilder } from '../../src/costars/build.ts';
import { LiveGraph } from '../../src/costars/live-graph.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { EpochDay } from '../../src/domain/time.ts';

function* endless(): Steps<never> {
  for (;;) yield;
}

/** One person in many works, each with two others. */
function busy(works: number): LiveGraph {
  const builder = new GraphBuilder();
  const rows = Array.from({ length: works }, (_, work) =>
    [0, 1 + work, 1 + ((work * 7) % works)].map((person) => [person, work] as const),
  ).flat();
  const sorted = [...new Set(rows.map(([person, work]) => person * works + work))].sort((a, b) => a - b);
  const id = (value: number): string => String(value).padStart(6, '0');
  builder.add({
    count: sorted.length,
    people: sorted.map((value) => `person/p${id(Math.floor(value / works))}`).join('\n'),
    works: sorted.map((value) => `work/w${id(value % works)}`).join('\n'),
    roles: sorted.map(() => 'ACTOR').join('\n'),
    recordedAt: sorted.map(() => '2024-01-01T00:00:00.000Z').join('\n'),
    premiered: sorted.map(() => '1950').join('\n'),
    privates: '0'.repeat(sorted.length),
    next: null,
  });
  return new LiveGraph(builder.finish());
}

const QUERY = {
  ...({ root: 'person/p000000' as PersonId, depth: 1, limit: 60, minShared: 1 } as const),
  ...{ roles: ['ACTOR'] as const, asOf: 20_000 as EpochDay, knownAt: null },
};

describe('a search in turns', () => {
  test('of somebody very busy has many places where others can be answered, and the same answer', () => {
    const graph = busy(30_000);
    const steps = findCostarsInSteps(graph, QUERY);
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      pauses += 1;
    }
    expect(pauses).toBeGreaterThan(8);
    expect(step.value).toEqual(findCostars(graph, QUERY));
    expect(step.value.people).toHaveLength(61);
  });

  test('lets others do what they have to do in between', async () => {
    const turns = takeTurns();
    let isOver = false;
    function* search(): Steps<string> {
      while (!isOver) yield;
      return 'found';
    }
    const found = turns.run(search);
    // It would never end if nothing else ran before it did.
    setTimeout(() => {
      isOver = true;
    });
    expect(await found).toBe('found');
  });

  test('is over before the next begins, and before the graph is added to', async () => {
    const turns = takeTurns();
    const seen: string[] = [];
    function* search(name: string): Steps<void> {
      seen.push(`${name} begins`);
      for (let step = 0; step < 100; step += 1) yield;
      seen.push(`${name} ends`);
    }
    await Promise.all([
      turns.run(() => search('one')),
      turns.alone(() => Promise.resolve(seen.push('added'))),
      turns.run(() => search('two')),
    ]);
    expect(seen).toEqual(['one begins', 'one ends', 'added', 'two begins', 'two ends']);
  });

  test('is refused when too many wait', async () => {
    const turns = takeTurns();
    let open = (): void => undefined;
    const passed = new Promise<void>((resolve) => {
      open = resolve;
    });
    const waiting = Array.from({ length: MOST_WAITING }, () => turns.alone(() => passed));
    await expect(turns.run(endless)).rejects.toMatchObject({ code: 'BUSY' });
    open();
    await Promise.all(waiting);
  });
});
