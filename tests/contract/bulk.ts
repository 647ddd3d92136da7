import { describe, expect, test } from 'vitest';
import type { Batch, BatchNote, BatchRecord } from '../../src/domain/bulk.ts';
import { batchRecordName } from '../../src/domain/bulk.ts';
import { emptyChange, type GraphRecords } from '../../src/domain/change.ts';
import type { Character } from '../../src/domain/entities.ts';
import type { CharacterId, NodeId, PersonId } from '../../src/domain/ids.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import { change, claim, credit, document, person, RECORDED, source, work } from '../support/builders.ts';
import type { OpenStore } from './opened-store.ts';

const dataset = source('dataset', { kind: 'DATASET', outletType: null });
const release = document('dataset/1', dataset);
const ann = person('ann', 'Ann Lee', { externalIds: { wikidata: 'Q1', imdb: 'nm0000001', tmdb: null } });
const bob = person('bob', 'Bob Stone', { birthDate: null });
const film = work('film', 'The Film', {
  document: release.id,
  externalIds: { wikidata: null, imdb: 'tt0000001', tmdb: null },
});
const hero: Character = { id: 'character/hero' as CharacterId, name: 'Hero', aliases: [], work: film.id };
const part = credit(ann, film, { character: hero.id, billing: 1, document: release.id });
const other = credit(bob, film, { billing: 2, document: release.id });
const LATER = parseInstant('2024-05-01T00:00:00Z');
const today: Reader = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null };

function batch(records: Partial<GraphRecords>, rest: Partial<Batch> = {}): Batch {
  return {
    records: { ...emptyChange(RECORDED, 'import'), ...records },
    dataset: release.id,
    at: LATER,
    by: 'import',
    onConflict: 'KEEP',
    names: 'LATER',
    note: { name: 'import x', state: { line: 7 } },
    ...rest,
  };
}

const begin = change({ sources: [dataset], documents: [release] });

