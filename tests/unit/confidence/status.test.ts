import { describe, expect, test } from 'vitest';
import type { Fold, FoldContext } from '../../../src/domain/confidence/fold.ts';
import { EndingCurve } from '../../../src/domain/confidence/endings.ts';
import type { Scored } from '../../../src/domain/confidence/groups.ts';
import { PARAMETERS } from '../../../src/domain/confidence/parameters.ts';
import { answerOf, statusOf } from '../../../src/domain/confidence/status.ts';
import type { Answer, RelationshipStatus } from '../../../src/domain/kinds.ts';
import { TODAY } from './worlds.ts';

const spoken = (speaker: string | null): Scored =>
  ({ item: { statement: { speaker } } }) as unknown as Scored;
const byOutlet = spoken(null);
const byParty = spoken('person/x');

/** Somebody reports it and nothing else is known. */
const plain: Fold = {
  kind: 'DATING',
  supports: [byOutlet],
  explicit: [],
  denials: [],
  endings: new EndingCurve([], PARAMETERS),
  isOpen: true,
  support: 3,
  denial: 0,
  logOdds: 0,
  caps: [],
  confidence: 0.6,
  timeless: 0.6,
  heaviestDay: 0,
  ended: 0.02,
  hasLiveHard: false,
  unansweredDenial: false,
};
const context: FoldContext = { asOf: TODAY, kinship: null, parameters: PARAMETERS };
const hard: Partial<Fold> = { hasLiveHard: true, timeless: 0.97, confidence: 0.97 };
const denied = (support: number, denial: number): Partial<Fold> => ({
  support,
  denial,
  explicit: [byOutlet],
});

describe('status, at the bounds', () => {
  test.each<[RelationshipStatus, Partial<Fold>, number | null]>([
    ['NO_EVIDENCE', { isOpen: false }, null],
    ['NO_EVIDENCE', { isOpen: false, confidence: 0.02 }, 0.849],
    ['DENIED', { isOpen: false, confidence: 0.02 }, 0.85],
    ['DENIED', { confidence: 0.499 }, 0.85],
    ['REPORTED', { confidence: 0.5 }, 0.85],
    ['ENDED', { ended: 0.6, confidence: 0.499 }, null],
    ['REPORTED', { ended: 0.599, confidence: 0.499 }, null],
    ['REPORTED', { ended: 0.6, confidence: 0.5 }, null],
    ['CONFIRMED', { ...hard, timeless: 0.75, confidence: 0.5 }, null],
    ['REPORTED', { ...hard, timeless: 0.749, confidence: 0.5 }, null],
    ['REPORTED', { ...hard, confidence: 0.499 }, null],
    ['REPORTED', { ...hard, hasLiveHard: false }, null],
    ['DISPUTED', { ...hard, unansweredDenial: true }, null],
    ['REPORTED', { unansweredDenial: true }, null],
    ['DISPUTED', denied(4, 2), null],
    ['DISPUTED', denied(2, 4), null],
    ['DISPUTED', denied(2, 2), null],
    ['REPORTED', denied(4.001, 2), null],
    ['DENIED', denied(2, 4.001), null],
    ['REPORTED', denied(4, 1.999), null],
    ['DENIED', denied(1.999, 3), null],
    ['REPORTED', denied(1.9, 1.9), null],
    ['DENIED', denied(1.9, 1.901), null],
    ['REPORTED', { support: 1.9, denial: 1.901 }, null],
    ['DENIED', { support: 2.5, denial: 3, explicit: [byParty, byOutlet] }, null],
    ['REPORTED', { support: 3, denial: 3 }, null],
    ['REPORTED', { timeless: 0.5 }, null],
    ['RUMORED', { timeless: 0.499 }, null],
  ])('%s with %j, kin at %s', (expected, part, kinship) => {
    expect(statusOf({ ...plain, ...part }, { ...context, kinship })).toBe(expected);
  });

  test('kin are kin for sure only when somebody says so', () => {
    const parameters = { ...PARAMETERS, status: { ...PARAMETERS.status, kinship: 0 } };
    expect(statusOf({ ...plain, confidence: 0.1 }, { ...context, parameters })).toBe('REPORTED');
  });
});

describe('answers, at the bounds', () => {
  test.each<[RelationshipStatus, Answer, Partial<Fold>]>([
    ['CONFIRMED', 'YES', { confidence: 0.85 }],
    ['CONFIRMED', 'PROBABLY', { confidence: 0.849 }],
    ['REPORTED', 'PROBABLY', { confidence: 0.5 }],
    ['REPORTED', 'UNCONFIRMED', { confidence: 0.499 }],
    ['RUMORED', 'PROBABLY_NOT', { supports: [], support: 0 }],
    ['RUMORED', 'UNCONFIRMED', { support: 0.1, denial: 0.1 }],
    ['RUMORED', 'UNKNOWN', { support: 0.1, denial: 0.099 }],
    ['DISPUTED', 'UNCONFIRMED', {}],
    ['DENIED', 'NO', { confidence: 0.05 }],
    ['DENIED', 'PROBABLY_NOT', { confidence: 0.051 }],
    ['ENDED', 'NO', { ended: 0.85, confidence: 0.1 }],
    ['ENDED', 'PROBABLY_NOT', { ended: 0.849, confidence: 0.1 }],
    ['ENDED', 'PROBABLY_NOT', { ended: 0.85, confidence: 0.101 }],
    ['NO_EVIDENCE', 'UNKNOWN', {}],
  ])('%s is %s with %j', (status, expected, part) => {
    expect(answerOf(status, { ...plain, ...part }, context)).toBe(expected);
  });

  test('a status that does not exist is a fault', () => {
    expect(() => answerOf('MAYBE' as RelationshipStatus, plain, context)).toThrow(/Expected every case/);
  });
});
