import { afterEach, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import { parseDate } from '../../src/domain/time.ts';
import { change, claim, document, person, source } from '../support/builders.ts';
import { openGraph, type TestGraph } from '../support/graph.ts';

const xena = person('xena', 'Xena Xu');
const yuri = person('yuri', 'Yuri Yang');
const zoe = person('zoe', 'Zoe Zahn');
const account = source('xena-account', {
  name: 'Xena on IG',
  kind: 'SOCIAL_ACCOUNT',
  outletType: null,
  person: xena.id,
});
const register = source('register', { name: 'The Register', kind: 'PUBLIC_RECORD', outletType: null });
const tabloid = source('tabloid', { name: 'Tab One' });
const magazine = source('magazine', { name: 'Mag One', outletType: 'CELEBRITY_MAGAZINE' });
const post2010 = document('post-2010', account, { published: parseDate('2010-01-01') });
const post2012 = document('post-2012', account, { published: parseDate('2012-01-01') });
const entry = document('entry', register, { published: parseDate('2000-01-01') });
const story = document('story', tabloid, { published: parseDate('2012-02-01') });
const feature = document('feature', magazine, { published: parseDate('2012-02-01') });
const CONFIRMED = { modality: 'CONFIRMED' } as const;

let graph: TestGraph;
afterEach(() => graph.close());

async function ask(claims: readonly Claim[], question: string, fields = 'summary denying { nodes { id } }') {
  graph = await openGraph([
    change({
      people: [xena, yuri, zoe],
      sources: [account, register, tabloid, magazine],
      documents: [post2010, post2012, entry, story, feature],
      claims,
    }),
  ]);
  const { data, errors } = await graph.ask(
    `{ r: ${question} { ... on ${question.startsWith('rumor') ? 'Rumor' : 'RelationshipAnswer'} { ${fields} } } }`,
  );
  expect(errors).toBeUndefined();
  const { r } = JSON.parse(JSON.stringify(data)) as {
    r: { summary: string; kind: string; denying: { nodes: { id: string }[] } };
  };
  return r;
}
const about = (a: string, b: string, rest = '', field = 'relationship') =>
  `${field}(a: { id: "person/${a}" }, b: { id: "person/${b}" }, asOf: "2012-03" ${rest})`;

describe('nobody is made to say more than they said', () => {
  const moved = [
    claim('xy', [xena, yuri], post2010, CONFIRMED),
    claim('xz', [xena, zoe], post2012, CONFIRMED),
  ];

  test('an earlier partner is no denial of the later one', async () => {
    const { summary } = await ask(moved, about('xena', 'zoe'));
    expect(summary).toMatch(/^Yes:/);
    expect(summary).not.toContain('denied');
  });
  test('a later partner outdates, and denies nothing', async () => {
    const { summary } = await ask(moved, about('xena', 'yuri'));
    expect(summary).toContain('it seems to be over');
    expect(summary).toContain('Xena on IG stated as settled that Xena Xu and Zoe Zahn are dating');
    expect(summary).not.toContain('denied');
  });
  test('kin are called kin', async () => {
    const { summary } = await ask(
      [claim('kin', [xena, yuri], entry, { ...CONFIRMED, kind: 'SIBLINGS' })],
      about('xena', 'yuri'),
    );
    expect(summary).toContain('The Register stated as settled that they are siblings');
    expect(summary).not.toContain('denied');
  });
  test('who denies a split is said to deny a split', async () => {
    const split = claim('split', [xena, yuri], post2012, { ...CONFIRMED, kind: 'SPLIT', stance: 'DENIES' });
    const { summary } = await ask(
      [claim('xy', [xena, yuri], post2010, CONFIRMED), split],
      about('xena', 'yuri'),
    );
    expect(summary).toMatch(/^Yes:/);
    expect(summary).toContain('denied that they have split up');
  });
  test('a denial of dating is no denial of a marriage', async () => {
    const denial = claim('denial', [xena, yuri], post2010, { ...CONFIRMED, stance: 'DENIES' });
    const wedding = claim('wedding', [xena, yuri], entry, {
      ...CONFIRMED,
      kind: 'MARRIED',
      assertedAt: parseDate('2011-05-01'),
    });
    const { summary } = await ask([denial, wedding], about('xena', 'yuri', 'kind: MARRIED'));
    expect(summary).toContain('denied that they are dating (2010)');
    expect(summary).not.toContain('denied it');
  });
  test('what was denied is what was asked', async () => {
    const denial = claim('denial', [xena, yuri], post2012, { ...CONFIRMED, stance: 'DENIES' });
    const wedding = claim('wedding', [xena, yuri], story, { kind: 'MARRIED' });
    const { summary, kind } = await ask([denial, wedding], about('xena', 'yuri'), 'summary kind');
    expect(kind).toBe('DATING');
    expect(summary).toMatch(
      /^(No|Probably not): as of 2012-03, it is denied that Xena Xu and Yuri Yang are dating\./,
    );
    expect(summary).toContain('Xena on IG denied it.');
    expect(summary).toContain('Tab One reported that they are married');
  });
  test('a citation of somebody concerned is not called silence', async () => {
    const cited = claim('cited', [xena, yuri], feature, {
      attributedTo: [{ source: account.id, document: null }],
    });
    const { summary } = await ask([cited], about('xena', 'yuri'));
    expect(summary).toContain('Mag One (citing Xena on IG) reported it');
    expect(summary).not.toContain('No public statement');
  });
  test('a guess stays a guess, whatever is guessed', async () => {
    const guess = { modality: 'SPECULATED' } as const;
    const { summary } = await ask(
      [
        claim('xy', [xena, yuri], post2010, CONFIRMED),
        claim('single-x', [xena, null], feature, { ...guess, kind: 'SINGLE' }),
        claim('single-y', [yuri, null], feature, { ...guess, kind: 'SINGLE' }),
        claim('denial', [xena, yuri], story, { ...guess, stance: 'DENIES' }),
        claim('over', [xena, yuri], entry, { ...guess, stance: 'ENDS' }),
        claim('friends', [xena, yuri], feature, { modality: 'RUMORED', kind: 'FRIENDS' }),
      ],
      about('xena', 'yuri'),
    );
    expect(summary).toContain('Mag One described Xena Xu and Yuri Yang as single, as a guess.');
    expect(summary).toContain('Tab One denied it, as a guess.');
    expect(summary).toContain('The Register said that it is over, as a guess (2000).');
    expect(summary).toContain('Mag One called them friends, as a rumor.');
  });
  test('sentences start with a capital', async () => {
    const quoted = claim('quoted', [xena, yuri], feature, {
      ...CONFIRMED,
      onRecord: { person: xena.id, as: 'REPRESENTATIVE' },
    });
    const { summary } = await ask([quoted], about('xena', 'yuri'));
    expect(summary).toContain('. A representative of Xena Xu (to Mag One) stated it as settled');
  });
});

describe('a parent has a direction', () => {
  const parent = [claim('parent', [xena, yuri], entry, { ...CONFIRMED, kind: 'PARENT_OF' })];

  test('in the answer', async () => {
    const { summary } = await ask(parent, about('xena', 'yuri', 'kind: PARENT_OF'));
    expect(summary).toMatch(/^Yes: as of 2012-03, Xena Xu is a parent of Yuri Yang/);
  });
  test('and in what nobody said', async () => {
    const { summary } = await ask(parent, about('yuri', 'xena', 'kind: PARENT_OF'));
    expect(summary).toMatch(/nothing on file says whether Yuri Yang is a parent of Xena Xu/);
  });
});

test('a coarse date is a time in which something was heard, not a day', async () => {
  const old = claim('old', [xena, yuri], feature, { assertedAt: parseDate('2008') });
  const { summary } = await ask([old], about('xena', 'yuri'));
  expect(summary).toContain('It was last heard of in 2008, 3 years earlier.');
});

test('a romance with somebody else is no denial of a rumor', async () => {
  const rumor = [claim('xy', [xena, yuri], story), claim('xz', [xena, zoe], post2012, CONFIRMED)];
  const found = await ask(rumor, about('xena', 'yuri', '', 'rumor'), 'denials { totalCount }');
  expect(found).toEqual({ denials: { totalCount: 0 } });
});
