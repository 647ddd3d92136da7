import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import { pairKey, pairOf } from '../../src/domain/claim.ts';
import type { Character } from '../../src/domain/entities.ts';
import type { CharacterId, OnScreenId } from '../../src/domain/ids.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate } from '../../src/domain/time.ts';
import type { ClaimFilter, GraphStore, Page, PageRequest } from '../../src/ports/graph-store.ts';
import { change, claim, credit, document, person, RECORDED, source, work } from '../support/builders.ts';
import { visibleTo } from './model.ts';
import type { OpenStore } from './opened-store.ts';
import { applyAll, reader } from './readers.ts';
import { world, type World } from './worlds.ts';

const today: Reader = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null };

/** Every item of a list, page by page. */
async function paged<T>(
  first: number,
  read: (request: PageRequest) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const items: T[] = [];
  for (let after: PageRequest['after'] = null; ;) {
    const page = await read({ first, after });
    items.push(...page.items.map(({ value }) => value));
    if (!page.hasMore) return items;
    expect(page.items).toHaveLength(first);
    after = page.items.at(-1)?.key ?? null;
  }
}

/** Lists: what fits a filter, in order, in pages that stay where they are. */
export function listContract(open: OpenStore): void {
  describe('a list of claims', () => {
    test('holds what fits every part of its filter, however it is cut into pages', async () => {
      const { store } = await open();
      const filter = fc.record({ by: fc.nat({ max: 7 }), pick: fc.nat({ max: 3 }), kinds: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(
          world,
          reader,
          filter,
          fc.integer({ min: 1, max: 3 }),
          async (each, who, spec, first) => {
            await applyAll(store, each);
            const asked = filterOf(each, spec);
            const expected = visibleTo(who, each).filter((one) => fits(one, asked, each));
            const found = await paged(first, (request) => store.claims(asked, who, request));
            expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
            expect((await store.claims(asked, who, { first, after: null })).total).toBe(expected.length);
          },
        ),
        { numRuns: 80 },
      );
    });

    test('neither repeats nor skips what was there when claims are recorded between pages', async () => {
      const { store } = await open();
      const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
      const daily = source('daily');
      const story = document('story', daily);
      const dated = (key: string, date: string): Claim =>
        claim(key, [ann, bob], story, { assertedAt: parseDate(date) });
      const there = ['2020', '2021', '2021-01', '2022'].map((date, at) => dated(`old${at}`, date));
      await store.apply(change({ people: [ann, bob], sources: [daily], documents: [story], claims: there }));
      const arriving = ['2023', '2019', '2021', '2020-01'].map((date, at) => dated(`new${at}`, date));
      const found = await paged(1, async (request) => {
        const page = await store.claims({}, today, request);
        await store.apply(change({ claims: arriving.splice(0, 1) }));
        return page;
      });
      const ids = found.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => id.startsWith('claim/old'))).toEqual([
        'claim/old3',
        'claim/old1',
        'claim/old2',
        'claim/old0',
      ]);
    });
  });

  test('credits come by billing, those without one last, for each owner alike', async () => {
    const { store } = await open();
    const film = work('film', 'Film');
    const people = [3, null, 1, 2, null].map((billing, at) => ({
      billing,
      who: person(`p${at}`, `P ${at}`),
    }));
    const credits = people.map(({ billing, who }) => credit(who, film, { billing }));
    await store.apply(change({ people: people.map(({ who }) => who), works: [film], credits }));
    const found = await paged(2, async (request) => {
      const page = (await store.credits([film.id], null, null, request)).get(film.id);
      expect(page?.total).toBe(5);
      return page as Page<(typeof credits)[number]>;
    });
    expect(found.map(({ person: id }) => id)).toEqual([
      'person/p2',
      'person/p3',
      'person/p0',
      'person/p1',
      'person/p4',
    ]);
    const both = await store.credits([film.id, 'person/p0' as never, 'person/x' as never], ['ACTOR'], null, {
      first: 1,
      after: null,
    });
    expect([...both].map(([owner, page]) => [owner, page.items.length, page.total])).toEqual([
      ['work/film', 1, 5],
      ['person/p0', 1, 1],
      ['person/x', 0, 0],
    ]);
  });

  test('on-screen relationships are those of characters that the two play, in whatever order', async () => {
    const { store } = await open();
    const film = work('film', 'Film');
    const people = ['ann', 'bob', 'cat'].map((key) => person(key, key));
    const characters = people.map((one): Character => ({
      id: `character/${one.name}` as CharacterId,
      name: one.name,
      aliases: [],
      work: film.id,
    }));
    const [ann, bob, cat] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    const [a, b] = characters.map(({ id }) => id) as [CharacterId, CharacterId];
    const couple = {
      id: 'on-screen/c' as OnScreenId,
      kind: 'COUPLE',
      characters: [b, a],
      work: film.id,
      document: null,
    } as const;
    const credits = people.map((one, at) => credit(one, film, { character: characters[at]?.id ?? null }));
    await store.apply(change({ people, works: [film], characters, credits, onScreen: [couple] }));
    const [with_, without] = [pairOf(ann.id, bob.id), pairOf(ann.id, cat.id)];
    const found = await store.onScreenBetween([with_, without]);
    expect(found.get(pairKey(with_))).toEqual([couple]);
    expect(found.get(pairKey(without))).toEqual([]);
  });

  test('sources come by id, in pages', async () => {
    const { store } = await open();
    const sources = ['c', 'a', 'b.1', 'b-1'].map((key) => source(key));
    await store.apply(change({ sources }));
    expect((await paged(3, (request) => store.sources(request))).map(({ id }) => id)).toEqual([
      'source/a',
      'source/b-1',
      'source/b.1',
      'source/c',
    ]);
  });

  test('outcomes belong to who said it and to whom it was attributed, if the claim may be seen', async () => {
    const { store } = await open();
    const [ann, kid] = [person('ann', 'Ann'), person('kid', 'Kid', { birthDate: parseDate('2015') })];
    const bob = person('bob', 'Bob');
    const [daily, origin, other] = [source('daily'), source('origin'), source('other')];
    const story = document('story', daily);
    const attributedTo = [{ source: origin.id, document: null }];
    const claims = [
      claim('seen', [ann, bob], story, { attributedTo }),
      claim('hidden', [ann, kid], story, { attributedTo }),
    ];
    const outcomes = claims.map(({ id }) => ({
      claim: id,
      held: false,
      decidedAt: parseDate('2024'),
      recordedAt: RECORDED,
      recordedBy: 'me',
      note: 'n',
    }));
    await store.apply(
      change({
        people: [ann, bob, kid],
        sources: [daily, origin, other],
        documents: [story],
        claims,
        outcomes,
      }),
    );
    const found = await store.outcomes([daily.id, origin.id, other.id], today);
    expect([...found]).toEqual([
      [daily.id, [outcomes[0]]],
      [origin.id, [outcomes[0]]],
      [other.id, []],
    ]);
  });

  describe('people and works', () => {
    test('are found by folded name or alias, by handle on any or one platform, and by external id', async () => {
      const { store } = await open();
      const ann = person('ann', 'Ann Lee', {
        aliases: ['Annie'],
        handles: [{ platform: 'INSTAGRAM', name: 'Ann.Lee' }],
        externalIds: { wikidata: 'Q1', imdb: 'nm1', tmdb: '1' },
      });
      const twin = person('twin', 'ANN LÉE', { handles: [{ platform: 'TIKTOK', name: 'ann.lee' }] });
      const film = work('film', 'The Film', {
        aliases: ['Film 1'],
        externalIds: { wikidata: 'Q2', imdb: null, tmdb: null },
      });
      await store.apply(change({ people: [twin, ann], works: [film] }));
      const ids = async (lookup: Parameters<GraphStore['findPeople']>[0]): Promise<readonly string[]> => [
        ...(await store.findPeople(lookup)).map((facts) => facts.person.id),
        ...(await store.findWorks(lookup)).map(({ id }) => id),
      ];
      expect(await ids({ by: 'name', key: 'ann lee' })).toEqual([ann.id, twin.id]);
      expect(await ids({ by: 'name', key: 'annie' })).toEqual([ann.id]);
      expect(await ids({ by: 'name', key: 'film 1' })).toEqual([film.id]);
      expect(await ids({ by: 'name', key: 'ann' })).toEqual([]);
      expect(await ids({ by: 'handle', platform: null, name: '@ANN.LEE' })).toEqual([ann.id, twin.id]);
      expect(await ids({ by: 'handle', platform: 'TIKTOK', name: 'ann.lee' })).toEqual([twin.id]);
      expect(await ids({ by: 'handle', platform: null, name: 'ann_lee' })).toEqual([]);
      expect(await ids({ by: 'external', scheme: 'imdb', value: 'nm1' })).toEqual([ann.id]);
      expect(await ids({ by: 'external', scheme: 'wikidata', value: 'Q2' })).toEqual([film.id]);
    });
  });
}

