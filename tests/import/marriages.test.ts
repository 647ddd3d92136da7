import { describe, expect, test } from 'vitest';
import { pairOf } from '../../src/domain/claim.ts';
import { evaluatePair } from '../../src/domain/confidence/evaluate-pair.ts';
import type { PairKind } from '../../src/domain/kinds.ts';
import { parseDate } from '../../src/domain/time.ts';
import { change, person } from '../support/builders.ts';
import { place, type Place } from './importing.ts';

const HEADER = 'Celebrity,Spouse,Start_Date,End_Date,End_Cause,Celebrity_Birth,Spouse_Birth';
const csv = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');

const couple = ['Ann Lee', 'Bob Stone'] as const;

/** What the engine makes of two people at a time: status, since, until, last heard. */
async function verdictOn({ store }: Place, kind: PairKind, names: readonly [string, string], asOf: string) {
  const keys = names.map((name) => ({ by: 'name', key: name.toLowerCase() }) as const);
  const found = await Promise.all(keys.map((key) => store.findPeople(key)));
  const [one, other] = found.map(([facts]) => facts?.person.id ?? ('person/nobody' as never));
  if (one === undefined || other === undefined) throw new Error('Expected two people');
  const time = { asOf: parseDate(asOf), knownAt: null };
  const dossier = await store.pairDossier([pairOf(one, other)], { profile: 'open', ...time });
  const verdict = evaluatePair({ kind, ...pairOf(one, other), ...time }, dossier);
  return [verdict.status, verdict.since?.text ?? null, verdict.until?.text ?? null, verdict.lastHeard?.text];
}

const married = (at: Place, names: readonly [string, string], asOf: string) =>
  verdictOn(at, 'MARRIED', names, asOf);

const item = (property: string, id: string) => ({
  ...{ snaktype: 'value', property, datatype: 'wikibase-item' },
  datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } },
});
const day = (property: string, date: string) => ({
  ...{ snaktype: 'value', property, datatype: 'time' },
  datavalue: {
    type: 'time',
    value: {
      ...{ time: `+${date}T00:00:00Z`, timezone: 0, before: 0, after: 0, precision: 11 },
      calendarmodel: 'http://www.wikidata.org/entity/Q1985727',
    },
  },
});

/** A human of Wikidata, with Q2 as their spouse or partner from 1964 to 1974. */
function entity(id: string, label: string, property?: string): string {
  const statement = (mainsnak: object, rest: object) => ({
    ...{ mainsnak, type: 'statement', rank: 'normal', id: `${id}$${JSON.stringify(mainsnak).length}` },
    ...rest,
  });
  const qualifiers = { P580: [day('P580', '1964-03-15')], P582: [day('P582', '1974-06-26')] };
  const claims = {
    P31: [statement(item('P31', 'Q5'), {})],
    ...(property === undefined ? {} : { [property]: [statement(item(property, 'Q2'), { qualifiers })] }),
  };
  return JSON.stringify({ id, type: 'item', labels: { en: { language: 'en', value: label } }, claims });
}

