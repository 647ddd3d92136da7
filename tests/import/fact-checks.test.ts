import { expect, test } from 'vitest';
import { parseDate } from '../../src/domain/time.ts';
import { assertionIn } from '../../src/ingest/fact-checks/headline.ts';
import { change, person } from '../support/builders.ts';
import { place } from './importing.ts';

const HEADER = 'id,claim,rating,published,url,cited';
const row = (claim: string, rating: string, url = 'https://www.checkers.example/1') =>
  `1,"${claim}",${rating},"1:58 am, November 13, 2018",${url},`;

test('ratings become claims where a headline names two people on file, and are counted elsewhere', async () => {
  const at = await place();
  const people = [
    person('ann', 'Ann Lee'),
    person('bob', 'Bob Stone'),
    person('cat', 'Cat Hill'),
    person('cat-2', 'Cat Hill'),
  ];
  await at.store.apply(change({ people }));
  const path = at.file(
    'checks.csv',
    [
      HEADER,
      row('Ann Lee Dating Bob Stone?', '0', 'https://www.checkers.example/1'),
      row('Bob Stone And Ann Lee Engaged', '10', 'https://www.checkers.example/2'),
      row('Ann Lee Dating Bob Stone Again?', '5'),
      row('Ann Lee Dating Cat Hill?', '0'),
      row('Ann Lee Dating Somebody New?', '0'),
      row('Ann Lee, Bob Stone Split?', '0'),
      row('Ann Lee NOT Dating Bob Stone', '0'),
      row('Ann Lee Dating Bob Stone?', '11'),
      row('Ann Lee Dating Bob Stone?', '0', 'javascript:alert(1)'),
    ].join('\r\n'),
  );
  const report = await at.run('fact-checks', path);
  expect(report).toMatchObject({ total: 9, accepted: 7, rejected: 2 });
  expect(report.leftOut).toEqual({
    'rating that decides nothing': 1,
    'headline whose names are not two people on file': 3,
    'headline that says nothing of two people': 1,
  });
  const reader = { profile: 'open', asOf: parseDate('2026-11-22'), knownAt: null } as const;
  const { items } = await at.store.claims({}, reader, { first: 10, after: null });
  expect(
    items.map(({ value }) => [
      value.kind,
      value.stance,
      value.document,
      value.attributedTo[0]?.source,
      value.assertedAt.text,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['DATING', 'DENIES', 'document/fact-checks/1', 'source/web/checkers-example', '2018-11-13'],
      ['ENGAGED', 'SUPPORTS', 'document/fact-checks/1', 'source/web/checkers-example', '2018-11-13'],
    ]),
  );
  expect(items).toHaveLength(2);
});

test.each([
  ['Ann Lee, Bob Stone Dating?', 'DATING'],
  ['Ann Lee Dating Bob Stone', 'DATING'],
  ['Is Ann Lee Secretly Dating Bob Stone?', 'DATING'],
  ['Ann Lee And Bob Stone In \u2018Secret Romance,\u2019', 'DATING'],
  ['Ann Lee, Bob Stone \u201cSecretly Engaged,\u201d', 'ENGAGED'],
  ['Are Ann Lee And Bob Stone Married?', 'MARRIED'],
  ['Ann Lee Secretly Married To Bob Stone?', 'MARRIED'],
  ['Ann Lee & Bob Stone Are In "Feud"', 'FEUD'],
])('"%s" says %s of two people', (headline, kind) => {
  expect(assertionIn(headline)).toEqual({ kind, names: ['Ann Lee', 'Bob Stone'] });
});

// Of such headlines a rating may deny what is not the relationship.
const BESIDE: readonly string[] = [
  'Ann Lee Begging Bob Stone To Find Her A Girlfriend?',
  'Ann Lee Asking Bob Stone To Set Her Up On Dates',
  'Ann Lee, Bob Stone Secret Best Friends, Planning Movie Together',
  'Ann Lee, Bob Stone Making Movie Together',
  'Ann Lee Determined To Get Married Before Bob Stone',
  'Ann Lee Spending Millions On Boyfriend Bob Stone',
  'Ann Lee Overcame \u2018Insecurities\u2019 Thanks To Boyfriend Bob Stone?',
  'Ann Lee Dating Again After Ex Bob Stone',
  'Ann Lee, Bob Stone In Open Marriage, Haven\u2019t Slept Together',
  'Ann Lee, Bob Stone Keeping Romance Private',
  'Ann Lee Does Pay Boyfriend Bob Stone',
  'Ann Lee, Bob Stone Living Together To Save Marriage',
  'Ann Lee, Bob Stone\u2019s Sons Max And Moritz Feuding?',
  'Ann Lee, Bob Stone Parents Feuding',
  'Ann Lee, Bob Stone Secretly Married In Georgia?',
  'Ann Lee, Bob Stone Getting Married?',
  'Ann Lee, Bob Stone Dating Again?',
  'Ann Lee, Bob Stone Feuding Over A Show',
  'Ann Lee Upset Over Bob Stone Dating Rumors',
  'Cat Hill Did Warn Ann Lee Against Dating Bob Stone',
  'Did Ann Lee Date Bob Stone?',
  'Ann Lee, Bob Stone Engaged Or Planning Wedding',
  'Ann Lee\u2019s Husband Bob Stone Furious',
  'Ann Lee, Bob Stone, Cat Hill Dating',
];

test('a headline makes no claim unless its whole assertion is the relationship', async () => {
  const at = await place();
  const people = [person('ann', 'Ann Lee'), person('bob', 'Bob Stone'), person('cat', 'Cat Hill')];
  await at.store.apply(change({ people }));
  const rows = BESIDE.flatMap((headline) => [row(headline, '0'), row(headline, '10')]);
  const report = await at.run('fact-checks', at.file('checks.csv', [HEADER, ...rows].join('\n')));
  expect(report).toMatchObject({ total: rows.length, rejected: 0 });
  expect((await at.store.counts()).claims).toBe(0);
});

test('headlines that speak of a relationship beside something else are counted apart', async () => {
  const at = await place();
  const rows = [
    row('Ann Lee Begging Boyfriend Bob Stone To Marry Her', '0'),
    row('Ann Lee Writing A Book', '0'),
  ];
  const report = await at.run('fact-checks', at.file('checks.csv', [HEADER, ...rows].join('\n')));
  expect(report.leftOut).toEqual({
    'headline that says it in passing, or something else beside it': 1,
    'headline that says nothing of two people': 1,
  });
});
