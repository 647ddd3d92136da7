import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import type { PersonFacts } from '../../src/domain/entities.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { CLAIM_KINDS, isAboutRomance } from '../../src/domain/kinds.ts';
import { ALWAYS, POLICY_PROFILES, adultSince, showableFrom, withholding } from '../../src/domain/policy.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import { claim, document, person, source } from '../support/builders.ts';

const ann = person('ann', 'Ann Archer', { birthDate: parseDate('1980-02-01') });
const bob = person('bob', 'Bob Baker', { birthDate: parseDate('1985') });
const paper = source('paper');
const annsAccount = source('ann-account', { kind: 'SOCIAL_ACCOUNT', outletType: null, person: ann.id });
const story = document('story', paper);
const post = document('post', annsAccount);
const voices = {
  documents: new Map([story, post].map((d) => [d.id, d])),
  sources: new Map([paper, annsAccount].map((s) => [s.id, s])),
};

function facts(of: typeof ann, knownSince: string | null = null): PersonFacts {
  return { person: of, knownSince: knownSince === null ? null : parseDate(knownSince).lastDay };
}
function peopleOf(...all: readonly PersonFacts[]): ReadonlyMap<PersonId, PersonFacts> {
  return new Map(all.map((one) => [one.person.id, one]));
}
const day = (text: string): number => parseDate(text).firstDay;

describe('adultSince', () => {
  test('is the eighteenth birthday', () => {
    expect(adultSince(facts(ann))).toBe(day('1998-02-01'));
  });
  test('takes the youngest reading of a partial birth date', () => {
    expect(adultSince(facts(bob))).toBe(day('2003-12-31'));
  });
  test('of somebody born on 29 February is 1 March', () => {
    expect(adultSince(facts({ ...ann, birthDate: parseDate('2004-02-29') }))).toBe(day('2022-03-01'));
  });
  test('without a birth date follows from having been named somewhere', () => {
    expect(adultSince(facts({ ...ann, birthDate: null }, '1990-06-01'))).toBe(day('2008-06-01'));
  });
  test('is unknown when nothing says so', () => {
    expect(adultSince(facts({ ...ann, birthDate: null }))).toBeNull();
  });
  test('prefers a stated birth date to having been named', () => {
    expect(adultSince(facts(ann, '1970'))).toBe(day('1998-02-01'));
  });
});

describe('showableFrom', () => {
  const shown = (
    of: Claim,
    profile: (typeof POLICY_PROFILES)[number] = 'cautious',
    ...all: readonly PersonFacts[]
  ) => showableFrom(of, peopleOf(...(all.length > 0 ? all : [facts(ann), facts(bob)])), voices, profile);
  const unknown = facts({ ...bob, birthDate: null });

  test('shows a romance from when both were adults', () => {
    expect(shown(claim('c', [ann, bob], story))).toBe(day('2003-12-31'));
  });
  test.each([
    ['asserted when one was a minor', { assertedAt: parseDate('2003-12-30') }],
    ['of a time when one was a minor', { validFrom: parseDate('2001') }],
    ['perhaps asserted when one was a minor', { assertedAt: parseDate('2003') }],
  ])('never shows a romance %s', (_, rest) => {
    for (const profile of POLICY_PROFILES)
      expect(shown(claim('c', [ann, bob], story, rest), profile)).toBeNull();
  });
  test('hides an early start even of a late word', () => {
    const rest = { validFrom: parseDate('2000-01-01'), assertedAt: parseDate('2020-01-01') };
    expect(shown(claim('c', [ann, bob], story, rest))).toBeNull();
  });
  test('hides a romance of somebody whose age nobody has stated, except under open', () => {
    const romance = claim('c', [ann, bob], story);
    expect(POLICY_PROFILES.map((profile) => shown(romance, profile, facts(ann), unknown))).toEqual([
      day('1998-02-01'),
      null,
      null,
    ]);
  });
  test('treats SINGLE as a romance', () => {
    expect(
      shown(claim('c', [bob, null], story, { kind: 'SINGLE', assertedAt: parseDate('2001-01-01') })),
    ).toBeNull();
  });
  test('shows what is not about romance at any age', () => {
    for (const kind of CLAIM_KINDS.filter((kind) => !isAboutRomance(kind))) {
      expect(shown(claim('c', [ann, bob], story, { kind, assertedAt: parseDate('1990') }), 'strict')).toBe(
        ALWAYS,
      );
    }
  });
  test('never shows what was taken down', () => {
    const at = parseInstant('2024-01-01T00:00:00Z');
    const retraction = { by: 'x', at, reason: 'TAKEN_DOWN', note: null } as const;
    expect(shown(claim('c', [ann, bob], story, { kind: 'FRIENDS', retraction }))).toBeNull();
    const rejected = { ...retraction, reason: 'CURATOR_REJECTED' } as const;
    expect(shown(claim('c', [ann, bob], story, { kind: 'FRIENDS', retraction: rejected }))).toBe(ALWAYS);
  });
  test('shows nothing about somebody who is not on file', () => {
    expect(shown(claim('c', [ann, bob], story), 'open', facts(ann))).toBeNull();
  });
  test('shows of a private person only what they said themselves', () => {
    const secret = facts({ ...ann, privacy: 'PRIVATE' });
    const hidden = facts({ ...bob, privacy: 'PRIVATE' });
    expect(shown(claim('c', [ann, bob], story, { kind: 'FRIENDS' }), 'open', secret, facts(bob))).toBeNull();
    expect(shown(claim('c', [ann, bob], post, { kind: 'FRIENDS' }), 'open', secret, facts(bob))).toBe(ALWAYS);
    expect(shown(claim('c', [ann, bob], post, { kind: 'FRIENDS' }), 'open', secret, hidden)).toBeNull();
  });
  test('counts a quote on the record as said by oneself, a relay not', () => {
    const secret = facts({ ...ann, privacy: 'PRIVATE' });
    const quoted = claim('c', [ann, bob], story, { onRecord: { person: ann.id, as: 'REPRESENTATIVE' } });
    const relayed = claim('c', [ann, bob], post, { attributedTo: [{ source: paper.id, document: null }] });
    expect(shown(quoted, 'cautious', secret, facts(bob))).not.toBeNull();
    expect(shown(relayed, 'cautious', secret, facts(bob))).toBeNull();
  });
  test('under strict shows of romances only what the people concerned said', () => {
    const stranger = source('stranger', {
      person: 'person/somebody' as PersonId,
      kind: 'PERSON',
      outletType: null,
    });
    const theirs = document('theirs', stranger);
    const all = {
      documents: new Map([...voices.documents, [theirs.id, theirs]]),
      sources: new Map([...voices.sources, [stranger.id, stranger]]),
    };
    const people = peopleOf(facts(ann), facts(bob));
    const seen = [story, post, theirs].map(
      (d) => showableFrom(claim('c', [ann, bob], d), people, all, 'strict') !== null,
    );
    expect(seen).toEqual([false, true, false]);
  });
  test('is never earlier under a stricter profile', () => {
    const dates = fc.constantFrom('1975', '1990-05', '1998-02-01', '2004', '2020-01-01').map(parseDate);
    const birth = fc.option(fc.constantFrom('1960', '1980-02-01', '2010').map(parseDate));
    const privacy = fc.constantFrom('PUBLIC_FIGURE', 'PRIVATE');
    fc.assert(
      fc.property(
        fc.constantFrom(...CLAIM_KINDS),
        dates,
        dates,
        birth,
        birth,
        privacy,
        fc.boolean(),
        (kind, said, from, a, b, p, own) => {
          const [x, y] = [facts({ ...ann, birthDate: a, privacy: p }), facts({ ...bob, birthDate: b })];
          const about = [ann, kind === 'SINGLE' ? null : bob] as const;
          const of = claim('c', about, own ? post : story, { kind, assertedAt: said, validFrom: from });
          const [open, cautious, strict] = POLICY_PROFILES.map(
            (profile) => shown(of, profile, x, y) ?? Infinity,
          );
          expect(open).toBeLessThanOrEqual(cautious as number);
          expect(cautious).toBeLessThanOrEqual(strict as number);
        },
      ),
    );
  });
});

