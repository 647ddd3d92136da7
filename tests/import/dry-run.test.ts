import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { digestStore } from '../../src/application/store-digest.ts';
import type { ImportResult } from '../../src/cli/commands/import.ts';
import { parseDate } from '../../src/domain/time.ts';
import { change, claim, document, person, source } from '../support/builders.ts';
import { place, type Place } from './importing.ts';

const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');
const item = (property: string, id: string) => ({
  ...{ snaktype: 'value', property, datatype: 'wikibase-item' },
  datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } },
});
const entity = (id: string, label: string, spouse: string) =>
  JSON.stringify({
    ...{ id, type: 'item', labels: { en: { language: 'en', value: label } } },
    claims: {
      P31: [{ mainsnak: item('P31', 'Q5'), type: 'statement', rank: 'normal', id: `${id}$1` }],
      P26: [{ mainsnak: item('P26', spouse), type: 'statement', rank: 'normal', id: `${id}$2` }],
    },
  });

/** Two files of each format: the second one repeats some of the first, adds to it, and holds a mistake. */
const FILES: Readonly<Record<string, readonly [name: string, first: string, second: string]>> = {
  films: [
    'films.jsonl',
    lines('{"title":"The River","year":1999,"cast":["Ann Lee","Bob Stone"]}'),
    lines(
      '{"title":"The River","year":1999,"cast":["Ann Lee","Cat Hill"]}',
      '{"title":"The Lake","year":2001,"cast":["Ann Lee"]}',
      '{"title":7}',
    ),
  ],
  imdb: [
    'names.tsv',
    lines(
      'nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles',
      'nm0000001\tAnn Lee\t1970\t\\N\t\\N\t\\N',
    ),
    lines(
      'nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles',
      'nm0000001\tAnnabel Lee\t1970\t\\N\t\\N\t\\N',
      'nm0000002\tBob Stone\t\\N\t\\N\t\\N\t\\N',
      'x\tNobody\t\\N\t\\N\t\\N\t\\N',
    ),
  ],
  wikidata: [
    'dump.json',
    lines('[', `${entity('Q101', 'Ann Lee', 'Q102')},`, entity('Q102', 'Bob Stone', 'Q101'), ']'),
    lines(
      '[',
      `${entity('Q102', 'Bobby Stone', 'Q101')},`,
      '{"id": broken},',
      entity('Q103', 'Cat Hill', 'Q101'),
      ']',
    ),
  ],
  marriages: [
    'marriages.csv',
    lines(
      'Celebrity,Spouse,Start_Date,End_Date,End_Cause,Celebrity_Birth,Spouse_Birth',
      'Ann Lee,Bob Stone,1995-01-01,1999-01-01,divorce,1970-05-05,1968-02-02',
    ),
    lines(
      'Celebrity,Spouse,Start_Date,End_Date,End_Cause,Celebrity_Birth,Spouse_Birth',
      'Bob Stone,Ann Lee,1995-01-01,1999-01-01,divorce,1968-02-02,1970-05-05',
      'Ann Lee,Cat Hill,2001-01-01,,,1970-05-05,1971-01-01',
      'Ann Lee',
    ),
  ],
  'fact-checks': [
    'checks.csv',
    lines('id,claim,rating,published,url,cited', '1,Dora Dunn Dating Eli Ford,0,,https://checks.example/1,'),
    lines(
      'id,claim,rating,published,url,cited',
      '1,Dora Dunn Dating Eli Ford,0,,https://checks.example/1,',
      '2,Dora Dunn Engaged To Eli Ford,9,,https://checks.example/2,',
      '3,Dora Dunn Dating Eli Ford,11,,https://checks.example/3,',
    ),
  ],
};

/** A store with two adults, and a claim about a minor that nobody is shown. */
async function filled(): Promise<Place> {
  const at = await place();
  const daily = source('daily');
  const people = [
    person('dora', 'Dora Dunn'),
    person('eli', 'Eli Ford'),
    person('kid', 'Kim Small', { birthDate: parseDate('2015') }),
  ];
  const [dora, , kid] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  const claims = [claim('hidden', [dora, kid], document('secret', daily))];
  await at.store.apply(change({ people, sources: [daily], documents: [document('secret', daily)], claims }));
  return at;
}

const reportOf = (out: string) => {
  const { files } = JSON.parse(out) as ImportResult;
  return files.map((file) => ({ ...file, seconds: 0, quarantine: null }));
};

async function expectSame(at: Place, format: string, path: string, release: string): Promise<void> {
  const before = await digestStore(at.store, 500, () => undefined);
  const argv = [
    'import',
    format,
    path,
    '--release',
    release,
    '--json',
    '--quarantine',
    `${path}.${release}.rejected`,
  ];
  const dry = await at.hearsay(...argv, '--dry-run');
  expect(dry).toMatchObject({ exit: 0, err: '' });
  expect(await digestStore(at.store, 500, () => undefined)).toEqual(before);
  const real = await at.hearsay(...argv);
  expect(real).toMatchObject({ exit: 0, err: '' });
  expect(reportOf(dry.out)).toEqual(reportOf(real.out));
}

test.each(Object.entries(FILES))(
  'a dry run of %s into a store that is not empty stores nothing and reports what the import does',
  async (format, [name, first, second]) => {
    const at = await filled();
    await at.run(format, at.file(`first-${name}`, first));
    const path = at.file(`second-${name}`, second);
    await at.run(format, path, { limit: 1 });
    // The rest of the file, and then all of it as another release.
    await expectSame(at, format, path, '1');
    await expectSame(at, format, path, '2');
  },
);

test('a dry run of what was exported knows what is on file, hidden or not', async () => {
  const at = await filled();
  const path = at.file('x.jsonl', '').replace('x.jsonl', 'copy.jsonl');
  await at.hearsay('export', '--everything', '--out', path);
  const more = { type: 'people', record: { ...person('new', 'Newton New'), birthDate: '1980-01-01' } };
  const mine = at.file('more.jsonl', `${readFileSync(path, 'utf8')}${JSON.stringify(more)}\n`);
  await expectSame(at, 'hearsay', mine, '1');
  expect(await at.store.counts()).toMatchObject({ people: 4, claims: 1 });
});
