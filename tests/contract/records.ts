import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GraphChange } from '../../src/domain/change.ts';
import type { Character } from '../../src/domain/entities.ts';
import type { CharacterId, NodeId, OnScreenId, PersonId } from '../../src/domain/ids.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import {
  change,
  claim,
  credit,
  document,
  evidence,
  person,
  RECORDED,
  source,
  work,
} from '../support/builders.ts';
import type { OpenStore } from './opened-store.ts';
import { world } from './worlds.ts';

const ann = person('ann', 'Ann Lee', {
  aliases: ['Annie'],
  handles: [{ platform: 'INSTAGRAM', name: 'Ann.Lee' }],
  externalIds: { wikidata: 'Q1', imdb: 'nm1', tmdb: '1' },
});
const bob = person('bob', 'Bob Stone');
const daily = source('daily', { reliability: 0.25, domain: 'daily.example' });
const origin = document('origin', daily);
const story = document('story', daily, {
  url: 'https://daily.example/1',
  title: 'Ann and Bob',
  derivedFrom: [origin.id],
  shingles: [0, 1, 4_294_967_295],
  retrievedAt: RECORDED,
  contentHash: 'a'.repeat(64),
  names: [bob.id],
});
const photo = evidence('photo', {
  kind: 'INTIMATE_PHOTO',
  capturedAt: parseDate('2023~'),
  document: story.id,
});
const film = work('film', 'The Film', { basedOn: [], document: story.id, network: 'N', episodes: 8 });
const hero: Character = { id: 'character/hero' as CharacterId, name: 'Hero', aliases: ['H'], work: film.id };
const rival: Character = { ...hero, id: 'character/rival' as CharacterId, name: 'Rival' };
const part = credit(ann, film, { character: hero.id, billing: 1, document: story.id, confidence: 0.9 });
const couple = {
  id: 'on-screen/couple' as OnScreenId,
  kind: 'COUPLE',
  characters: [rival.id, hero.id],
  work: film.id,
  document: story.id,
} as const;
const said = claim('said', [ann, bob], story, {
  attributedTo: [{ source: daily.id, document: origin.id }],
  evidence: [{ evidence: photo.id, stance: 'NEUTRAL' }],
  onRecord: { person: ann.id, as: 'REPRESENTATIVE' },
  anonymousInsider: true,
  locator: 'p3',
  quote: 'a phrase',
  validFrom: parseDate('2022'),
  validTo: parseDate('2023-05'),
  subjectMention: { text: 'Ann', resolvedTo: ann.id, resolvedBy: 'NAME' },
});
const everything = change({
  people: [ann, bob],
  sources: [daily],
  documents: [story, origin],
  evidence: [photo],
  works: [film],
  characters: [hero, rival],
  credits: [part],
  onScreen: [couple],
  claims: [said],
});
const today: Reader = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null };
const LATER = parseInstant('2024-05-01T00:00:00Z');

async function dump(store: GraphStore): Promise<unknown> {
  return {
    counts: await store.counts(),
    claims: await store.claims({ includeRetracted: true }, today, { first: 100, after: null }),
    feed: await store.changesAfter(0, 1_000, null),
  };
}

