import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ClaimId, NodeId } from '../../src/domain/ids.ts';
import { parseDate } from '../../src/domain/time.ts';
import { PROPERTIES } from '../../src/ingest/wikidata/entity.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, person } from '../support/builders.ts';
import { place } from './importing.ts';
import { importInto } from './importing-store.ts';

const item = (property: string, id: string) => ({
  ...{ snaktype: 'value', property, datatype: 'wikibase-item' },
  datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } },
});
const text = (property: string, value: string) => ({
  ...{ snaktype: 'value', property, datatype: 'string', datavalue: { type: 'string', value } },
});
const time = (
  property: string,
  value: string,
  precision = 11,
  calendarmodel = 'http://www.wikidata.org/entity/Q1985727',
) => ({
  ...{ snaktype: 'value', property, datatype: 'time' },
  datavalue: {
    type: 'time',
    value: { time: value, timezone: 0, before: 0, after: 0, precision, calendarmodel },
  },
});
const unknown = (property: string) => ({ snaktype: 'somevalue', property, datatype: 'time' });

let statements = 0;
function statement(mainsnak: object, rest: object = {}) {
  statements += 1;
  return { mainsnak, type: 'statement', rank: 'normal', id: `Q0$${statements}`, ...rest };
}

function entity(id: string, label: string, claims: Record<string, readonly object[]>): string {
  const labels = { en: { language: 'en', value: label }, de: { language: 'de', value: `${label} (de)` } };
  return JSON.stringify({
    id,
    type: 'item',
    labels,
    aliases: { en: [{ language: 'en', value: `${label} alias` }] },
    claims,
  });
}
const human = (id: string, label: string, more: Record<string, readonly object[]> = {}) =>
  entity(id, label, {
    P31: [statement(item('P31', 'Q5'))],
    P569: [statement(time('P569', '+1970-05-05T00:00:00Z'))],
    ...more,
  });

const ann = human('Q101', 'Ann Lee', {
  P345: [statement(text('P345', 'nm0000101'))],
  P21: [statement(item('P21', 'Q6581072'))],
  P91: [statement(item('P91', 'Q6636'))],
  P140: [statement(item('P140', 'Q9592'))],
  P26: [
    statement(item('P26', 'Q102'), {
      id: 'Q101$wed',
      qualifiers: {
        P580: [time('P580', '+1995-01-01T00:00:00Z', 9)],
        P582: [time('P582', '+1999-06-00T00:00:00Z', 10)],
      },
      references: [
        {
          snaks: {
            P854: [text('P854', 'https://www.daily.example/ann-and-bob')],
            P813: [time('P813', '+2020-01-02T00:00:00Z')],
          },
        },
        { snaks: { P248: [item('P248', 'Q999')] } },
      ],
    }),
    statement(item('P26', 'Q103'), { id: 'Q101$wrong', rank: 'deprecated' }),
    statement(item('P26', 'Q104'), { id: 'Q101$stranger' }),
    statement(item('P26', 'Q101'), { id: 'Q101$self' }),
    statement({ snaktype: 'novalue', property: 'P26' }),
  ],
  P451: [statement(item('P451', 'Q103'), { id: 'Q101$partner', qualifiers: { P582: [unknown('P582')] } })],
});
const bob = human('Q102', 'Bob Stone');
const cat = human('Q103', 'Cat Hill', {
  P569: [
    statement(time('P569', '+1980-00-00T00:00:00Z', 9)),
    statement(time('P569', '+1981-00-00T00:00:00Z', 9)),
  ],
});
const film = entity('Q201', 'The River', {
  P31: [statement(item('P31', 'Q11424'))],
  P577: [
    statement(time('P577', '+2001-03-00T00:00:00Z', 10)),
    statement(time('P577', '+2000-12-24T00:00:00Z')),
  ],
  P345: [statement(text('P345', 'tt0000201'))],
  P161: [
    statement(item('P161', 'Q101'), { qualifiers: { P453: [item('P453', 'Q301')] } }),
    statement(item('P161', 'Q102'), { qualifiers: { P4633: [text('P4633', 'A ferryman')] } }),
    statement(item('P161', 'Q103'), { rank: 'deprecated' }),
    statement(item('P161', 'Q104')),
  ],
});
const hero = entity('Q301', 'Grace', { P31: [statement(item('P31', 'Q15773347'))] });
const city = entity('Q401', 'A city', { P31: [statement(item('P31', 'Q515'))] });

