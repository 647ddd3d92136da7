import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyChange } from '../../src/domain/change.ts';
import type { Person } from '../../src/domain/entities.ts';
import type { CreditId } from '../../src/domain/ids.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import { change, claim, credit, document, person, RECORDED, source, work } from '../support/builders.ts';
import type { OpenStore } from './opened-store.ts';
import { applyAll, reader } from './readers.ts';
import { world } from './worlds.ts';

const open2030: Reader = { profile: 'open', asOf: parseDate('2030'), knownAt: null };

/** Derived data: kept up to date with every write, and the same when derived anew. */
export function derivedContract(open: OpenStore): void {
  describe('derived data', () => {
    test('is, to the bit, what a rebuild makes of the same claims, whatever order they came in', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(world, reader, async (each, who) => {
          await applyAll(store, each);
          const people = each.people.map(({ id }) => id);
          const seen = async (): Promise<unknown> => ({
            edges: await store.relationshipsOf(people, 100, open2030),
            claims: await store.claims({ people }, who, { first: 100, after: null }),
            facts: await store.nodes(people, who),
            names: await store.searchNames(each.people[0]?.name ?? '', ['person', 'work'], 20),
          });
          const before = await seen();
          await store.rebuild(() => undefined);
          expect(await seen()).toEqual(before);
        }),
        { numRuns: 15 },
      );
      expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
    });

    test('is verified to be what would be derived now, after any world', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(world, async (each) => {
          await applyAll(store, each);
          const { ok, checks } = await store.verify(() => undefined);
          expect(checks.filter((check) => !check.ok)).toEqual([]);
          expect(ok).toBe(true);
        }),
        { numRuns: 25 },
      );
    });

    test('reports how far it is, up to the end', async () => {
      const { store } = await open();
      const { change: all } = couple();
      await store.apply(all);
      for (const work of [store.rebuild, store.verify]) {
        const steps: (readonly [number, number])[] = [];
        await work((done, total) => steps.push([done, total]));
        const [done, total] = steps.at(-1) ?? [0, -1];
        expect(done).toBe(total);
      }
    });

    test('follows a claim from its first word to its retraction', async () => {
      const { store } = await open();
      const { change: all, ann, bob, said } = couple();
      await store.apply({ ...all, claims: [] });
      const edges = async (): Promise<readonly unknown[]> =>
        (
          await store.relationshipsOf([ann.id], 10, {
            ...open2030,
            knownAt: parseInstant('2024-02-01T00:00:00Z'),
          })
        ).get(ann.id) ?? [];
      expect(await edges()).toEqual([]);
      await store.apply(change({ claims: [said] }));
      expect(await edges()).toMatchObject([
        { a: ann.id, b: bob.id, family: 'ROMANCE', kind: 'DATING', independentSources: 1 },
      ]);
      const retraction = {
        by: 'c',
        at: parseInstant('2024-03-01T00:00:00Z'),
        reason: 'SUPERSEDED',
        note: null,
      } as const;
      await store.apply(change({ retractions: [{ claim: said.id, retraction }] }));
      expect(await edges()).toMatchObject([{ family: 'ROMANCE', status: 'NO_EVIDENCE', confidence: null }]);
    });

    test('follows the reliability of a source', async () => {
      const { store } = await open();
      const { change: all, ann, daily } = couple();
      await store.apply(all);
      const confidence = async (): Promise<number | null | undefined> =>
        (await store.relationshipsOf([ann.id], 10, open2030)).get(ann.id)?.[0]?.confidence;
      const before = await confidence();
      await store.apply(change({ sources: [{ ...daily, reliability: 0.9 }] }));
      expect(await confidence()).toBeGreaterThan(before ?? 1);
    });

    test('follows an origin that becomes known later: two outlets become one', async () => {
      const { store } = await open();
      const { change: all, ann, bob, story } = couple();
      const weekly = source('weekly');
      const copy = document('copy', weekly);
      const claims = [...all.claims, claim('copied', [ann, bob], copy)];
      const documents = [...all.documents, copy];
      await store.apply({ ...all, sources: [...all.sources, weekly], documents, claims });
      const origins = async (): Promise<number | undefined> =>
        (await store.relationshipsOf([ann.id], 10, open2030)).get(ann.id)?.[0]?.independentSources;
      expect(await origins()).toBe(2);
      await store.apply(change({ documents: [{ ...copy, derivedFrom: [story.id] }] }));
      expect(await origins()).toBe(1);
    });

    test.each([
      ['a birth date', (who: Person) => change({ people: [{ ...who, birthDate: parseDate('1980') }] })],
      [
        'a credit in an early work',
        (who: Person) => change({ works: [early], credits: [credit(who, early)] }),
      ],
      [
        'the date of a work they are credited in',
        (who: Person) => [
          change({ works: [{ ...early, premiered: null }], credits: [credit(who, early)] }),
          change({ works: [early] }),
        ],
      ],
      [
        'an early document that names them',
        (who: Person) => change({ documents: [{ ...archive, names: [who.id] }] }),
      ],
      [
        'the date of a document that names them',
        (who: Person) => [
          change({ documents: [{ ...archive, published: null, names: [who.id] }] }),
          change({ documents: [archive] }),
        ],
      ],
      [
        'the date of a document that states a credit',
        (who: Person) => [
          change({
            documents: [{ ...archive, published: null }],
            works: [{ ...early, premiered: null }],
            credits: [credit(who, early, { document: archive.id })],
          }),
          change({ documents: [archive] }),
        ],
      ],
    ])('shows claims on file once %s shows that somebody was an adult', async (_, arrival) => {
      const { store } = await open();
      const { change: all, ann, bob } = couple();
      const ageless = { ...bob, birthDate: null };
      await store.apply({ ...all, people: [ann, ageless] });
      const cautious: Reader = { ...open2030, profile: 'cautious' };
      const total = async (): Promise<number> =>
        (await store.claims({ people: [bob.id] }, cautious, { first: 1, after: null })).total;
      for (const each of [arrival(ageless)].flat()) {
        expect(await total()).toBe(0);
        await store.apply(each);
      }
      expect(await total()).toBe(1);
      expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
    });

    test.each([
      ['in a work that takes people in later', { ...early, kind: 'SERIES' as const }, {}],
      ['that may be that of a namesake', early, { confidence: 0.8 }],
    ])('takes nobody for an adult because of a credit %s', async (_, shown, rest) => {
      const { store } = await open();
      const { change: all, ann, bob } = couple();
      const part = credit(bob, shown, rest);
      await store.apply({ ...all, people: [ann, { ...bob, birthDate: null }] });
      await store.apply(change({ works: [{ ...shown, premiered: null }] }));
      await store.apply(change({ credits: [part] }));
      await store.apply(change({ works: [shown] }));
      const again = {
        ...emptyChange(RECORDED, 'me'),
        credits: [{ ...part, role: 'SELF' as const, id: 'credit/2' as CreditId }],
      };
      await store.load({
        ...{ records: again, dataset: null, at: RECORDED, by: 'me', onConflict: 'KEEP', names: 'NOW' },
        note: { name: 'import', state: null },
      });
      const cautious: Reader = { ...open2030, profile: 'cautious' };
      expect((await store.claims({ people: [bob.id] }, cautious, { first: 1, after: null })).total).toBe(0);
      const rebuilt = await store.nodes([bob.id], null);
      expect(rebuilt.get(bob.id)?.value).toMatchObject({ knownSince: null });
      expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
    });

    test('keeps both directions of parenthood apart', async () => {
      const { store } = await open();
      const { change: all, ann, bob } = couple();
      const story = all.documents[0] ?? document('x', source('x'));
      await store.apply({
        ...all,
        claims: [
          claim('up', [ann, bob], story, { kind: 'PARENT_OF' }),
          claim('down', [bob, ann], story, { kind: 'PARENT_OF', stance: 'DENIES' }),
        ],
      });
      const edges = (await store.relationshipsOf([ann.id], 10, open2030)).get(ann.id) ?? [];
      expect(edges.map(({ a, b, family }) => [a, b, family])).toEqual([
        [ann.id, bob.id, 'PARENT_OF'],
        [bob.id, ann.id, 'PARENT_OF'],
      ]);
    });
  });
}

const early = work('early', 'Early', { premiered: parseDate('1990') });
const archive = document('archive', source('daily', { outletType: 'TABLOID' }), {
  published: parseDate('1991'),
});

function couple() {
  const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
  const daily = source('daily', { outletType: 'TABLOID' });
  const story = document('story', daily);
  const said = claim('said', [ann, bob], story);
  const all = change({ people: [ann, bob], sources: [daily], documents: [story], claims: [said] });
  return { ann, bob, daily, story, said, change: all };
}
