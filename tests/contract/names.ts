import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankNames } from '../../src/domain/names.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, person, work } from '../support/builders.ts';
import type { OpenStore } from './opened-store.ts';

const TYPES = ['person', 'work', 'character'] as const;
const PEOPLE = [
  person('zoe', 'Zoë Saldaña Pérez', { aliases: ['Z. S. Pérez'] }),
  person('kit', 'Quentin Marsh', {
    handles: [{ platform: 'INSTAGRAM', name: 'quent.marsh_' }],
    aliases: ['Quen'],
  }),
  person('ipek', 'İpek Işık'),
  person('song', '宋慧乔'),
  person('ali', 'محمد علی'),
  person('maria', 'Мария Петрова'),
  person('ohara', 'Ann O’Hara-Smith'),
  person('li', 'Li'),
];

async function found(store: GraphStore, text: string): Promise<readonly string[]> {
  return rankNames(text, await store.searchNames(text, TYPES, 50)).map(({ id }) => id);
}

/** Names are found by what people type. */
export function nameContract(open: OpenStore): void {
  describe('a search for a name', () => {
    test('finds by part, alias, handle, other case, other script, and near misses', async () => {
      const { store } = await open();
      await store.apply(change({ people: PEOPLE, works: [work('marsh', 'Marshland')] }));
      const cases: readonly (readonly [string, string])[] = [
        ['Zoe Saldana', 'person/zoe'],
        ['SALDAN', 'person/zoe'],
        ['Zoe\u0308', 'person/zoe'],
        ['perez zoe', 'person/zoe'],
        ['Quen', 'person/kit'],
        ['@quent.marsh_', 'person/kit'],
        ['quent.marsh_', 'person/kit'],
        ['@QUENT', 'person/kit'],
        ['Quentin Mrash', 'person/kit'],
        ['Qentin Marsh', 'person/kit'],
        ['Quentn', 'person/kit'],
        ['Mrash', 'person/kit'],
        ['Zeo', 'person/zoe'],
        ['Annn', 'person/ohara'],
        ['ipek isik', 'person/ipek'],
        ['IPEK IŞIK', 'person/ipek'],
        ['song hui', 'person/song'],
        ['宋慧', 'person/song'],
        ['محمد', 'person/ali'],
        ['mariya', 'person/maria'],
        ['ann ohara', 'person/ohara'],
        ["O'Hara Smith", 'person/ohara'],
        ['li', 'person/li'],
        ['l', 'person/li'],
        ['qu', 'person/kit'],
        ['ma', 'person/kit'],
        ['marshl', 'work/marsh'],
      ];
      for (const [text, id] of cases) expect([text, ...(await found(store, text))]).toContain(id);
      expect(await found(store, 'Barbara Xylander')).toEqual([]);
      expect((await store.searchNames('marsh', ['work'], 50)).map(({ id }) => id)).toEqual(['work/marsh']);
    });

    test('gives candidates with everything they can be found by', async () => {
      const { store } = await open();
      await store.apply(change({ people: PEOPLE }));
      expect(await store.searchNames('quentin', ['person'], 5)).toEqual([
        {
          type: 'person',
          id: 'person/kit',
          name: 'Quentin Marsh',
          names: ['Quentin Marsh', 'Quen', '@quent.marsh_'],
        },
      ]);
    });

    test('takes syntax for text, whatever is typed', async () => {
      const { store } = await open();
      await store.apply(change({ people: PEOPLE }));
      const hostile = [
        '"',
        "'",
        '%',
        '_',
        '*',
        'a*',
        'NOT',
        'a OR b',
        'NEAR(a b)',
        'key:li',
        '"li" OR "ann"',
        "'; DROP TABLE person; --",
        '^li',
        '(',
        'li)',
        '\\',
        '-li',
        '\u0000',
        '\ud800',
      ];
      for (const text of hostile) expect(await store.searchNames(text, TYPES, 50)).toBeInstanceOf(Array);
      for (const text of ['%', '_', '*', '"', 'li OR ann', 'NEAR(li ann)'])
        expect(await found(store, text)).toEqual([]);
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
          expect((await store.searchNames(text, TYPES, 3)).length).toBeLessThanOrEqual(3);
        }),
        { numRuns: 200 },
      );
      expect((await store.counts()).people).toBe(PEOPLE.length);
    });

    test('finds the exact name among thousands that begin with it', async () => {
      const { store } = await open();
      const crowd = Array.from({ length: 3_000 }, (_, at) => person(`a${at}`, `Annabel Number${at}`));
      await store.apply(
        change({
          people: [...crowd, person('z', 'Anna'), person('y', 'Zed Annab', { aliases: ['Annabel'] })],
        }),
      );
      expect((await found(store, 'anna'))[0]).toBe('person/z');
      expect((await found(store, 'annabel'))[0]).toBe('person/y');
      expect((await store.searchNames('a', TYPES, 5_000)).length).toBeLessThanOrEqual(1_000);
      expect((await found(store, 'Zed Anab'))[0]).toBe('person/y');
    });

    test('finds a name by what was added to it later, and only so', async () => {
      const { store } = await open();
      const [plain] = PEOPLE;
      if (plain === undefined) throw new RangeError('nobody');
      await store.apply(change({ people: [{ ...plain, aliases: [] }] }));
      expect(await found(store, 'Wanda')).toEqual([]);
      await store.apply(change({ people: [{ ...plain, aliases: ['Wanda Wick'] }] }));
      expect(await found(store, 'wick')).toEqual([plain.id]);
      expect(await found(store, 'saldana')).toEqual([plain.id]);
      expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
    });
  });
}
