import { describe, expect, test } from 'vitest';
import { pairOf } from '../../src/domain/claim.ts';
import { evaluatePair } from '../../src/domain/confidence/evaluate-pair.ts';
import type { PairKind } from '../../src/domain/kinds.ts';
import { parseDate } from '../../src/domain/time.ts';
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
      expect(await married(at, couple, '1970')).toEqual(['REPORTED', '1964-03-15', null, '1974-06-26']);
      expect(await married(at, couple, '1980')).toEqual(['ENDED', '1964-03-15', '1974-06-26', '1974-06-26']);
      expect(await married(at, couple, '2026-11-22')).toMatchObject({ 0: 'ENDED', 2: '1974-06-26' });
      expect((await at.store.counts()).claims).toBe(1);
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
    expect(await married(at, couple, '1980')).toEqual(['ENDED', '1964', '1974', '1974']);
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
