import { describe, expect, test } from 'vitest';
import { runScenarios } from '../../../src/application/scenarios.ts';
import { HearsayError } from '../../../src/domain/errors.ts';

const claim = {
  kind: 'DATING',
  stance: 'SUPPORTS',
  modality: 'REPORTED',
  assertedAt: '2024-05-25',
  source: 'tab1',
  outletType: 'TABLOID',
};
const expectation = { status: ['RUMORED'], answer: ['UNCONFIRMED'], confidence: [0.1, 0.35] };
const scenario = {
  name: 'one tabloid',
  claims: [claim],
  asOf: '2024-06-01',
  ask: 'DATING',
  expect: expectation,
};

function run(...scenarios: readonly unknown[]) {
  return runScenarios(JSON.stringify(scenarios));
}

function faultOf(text: string): HearsayError {
  try {
    runScenarios(text);
  } catch (error) {
    if (error instanceof HearsayError) return error;
  }
  throw new Error('Expected a HearsayError');
}

function ask(claims: readonly object[], more: object = {}) {
  const [result] = run({ ...scenario, ...more, claims });
  return result;
}

describe('scenarios', () => {
  test('tell what came and whether it was expected', () => {
    expect(run(scenario)).toEqual([
      {
        name: 'one tabloid',
        status: 'RUMORED',
        answer: 'UNCONFIRMED',
        confidence: expect.closeTo(0.2355, 3) as number,
        holds: true,
        expected: expectation,
      },
    ]);
  });

  test.each([
    [{ status: ['DENIED'] }],
    [{ answer: ['NO'] }],
    [{ confidence: [0.1, 0.2] }],
    [{ confidence: [0.3, 0.4] }],
    [{ confidence: null }],
  ])('are missed by %j', (part) => {
    expect(run({ ...scenario, expect: { ...expectation, ...part } })[0]?.holds).toBe(false);
  });

  test('with no number expect none', () => {
    const nothing = { status: ['NO_EVIDENCE'], answer: ['UNKNOWN'], confidence: null };
    expect(run({ ...scenario, claims: [], expect: nothing })[0]).toMatchObject({
      confidence: null,
      holds: true,
    });
    expect(run({ ...scenario, claims: [], expect: { ...nothing, confidence: [0, 1] } })[0]?.holds).toBe(
      false,
    );
  });

  test('may be about others than X and Y', () => {
    const own = { ...claim, modality: 'CONFIRMED', outletType: 'FIRST_PARTY', source: 'Ann', person: 'Ann' };
    expect(ask([own, { ...own, source: 'Bob', person: 'Bob' }])).toMatchObject({ status: 'CONFIRMED' });
    expect(ask([own, { ...claim, kind: 'SINGLE', person: 'Ann' }], { ask: 'SINGLE' })).toMatchObject({
      status: 'DENIED',
    });
    expect(ask([{ ...claim, kind: 'SINGLE', person: 'Ann' }], { ask: 'SINGLE' })).toMatchObject({
      status: 'REPORTED',
    });
    expect(ask([{ ...claim, kind: 'SINGLE' }], { ask: 'SINGLE' })).toMatchObject({ status: 'REPORTED' });
  });

  test('know every type of source', () => {
    const by = (outletType: string) => ask([{ ...claim, outletType, modality: 'CONFIRMED' }])?.confidence;
    expect(by('UNKNOWN')).toBe(by('TABLOID'));
    expect(by('ANONYMOUS')).toBe(by('FANDOM'));
    expect(by('SOCIAL_ACCOUNT')).toBe(by('TABLOID'));
    expect(by('DATASET')).toBe(by('NEWS'));
    expect(by('TRADE')).toBeGreaterThan(by('NEWS') ?? 1);
    expect(ask([{ ...claim, outletType: 'PUBLIC_RECORD' }])).toMatchObject({ status: 'CONFIRMED' });
    expect(ask([{ ...claim, outletType: 'FIRST_PARTY', source: 'X' }])).toMatchObject({
      status: 'CONFIRMED',
    });
    expect(ask([{ ...claim, reliability: 0.9 }])?.confidence).toBeGreaterThan(0.7);
  });

  test('take a reliability that is given later for the same source', () => {
    const relay = {
      ...claim,
      source: 'mag',
      outletType: 'CELEBRITY_MAGAZINE',
      attributedTo: [{ source: 'tab1', outletType: 'TABLOID' }],
    };
    const rated = ask([relay, { ...claim, reliability: 0.6 }])?.confidence;
    expect(rated).toBe(ask([{ ...claim, reliability: 0.6 }])?.confidence);
  });

  test('know copies, of what is there and of what is not', () => {
    const copy = { ...claim, source: 'tab2', copiedFrom: 'tab1' };
    expect(ask([claim, copy])?.confidence).toBe(ask([claim])?.confidence);
    expect(ask([copy])?.confidence).toBeLessThan(ask([claim])?.confidence ?? 0);
  });

  test('know quotes on record', () => {
    const quoted = { ...claim, outletType: 'NEWS', modality: 'CONFIRMED' };
    for (const quoteOf of ['X', 'rep', 'Y']) {
      expect(ask([{ ...quoted, quoteOf }])).toMatchObject({ status: 'CONFIRMED' });
    }
    expect(ask([{ ...quoted, quoteOf: 'rep', person: 'Y' }])).toMatchObject({ status: 'CONFIRMED' });
  });

  test('know whose voice a first-party source is', () => {
    const own = { ...claim, outletType: 'FIRST_PARTY', modality: 'CONFIRMED', source: 'rep' };
    const both = [
      { ...own, person: 'X' },
      { ...own, person: 'Y', stance: 'DENIES', assertedAt: '2024-05-27' },
    ];
    expect(ask(both)).toMatchObject({ status: 'DISPUTED' });
    expect(ask([both[0] as object, { ...both[1], person: 'X' }])).toMatchObject({ status: 'ENDED' });
    const unsaid = (source: string) =>
      ask([both[0] as object, { ...own, source, stance: 'DENIES', assertedAt: '2024-05-27' }]);
    expect(unsaid('repY')).toMatchObject({ status: 'DISPUTED' });
    expect(unsaid('Y')).toMatchObject({ status: 'DISPUTED' });
    expect(unsaid('spokesman')).toMatchObject({ status: 'ENDED' });
    const quoted = {
      ...claim,
      outletType: 'NEWS',
      attributedTo: [{ source: 'Y', outletType: 'FIRST_PARTY' }],
    };
    const relayed = ask([
      { ...own, source: 'Y' },
      { ...quoted, person: 'X' },
    ]);
    expect(relayed?.confidence).toBe(ask([{ ...own, source: 'Y' }])?.confidence);
  });

  test('know documents that hold several claims, insiders and dates', () => {
    const fans = {
      ...claim,
      modality: 'RUMORED',
      document: 'd',
      attributedTo: [{ source: 'fans', outletType: 'FANDOM' }],
    };
    expect(ask([{ ...claim, document: 'd' }, fans])?.confidence).toBeLessThan(ask([claim])?.confidence ?? 0);
    expect(ask([{ ...claim, insider: true }])?.confidence).toBeLessThan(ask([claim])?.confidence ?? 0);
    const over = {
      ...claim,
      outletType: 'FIRST_PARTY',
      source: 'X',
      person: 'X',
      validFrom: '2015',
      validTo: '2017',
    };
    expect(ask([over])).toMatchObject({ status: 'ENDED' });
  });

  test.each([
    ['PHOTO_TOGETHER', 0.5],
    ['INTIMATE_PHOTO', 1.5],
    ['INTERVIEW_QUOTE', 0.5],
    ['PUBLIC_RECORD', 3],
    ['PHOTO', 0.5],
    ['VIDEO', 0.5],
  ])('know evidence: %s', (kind, weight) => {
    const shown = {
      ...claim,
      assertedAt: '2024-06-01',
      modality: 'SPECULATED',
      reliability: 0.02,
      evidence: [{ id: 'e', kind, stance: 'SUPPORTS' }],
    };
    const expected = 1 / (1 + Math.exp(-(Math.log(0.02 / 0.98) + weight)));
    expect(ask([shown])?.confidence).toBeCloseTo(expected, 10);
  });

  test('ask about parents in the order of X and Y', () => {
    const born = { ...claim, kind: 'PARENT_OF', outletType: 'PUBLIC_RECORD' };
    expect(ask([born], { ask: 'PARENT_OF' })).toMatchObject({ status: 'CONFIRMED' });
  });

  test.each([
    ['{', 'Expected an array of scenarios in JSON, but got "{"'],
    ['{}', 'The file: Expected an array of scenarios, but got {}'],
    ['[1]', 'Scenario 1: Expected an object, but got 1'],
    ['[[]]', 'Scenario 1: Expected an object, but got []'],
    ['[{"name":7}]', 'Scenario 1, name: Expected a text, but got 7'],
    ['[{"name":""}]', 'Scenario "", name: Expected a text, but got ""'],
    ['[{"name":"n"}]', 'Scenario "n", claims: Expected a list, but got nothing'],
  ])('that are malformed are refused: %s', (text, message) => {
    expect(faultOf(text)).toMatchObject({ code: 'INVALID_RECORD', message });
  });

  test.each([
    [{ asOf: 'soon' }, 'asOf: Expected a date (EDTF), but got "soon"'],
    [{ asOf: 5 }, 'asOf: Expected a text, but got 5'],
    [
      { ask: 'SPLIT' },
      'ask: Expected one of DATING, ENGAGED, MARRIED, FRIENDS, PARENT_OF, SIBLINGS, FEUD, COLLABORATORS, SINGLE, but got "SPLIT"',
    ],
    [{ expect: 3 }, 'expect: Expected an object, but got 3'],
    [{ expect: { ...expectation, status: 'RUMORED' } }, 'expect, status: Expected a list, but got "RUMORED"'],
    [
      { expect: { ...expectation, answer: ['YES', 'HM'] } },
      'expect, answer[1]: Expected one of YES, PROBABLY, UNCONFIRMED, PROBABLY_NOT, NO, UNKNOWN, but got "HM"',
    ],
    [
      { expect: { ...expectation, confidence: [0.4, 0.1] } },
      'expect, confidence: Expected two numbers, the smaller first, or null, but got [0.4,0.1]',
    ],
    [
      { expect: { ...expectation, confidence: [0.4] } },
      'expect, confidence: Expected two numbers, the smaller first, or null, but got [0.4]',
    ],
    [
      { expect: { ...expectation, confidence: ['0', 1] } },
      'expect, confidence: Expected two numbers, the smaller first, or null, but got ["0",1]',
    ],
    [
      { expect: { ...expectation, confidence: [0, 1, 2] } },
      'expect, confidence: Expected two numbers, the smaller first, or null, but got [0,1,2]',
    ],
    [
      { expect: { ...expectation, confidence: 0.5 } },
      'expect, confidence: Expected two numbers, the smaller first, or null, but got 0.5',
    ],
    [{ claims: [claim, { ...claim, kind: 'MARRY' }] }, 'claims[1], kind: Expected one of DATING'],
    [{ claims: [{ ...claim, insider: 'yes' }] }, 'claims[0], insider: Expected true or false, but got "yes"'],
    [
      { claims: [{ ...claim, reliability: 1 }] },
      'claims[0], reliability: Expected a probability above 0 and below 1, but got 1',
    ],
    [
      { claims: [{ ...claim, reliability: 0 }] },
      'claims[0], reliability: Expected a probability above 0 and below 1, but got 0',
    ],
    [
      { claims: [{ ...claim, reliability: '.5' }] },
      'claims[0], reliability: Expected a probability above 0 and below 1, but got ".5"',
    ],
    [
      { claims: [{ ...claim, attributedTo: [{ source: 'a' }] }] },
      'claims[0], attributedTo[0], outletType: Expected one of TABLOID',
    ],
    [
      { claims: [{ ...claim, evidence: [{ id: 'e', kind: 'DRAWING', stance: 'SUPPORTS' }] }] },
      'claims[0], evidence[0], kind: Expected one of PHOTO_TOGETHER',
    ],
  ])('with a bad field are refused by its place: %j', (part, message) => {
    const fault = faultOf(JSON.stringify([{ ...scenario, ...part }]));
    expect(fault.code).toBe('INVALID_RECORD');
    expect(fault.message).toContain(`Scenario "one tabloid", ${message}`);
    expect(fault.hint).not.toBeNull();
  });
});
