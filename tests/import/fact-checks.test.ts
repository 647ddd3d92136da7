import { expect, test } from 'vitest';
import { parseDate } from '../../src/domain/time.ts';
import { kindIn } from '../../src/ingest/fact-checks/headline.ts';
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
    'headline whose names are not two people on file': 2,
    'headline that says nothing of two people': 2,
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
  ['They Are Dating', 'DATING'],
  ['Secret Wedding For Two Stars', 'MARRIED'],
  ['Engaged And In Love', 'ENGAGED'],
  ['Feud On The Set', 'FEUD'],
  ['They Split After A Year Together', null],
  ['They Aren\u2019t Dating', null],
  ['Wrote A Song', null],
])('a headline "%s" says %s', (headline, kind) => {
  expect(kindIn(headline)).toBe(kind);
});
