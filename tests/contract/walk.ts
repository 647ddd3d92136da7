import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyChange, type GraphChange, type GraphRecords } from '../../src/domain/change.ts';
import type { Document, Person, Work } from '../../src/domain/entities.ts';
import type { CharacterId, OnScreenId } from '../../src/domain/ids.ts';
import type { DerivedRelationship } from '../../src/domain/verdict.ts';
import { parseDate } from '../../src/domain/time.ts';
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
import { applyAll } from './readers.ts';
import { world } from './worlds.ts';

async function everyRecord(store: GraphStore, limit: number): Promise<readonly GraphRecords[]> {
  const slices: GraphRecords[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const { records, next } = await store.records(cursor, limit);
    expect(Object.values(records).flat().length).toBeLessThanOrEqual(limit);
    slices.push(records);
    cursor = next;
  }
  return slices;
}

async function everyEdge(store: GraphStore, limit: number): Promise<readonly DerivedRelationship[]> {
  const found: DerivedRelationship[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const { edges, next } = await store.edges(cursor, limit);
    expect(edges.length).toBeLessThanOrEqual(limit);
    found.push(...edges);
    cursor = next;
  }
  return found;
}

function together(slices: readonly GraphRecords[]): Readonly<Record<string, readonly unknown[]>> {
  const types = Object.keys(emptyChange(RECORDED, 'walk')) as (keyof GraphRecords)[];
  return Object.fromEntries(
    types
      .filter((type) => Array.isArray(slices[0]?.[type]))
      .map((type) => [type, slices.flatMap((slice): readonly unknown[] => slice[type])]),
  );
}

// Records that point at each other in circles: a birth date stated by a document that names the person, documents
// derived from each other, works based on each other.
const daily = source('daily', { person: person('ann', '').id });
const ann: Person = person('ann', 'Ann', {
  birthDateDocument: document('one', daily).id,
  aliases: ['Z', 'A'],
});
const bob = person('bob', 'Bob');
const one: Document = document('one', daily, { names: [ann.id], derivedFrom: [document('two', daily).id] });
const two: Document = document('two', daily, { derivedFrom: [one.id], shingles: [1, 4_294_967_295] });
const film: Work = work('film', 'Film', { basedOn: [work('book', '').id], document: one.id });
const book: Work = work('book', 'Book', { basedOn: [film.id] });
const hero = { id: 'character/hero' as CharacterId, name: 'Hero', aliases: [], work: film.id };
const said = claim('said', [ann, bob], one, {
  retraction: { by: 'me', at: RECORDED, reason: 'SUPERSEDED', note: null },
  quote: 'Zoë: “ja”',
});
const circles: GraphChange = change({
  people: [ann, bob],
  sources: [daily],
  documents: [one, two],
  evidence: [evidence('photo', { document: two.id })],
  works: [film, book],
  characters: [hero, { ...hero, id: 'character/foe' as CharacterId }],
  credits: [credit(ann, film, { character: hero.id, confidence: 0.1 + 0.2 })],
  onScreen: [
    {
      id: 'on-screen/pair' as OnScreenId,
      kind: 'RIVALS',
      characters: [hero.id, 'character/foe' as CharacterId],
      work: film.id,
      document: null,
    },
  ],
  claims: [said, claim('other', [ann, bob], two)],
  outcomes: [
    {
      claim: said.id,
      held: true,
      decidedAt: parseDate('2024~'),
      recordedAt: RECORDED,
      recordedBy: 'me',
      note: 'n',
    },
  ],
});

/** Reading everything that is on file, to put it somewhere else. */
export function walkContract(open: OpenStore): void {
  describe('a walk through everything on file', () => {
    test.each([1, 2, 1_000])('in slices of %i makes the same store again', async (limit) => {
      const { store } = await open();
      await store.apply(circles);
      const slices = await everyRecord(store, limit);
      const edges = await everyEdge(store, limit);
      const again = await open();
      for (const records of slices) await again.store.apply({ ...records, at: RECORDED, by: 'move' });
      expect(together(await everyRecord(again.store, 1_000))).toEqual(together(slices));
      expect(await everyEdge(again.store, 1_000)).toEqual(edges);
      expect((await again.store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
      // Once more, as somebody does who does not know how far it came: nothing changes.
      for (const records of slices) {
        expect(await again.store.apply({ ...records, at: RECORDED, by: 'move' })).toMatchObject({
          created: [],
          updated: [],
        });
      }
    });

    test('of any world makes the same store again', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(world, async (each) => applyAll(store, each)),
        { numRuns: 15 },
      );
      const [slices, edges] = [await everyRecord(store, 50), await everyEdge(store, 2)];
      expect(edges.length).toBeGreaterThan(2);
      const counts = await store.counts();
      const again = await open();
      for (const records of slices) await again.store.apply({ ...records, at: RECORDED, by: 'move' });
      expect(await again.store.counts()).toEqual(counts);
      expect(together(await everyRecord(again.store, 1_000))).toEqual(together(slices));
      expect(await everyEdge(again.store, 1_000)).toEqual(edges);
    });

    test('of an empty store ends, and one from nowhere is refused', async () => {
      const { store } = await open();
      expect(together(await everyRecord(store, 10))['people']).toEqual([]);
      expect(await store.edges(null, 10)).toEqual({ edges: [], next: null });
      await expect(store.records('nowhere:x', 10)).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    });
  });
}