function filterOf(
  each: World,
  { by, pick, kinds }: { by: number; pick: number; kinds: boolean },
): ClaimFilter {
  const people = each.people.map(({ id }) => id);
  const [a, b] = [people[pick], people[(pick + 1) % 4]] as [(typeof people)[0], (typeof people)[0]];
  const rest: ClaimFilter = kinds
    ? { kinds: ['DATING', 'SINGLE', 'FRIENDS', 'SPLIT'], stances: ['SUPPORTS'] }
    : {};
  const [document_, source_, item] = [
    each.documents[pick]?.id,
    each.sources[pick]?.id,
    each.evidence[pick % 3]?.id,
  ] as const;
  if (document_ === undefined || source_ === undefined || item === undefined)
    throw new RangeError('a world is too small');
  const filters: readonly ClaimFilter[] = [
    { people: [a] },
    { people: [a, b] },
    { pair: pairOf(a, b) },
    { document: document_ },
    { people, source: source_ },
    { source: source_ },
    { evidence: item },
    { pair: pairOf(a, b), people: [b], source: source_, document: document_ },
  ];
  return { ...rest, ...filters[by] };
}

function fits(one: Claim, filter: ClaimFilter, each: World): boolean {
  const named = [one.subject, one.object];
  const sources = [
    each.documents.find(({ id }) => id === one.document)?.source,
    ...one.attributedTo.map((step) => step.source),
  ];
  return (
    (filter.people?.some((person) => named.includes(person)) ?? true) &&
    (filter.pair === undefined || (named.includes(filter.pair.a) && named.includes(filter.pair.b))) &&
    (filter.kinds?.includes(one.kind) ?? true) &&
    (filter.stances?.includes(one.stance) ?? true) &&
    (filter.document === undefined || one.document === filter.document) &&
    (filter.source === undefined || sources.includes(filter.source)) &&
    (filter.evidence === undefined || one.evidence.some((cited) => cited.evidence === filter.evidence))
  );
}