/** What is written, and what is refused. */
export function recordContract(open: OpenStore): void {
  describe('a change', () => {
    test('gives every record back as it came', async () => {
      const { store } = await open();
      const receipt = await store.apply(everything);
      const nodes: readonly (readonly [NodeId, unknown])[] = [
        [ann.id, { person: ann, knownSince: parseDate('2020-01-01').lastDay }],
        [daily.id, daily],
        [story.id, story],
        [photo.id, photo],
        [film.id, film],
        [hero.id, hero],
        [part.id, part],
        [couple.id, couple],
        [said.id, said],
      ];
      const found = await store.nodes(
        nodes.map(([id]) => id),
        today,
      );
      for (const [id, value] of nodes) expect(found.get(id)?.value).toEqual(value);
      expect(receipt).toMatchObject({ updated: [], unchanged: 0, sequence: receipt.created.length });
      expect(new Set(receipt.created)).toEqual(
        new Set([...nodes.map(([id]) => id), bob.id, origin.id, rival.id]),
      );
    });

    test('changes nothing when it comes again, for any world', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(world, async ({ changes }) => {
          for (const each of changes) await store.apply(each);
          const before = await dump(store);
          for (const each of changes)
            expect(await store.apply(each)).toMatchObject({ created: [], updated: [] });
          expect(await dump(store)).toEqual(before);
        }),
        { numRuns: 10 },
      );
    });

    test('survives closing and opening', async () => {
      const opened = await open();
      await opened.store.apply(everything);
      const before = await dump(opened.store);
      const again = (await opened.reopen?.()) ?? opened.store;
      expect(await dump(again)).toEqual(before);
      expect(await again.verify(() => undefined)).toMatchObject({ ok: true });
    });

    test('fills in what was unknown and adds to lists', async () => {
      const { store } = await open();
      await store.apply(change({ people: [person('ann', 'Ann Lee', { birthDate: null })] }));
      const receipt = await store.apply(change({ people: [ann] }));
      expect(receipt).toMatchObject({ created: [], updated: [ann.id], unchanged: 0, sequence: 2 });
      const [found] = await store.findPeople({ by: 'name', key: 'annie' });
      expect(found?.person).toEqual(ann);
    });

    test('keeps the first of several statements of one credit', async () => {
      const { store } = await open();
      await store.apply(everything);
      const again = { ...part, id: 'credit/again' as typeof part.id, document: origin.id, billing: 7 };
      expect(await store.apply(change({ credits: [again] }))).toMatchObject({
        created: [],
        updated: [],
        unchanged: 1,
      });
      const credits = await store.credits([ann.id], null, null, { first: 10, after: null });
      expect(credits.get(ann.id)?.items.map(({ value }) => value)).toEqual([part]);
    });
  });

  describe('a change that is refused', () => {
    const nobody = 'person/nobody' as PersonId;
    const refused: readonly (readonly [string, Partial<GraphChange>, string, readonly string[]])[] = [
      [
        'a name that differs',
        { people: [{ ...bob, name: 'Rob' }] },
        'CONFLICT',
        [bob.id, 'name', 'Bob Stone', 'Rob'],
      ],
      ['a claim that differs', { claims: [{ ...said, quote: 'another' }] }, 'CONFLICT', [said.id, 'quote']],
      [
        'a claim about nobody',
        { claims: [{ ...said, id: 'claim/x' as never, object: nobody }] },
        'INVALID_RECORD',
        ['claim/x', nobody],
      ],
      [
        'a document of no source',
        { documents: [{ ...story, id: 'document/x' as never, source: 'source/x' as never }] },
        'INVALID_RECORD',
        ['document/x', 'source/x'],
      ],
      [
        'an unknown origin',
        { documents: [{ ...origin, derivedFrom: ['document/y' as never] }] },
        'INVALID_RECORD',
        [origin.id, 'document/y'],
      ],
      [
        'a birth date from no document',
        { people: [{ ...bob, birthDateDocument: 'document/y' as never }] },
        'INVALID_RECORD',
        [bob.id, 'document/y'],
      ],
      [
        'an unknown character',
        { credits: [{ ...part, id: 'credit/x' as never, character: 'character/x' as never }] },
        'INVALID_RECORD',
        ['credit/x', 'character/x'],
      ],
      [
        'unknown evidence',
        {
          claims: [
            {
              ...said,
              id: 'claim/x' as never,
              evidence: [{ evidence: 'evidence/x' as never, stance: 'SUPPORTS' }],
            },
          ],
        },
        'INVALID_RECORD',
        ['claim/x', 'evidence/x'],
      ],
      [
        'a retraction of nothing',
        {
          retractions: [
            {
              claim: 'claim/x' as never,
              retraction: { by: 'me', at: LATER, reason: 'SUPERSEDED', note: null },
            },
          ],
        },
        'INVALID_RECORD',
        ['claim/x'],
      ],
      [
        'an outcome of nothing',
        {
          outcomes: [
            {
              claim: 'claim/x' as never,
              held: true,
              decidedAt: null,
              recordedAt: LATER,
              recordedBy: 'me',
              note: null,
            },
          ],
        },
        'INVALID_RECORD',
        ['claim/x'],
      ],
    ];

    test.each(refused)(
      'for %s says which records, and stores nothing of it',
      async (_, part, code, words) => {
        const { store } = await open();
        await store.apply(everything);
        const before = await dump(store);
        const alongside = {
          people: [person('new', 'New Person'), ...(part.people ?? [])],
          works: [work('new', 'New')],
        };
        const failing = store.apply(change({ ...part, ...alongside }));
        await expect(failing).rejects.toMatchObject({ code });
        for (const word of words) await expect(failing).rejects.toThrow(word);
        expect(await dump(store)).toEqual(before);
        expect(await store.findPeople({ by: 'name', key: 'new person' })).toEqual([]);
        expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
      },
    );
  });

  describe('the change feed', () => {
    test('has one entry for each thing that happened, in order, without gaps', async () => {
      const { store } = await open();
      await store.apply(everything);
      await expect(store.apply(change({ people: [{ ...ann, name: 'X' }] }))).rejects.toThrow();
      const retraction = { by: 'curator', at: LATER, reason: 'SUPERSEDED', note: 'n' } as const;
      const outcome = {
        claim: said.id,
        held: false,
        decidedAt: null,
        recordedAt: LATER,
        recordedBy: 'me',
        note: null,
      };
      await store.apply({
        ...change({
          people: [{ ...bob, aliases: ['Bobby'] }],
          retractions: [{ claim: said.id, retraction }],
          outcomes: [outcome],
        }),
        at: LATER,
        by: 'curator',
      });
      const feed = await store.changesAfter(0, 1_000, null);
      expect(feed.map((event) => event.sequence)).toEqual(feed.map((_, at) => at + 1));
      expect(feed.slice(-3)).toEqual([
        { sequence: feed.length - 2, type: 'UPDATED', node: bob.id, at: LATER, by: 'curator' },
        { sequence: feed.length - 1, type: 'RETRACTED', node: said.id, at: LATER, by: 'curator' },
        { sequence: feed.length, type: 'OUTCOME', node: said.id, at: LATER, by: 'curator' },
      ]);
      expect(await store.changesAfter(2, 3, null)).toEqual(feed.slice(2, 5));
      expect(await store.changesAfter(feed.length, 10, null)).toEqual([]);
    });
  });

  test('counts tell how much there is of everything', async () => {
    const { store } = await open();
    await store.apply(everything);
    expect(await store.counts()).toEqual({
      people: 2,
      works: 1,
      characters: 2,
      sources: 1,
      documents: 2,
      evidence: 1,
      credits: 1,
      claims: 1,
    });
    await expect(store.ping()).resolves.toBeUndefined();
  });
}
