import { describe, expect, test } from 'vitest';
import { castName } from '../../src/ingest/films/cast-name.ts';
import { place } from './importing.ts';

const film = (title: string, year: number, ...cast: readonly string[]): string =>
  `${JSON.stringify({ title, year, cast, href: null })}\n`;

test.each([
  ...['.', '?', '&', 'X', '(', ')', ']', '[2]', '[a]', 'and', 'And', 'the', 'Sr.', 'Jr.', 'Unknown', 'kids'],
  ...[
    'Cast:',
    'Dir.:',
    'Dir.: Ann Lee',
    '(Director)',
    '(book)',
    '(final cut)',
    '(The',
    'nominee)',
    'Ann Lee]]',
  ],
  ...[
    '(credited as Ann Lee)',
    'credited as Ann Lee',
    '(as herself)',
    'Voices of',
    'narrated by',
    '(narrator)',
  ],
  ...['1972 Summer Games', 'the life of a child', 'The life of Ann Lee', 'A year in the life of Ann Lee'],
  ...['and his Orchestra', 'Academy Award', 'stand-up comedy', 'One Two Three Four Five Six Seven'],
  ...['Ann and Bob Lee', 'Lee & Stone', 'Ann Lee & the Boys', 'The Lee Sisters'],
  ...['Ann Lee (writer)', 'Ann Lee (Screenplay)'],
])('"%s" in a cast is nobody', (entry) => {
  expect(castName(entry)).toMatchObject({ leftOut: expect.stringContaining('entry in a cast') as string });
});

test.each<readonly [string, string]>([
  ['Ann Lee (narrator)', 'Ann Lee'],
  ['Ann Lee (English actor)', 'Ann Lee'],
  ['Ann (Coco) Lee (actor)', 'Ann (Coco) Lee'],
  ['and Ann Lee', 'Ann Lee'],
  ...['Ann "Big" Lee', 'Lee, Jr.', 'The Weaver', 'A Lee', '50 Lees', 'L!xau Toma', 'ann.lee', 'annLee'].map(
    (name) => [name, name] as const,
  ),
  ...['de la Lee', "d'Lee", 'L\u00e9a', '\u05e9\u05e8\u05d4 \u05db\u05d4\u05df'].map(
    (name) => [name, name] as const,
  ),
])('"%s" in a cast is %s', (entry, name) => {
  expect(castName(entry)).toEqual({ name });
});

test('what is nobody in a cast is counted, and the film and the others stay', async () => {
  const at = await place();
  const line = film(
    'The River',
    1999,
    'Ann Lee',
    '[2]',
    'Bob and Cat Hill',
    'Dan Ford (writer)',
    'Ann Lee (voice)',
  );
  const report = await at.run('films', at.file('films.jsonl', line));
  expect(report).toMatchObject({ accepted: 1, rejected: 0 });
  expect(report.leftOut).toEqual({
    'entry in a cast that is no name of a person': 1,
    'entry in a cast that is several people': 1,
    'entry in a cast of somebody who did something else': 1,
  });
  expect(await at.store.counts()).toMatchObject({ works: 1, people: 1, credits: 1 });
});

describe('one name in films', () => {
  const FILMS = [
    film('Early', 1917, 'Ann Lee', 'Bob Stone', 'Cat Hill'),
    film('Also Early', 1930, 'Ann Lee', 'Bob Stone'),
    film('Between', 1965, 'Bob Stone'),
    film('Late', 1995, 'Ann Lee', 'Bob Stone', 'Dan Ford'),
    film('Later', 1960, 'Cat Hill'),
  ];

  test.each([
    ['as they come', FILMS],
    ['in another order', FILMS.toReversed()],
  ])('is two people where it cannot be one life (%s)', async (_, lines) => {
    const at = await place();
    await at.run('films', at.file('films.jsonl', lines.join('')), { batch: 1, limit: 2 });
    await at.run('films', at.file('films.jsonl', lines.join('')), { batch: 1 });
    const called = async (key: string) =>
      (await at.store.findPeople({ by: 'name', key })).map(({ person }) => person.id);
    const [first, second, ...others] = await called('ann lee');
    expect(others).toEqual([]);
    expect(second).toBe(`${String(first)}-2`);
    const worksOf = async (id: typeof first) => {
      const found = await at.store.credits([id as never], null, null, { first: 9, after: null });
      return (found.get(id as never)?.items ?? [])
        .map(({ value }) => /\d{4}/.exec(value.work)?.[0])
        .toSorted();
    };
    expect(await worksOf(first)).toEqual(['1917', '1930']);
    expect(await worksOf(second)).toEqual(['1995']);
    // A long career without such a pause, and a long pause in a shorter one, are one person's.
    expect(await called('bob stone')).toHaveLength(1);
    expect(await called('cat hill')).toHaveLength(1);
  });
});
