import { expect, test } from 'vitest';
import { importText } from '../../src/cli/print/import.ts';
import { FORMATS } from '../../src/ingest/formats.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { place } from './importing.ts';

const FILES: Readonly<Record<string, readonly string[]>> = {
  imdb: ['nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles'],
  wikidata: ['[', '{"type":"item","id":"Q1","labels":{"en":{"value":"Ann Lee"}},"claims":{}},', ']'],
  films: ['{"title":"The \\"River","year":1999,"cast":["Ann Lee"],"href":null}'],
  marriages: ['Celebrity,Spouse,Start_Date,End_Date,End_Cause,Celebrity_Birth,Spouse_Birth'],
  'fact-checks': ['id,claim,rating,published,url,cited'],
  hearsay: ['{"hearsay":"records","version":1,"contents":"everything"}'],
};

test.each(Object.entries(FILES))(
  'a file of %s given for one of another format is called what it is',
  async (is, lines) => {
    const at = await place();
    const path = at.file('given', `${lines.join('\n')}\n`);
    for (const { name } of FORMATS) {
      if (name === is) await at.run(name, path);
      else await expect(at.run(name, path)).rejects.toThrow(`but got one that looks like ${is}`);
    }
  },
);

test('one entity of Wikidata, as its server sends it, is taken for one', async () => {
  const at = await place();
  const entity = '{"entities":{"Q1":{"type":"item","id":"Q1","labels":{},"claims":{}}}}';
  const path = at.file('Q1.json', entity);
  await expect(at.run('films', path)).rejects.toThrow('looks like wikidata');
  expect(await at.run('wikidata', path)).toMatchObject({ total: 1 });
});

test('the rate that is told is that of what was read now', async () => {
  const at = await place();
  const path = at.file('films.jsonl', `${FILES['films']?.join('') ?? ''}\n`);
  const first = await at.run('films', path);
  const again = await at.run('films', path);
  const { dataset } = FORMATS.find(({ name }) => name === 'films') ?? {};
  if (dataset === undefined) throw new Error('Expected the films');
  const told = (report: typeof first): string =>
    importText({
      ...{ format: 'films', dryRun: false, files: [{ ...report, seconds: 0.5, quarantine: null }] },
      dataset: { ...dataset, version: '1', retrievedAt: parseInstant('2026-11-20T00:00:00Z'), document: 'x' },
    });
  expect(told(first)).toContain('(0.5 s, 2 a second)');
  expect(told(again)).toContain('(0.5 s)');
});
