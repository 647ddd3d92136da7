import { describe, expect, test } from 'vitest';
import { relationshipPage } from '../../src/cli/print/answer.ts';
import { claimLines, claimPage, ownSign } from '../../src/cli/print/claims.ts';
import { failurePage } from '../../src/cli/print/failures.ts';
import type { AnswerParts, ClaimParts, NumberParts } from '../../src/cli/results.ts';
import { styleOf } from '../../src/cli/terminal/style.ts';
import { widthOf } from '../../src/cli/terminal/text.ts';
import { answerParts, claimOf, claimsOf } from './answers.ts';
import { testIo } from './test-io.ts';

const style = styleOf(testIo().io);
const page = (parts: Partial<AnswerParts>) => relationshipPage(answerParts(parts), style);
const claim = (parts: Partial<ClaimParts>) =>
  claimLines(claimOf(parts), { sign: ownSign(claimOf(parts)), names: false, id: false }, style).join('\n');

const NUMBER: NumberParts = {
  prior: 0.02,
  logOdds: -1.9,
  calibration: { a: 1, b: 0 },
  caps: [{ code: 'UNANSWERED_DENIAL', limit: 0.35, because: 'Nothing hard answers the denial.' }],
  terms: [
    {
      group: 'source/gazette',
      stance: 'SUPPORTS',
      source: { name: 'The Gazette' },
      claims: { totalCount: 3 },
      weight: 2.5,
      discount: 0.8,
      share: 1,
      contribution: 2,
    },
    {
      group: 'saturation',
      stance: 'SUPPORTS',
      source: null,
      claims: { totalCount: 0 },
      weight: -0.01,
      discount: 1,
      share: 1,
      contribution: -0.01,
    },
  ],
};