const DUMP = `[\n${[film, ann, '{"id": broken},', bob, cat, hero, city]
  .map((line) => line.replace(/,?$/, ','))
  .join('\n')
  .replace(/,$/, '')}\n]\n`;

async function claimsIn(store: GraphStore) {
  const page = { first: 100, after: null };
  const reader = { profile: 'open', asOf: parseDate('2026-11-22'), knownAt: null } as const;
  return (await store.claims({ includeRetracted: true }, reader, page)).items.map(({ value }) => value);
}

describe('a dump of Wikidata', () => {
  test('becomes people, works, casts, and claims with whom it cites', async () => {
    const at = await place();
    const path = at.file('dump.json.gz', DUMP);
    const report = await at.run('wikidata', path);
    expect(report).toMatchObject({ total: 7, accepted: 6, rejected: 1 });
    expect(at.rejected(path)).toMatchObject([{ line: 4, reason: { code: 'INVALID_RECORD' } }]);
    expect(report.leftOut).toEqual({
      'entity that is neither a person nor a work': 2,
      'cast of somebody, or a work, that is not on file': 1,
      'spouse or partner who is not on file': 1,
      'spouse or partner of themself': 1,
    });
    const found = await at.store.nodes(['person/q101', 'person/q103', 'work/q201'] as NodeId[], null);
    expect(found.get('person/q101' as NodeId)?.value).toMatchObject({
      person: {
        ...{ name: 'Ann Lee', aliases: ['Ann Lee (de)', 'Ann Lee alias'] },
        ...{
          externalIds: { wikidata: 'Q101', imdb: 'nm0000101', tmdb: null },
          birthDateDocument: 'document/wikidata/1',
        },
      },
    });
    expect(found.get('person/q103' as NodeId)?.value).toMatchObject({
      person: { birthDate: { text: '1981' } },
    });
    expect(found.get('work/q201' as NodeId)?.value).toMatchObject({
      kind: 'FILM',
      premiered: { text: '2000-12-24' },
    });
    const credits = await at.store.credits(['work/q201' as never], null, null, { first: 10, after: null });
    const parts =
      credits.get('work/q201' as never)?.items.map(({ value }) => [value.person, value.character]) ?? [];
    expect(parts.toSorted()).toEqual([
      ['person/q101', 'character/q201.grace'],
      ['person/q102', 'character/q201.a-ferryman'],
    ]);
    const claims = await claimsIn(at.store);
    const told = claims.map(({ kind, stance, object, attributedTo, validFrom, validTo, retraction }) =>
      [
        kind,
        stance,
        object,
        attributedTo[0]?.source ?? '-',
        validFrom?.text,
        validTo?.text,
        retraction?.reason,
      ].join(' '),
    );
    expect(told.toSorted()).toEqual([
      'DATING ENDS person/q103 -   ',
      'DATING SUPPORTS person/q103 -   ',
      'MARRIED SUPPORTS person/q102 source/web/daily-example 1995 1999-06 ',
      'MARRIED SUPPORTS person/q102 source/wikidata-item/q999 1995 1999-06 ',
      'MARRIED SUPPORTS person/q103 -   SOURCE_RETRACTED',
    ]);
    expect(claims.every(({ document }) => document === ('document/wikidata/1' as never))).toBe(true);
    expect((await at.store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('says nothing of what is never recorded, whatever its entities say', async () => {
    const at = await place();
    await at.run('wikidata', at.file('dump.json', DUMP));
    const { out } = await at.hearsay('export', '--everything');
    for (const word of ['Q6581072', 'Q6636', 'Q9592', 'P21', 'P91', 'P140']) expect(out).not.toContain(word);
    const special = [
      'P21',
      'P91',
      'P140',
      'P102',
      'P1050',
      'P509',
      'P1399',
      'P2650',
      'P1142',
      'P3716',
      'P1557',
    ];
    expect(Object.values(PROPERTIES).filter((property) => special.includes(property))).toEqual([]);
  });

  test('is the same when it comes as lines, or again', async () => {
    const [one, other] = [await place(), await place()];
    await one.run('wikidata', one.file('dump.json', DUMP));
    await other.run('wikidata', other.file('lines.json', DUMP.replace(/^\[\n|\]\n$/g, '')));
    await other.run('wikidata', other.file('again.json', DUMP), { batch: 2 });
    const exported = async (at: typeof one) =>
      (await at.hearsay('export', '--everything')).out.split('\n').toSorted();
    expect(await exported(other)).toEqual(await exported(one));
  });

  test('adds to people and works on file that have an id of it, or of IMDb', async () => {
    const at = await place();
    const known = person('ann', 'Ann Lee', {
      birthDate: null,
      externalIds: { wikidata: null, imdb: 'nm0000101', tmdb: null },
    });
    const rob = person('bob', 'Rob Stone', { externalIds: { wikidata: 'Q102', imdb: null, tmdb: null } });
    await at.store.apply(change({ people: [known, rob] }));
    await at.run('wikidata', at.file('dump.json', DUMP));
    const found = await at.store.nodes(
      [known.id, rob.id, 'person/q101' as NodeId, 'person/q102' as NodeId],
      null,
    );
    expect([...found.keys()].toSorted()).toEqual([known.id, rob.id]);
    expect(found.get(known.id)?.value).toMatchObject({ person: { externalIds: { wikidata: 'Q101' } } });
    expect(found.get(rob.id)?.value).toMatchObject({ person: { name: 'Rob Stone' } });
    const about = (await claimsIn(at.store)).filter(({ kind }) => kind === 'MARRIED');
    expect(
      about
        .flatMap(({ id, subject }): [ClaimId, string][] => [[id, subject]])
        .every(([, who]) => who === known.id),
    ).toBe(true);
  });

  test('may be packed with bzip2, in several streams, and break off there', async () => {
    const packed = readFileSync('tests/import/two-people.json.bz2');
    const [whole, cut] = [await place(), await place()];
    expect(await whole.run('wikidata', whole.file('whole.json.bz2', packed))).toMatchObject({
      total: 2,
      accepted: 2,
    });
    const broken = cut.file('cut.json.bz2', packed.subarray(0, packed.length - 60));
    const report = await cut.run('wikidata', broken);
    expect(report).toMatchObject({ total: 2, accepted: 1, rejected: 1 });
    expect(cut.rejected(broken)[0]?.reason.message).toContain('to go on to its end');
  });

  test('may be one entity, on many lines and wrapped as a server wraps it', async () => {
    const at = await place();
    const wrapped = JSON.stringify({ entities: { Q102: JSON.parse(bob) as unknown } }, null, 2);
    expect(await at.run('wikidata', at.file('Q102.json', wrapped))).toMatchObject({ total: 1, accepted: 1 });
    expect(
      (await at.store.findPeople({ by: 'external', scheme: 'wikidata', value: 'Q102' }))[0]?.person.name,
    ).toBe('Bob Stone');
  });
});

test('what one batch brings is on file when the next is read, however long storing it takes', async () => {
  const at = await place();
  const stored = at.store.load.bind(at.store);
  const slow: GraphStore = {
    ...at.store,
    load: async (batch) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return stored(batch);
    },
  };
  const sameIn = { P345: [statement(text('P345', 'nm0000777'))] };
  const path = at.file('w.json', `${human('Q701', 'One', sameIn)}\n${human('Q702', 'Other', sameIn)}\n`);
  await importInto(slow, 'wikidata', path, { batch: 1 });
  const found = await at.store.findPeople({ by: 'external', scheme: 'imdb', value: 'nm0000777' });
  expect(found.map(({ person: { id, aliases } }) => [id, aliases.includes('Other')])).toEqual([
    ['person/q701', true],
  ]);
});
