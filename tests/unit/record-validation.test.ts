import { describe, expect, test } from 'vitest';
import { assembleClaim, type ClaimParts } from '../../src/application/assemble-claim.ts';
import type { Source } from '../../src/domain/entities.ts';
import type { ClaimId, DocumentId, EvidenceId, PersonId, SourceId } from '../../src/domain/ids.ts';
import { CLAIM_KINDS, isSymmetric } from '../../src/domain/kinds.ts';
import { parseDate, type Instant } from '../../src/domain/time.ts';
import { problemsOf, validateClaim } from '../../src/domain/validate-claim.ts';
import { problemOfSource, validateSource } from '../../src/domain/validate-source.ts';

const ann = { person: 'person/ann' as PersonId, mention: null };
const bob = {
  person: 'person/bob' as PersonId,
  mention: { text: 'Bob', resolvedTo: 'person/bob' as PersonId, resolvedBy: 'NAME' as const },
};
const recording = { at: '2026-01-01T00:00:00.000Z' as Instant, by: 'tests' };
const photo = { evidence: 'evidence/photo' as EvidenceId, stance: 'NEUTRAL' as const };
const video = { evidence: 'evidence/video' as EvidenceId, stance: 'SUPPORTS' as const };

const parts: ClaimParts = {
  id: null,
  kind: 'DATING',
  subject: ann,
  object: bob,
  stance: 'SUPPORTS',
  modality: 'REPORTED',
  document: 'document/d' as DocumentId,
  attributedTo: [],
  anonymousInsider: false,
  onRecord: null,
  evidence: [],
  locator: 'p1',
  quote: 'reportedly dating',
  validFrom: null,
  validTo: null,
  assertedAt: parseDate('2022-04-29'),
};
const claimOf = (changes: Partial<ClaimParts> = {}) => assembleClaim({ ...parts, ...changes }, recording);

describe('the id of a claim', () => {
  test('is the same for the same content, whoever records it, whenever, in whatever order and wording', () => {
    const swapped = assembleClaim(
      { ...parts, subject: bob, object: { ...ann, mention: { ...bob.mention, text: 'A.' } } },
      { at: '2030-01-01T00:00:00.000Z' as Instant, by: 'somebody else' },
    );
    expect(swapped.id).toBe(claimOf().id);
    expect(claimOf({ evidence: [video, photo] }).id).toBe(claimOf({ evidence: [photo, video] }).id);
    expect(claimOf().id).toMatch(/^claim\/[0-9a-f]{24}$/);
  });

  test.each<[keyof ClaimParts, Partial<ClaimParts>]>([
    ['kind', { kind: 'ENGAGED' }],
    ['subject', { subject: { person: 'person/cleo' as PersonId, mention: null } }],
    ['stance', { stance: 'DENIES' }],
    ['modality', { modality: 'RUMORED' }],
    ['document', { document: 'document/e' as DocumentId }],
    ['attributedTo', { attributedTo: [{ source: 'source/fans' as SourceId, document: null }] }],
    ['anonymousInsider', { anonymousInsider: true }],
    ['onRecord', { onRecord: { person: ann.person, as: 'SELF' } }],
    ['evidence', { evidence: [photo] }],
    ['locator', { locator: 'p2' }],
    ['quote', { quote: null }],
    ['validFrom', { validFrom: parseDate('2021') }],
    ['validTo', { validTo: parseDate('2023') }],
    ['assertedAt', { assertedAt: parseDate('2022-04-30') }],
  ])('changes with %s', (_field, change) => {
    expect(claimOf(change).id).not.toBe(claimOf().id);
  });

  test('is the given one when one is given', () => {
    expect(claimOf({ id: 'claim/mine' as ClaimId }).id).toBe('claim/mine');
  });
});

describe('the stored order', () => {
  test.each(CLAIM_KINDS.filter((kind) => kind !== 'SINGLE'))('of %s', (kind) => {
    const claim = claimOf({ kind, subject: bob, object: ann });
    const first = isSymmetric(kind) ? ann.person : bob.person;
    expect(claim.subject).toBe(first);
    const mentionOfBob = isSymmetric(kind) ? claim.objectMention : claim.subjectMention;
    expect(mentionOfBob?.text).toBe('Bob');
    expect(problemsOf(claim)).toEqual([]);
  });
});