describe('withholding', () => {
  const asked = (
    people: readonly PersonFacts[],
    asOf: string,
    rest: { kind?: Claim['kind']; profile?: 'open' | 'cautious' | 'strict'; spoke?: readonly string[] } = {},
  ) =>
    withholding(rest.kind ?? 'DATING', people, parseDate(asOf), rest.profile ?? 'cautious', (id) =>
      (rest.spoke ?? []).includes(id),
    )?.reason ?? null;
  const unknown = facts({ ...bob, birthDate: null });

  test('is by age at the middle of the date asked about', () => {
    expect(asked([facts(ann)], '1998-01-31')).toBe('MINOR');
    expect(asked([facts(ann)], '1998-02-01')).toBeNull();
    expect(asked([facts(ann)], '1998')).toBeNull();
    expect(asked([facts({ ...ann, birthDate: parseDate('1980-09-01') })], '1998')).toBe('MINOR');
  });
  test('holds for every profile where a birth date says minor', () => {
    for (const profile of ['open', 'cautious', 'strict'] as const) {
      expect(asked([facts(ann), facts(bob)], '1999', { profile })).toBe('MINOR');
    }
  });
  test('names the minor before the unknown age', () => {
    expect(asked([unknown, facts(ann)], '1990')).toBe('MINOR');
  });
  test('of an unknown age is lifted by open only', () => {
    expect(asked([facts(ann), unknown], '2020')).toBe('BIRTH_DATE_UNKNOWN');
    expect(asked([facts(ann), unknown], '2020', { profile: 'strict' })).toBe('BIRTH_DATE_UNKNOWN');
    expect(asked([facts(ann), unknown], '2020', { profile: 'open' })).toBeNull();
  });
  test('of an unknown age ends where an early credit shows an adult', () => {
    const credited = { ...unknown, knownSince: parseDate('1990').lastDay };
    expect(asked([credited], '2008-12-30')).toBe('BIRTH_DATE_UNKNOWN');
    expect(asked([credited], '2008-12-31')).toBeNull();
  });
  test('does not ask for an age where it is not about romance', () => {
    expect(asked([facts(ann), unknown], '1985', { kind: 'FRIENDS' })).toBeNull();
    expect(asked([unknown], '2020', { kind: 'SINGLE' })).toBe('BIRTH_DATE_UNKNOWN');
  });
  test('of a private person ends when they have spoken', () => {
    const secret = facts({ ...ann, privacy: 'PRIVATE' });
    for (const kind of ['DATING', 'FRIENDS', 'SINGLE'] as const) {
      expect(asked([secret, facts(bob)], '2020', { kind })).toBe('PRIVATE_PERSON');
      expect(asked([secret, facts(bob)], '2020', { kind, spoke: [ann.id] })).toBeNull();
      expect(asked([secret, facts(bob)], '2020', { kind, spoke: [bob.id] })).toBe('PRIVATE_PERSON');
    }
  });
  test('always says what would change it', () => {
    for (const people of [[facts(ann)], [unknown], [facts({ ...ann, privacy: 'PRIVATE' as const })]]) {
      const found = withholding(
        'DATING',
        people,
        parseDate(people[0] === unknown ? '2020' : '1990'),
        'cautious',
        () => false,
      );
      expect(found?.hint.length).toBeGreaterThan(20);
    }
  });
});