describe('an answer about two people', () => {
  test('begins with the question, the answer, its status and its date', () => {
    const [first, second] = page({ answer: 'PROBABLY_NOT', status: 'DENIED' }).split('\n');
    expect(first).toMatch(/^Ada Ash and Bo Birch: dating\? +as of 2024-06-01$/);
    expect(second).toBe('PROBABLY NOT - denied');
  });

  test('tells namesakes apart', () => {
    const people = ['person/ada-1', 'person/ada-2'].map((id) => ({ id, name: 'Ada' }));
    expect(page({ people })).toContain('Ada (person/ada-1) and Ada (person/ada-2): dating?');
  });

  test('of whom nothing is said shows neither a bar nor a number', () => {
    expect(page({})).not.toMatch(/%|#/);
  });

  test('names the number as the probability that the relationship holds', () => {
    const text = page({
      confidence: 0.03,
      answer: 'NO',
      status: 'DENIED',
      ignorance: 0.2,
      independentSources: 1,
    });
    expect(text).toContain('Probability that they are dating');
    expect(text).toContain('#.......................................  3%');
    expect(text).toContain('1 independent origin in support - a fair amount is known (ignorance 0.20 of 1)');
  });

  test('says of either side that nobody is on it', () => {
    const text = page({ denying: claimsOf(claimOf({ stance: 'DENIES' })) });
    expect(text).toContain('Who says so\n  Nobody on file.\n\nWho says otherwise (1)');
  });

  test('says how many lighter claims are not shown', () => {
    expect(page({ supporting: { totalCount: 3, nodes: [claimOf()] } })).toContain('And 2 lighter claims.');
  });

  test('labels fiction', () => {
    const onScreen = [
      {
        id: 'on-screen/1',
        kind: 'COUPLE' as const,
        work: { id: 'work/1', title: 'The Pier' },
        characters: [
          { id: 'character/1', name: 'Lena' },
          { id: 'character/2', name: 'Mo' },
        ],
      },
    ];
    expect(page({ onScreen })).toContain(
      'Fiction, not fact: characters that they play\n  Lena and Mo: couple in The Pier',
    );
  });

  test('shows how the number came about: the prior, every origin, the sum and the bounds', () => {
    const text = page({ confidence: 0.13, explanation: { ...NUMBER, ending: NUMBER } });
    expect(text).toMatch(/Before anybody spoke: 2% of named pairs +-3\.892\n/);
    expect(text).toMatch(/For: The Gazette \(3 claims\) +2\.500 x 0\.800 x +1\.000 = +\+2\.000\n/);
    expect(text).toMatch(/Together they weigh less than one by one +-0\.010\n/);
    expect(text).toMatch(/Sum: 13% +-1\.900\n/);
    expect(text).toContain('- At most 35%: Nothing hard answers the denial.');
    expect(text).toContain('The same for "it is over"');
  });

  test('lists what would change it, and what it rests on', () => {
    const change = {
      code: 'YEAR_OF_SILENCE',
      status: 'RUMORED',
      answer: 'UNKNOWN',
      confidence: 0.1,
    } as const;
    const text = page({
      wouldChange: [{ ...change, text: 'If nobody said anything for a year: rumored, 10%.' }],
      lastHeard: '2024-05-01',
      since: '2023',
      truncated: true,
    });
    expect(text).toContain('What would change it\n  - If nobody said anything for a year: rumored, 10%.');
    expect(text.replace(/\n/g, ' ')).toContain(
      'Said to have begun in 2023 - last heard on 2024-05-01 - known at 2024-06-01T10:00Z',
    );
    expect(text.replace(/\n/g, ' ')).toContain('only the latest claims were weighed');
  });

  test('asks of a parent and a child in English, and hears of a year in it', () => {
    const text = page({ kind: 'PARENT_OF', confidence: 0.5, lastHeard: '2020' });
    expect(text).toMatch(/^Ada Ash and Bo Birch: parent and child\?/);
    expect(text).toContain('Probability that they are parent and child');
    expect(text).toContain('Last heard in 2020');
  });

  test('is never wider than the terminal, whatever the graph says', () => {
    const long = 'Averylongwordwithoutanyblanks'.repeat(8);
    const heavy = claimOf({
      quote: long,
      locator: 'p12:100-2000',
      document: {
        id: 'document/1',
        title: long,
        url: `https://example.org/${long}`,
        published: null,
        source: { id: 'source/1', name: long },
      },
      attributedTo: [{ source: { id: 'source/2', name: long }, document: { title: long } }],
      evidence: [
        {
          stance: 'NEUTRAL',
          evidence: {
            id: 'evidence/1',
            kind: 'PHOTO',
            description: long,
            availability: 'DELETED',
          },
        },
      ],
    });
    const narrow = styleOf(testIo({ terminal: true, columns: 50, env: { NO_COLOR: '1' } }).io);
    const text = relationshipPage(
      answerParts({
        summary: long,
        confidence: 0.5,
        supporting: claimsOf(heavy),
        explanation: { ...NUMBER, ending: null },
        people: [
          { id: 'person/ada', name: long },
          { id: 'person/bo', name: '東京'.repeat(40) },
        ],
      }),
      narrow,
    );
    expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(50);
  });
});

describe('a claim', () => {
  test('says what, how strongly, when and where, by whom and on whose word', () => {
    const text = claim({
      modality: 'RUMORED',
      locator: 'p4',
      attributedTo: [
        {
          source: { id: 'source/blog', name: 'The Blog' },
          document: { title: 'Are they?' },
        },
        { source: { id: 'source/fans', name: 'fans' }, document: null },
      ],
      anonymousInsider: true,
    });
    expect(text).toMatch(/^ {4}\+ dating, rumored +2024-05-01 p4\n/);
    expect(text).toContain('citing an unnamed insider, citing The Blog ("Are they?"), citing fans');
  });

  test('stands below its document, which is named once', () => {
    const text = page({ supporting: claimsOf(claimOf(), claimOf({ id: 'claim/2', modality: 'CONFIRMED' })) });
    expect(text).toMatch(
      /Who says so \(2\)\n {2}The Gazette\n {4}\+ dating, reported .*\n {4}\+ dating, stated as settled/,
    );
  });

  test('says in whose words', () => {
    const onRecord = { as: 'REPRESENTATIVE', person: { id: 'person/ada', name: 'Ada Ash' } } as const;
    expect(claim({ onRecord })).toContain('quoting a representative of Ada Ash');
  });

  test.each([
    [{ stance: 'DENIES' }, '- not dating, reported'],
    [{ stance: 'ENDS', validTo: '2024-04' }, '- no longer dating since 2024-04, reported'],
    [{ kind: 'SPLIT', validTo: '2024' }, '+ split (2024), reported'],
    [{ kind: 'SPLIT', stance: 'DENIES' }, '- not split, reported'],
    [{ kind: 'SINGLE', object: null }, '+ Ada Ash is single, reported'],
    [{ kind: 'SINGLE', object: null, stance: 'DENIES' }, '- Ada Ash is not single, reported'],
    [{ stance: 'CONTEXT' }, '- on dating, neither for nor against'],
    [{ kind: 'MARRIED', validTo: '2020' }, '+ married, until 2020, reported'],
  ] as const)('in words: %j', (parts, words) => {
    expect(claim(parts)).toContain(words);
  });

  test('says of evidence that it is gone, and that it shows nothing', () => {
    const evidence = {
      id: 'evidence/1',
      kind: 'PHOTO',
      description: 'Both in one coat',
      availability: 'DELETED',
    } as const;
    expect(claim({ evidence: [{ stance: 'NEUTRAL', evidence }] }).replace(/\s+/g, ' ')).toContain(
      '-> photo, since deleted, said to show nothing: Both in one coat',
    );
  });

  test('that was taken back says so', () => {
    const retraction = {
      at: '2024-05-09T00:00:00.000Z',
      reason: 'SOURCE_RETRACTED',
    } as const;
    expect(claim({ retraction })).toContain('taken back 2024-05-09: source retracted');
  });

  test('in a list comes with its id, the people, and how to see more', () => {
    const text = claimPage(
      { claims: { totalCount: 2, pageInfo: { hasNextPage: true, endCursor: 'abc' }, nodes: [claimOf()] } },
      (cursor) => `hearsay claims --after ${cursor}`,
      style,
    );
    expect(text).toContain('2 claims, 1 shown, the latest first');
    expect(text).toContain('Ada Ash and Bo Birch: dating, reported');
    expect(text).toContain('claim/1');
    expect(text).toMatch(/hearsay claims --after abc$/);
  });
});

describe('no answer', () => {
  test('one name of several people: who, and what tells them apart', () => {
    const { text, exit } = failurePage(
      {
        __typename: 'AmbiguousPerson',
        argument: 'a',
        given: 'Ada',
        candidates: [
          {
            person: { id: 'person/ada-1', name: 'Ada' },
            distinguishedBy: ['born 1980', 'actor in The Pier'],
          },
          { person: { id: 'person/ada-2', name: 'Ada' }, distinguishedBy: ['born 1990'] },
        ],
      },
      style,
      false,
    );
    expect(exit).toBe(4);
    expect(text).toContain('  Ada  person/ada-1\n    born 1980, actor in The Pier\n');
  });

  test('nobody of that name: near names, or how to fill an empty store', () => {
    const failure = { __typename: 'UnknownPerson', argument: 'a', given: 'Adda' } as const;
    const near = failurePage({ ...failure, suggestions: [{ id: 'person/ada', name: 'Ada' }] }, style, false);
    expect(near.exit).toBe(3);
    expect(near.text).toBe('Nobody on file goes by "Adda".\nDid you mean:\n  Ada  person/ada');
    expect(failurePage({ ...failure, suggestions: [] }, style, true).text).toContain('The store is empty');
  });

  test('withheld: the reason, and that it says nothing about claims', () => {
    const failure = { __typename: 'Withheld', reason: 'MINOR', hint: 'Ask about a later date.' } as const;
    const { text, exit } = failurePage(failure, style, false);
    expect(exit).toBe(5);
    expect(text).toMatch(/^WITHHELD - minor\n {2}Ask about a later date\.\n/);
    expect(text.replace(/\s+/g, ' ')).toContain('says nothing about whether anything is on file');
  });
});
