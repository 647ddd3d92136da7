import { expect, test } from 'vitest';
import { parseDate } from '../../src/domain/time.ts';
import { change, person } from '../support/builders.ts';
import { place, type Place } from './importing.ts';

const HEADER = 'Celebrity,Spouse,Start_Date,End_Date,End_Cause,Celebrity_Birth,Spouse_Birth';
const csv = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');
const born = (date: string) => ({ birthDate: parseDate(date) });
const people = [
  ...[person('ann', 'Ann Lee', born('1970-05-05')), person('bob', 'Bob Stone', born('1968-02-02'))],
  ...[person('kim', 'Kim Small', born('2015-03-03')), person('cat', 'Cat Hill', born('1971-01-02'))],
];
const VISIBLE = 'Ann Lee,Bob Stone,1995-01-02,1999-01-02,divorce,1970-05-05,1968-02-02';
const HIDDEN = 'Ann Lee,Kim Small,2020-01-02,,,1970-05-05,2015-03-03';

/** The feed as everybody sees it. */
function feedOf({ store }: Place) {
  const reader = { profile: 'cautious', asOf: parseDate('2026-11-22'), knownAt: null } as const;
  return store.changesAfter(0, 1_000, reader);
}

async function begun(): Promise<Place> {
  const at = await place();
  await at.store.apply(change({ people }));
  await at.run('marriages', at.file('first.csv', csv(VISIBLE)));
  return at;
}

test('a batch that brings something to be seen is told, about the release', async () => {
  const at = await begun();
  const before = await feedOf(at);
  await at.run(
    'marriages',
    at.file('more.csv', csv('Cat Hill,Bob Stone,2001-01-02,,,1971-01-02,1968-02-02')),
  );
  const told = (await feedOf(at)).slice(before.length);
  expect(told.map(({ type, node }) => [type, node])).toEqual([['UPDATED', 'document/marriages/1']]);
});

test.each([
  ['holds only hidden claims', [HIDDEN]],
  ['holds only what is on file', [VISIBLE]],
  ['holds both of these', [VISIBLE, HIDDEN]],
  ['holds only rejected records', ['Ann Lee']],
])('a batch that %s leaves no trace in the feed that everybody sees', async (_, rows) => {
  const at = await begun();
  const before = await feedOf(at);
  expect(before).not.toEqual([]);
  expect(await at.run('marriages', at.file('second.csv', csv(...rows)))).toMatchObject({ batches: 1 });
  expect(await feedOf(at)).toEqual(before);
});

test('a dataset of which everything is hidden has no place in the feed that everybody sees', async () => {
  const [hiding, bare] = [await place(), await place()];
  for (const { store } of [hiding, bare]) await store.apply(change({ people }));
  await hiding.run('marriages', hiding.file('hidden.csv', csv(HIDDEN)));
  expect((await hiding.store.counts()).claims).toBe(1);
  const told = (await feedOf(hiding)).filter(({ node }) => !/^source/.test(node));
  expect(told.map(({ type, node }) => [type, node])).toEqual(
    (await feedOf(bare)).map(({ type, node }) => [type, node]),
  );
});