describe('a marriage that is imported', () => {
  test.each(['divorce', "death of subject's spouse", 'death', ''])(
    'is reported while it lasted and over after its end (%s)',
    async (cause) => {
      const at = await place();
      const row = `Ann Lee,Bob Stone,1964-03-15,1974-06-26,${cause},1932-02-27,1925-11-10`;
      await at.run('marriages', at.file('marriages.csv', csv(row)));
      expect(await married(at, couple, '1970')).toEqual(['REPORTED', '1964-03-15', null, '1974-06-27']);
      expect(await married(at, couple, '1980')).toEqual(['ENDED', '1964-03-15', '1974-06-26', '1974-06-27']);
      expect(await married(at, couple, '2026-11-22')).toMatchObject({ 0: 'ENDED', 2: '1974-06-26' });
      expect((await at.store.counts()).claims).toBe(1);
      const { edges } = await at.store.edges(null, 10);
      expect(edges).toMatchObject([{ status: 'ENDED', until: { text: '1974-06-26' } }]);
    },
  );

  test('may be followed by another of the same two', async () => {
    const at = await place();
    const rows = [
      'Ann Lee,Bob Stone,1964-03-15,1974-06-26,divorce,1932-02-27,1925-11-10',
      'Ann Lee,Bob Stone,1975-10-10,1976-07-29,divorce,1932-02-27,1925-11-10',
    ];
    await at.run('marriages', at.file('marriages.csv', csv(...rows)));
    expect(await married(at, couple, '1970')).toMatchObject({ 0: 'REPORTED' });
    expect(await married(at, couple, '1976-01')).toMatchObject({ 0: 'REPORTED', 1: '1975-10-10' });
    expect(await married(at, couple, '2026')).toMatchObject({ 0: 'ENDED', 2: '1976-07-29' });
  });

  test('has a year where the list only knows the year, and lasts where it has no end', async () => {
    const at = await place();
    const rows = [
      'Ann Lee,Bob Stone,1964-01-01,1974-01-01,,1932-02-27,1925-11-10',
      'Cat Hill,Dan Ford,2001-05-05,,,1970-02-27,1971-01-01',
    ];
    await at.run('marriages', at.file('marriages.csv', csv(...rows)));
    expect(await married(at, couple, '1980')).toEqual(['ENDED', '1964', '1974', '1975-01-01']);
    const lasting = await married(at, ['Cat Hill', 'Dan Ford'], '2026');
    expect(lasting).toEqual(['REPORTED', '2001-05-05', null, '2001-05-05']);
    const [dan] = await at.store.findPeople({ by: 'name', key: 'dan ford' });
    expect(dan?.person.birthDate?.text).toBe('1971');
  });

  test('is over when the list says so without a date, from the release on', async () => {
    const at = await place();
    const row = 'Ann Lee,Bob Stone,1964-03-15,,divorce,1932-02-27,1925-11-10';
    await at.run('marriages', at.file('marriages.csv', csv(row)));
    expect(await married(at, couple, '1970')).toMatchObject({ 0: 'REPORTED' });
    expect(await married(at, couple, '2026-11-22')).toMatchObject({ 0: 'ENDED', 2: null });
  });

  test.each([
    ['P26', 'MARRIED'],
    ['P451', 'DATING'],
  ] as const)('comes out the same from Wikidata (%s, %s)', async (property, kind) => {
    const at = await place();
    const lines = [entity('Q1', 'Ann Lee', property), entity('Q2', 'Bob Stone'), ''];
    await at.run('wikidata', at.file('dump.json', lines.join('\n')));
    const [then, later] = [
      await verdictOn(at, kind, couple, '1970'),
      await verdictOn(at, kind, couple, '1980'),
    ];
    expect(then).toMatchObject({ 0: 'REPORTED', 1: '1964-03-15' });
    expect(later).toMatchObject({ 0: 'ENDED', 2: '1974-06-26' });
  });
});

describe('somebody in a marriage', () => {
  const row = 'Ann Lee,Bob Stone,1964-03-15,1974-06-26,divorce,1932-02-27,1925-11-10';
  const told = async (at: Place, text = row, name = 'marriages.csv') => {
    const path = at.file(name, csv(text));
    const { accepted } = await at.run('marriages', path);
    return [accepted, ...at.rejected(path).map(({ reason }) => [reason.code, reason.message])];
  };
  const born = (date: string | null) => ({ birthDate: date === null ? null : parseDate(date) });
  const bob = person('bob', 'Bob Stone', born('1925-11-10'));

  test.each(['1932-02-27', '1932', '1932-02'])(
    'is who is on file as born in %s, if nobody else may be',
    async (date) => {
      const at = await place();
      await at.store.apply(change({ people: [person('ann', 'Ann Lee', born(date)), bob] }));
      expect(await told(at)).toEqual([1]);
      expect(await at.store.counts()).toMatchObject({ people: 2, claims: 1 });
    },
  );

  test('is somebody else than who is on file as born at another time', async () => {
    const at = await place();
    await at.store.apply(change({ people: [person('ann', 'Ann Lee', born('1933')), bob] }));
    expect(await told(at)).toEqual([1]);
    expect((await at.store.counts()).people).toBe(3);
  });

  test('is not guessed at where a birth date is missing, and the record says where', async () => {
    const at = await place();
    await at.store.apply(change({ people: [person('ann', 'Ann Lee', born(null)), bob] }));
    const expected = 'Expected two birth dates to tell whether "Ann Lee" is person/ann, but got none on file';
    expect(await told(at)).toEqual([0, ['INVALID_ARGUMENT', expected]]);
    const other = 'Bob Stone,Ann Lee,1964-03-15,,,1925-11-10,';
    expect(await told(at, other, 'other.csv')).toMatchObject([
      0,
      ['INVALID_ARGUMENT', expect.stringContaining('none in this row')],
    ]);
    expect((await at.store.counts()).claims).toBe(0);
  });

  test('is not guessed at among several', async () => {
    const at = await place();
    const people = [person('ann', 'Ann Lee', born('1932')), person('ann-2', 'Ann Lee', born(null)), bob];
    await at.store.apply(change({ people }));
    expect(await told(at)).toMatchObject([
      0,
      ['INVALID_ARGUMENT', expect.stringContaining('who may be person/ann or person/ann-2')],
    ]);
  });

  test('of whom nothing is on file has to have a birth date', async () => {
    const at = await place();
    expect(await told(at, 'Ann Lee,Bob Stone,1964-03-15,,,1932-02-27,')).toMatchObject([
      0,
      ['NOT_FOUND', expect.stringContaining('"Bob Stone"')],
    ]);
    expect((await at.store.counts()).people).toBe(0);
  });
});