describe('a claim is refused', () => {
  test.each<[string, Partial<ClaimParts>, string]>([
    ['without a second person', { object: null }, 'object'],
    ['with a second person for SINGLE', { kind: 'SINGLE' }, 'object'],
    ['with one person twice', { object: ann }, 'object'],
    ['when it ends what cannot end', { kind: 'SIBLINGS', stance: 'ENDS' }, 'stance'],
    ['when it ends an ending', { kind: 'SPLIT', stance: 'ENDS' }, 'stance'],
    ['with too long a quote', { quote: 'x'.repeat(201) }, 'quote'],
    ['with an empty quote', { quote: ' ' }, 'quote'],
    ['with a hidden character in the quote', { quote: 'a\u202eb' }, 'quote'],
    ['with prose for a locator', { locator: 'in the third paragraph' }, 'locator'],
    [
      'when it ends before it begins',
      { validFrom: parseDate('2022'), validTo: parseDate('2021') },
      'validTo',
    ],
    [
      'with a stranger on the record',
      { onRecord: { person: 'person/x' as PersonId, as: 'SELF' } },
      'onRecord',
    ],
    ['with a piece of evidence twice', { evidence: [photo, photo] }, 'evidence'],
    [
      'with evidence without end',
      {
        evidence: Array.from({ length: 51 }, (_, i) => ({
          ...photo,
          evidence: `evidence/${i}` as EvidenceId,
        })),
      },
      'evidence',
    ],
    [
      'with a chain without end',
      {
        attributedTo: Array.from({ length: 11 }, () => ({ source: 'source/a' as SourceId, document: null })),
      },
      'attributedTo',
    ],
  ])('%s', (_what, change, field) => {
    const claim = claimOf(change);
    expect(problemsOf(claim).map((problem) => problem.field)).toEqual([field]);
    expect(() => {
      validateClaim(claim);
    }).toThrow(expect.objectContaining({ code: 'INVALID_CLAIM' }));
    expect(() => {
      validateClaim(claim);
    }).toThrow(/Expected .*, but got /);
  });

  test('out of the stored order', () => {
    const claim = { ...claimOf(), subject: bob.person, object: ann.person };
    expect(problemsOf(claim).map(({ field }) => field)).toEqual(['subject']);
  });

  test('and says how much more is wrong', () => {
    const claim = claimOf({ object: ann, quote: '', locator: 'a b' });
    expect(() => {
      validateClaim(claim);
    }).toThrow(/and 2 more/);
  });
});

test('a claim that ends on the day it begins, or ends at an unknown date, is accepted', () => {
  const day = parseDate('2022-04');
  expect(problemsOf(claimOf({ validFrom: day, validTo: parseDate('2022') }))).toEqual([]);
  expect(problemsOf(claimOf({ kind: 'DIVORCED' }))).toEqual([]);
  expect(problemsOf(claimOf({ stance: 'ENDS' }))).toEqual([]);
  expect(problemsOf(claimOf({ kind: 'SINGLE', object: null }))).toEqual([]);
  expect(() => {
    validateClaim(claimOf());
  }).not.toThrow();
});

describe('a source', () => {
  const source: Source = {
    id: 'source/a' as SourceId,
    name: 'A',
    kind: 'OUTLET',
    domain: null,
    outletType: 'NEWS',
    person: null,
    reliability: 0.5,
  };

  test.each<[string, Partial<Source>, string | null]>([
    ['that is an outlet', {}, null],
    ['that is an own account', { kind: 'SOCIAL_ACCOUNT', outletType: null, person: ann.person }, null],
    ['that is nobody’s account', { kind: 'SOCIAL_ACCOUNT', outletType: null }, 'person'],
    ['that is nobody', { kind: 'PERSON', outletType: null }, 'person'],
    ['that is an outlet and a person', { person: ann.person }, 'person'],
    ['of fans with an outlet type', { kind: 'FANDOM' }, 'outletType'],
    ['that is certain', { reliability: 1 }, 'reliability'],
    ['that is impossible', { reliability: 0 }, 'reliability'],
  ])('%s', (_what, change, field) => {
    const changed = { ...source, ...change };
    expect(problemOfSource(changed)?.field ?? null).toBe(field);
    if (field === null)
      expect(() => {
        validateSource(changed);
      }).not.toThrow();
    else
      expect(() => {
        validateSource(changed);
      }).toThrow(expect.objectContaining({ code: 'INVALID_RECORD' }));
  });
});
