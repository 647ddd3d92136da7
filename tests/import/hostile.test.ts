import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../src/domain/time.ts';
import { change, person } from '../support/builders.ts';
import { place, type Place } from './importing.ts';

const film = (fields: object): string =>
  JSON.stringify({ title: 'A Film', year: 1999, cast: ['Ann Lee'], genres: [], href: null, ...fields });
const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

async function films(contents: string | Buffer, name = 'films.jsonl') {
  const at = await place();
  const path = at.file(name, contents);
  const report = await at.run('films', path);
  expect(report.accepted + report.rejected).toBe(report.total);
  expect(at.rejected(path)).toHaveLength(report.rejected);
  const sound = await at.store.verify(() => undefined);
  expect(sound.checks.filter(({ ok }) => !ok)).toEqual([]);
  const rejected = at.rejected(path).map(({ line, reason }) => [line, reason.code] as const);
  return { report, rejected, at, path, counts: await at.store.counts() };
}

describe('a file of films', () => {
  test('that breaks off in its packing gives what comes before, and says where it broke', async () => {
    const packed = gzipSync(
      lines(...Array.from({ length: 3_000 }, (_, at) => film({ title: `Film ${at * 7919}` }))),
    );
    const { report, rejected, at, path } = await films(packed.subarray(0, packed.length / 2), 'cut.jsonl.gz');
    expect(report.accepted).toBeGreaterThan(100);
    expect(report.rejected).toBe(1);
    expect(rejected[0]?.[0]).toBe(report.total);
    expect(at.rejected(path)[0]?.reason.message).toContain('to go on to its end');
  });

  test.each([
    ['has another checksum', (packed: Buffer) => Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]), 1],
    ['lacks its last byte', (packed: Buffer) => packed.subarray(0, -1), 1],
    ['is followed by something else', (packed: Buffer) => Buffer.concat([packed, Buffer.from('garbage')]), 1],
    ['is followed by half a header', (packed: Buffer) => Buffer.concat([packed, packed.subarray(0, 5)]), 1],
    ['is followed by zeros', (packed: Buffer) => Buffer.concat([packed, Buffer.alloc(1_000)]), 0],
    ['is followed by itself', (packed: Buffer) => Buffer.concat([packed, Buffer.alloc(3), packed]), 0],
  ])('that %s gives everything that was packed', async (_, damage, faults) => {
    const all = lines(...Array.from({ length: 300 }, (_each, at) => film({ title: `Film ${at}` })));
    const { report } = await films(damage(gzipSync(all)), 'end.jsonl.gz');
    expect(report).toMatchObject({ accepted: report.total - faults, rejected: faults });
    expect(report.accepted % 300).toBe(0);
    expect(report.accepted).toBeGreaterThan(0);
  });

  test.each([
    ['is not JSON', '{"title":', 'INVALID_RECORD'],
    ['is no object', '[1,2]', 'INVALID_RECORD'],
    ['is null', 'null', 'INVALID_RECORD'],
    ['has no title', film({ title: undefined }), 'INVALID_RECORD'],
    ['has an empty title', film({ title: '  ' }), 'INVALID_NAME'],
    ['has a year of 0000', film({ year: 0 }), 'INVALID_DATE'],
    ['has a year that is a text', film({ year: '1999' }), 'INVALID_RECORD'],
    ['has a year beyond all calendars', film({ year: 1e21 }), 'INVALID_DATE'],
    ['has no cast', film({ cast: undefined }), 'INVALID_RECORD'],
    [
      'has an endless cast',
      film({ cast: Array.from({ length: 5_000 }, (_, at) => `P ${at}`) }),
      'INVALID_RECORD',
    ],
    ['has half of a surrogate pair', film({ title: 'x' }).replace('x', '\\ud800'), 'INVALID_NAME'],
    ['has a control for writing direction', film({ title: 'gpj.\u202eexe' }), 'INVALID_NAME'],
    ['has an escaped NUL', film({ title: 'a' }).replace('"a"', '"a\\u0000b"'), 'INVALID_NAME'],
    ['has a NUL', `${film({})}\0`, 'INVALID_RECORD'],
    ['has a name that nobody can see', film({ title: '\u200b\u200b' }), 'INVALID_NAME'],
    ['is nothing but brackets', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'INVALID_RECORD'],
    [
      'has brackets for a title',
      film({ title: 0 }).replace('0', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
      'INVALID_RECORD',
    ],
    [
      'is nested 65 levels',
      film({ more: 0 }).replace(':0', `:${'['.repeat(64)}${']'.repeat(64)}`),
      'INVALID_RECORD',
    ],
    ['is longer than a line may be', film({ title: 'x'.repeat(1_100_000) }), 'INVALID_RECORD'],
  ])('rejects a line that %s, and takes the others', async (_, line, code) => {
    const { report, rejected, counts } = await films(
      lines(film({ title: 'Before' }), line, film({ title: 'After' })),
    );
    expect(report).toMatchObject({ total: 3, accepted: 2, rejected: 1 });
    expect(rejected).toEqual([[2, code]]);
    expect(counts).toMatchObject({ works: 2, people: 1, credits: 2 });
  });

  test('keeps a short record of a line that is too long', async () => {
    const { at, path } = await films(lines(film({ title: 'x'.repeat(1_100_000) })));
    const [only] = at.rejected(path);
    expect(only?.record.length).toBeLessThan(5_000);
    expect(only?.record).toContain('xxx');
  });

  test('rejects bytes that are no UTF-8, and only their line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(lines(film({}))),
      Buffer.from([0xed, 0xa0, 0x80, 0x0a]),
      Buffer.from(film({})),
    ]);
    expect(await films(bytes)).toMatchObject({
      report: { total: 3, accepted: 2 },
      rejected: [[2, 'INVALID_RECORD']],
    });
  });

  test('may have a byte order mark, other ends of lines, blank lines, and no end at the end', async () => {
    const text = `\ufeff${film({ title: 'One' })}\r\n\r\n${film({ title: 'Two' })}\r\n   \r\n${film({ title: 'Three' })}`;
    const { report, counts, at } = await films(text);
    expect(report).toMatchObject({ total: 3, accepted: 3, rejected: 0 });
    expect(counts.works).toBe(3);
    expect((await at.store.findWorks({ by: 'name', key: 'one' }))[0]?.title).toBe('One');
  });

  test('keeps the whole of a cast but the names that cannot be one', async () => {
    const { report, counts } = await films(
      lines(film({ cast: ['Ann Lee', '', 7, 'a\u202eb', 'Ann Lee', 'שרה כהן', 'فاتن حمامة'] })),
    );
    expect(report).toMatchObject({ rejected: 0, leftOut: { 'cast [INVALID_NAME]': 3 } });
    expect(counts.people).toBe(3);
  });

  test('says the same thing twice once', async () => {
    const { report, counts } = await films(lines(film({}), film({}), film({ cast: ['Ann Lee', 'Bob'] })));
    expect(report).toMatchObject({ total: 3, accepted: 3 });
    expect(counts).toMatchObject({ works: 1, people: 2, credits: 2 });
  });

  test('is not one of another format', async () => {
    const at = await place();
    await expect(at.run('films', at.file('x.jsonl', 'title,year\n'))).rejects.toThrow(
      'Expected a JSON object',
    );
    expect(await at.store.counts()).toMatchObject({ works: 0 });
  });

  test('may be empty', async () => {
    expect(await films('')).toMatchObject({ report: { total: 0, accepted: 0, rejected: 0, isWhole: true } });
    expect(await films('', 'empty.jsonl.gz')).toMatchObject({ report: { total: 0 } });
  });
});

