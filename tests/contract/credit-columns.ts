import { describe, expect, test } from 'vitest';
import type { CreditColumns } from '../../src/domain/credit-columns.ts';
import type { CreditId } from '../../src/domain/ids.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import { openCostars } from '../../src/costars/costar-index.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, credit, person, RECORDED, work } from '../support/builders.ts';
import type { OpenStore } from './opened-store.ts';

const ann = person('ann', 'Ann');
const bob = person('bob', 'Bob', { privacy: 'PRIVATE' });
const cat = person('cat', 'Cat');
const dated = work('dated', 'Dated', { premiered: parseDate('2020-06') });
const undated = work('undated', 'Undated', { premiered: null });
const later = parseInstant('2024-05-01T00:00:00.123Z');
const world = change({
  people: [ann, bob, cat],
  works: [dated, undated],
  credits: [
    credit(ann, dated),
    credit(bob, dated, { role: 'DIRECTOR' }),
    credit(ann, undated, { recordedAt: later }),
    credit(cat, undated),
  ],
});

async function everyColumn(store: GraphStore, limit: number): Promise<readonly CreditColumns[]> {
  const slices: CreditColumns[] = [];
  for (let after: CreditId | null = null; ;) {
    const slice = await store.creditColumns(after, limit);
    slices.push(slice);
    if (slice.next === null) return slices;
    after = slice.next;
  }
}

/** What the co-star graph is made of, and what it is kept up with. */
export function creditColumnsContract(open: OpenStore): void {
  describe('credits in columns', () => {
    test.each([1, 2, 3, 4, 100])('come in slices of %i, by id, once each', async (limit) => {
      const { store } = await open();
      await store.apply(world);
      const slices = await everyColumn(store, limit);
      const column = (key: 'people' | 'works' | 'roles' | 'recordedAt' | 'premiered'): readonly string[] =>
        slices.filter(({ count }) => count > 0).flatMap((slice) => slice[key].split('\n'));
      for (const { count } of slices) expect(count).toBeLessThanOrEqual(limit);
      expect(column('people')).toEqual(['person/ann', 'person/ann', 'person/bob', 'person/cat']);
      expect(column('works')).toEqual(['work/dated', 'work/undated', 'work/dated', 'work/undated']);
      expect(column('roles')).toEqual(['ACTOR', 'ACTOR', 'DIRECTOR', 'ACTOR']);
      expect(column('recordedAt')).toEqual([RECORDED, later, RECORDED, RECORDED]);
      expect(column('premiered')).toEqual(['2020-06', '', '2020-06', '']);
      expect(slices.map(({ privates }) => privates).join('')).toBe('0010');
    });

    test('of an empty store are none', async () => {
      const { store } = await open();
      expect(await store.creditColumns(null, 10)).toMatchObject({ count: 0, next: null });
      expect(await store.lastChange()).toBe(0);
    });
  });

  test('the last change is that of the feed', async () => {
    const { store } = await open();
    const { sequence } = await store.apply(world);
    expect(await store.lastChange()).toBe(sequence);
    expect((await store.changesAfter(0, 100, null)).at(-1)?.sequence).toBe(sequence);
  });

  test('what is recorded is in the co-star graph at once: credits, dates of works, privacy of people', async () => {
    const { store } = await open();
    await store.apply(change({ people: [ann], works: [undated], credits: [credit(ann, undated)] }));
    const costars = openCostars({ store, folder: null });
    const names = async (): Promise<readonly string[]> => {
      const found = await costars.costars(
        {
          ...{ root: ann.id, depth: 1, limit: 10, minShared: 1 },
          ...{ roles: ['ACTOR'], asOf: parseDate('2024-06-01').lastDay, knownAt: null },
        },
        store,
      );
      return found.people.slice(1).map((each) => each.person);
    };
    expect(await names()).toEqual([]);
    await store.apply(
      change({ people: [cat, bob], works: [], credits: [credit(cat, undated), credit(bob, undated)] }),
    );
    expect(await names()).toEqual([cat.id]);
    await store.apply(change({ works: [{ ...undated, premiered: parseDate('2030') }] }));
    expect(await names()).toEqual([]);
    await costars.close();
  });
}
