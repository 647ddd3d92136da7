import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairOf } from '../../src/domain/claim.ts';
import type { NodeId } from '../../src/domain/ids.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate } from '../../src/domain/time.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, claim, document, person, source } from '../support/builders.ts';
import { visibleTo } from './model.ts';
import type { OpenStore } from './opened-store.ts';
import { applyAll, reader } from './readers.ts';
import { worldAndClaim, type World } from './worlds.ts';

/** A claim that a reader may not see leaves no trace in anything that the reader can ask. */
export function hiddenContract(open: OpenStore): void {
  describe('a hidden claim', () => {
    test('changes no answer to any question of a reader who may not see it', async () => {
      const { store } = await open();
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(worldAndClaim, reader, async ({ world, extra }, who) => {
          const together = {
            ...world,
            documents: [...world.documents, ...extra.documents],
            claims: extra.claims,
          };
          fc.pre(visibleTo(who, together, true).length === 0);
          await applyAll(store, world);
          const ids = [
            extra.claims[0].id,
            ...extra.documents.map(({ id }) => id),
            ...extra.evidence.map(({ id }) => id),
          ];
          // Before and after in one store, since not every kind of store can be there twice.
          const before = await everythingAsked(store, world, ids, who);
          await store.apply(extra);
          compared += 1;
          expect(await everythingAsked(store, world, ids, who)).toEqual(before);
        }),
        { numRuns: 30 },
      );
      expect(compared).toBeGreaterThan(10);
      // Some 4,000 questions: over a network, and on a machine that does other things, more than a minute.
    }, 240_000);

    test('does not move a relationship to the front of a list, nor into one that is cut', async () => {
      const { store } = await open();
      const [ann, bob, cat] = [person('ann', 'Ann'), person('bob', 'Bob'), person('cat', 'Cat')];
      const own = source('own', { person: ann.id });
      const daily = source('daily');
      const [post, rumor] = [document('post', own), document('rumor', daily)];
      const claims = [
        claim('newer', [ann, bob], post, { assertedAt: parseDate('2022') }),
        claim('older', [ann, cat], post, { assertedAt: parseDate('2021') }),
      ];
      const base = change({
        people: [ann, bob, cat],
        sources: [own, daily],
        documents: [post, rumor],
        claims,
      });
      await store.apply(base);
      const strict: Reader = { profile: 'strict', asOf: parseDate('2024'), knownAt: null };
      const first = async (who: Reader): Promise<unknown> =>
        (await store.relationshipsOf([ann.id], 1, who)).get(ann.id)?.map(({ b }) => b);
      expect(await first(strict)).toEqual([bob.id]);
      await store.apply(change({ claims: [claim('hidden', [ann, cat], rumor)] }));
      expect(await first(strict)).toEqual([bob.id]);
      expect(await first({ ...strict, profile: 'open' })).toEqual([cat.id]);
    });
  });
}

/** The feed about one world, of the several that a store of this test holds. */
async function feedOf(store: GraphStore, world: World, who: Reader): Promise<unknown> {
  const prefix = /w\d+\./.exec(world.people[0]?.id ?? '')?.[0] ?? 'none';
  const feed = await store.changesAfter(0, 100_000, who);
  return feed.flatMap(({ type, node, at, by }) =>
    node.includes(`/${prefix}`) ? [[type, node, at, by]] : [],
  );
}

async function everythingAsked(
  store: GraphStore,
  world: World,
  extra: readonly NodeId[],
  who: Reader,
): Promise<unknown> {
  const people = world.people.map(({ id }) => id);
  const sources = world.sources.map(({ id }) => id);
  const pairs = people.flatMap((a, at) => people.slice(at + 1).map((b) => pairOf(a, b)));
  const first = { first: 3, after: null };
  const filters = [
    { people },
    ...sources.map((source) => ({ people, source })),
    ...extra.flatMap((id) => (id.startsWith('document/') ? [{ document: id as never }] : [])),
    ...extra.flatMap((id) => (id.startsWith('evidence/') ? [{ evidence: id as never }] : [])),
    ...pairs.map((pair) => ({ pair, includeRetracted: true })),
  ];
  const all = [
    ...people,
    ...sources,
    ...world.documents.map(({ id }) => id),
    ...world.evidence.map(({ id }) => id),
  ];
  const relationships = await store.relationshipsOf(people, 2, who);
  return {
    nodes: await store.nodes([...all, ...extra], who),
    lists: await Promise.all(filters.map((filter) => store.claims(filter, who, first))),
    pairs: await store.pairDossier(pairs, who),
    single: await Promise.all(people.map((person) => store.personDossier(person, who))),
    claims: await store.claimDossier(extra.filter((id) => id.startsWith('claim/')) as never[], who),
    // What an edge says is folded anew for the reader; whether it is there, and where, is not.
    relationships: [...relationships].map(([person, edges]) => [
      person,
      edges.map((edge) => [edge.a, edge.b, edge.family]),
    ]),
    credits: await store.credits([...people, ...world.works.map(({ id }) => id)], null, who.knownAt, first),
    outcomes: await store.outcomes(sources, who),
    found: await store.searchNames(world.people[0]?.name ?? '', ['person', 'work', 'character'], 50),
    sources: (await store.sources({ first: 100, after: null })).total,
    // Sequence numbers count what is hidden, too, and therefore never leave the server.
    feed: await feedOf(store, world, who),
  };
}