const NAMES = 'nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles';
const TITLES =
  'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres';
const PRINCIPALS = 'tconst\tordering\tnconst\tcategory\tjob\tcharacters';
const AKAS = 'titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle';

async function imdb(at: Place, name: string, header: string, ...rows: readonly string[]) {
  const path = at.file(`${name}.tsv.gz`, lines(header, ...rows));
  const report = await at.run('imdb', path);
  expect(report.accepted + report.rejected).toBe(report.total);
  expect(at.rejected(path)).toHaveLength(report.rejected);
  return { report, rejected: at.rejected(path).map(({ line, reason }) => [line, reason.code] as const) };
}

describe('files of IMDb', () => {
  test('become people, works, further titles and credits', async () => {
    const at = await place();
    await imdb(
      at,
      'n',
      NAMES,
      'nm0000001\tAnn Lee\t1970\t\\N\tactress\ttt0000001',
      'nm0000002\tBob Stone\t\\N\t\\N\t\\N\t\\N',
    );
    await imdb(at, 't', TITLES, 'tt0000001\ttvSeries\tThe River\tDer Fluss\t0\t1999\t2003\t45\tDrama');
    await imdb(
      at,
      'a',
      AKAS,
      'tt0000001\t1\tLa Rivière\tFR\tfr\timdbDisplay\t\\N\t0',
      'tt0000001\t2\tThe River\tUS\ten\t\\N\t\\N\t0',
    );
    const { report } = await imdb(
      ...([at, 'p', PRINCIPALS] as const),
      'tt0000001\t1\tnm0000001\tactress\t\\N\t["Grace","The \\"Boss\\""]',
      'tt0000001\t2\tnm0000002\tdirector\t\\N\t\\N',
    );
    expect(report).toMatchObject({ accepted: 2, leftOut: {} });
    const [river] = await at.store.findWorks({ by: 'external', scheme: 'imdb', value: 'tt0000001' });
    expect(river).toMatchObject({ title: 'The River', kind: 'SERIES', aliases: ['Der Fluss', 'La Rivière'] });
    expect(river?.premiered?.text).toBe('1999');
    const [ann] = await at.store.findPeople({ by: 'name', key: 'ann lee' });
    expect(ann?.person).toMatchObject({
      externalIds: { imdb: 'nm0000001' },
      birthDateDocument: 'document/imdb/1',
    });
    const credits = await at.store.credits([river?.id as never], null, null, { first: 10, after: null });
    const found = credits.get(river?.id as never)?.items.map(({ value }) => value) ?? [];
    expect(found.map(({ role, billing, document }) => [role, billing, document])).toEqual([
      ['ACTOR', 1, 'document/imdb/1'],
      ['ACTOR', 1, 'document/imdb/1'],
      ['DIRECTOR', 2, 'document/imdb/1'],
    ]);
    const release = (await at.store.nodes(['document/imdb/1' as never], null)).get(
      'document/imdb/1' as never,
    );
    expect(release?.value).toMatchObject({
      source: 'source/imdb',
      title: 'IMDb Non-Commercial Datasets, version 1, licence: personal and non-commercial use only',
      retrievedAt: '2026-11-20T00:00:00.000Z',
    });
    expect((await at.store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('reject rows with wrong columns, ids, names, and those of whom nothing is known', async () => {
    const at = await place();
    const names = await imdb(
      ...([at, 'n', NAMES] as const),
      'nm0000001\tAnn Lee\t0000\t\\N\tactress\t\\N',
      'nm0000002\tBob',
      'x\tBob\t\\N\t\\N\t\\N\t\\N',
      'nm0000003\t\\N\t\\N\t\\N\t\\N\t\\N',
      'nm0000004\tEve\u2066\t\\N\t\\N\t\\N\t\\N',
      'nm0000005\tZoe\t2970\t\\N\t\\N\t\\N',
      'nm0000006\tMax\t65\t\\N\t\\N\t\\N',
      'nm0000001\tAnn Lee\t1970\t\\N\tactress\t\\N',
    );
    expect(names.report).toMatchObject({ total: 8, accepted: 3, leftOut: { 'birthYear [INVALID_DATE]': 2 } });
    expect(names.rejected).toEqual([
      [3, 'INVALID_RECORD'],
      [4, 'INVALID_RECORD'],
      [5, 'INVALID_RECORD'],
      [6, 'INVALID_NAME'],
      [7, 'INVALID_RECORD'],
    ]);
    await imdb(at, 't', TITLES, 'tt0000001\tmovie\tThe River\tThe River\t0\t0000\t\\N\t\\N\t\\N');
    const principals = await imdb(
      ...([at, 'p', PRINCIPALS] as const),
      'tt0000001\t1\tnm0000001\tactor\t\\N\tnot json',
      'tt0000001\t2\tnm9999999\tactor\t\\N\t\\N',
      'tt9999999\t1\tnm0000001\tactor\t\\N\t\\N',
      'tt0000001\t0\tnm0000001\tactor\t\\N\t\\N',
      'tt0000001\t1\tnm0000001\tactor\t\\N\tnot json',
    );
    expect(principals.report).toMatchObject({ accepted: 2, leftOut: { 'characters [INVALID_RECORD]': 2 } });
    expect(principals.rejected).toEqual([
      [3, 'NOT_FOUND'],
      [4, 'NOT_FOUND'],
      [5, 'INVALID_RECORD'],
    ]);
    expect((await at.store.counts()).credits).toBe(1);
  });

  test('are refused whole when their columns are others', async () => {
    const at = await place();
    await expect(at.run('imdb', at.file('x.tsv', 'nconst\tname\n'))).rejects.toThrow(
      'to begin with the columns',
    );
  });

  test.each(['constructor', 'toString', '__proto__'])(
    'may use the word %s for a kind and a part that is not known',
    async (word) => {
      const at = await place();
      await imdb(at, 'n', NAMES, 'nm0000001\tAnn Lee\t1970\t\\N\tactress\ttt0000001');
      const titles = await imdb(
        at,
        't',
        TITLES,
        `tt0000001\t${word}\tThe River\tThe River\t0\t1999\t\\N\t45\tDrama`,
      );
      const parts = await imdb(at, 'p', PRINCIPALS, `tt0000001\t1\tnm0000001\t${word}\t\\N\t\\N`);
      expect([titles.rejected, parts.rejected]).toEqual([[], []]);
      const [river] = await at.store.findWorks({ by: 'external', scheme: 'imdb', value: 'tt0000001' });
      expect(river?.kind).toBe('OTHER');
    },
  );

  test('add to whoever is on file with the same id, whatever they are called', async () => {
    const at = await place();
    await at.store.apply(change({ people: [ann] }));
    await imdb(at, 'n', NAMES, 'nm0000001\tAnnabel Lee\t1971\t\\N\tactress\t\\N');
    const found = await at.store.findPeople({ by: 'external', scheme: 'imdb', value: 'nm0000001' });
    expect(found.map(({ person }) => person)).toMatchObject([
      { id: 'person/ann', name: 'Ann Lee', aliases: ['Annabel Lee'] },
    ]);
    expect(found[0]?.person.birthDate?.text).toBe('1970-05-05');
  });

  test('leave out further titles that speak of what is never recorded', async () => {
    const at = await place();
    await imdb(at, 't', TITLES, 'tt0000001\tmovie\tThe River\tThe River\t0\t1999\t\\N\t\\N\t\\N');
    const { report } = await imdb(
      at,
      'a',
      AKAS,
      'tt0000001\t1\tThe Transsexual Murderer\tUS\ten\t\\N\t\\N\t0',
    );
    expect(report).toMatchObject({ accepted: 1, leftOut: { 'aliases [GENDER_IDENTITY]': 1 } });
  });
});

const ann = person('ann', 'Ann Lee', {
  birthDate: parseDate('1970-05-05'),
  externalIds: { wikidata: null, imdb: 'nm0000001', tmdb: null },
});

describe('marriages', () => {
  const HEADER =
    'Celebrity,Spouse,Start_Date,End_Date,End_Cause,Celebrity_Birth,Spouse_Birth,Celebrity_Fame_Score,Spouse_Fame_Score';
  test('are claims about people whom name and birth date tell, and nobody else', async () => {
    const at = await place();
    await at.store.apply(change({ people: [ann] }));
    const rows = [
      'Ann Lee,Bob Stone,1995-01-01,1999-01-01,divorce,1970-05-05,1968-02-02,1,1',
      'Ann Lee,Bob Stone,1995-01-01,1999-01-01,divorce,1970-05-05,1968-02-02,1,1',
      'Bob Stone,Ann Lee,1995-01-01,1999-01-01,divorce,1968-02-02,1970-05-05,1,1',
      'Ann Lee,"Carl, the ""Great""",2001-01-01,,,1970-05-05,1960-01-01,1,1',
      'Ann Lee,Dan,2001-01-01,,,1970-05-05,,1,1',
      'Ann Lee,Ann Lee,2001-01-01,,,1970-05-05,1970-05-05,1,1',
      'Eve Gray,Bob Stone,2005-01-01,2001-01-01,,1971-01-01,1968-02-02,1,1',
      'Eve Gray,Bob Stone,2005-13-01,,,1971-01-01,1968-02-02,1,1',
      'Eve Gray,Bob Stone',
    ];
    const path = at.file('marriages.csv', lines(HEADER, ...rows));
    const report = await at.run('marriages', path);
    expect(report).toMatchObject({ total: 9, accepted: 4, rejected: 5 });
    expect(at.rejected(path).map(({ line, reason }) => [line, reason.code])).toEqual([
      [6, 'NOT_FOUND'],
      [7, 'INVALID_CLAIM'],
      [8, 'INVALID_CLAIM'],
      [9, 'INVALID_DATE'],
      [10, 'INVALID_RECORD'],
    ]);
    expect(await at.store.counts()).toMatchObject({ claims: 2, people: 3 });
    const asked = await at.hearsay('ask', 'Ann Lee', 'Bob Stone', '--kind', 'married', '--as-of', '1997');
    expect(asked.out).toContain('Marriages of celebrities reported it');
  });
});
