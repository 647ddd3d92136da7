import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../src/domain/ids.ts';
import { POLICY_PROFILES, type Reader } from '../../src/domain/policy.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, claim, credit, document, evidence, person, source, work } from '../support/builders.ts';
import { factsOf, visibleTo } from './model.ts';
import type { OpenStore } from './opened-store.ts';
import { world, type World } from './worlds.ts';

/** Whoever may ask: a profile, for a date (some with half a day in the middle), knowing what was known when. */
export const reader: fc.Arbitrary<Reader> = fc.record({
  profile: fc.constantFrom(...POLICY_PROFILES),
  asOf: fc
    .constantFrom(
      '2012-05',
      '2019',
      '2023-06-14',
      '2023-06-15',
      '2024',
      '2024-02',
      '2026-05-31',
      '2026-06-01',
    )
    .map(parseDate),
  knownAt: fc
    .constantFrom(null, '2023-06-01T00:00:00Z', '2024-01-01T00:00:00Z', '2024-05-01T00:00:00Z')
    .map((text) => (text === null ? null : parseInstant(text))),
});

/** Puts a whole world into a store. */
export async function applyAll(store: GraphStore, { changes }: Pick<World, 'changes'>): Promise<void> {
  for (const each of changes) await store.apply(each);
}

/** What a reader may see, against the rules of the domain applied to the world in memory. */
export function readerContract(open: OpenStore): void {
  describe('a reader', () => {
    test('sees the claims that policy and both times show, and counts only those', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(world, fc.array(reader, { minLength: 3, maxLength: 3 }), async (each, readers) => {
          await applyAll(store, each);
          const people = each.people.map(({ id }) => id);
          for (const who of readers) {
            for (const includeRetracted of [false, true]) {
              const expected = visibleTo(who, each, includeRetracted);
              const page = await store.claims({ people, includeRetracted }, who, { first: 100, after: null });
              expect(page.items.map(({ value }) => value)).toEqual(expected);
              expect(page).toMatchObject({ total: expected.length, hasMore: false });
            }
          }
        }),
        { numRuns: 40 },
      );
    });

    test('finds every person with the earliest day that shows them alive', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(world, reader, async (each, who) => {
          await applyAll(store, each);
          const found = await store.nodes(
            each.people.map(({ id }) => id),
            who,
          );
          for (const [id, facts] of factsOf(each)) expect(found.get(id)?.value).toEqual(facts);
        }),
        { numRuns: 20 },
      );
    });

    test('finds a document or a piece of evidence only when something visible rests on it', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(world, reader, async (each, who) => {
          await applyAll(store, each);
          const ids: readonly NodeId[] = [...each.documents, ...each.evidence, ...each.claims].map(
            ({ id }) => id,
          );
          const found = await store.nodes(ids, who);
          expect(new Set(found.keys())).toEqual(restedOn(each, who));
          expect((await store.nodes(ids, null)).size).toBe(each.documents.length + each.evidence.length);
        }),
        { numRuns: 30 },
      );
    });

    test('who asks before a retraction was known sees the claim as if it had never been taken back', async () => {
      const { store } = await open();
      const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
      const daily = source('daily');
      const story = document('story', daily);
      const said = claim('said', [ann, bob], story);
      const retraction = {
        by: 'c',
        at: parseInstant('2024-03-01T00:00:00Z'),
        reason: 'SUPERSEDED',
        note: null,
      } as const;
      await store.apply(change({ people: [ann, bob], sources: [daily], documents: [story], claims: [said] }));
      await store.apply(change({ retractions: [{ claim: said.id, retraction }] }));
      const before: Reader = {
        profile: 'cautious',
        asOf: parseDate('2024'),
        knownAt: parseInstant('2024-02-01T00:00:00Z'),
      };
      const after: Reader = { ...before, knownAt: null };
      const ids = async (who: Reader, includeRetracted = false): Promise<readonly unknown[]> =>
        (await store.claims({ includeRetracted }, who, { first: 10, after: null })).items.map(
          ({ value }) => value,
        );
      expect(await ids(before)).toEqual([said]);
      expect(await ids(after)).toEqual([]);
      expect(await ids(after, true)).toEqual([{ ...said, retraction }]);
      expect((await store.relationshipsOf([ann.id], 10, before)).get(ann.id)).toHaveLength(1);
      expect((await store.relationshipsOf([ann.id], 10, after)).get(ann.id)).toEqual([]);
    });

    test('credits are those recorded by then', async () => {
      const { store } = await open();
      const ann = person('ann', 'Ann');
      const film = work('film', 'Film');
      await store.apply(change({ people: [ann], works: [film], credits: [credit(ann, film)] }));
      const page = { first: 10, after: null };
      const at = async (text: string): Promise<number> =>
        (await store.credits([ann.id, film.id], null, parseInstant(text), page)).get(film.id)?.total ?? -1;
      expect(await at('2023-12-31T23:59:59.999Z')).toBe(0);
      expect(await at('2024-01-01T00:00:00Z')).toBe(1);
      expect((await store.credits([ann.id], ['DIRECTOR'], null, page)).get(ann.id)?.items).toEqual([]);
    });

    test('shows nothing that a document of a claim alone would say about somebody’s age', async () => {
      const { store } = await open();
      const [ann, kid] = [person('ann', 'Ann'), person('kid', 'Kid', { birthDate: null })];
      const daily = source('daily');
      const old = document('old', daily, { published: parseDate('1990') });
      const item = evidence('item', { document: old.id });
      const cited = [{ evidence: item.id, stance: 'SUPPORTS' as const }];
      const said = claim('said', [ann, kid], old, { evidence: cited, assertedAt: parseDate('2023') });
      await store.apply(
        change({ people: [ann, kid], sources: [daily], documents: [old], evidence: [item], claims: [said] }),
      );
      const who: Reader = { profile: 'cautious', asOf: parseDate('2024'), knownAt: null };
      expect((await store.nodes([kid.id], who)).get(kid.id)?.value).toMatchObject({ knownSince: null });
      expect((await store.nodes([said.id, old.id, item.id], who)).size).toBe(0);
      await store.apply(change({ documents: [{ ...old, names: [kid.id] }] }));
      expect((await store.nodes([said.id, old.id, item.id], who)).size).toBe(3);
    });
  });
}

/** Ids of visible claims and of the documents and evidence under them. */
function restedOn(each: World, who: Reader): ReadonlySet<string> {
  const claims = visibleTo(who, each, true);
  const items = new Set(claims.flatMap((one) => one.evidence.map((cited) => cited.evidence)));
  const documents = new Set(
    [
      ...claims.flatMap((one) => [one.document, ...one.attributedTo.map((step) => step.document)]),
      ...each.evidence.filter((item) => items.has(item.id)).map((item) => item.document),
      ...each.credits
        .filter((one) => who.knownAt === null || one.recordedAt <= who.knownAt)
        .map((one) => one.document),
    ].filter((id) => id !== null),
  );
  for (const id of documents) {
    each.documents.find((one) => one.id === id)?.derivedFrom.forEach((up) => documents.add(up));
  }
  return new Set([...claims.map((one) => one.id), ...items, ...documents]);
}