/** What is written of datasets. */
export function bulkContract(open: OpenStore): void {
  describe('a batch of a dataset', () => {
    const all = batch({ people: [ann, bob], works: [film], characters: [hero], credits: [part, other] });

    test('stores its records as a change does', async () => {
      const { store } = await open();
      await store.apply(begin);
      const receipt = await store.load(all);
      expect(receipt).toMatchObject({ created: 6, updated: 0, unchanged: 0, refused: [] });
      await store.indexNames(() => undefined);
      const found = await store.nodes([ann.id, bob.id, film.id, hero.id, part.id, other.id], null);
      expect(found.get(bob.id)?.value).toEqual({ person: bob, knownSince: parseDate('2020-01-01').lastDay });
      expect(found.get(film.id)?.value).toEqual(film);
      expect(found.get(hero.id)?.value).toEqual(hero);
      expect(found.get(part.id)?.value).toEqual(part);
      expect(found.get(other.id)?.value).toEqual(other);
      const [named] = await store.findPeople({ by: 'name', key: 'bob stone' });
      expect(named?.person).toEqual(bob);
      expect((await store.searchNames('film', ['work'], 5)).map(({ id }) => id)).toEqual([film.id]);
      const report = await store.verify(() => undefined);
      expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    });

    test('is one entry of the feed, however much is in it, and is described by a note', async () => {
      const { store } = await open();
      const { sequence: before } = await store.apply(begin);
      const { sequence } = await store.load(all);
      expect(await store.changesAfter(before, 10, null)).toEqual([
        { sequence, type: 'UPDATED', node: release.id, at: LATER, by: 'import' },
      ]);
      const record = JSON.parse((await store.readNote(batchRecordName(sequence))) ?? '') as BatchRecord;
      expect(record).toEqual({
        ...{ dataset: release.id, at: LATER, by: 'import', import: 'import x' },
        ...{ created: 6, updated: 0, unchanged: 0, refused: 0 },
      });
      const note = JSON.parse((await store.readNote('import x')) ?? '') as BatchNote;
      expect(note).toMatchObject({ state: { line: 7 }, outcome: { created: 6 } });
    });

    test('changes nothing when it comes again', async () => {
      const { store } = await open();
      await store.apply(begin);
      await store.load(all);
      await store.indexNames(() => undefined);
      const counts = await store.counts();
      expect(await store.load(all)).toMatchObject({ created: 0, updated: 0, unchanged: 6 });
      expect(await store.counts()).toEqual(counts);
      expect((await store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
    });

    test('keeps what is on file where the two contradict each other, and takes the rest', async () => {
      const { store } = await open();
      await store.apply(begin);
      await store.apply(change({ people: [ann, bob], works: [{ ...film, premiered: null }] }));
      const again = {
        ...ann,
        name: 'Anne Lee',
        birthDate: parseDate('1981'),
        externalIds: { wikidata: 'Q1', imdb: null, tmdb: '5' },
      };
      const dated = { ...bob, birthDate: parseDate('1970') };
      const retitled = { ...film, title: 'Der Film', premiered: parseDate('2019') };
      expect(await store.load(batch({ people: [again, dated], works: [retitled] }))).toMatchObject({
        updated: 3,
      });
      await store.indexNames(() => undefined);
      const found = await store.nodes([ann.id, bob.id, film.id], null);
      const merged = { ...ann, aliases: ['Anne Lee'], externalIds: { ...ann.externalIds, tmdb: '5' } };
      expect(found.get(ann.id)?.value).toMatchObject({ person: merged });
      expect(found.get(bob.id)?.value).toMatchObject({ person: dated });
      expect(found.get(film.id)?.value).toEqual({ ...retitled, title: film.title, aliases: ['Der Film'] });
      expect((await store.findPeople({ by: 'name', key: 'anne lee' })).map((one) => one.person.id)).toEqual([
        ann.id,
      ]);
      expect((await store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
    });

    test('adds to what an earlier release brought, of which that release stays the document', async () => {
      const { store } = await open();
      const second = document('dataset/2', dataset);
      await store.apply({ ...begin, documents: [release, second] });
      const born = { ...ann, birthDate: parseDate('1980'), birthDateDocument: release.id };
      await store.load(batch({ people: [born], works: [film] }));
      const again = { ...born, birthDateDocument: second.id };
      const grown = { ...film, aliases: ['Der Film'], document: second.id };
      const receipt = await store.load(batch({ people: [again], works: [grown] }, { dataset: second.id }));
      expect(receipt).toMatchObject({ created: 0, updated: 1, unchanged: 1, refused: [] });
      const found = await store.nodes([ann.id, film.id], null);
      expect(found.get(ann.id)?.value).toMatchObject({ person: born });
      expect(found.get(film.id)?.value).toEqual({ ...grown, document: release.id });
    });

    test('takes nobody for somebody of a catalogue because of an id that looks alike', async () => {
      const { store } = await open();
      const own = person('nm0000088', 'Our Own', { birthDate: null });
      await store.apply({ ...begin, people: [own] });
      const theirs = {
        ...own,
        name: 'Theirs',
        externalIds: { wikidata: null, imdb: 'nm0000088', tmdb: null },
      };
      const receipt = await store.load(batch({ people: [theirs, bob] }));
      expect(receipt).toMatchObject({ created: 1, updated: 0, refused: [{ id: own.id, code: 'CONFLICT' }] });
      expect((await store.nodes([own.id], null)).get(own.id)?.value).toMatchObject({ person: own });
    });

    test('counts each record that comes twice in it', async () => {
      const { store } = await open();
      await store.apply(begin);
      const people = [bob, { ...bob, aliases: ['Bobby'] }, { ...bob, aliases: ['Bobby'] }];
      expect(await store.load(batch({ people }))).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    });

    test('refuses a contradiction by itself where it is to', async () => {
      const { store } = await open();
      await store.apply(begin);
      await store.apply(change({ people: [ann] }));
      const again = { ...ann, name: 'Another' };
      const receipt = await store.load(batch({ people: [again, bob] }, { onConflict: 'REFUSE' }));
      expect(receipt).toMatchObject({ created: 1, refused: [{ id: ann.id, code: 'CONFLICT' }] });
    });

    test('refuses what points at nothing, with what points at that, and takes the rest', async () => {
      const { store } = await open();
      await store.apply(begin);
      const nobody = 'person/nobody' as PersonId;
      const lost = { ...other, id: 'credit/lost' as typeof other.id, person: nobody };
      const ghost: Character = {
        ...hero,
        id: 'character/ghost' as CharacterId,
        work: 'work/none' as typeof film.id,
      };
      const ghostly = { ...part, id: 'credit/ghost' as typeof part.id, character: ghost.id };
      const receipt = await store.load(
        batch({
          people: [ann, bob],
          works: [film],
          characters: [hero, ghost],
          credits: [part, lost, ghostly],
        }),
      );
      expect(receipt).toMatchObject({ created: 5, updated: 0, unchanged: 0 });
      expect(receipt.refused.map(({ id, code }) => `${id} ${code}`).toSorted()).toEqual([
        'character/ghost INVALID_RECORD',
        'credit/ghost INVALID_RECORD',
        'credit/lost INVALID_RECORD',
      ]);
      await store.indexNames(() => undefined);
      expect((await store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
    });

    test('keeps the first of several statements of one credit, and of one id', async () => {
      const { store } = await open();
      await store.apply(begin);
      await store.load(all);
      const again = { ...part, id: 'credit/again' as typeof part.id, billing: 9 };
      const taken = { ...part, person: bob.id };
      const receipt = await store.load(batch({ credits: [again, taken] }));
      expect(receipt).toMatchObject({
        created: 0,
        unchanged: 1,
        refused: [{ id: part.id, code: 'CONFLICT' }],
      });
    });

    test('derives what claims of it give, at once', async () => {
      const { store } = await open();
      await store.apply(begin);
      const wed = claim('wed', [ann, { ...bob, birthDate: parseDate('1970') }], release, { kind: 'MARRIED' });
      await store.load(
        batch({ people: [ann, { ...bob, birthDate: parseDate('1970') }], claims: [wed] }, { names: 'NOW' }),
      );
      const edges = await store.relationshipsOf([ann.id], 10, today);
      expect(edges.get(ann.id)).toMatchObject([{ kind: 'MARRIED' }]);
      expect((await store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
    });

    test('shows its entry of the feed to a reader once something visible rests on the dataset', async () => {
      const { store } = await open();
      const { sequence } = await store.apply(begin);
      await store.load(batch({ people: [ann] }));
      await store.load(batch({ works: [film], credits: [part], characters: [hero] }));
      const seen = await store.changesAfter(sequence, 10, today);
      expect(seen.every(({ node, type }) => node === (release.id as NodeId) && type === 'UPDATED')).toBe(
        true,
      );
      expect(seen.length).toBeGreaterThan(0);
    });
  });

  test('ids of other catalogues lead to people and works', async () => {
    const { store } = await open();
    await store.apply(begin);
    await store.apply(change({ people: [ann, bob], works: [film] }));
    expect(await store.idsByExternal('person', 'imdb', ['nm0000001', 'nm0000002'])).toEqual(
      new Map([['nm0000001', ann.id]]),
    );
    expect(await store.idsByExternal('person', 'wikidata', ['Q1'])).toEqual(new Map([['Q1', ann.id]]));
    expect(await store.idsByExternal('work', 'imdb', ['tt0000001', 'nm0000001'])).toEqual(
      new Map([['tt0000001', film.id]]),
    );
    expect(await store.idsByExternal('work', 'tmdb', [])).toEqual(new Map());
  });
}
