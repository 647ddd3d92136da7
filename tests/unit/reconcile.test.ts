import { describe, expect, test } from 'vitest';
import type { Outcome, Retraction } from '../../src/domain/claim.ts';
import type { Availability, Credit } from '../../src/domain/entities.ts';
import type { CharacterId, ClaimId, DocumentId, OnScreenId, PersonId, WorkId } from '../../src/domain/ids.ts';
import * as merge from '../../src/domain/reconcile.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import { claim, credit, document, evidence, person, RECORDED, source, work } from '../support/builders.ts';

const LATER = parseInstant('2025-01-01T00:00:00Z');
const ann = person('ann', 'Ann Lee');
const bob = person('bob', 'Bob Stone');
const tabloid = source('tabloid');
const article = document('article', tabloid);
const film = work('film', 'The Film');

describe('a record that comes again', () => {
  test('changes nothing when it says the same', () => {
    const again = structuredClone({ ann, tabloid, article, film });
    expect(merge.reconcilePerson(ann, again.ann)).toEqual({ value: ann, changed: false });
    expect(merge.reconcileSource(tabloid, again.tabloid)).toEqual({ value: tabloid, changed: false });
    expect(merge.reconcileDocument(article, again.article)).toEqual({ value: article, changed: false });
    expect(merge.reconcileWork(film, again.film)).toEqual({ value: film, changed: false });
  });

  test('changes nothing when it says less', () => {
    const known = person('ann', 'Ann Lee', {
      aliases: ['Annie'],
      externalIds: { wikidata: 'Q1', imdb: null, tmdb: null },
    });
    const less = person('ann', 'Ann Lee', { birthDate: null });
    expect(merge.reconcilePerson(known, less)).toEqual({ value: known, changed: false });
  });

  test('fills in what was unknown', () => {
    const unknown = person('ann', 'Ann Lee', { birthDate: null });
    const ids = { wikidata: 'Q1', imdb: null, tmdb: null };
    const { value, changed } = merge.reconcilePerson(unknown, { ...ann, externalIds: ids });
    expect(changed).toBe(true);
    expect(value).toEqual({ ...ann, externalIds: ids });
    expect(
      merge.reconcileEvidence(evidence('e'), evidence('e', { url: 'https://e.example' })).value.url,
    ).not.toBeNull();
    expect(merge.reconcileSource(tabloid, { ...tabloid, reliability: 0.3 }).value.reliability).toBe(0.3);
  });

  test('adds to lists what is new, in the order in which it came, once', () => {
    const first = person('ann', 'Ann Lee', { aliases: ['Annie', 'A. Lee'] });
    const second = person('ann', 'Ann Lee', { aliases: ['Lee', 'Annie', 'Lee'] });
    expect(merge.reconcilePerson(first, second).value.aliases).toEqual(['Annie', 'A. Lee', 'Lee']);
    const handle = { platform: 'TIKTOK', name: 'ann' } as const;
    const reordered = { name: 'ann', platform: 'TIKTOK' } as const;
    expect(
      merge.reconcilePerson({ ...ann, handles: [handle] }, { ...ann, handles: [reordered] }).changed,
    ).toBe(false);
    const origin = 'document/origin' as DocumentId;
    expect(merge.reconcileDocument(article, { ...article, derivedFrom: [origin] }).value.derivedFrom).toEqual(
      [origin],
    );
  });

  test.each([
    [
      'a name',
      () => merge.reconcilePerson(ann, { ...ann, name: 'Ann Li' }),
      ['person/ann', 'name', 'Ann Lee', 'Ann Li'],
    ],
    [
      'a birth date',
      () => merge.reconcilePerson(ann, { ...ann, birthDate: parseDate('1981') }),
      ['person/ann', 'birthDate', '1980-01-01', '1981'],
    ],
    [
      'an external id',
      () =>
        merge.reconcileWork(
          { ...film, externalIds: { wikidata: 'Q1', imdb: null, tmdb: null } },
          { ...film, externalIds: { wikidata: 'Q2', imdb: null, tmdb: null } },
        ),
      ['work/film', 'externalIds', 'Q1', 'Q2'],
    ],
    [
      'a character’s work',
      () => {
        const part = { id: 'character/x' as CharacterId, name: 'X', aliases: [], work: film.id };
        return merge.reconcileCharacter(part, { ...part, work: 'work/other' as WorkId });
      },
      ['character/x', 'work/film', 'work/other'],
    ],
    [
      'an on-screen relationship',
      () => {
        const characters = ['character/x' as CharacterId, 'character/y' as CharacterId] as const;
        const couple = {
          id: 'on-screen/x' as OnScreenId,
          kind: 'COUPLE',
          characters,
          work: film.id,
          document: null,
        } as const;
        return merge.reconcileOnScreen(couple, { ...couple, kind: 'FRIENDS' });
      },
      ['on-screen/x', 'COUPLE', 'FRIENDS'],
    ],
  ])('is refused when it contradicts %s, with both values', (_, body, parts) => {
    expect(body).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    for (const part of parts) expect(body).toThrow(part);
  });
});

describe('a credit that is stated again', () => {
  const stated: Credit = credit(ann, film, { billing: 1 });

  test('keeps who stated it first', () => {
    const again = { ...stated, document: article.id, billing: 3, recordedAt: LATER };
    expect(merge.reconcileCredit(stated, again)).toEqual({ value: stated, changed: false });
  });

  test('is refused when the id stands for another part', () => {
    const other = { ...stated, character: 'character/x' as CharacterId };
    expect(() => merge.reconcileCredit(stated, other)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    expect(() => merge.reconcileCredit(stated, { ...stated, person: 'person/bob' as PersonId })).toThrow(
      'person/bob',
    );
  });
});

describe('a claim that is recorded again', () => {
  const said = claim('said', [ann, bob], article);
  const retraction: Retraction = { by: 'curator', at: LATER, reason: 'SUPERSEDED', note: null };

  test('keeps when and by whom it was first recorded', () => {
    const again = { ...structuredClone(said), recordedAt: LATER, recordedBy: 'another' };
    expect(merge.reconcileClaim(said, again)).toEqual({ value: said, changed: false });
  });

  test.each([
    ['kind', { kind: 'MARRIED' }],
    ['stance', { stance: 'DENIES' }],
    ['assertedAt', { assertedAt: parseDate('2023-06') }],
    ['quote', { quote: 'a phrase' }],
    ['evidence', { evidence: [{ evidence: evidence('e').id, stance: 'SUPPORTS' }] }],
  ] as const)('is refused when its %s differs', (field, part) => {
    const body = (): unknown => merge.reconcileClaim(said, { ...said, ...part });
    expect(body).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    expect(body).toThrow(new RegExp(`${field} of claim/said`));
  });

  test('can be taken back, once', () => {
    const taken = merge.retract(said, retraction);
    expect(taken).toEqual({ value: { ...said, retraction }, changed: true });
    expect(merge.retract(taken.value, { ...retraction, reason: 'CURATOR_REJECTED' })).toEqual({
      value: taken.value,
      changed: false,
    });
    expect(merge.reconcileClaim(taken.value, said)).toEqual({ value: taken.value, changed: false });
    expect(merge.reconcileClaim(said, { ...said, retraction })).toEqual({
      value: taken.value,
      changed: true,
    });
  });
});

test('an outcome stays as it was stated, and is refused when it is contradicted', () => {
  const held: Outcome = {
    claim: 'claim/said' as ClaimId,
    held: true,
    decidedAt: null,
    recordedAt: RECORDED,
    recordedBy: 'test',
    note: null,
  };
  expect(merge.reconcileOutcome(held, { ...held, recordedAt: LATER })).toEqual({
    value: held,
    changed: false,
  });
  expect(merge.reconcileOutcome(held, { ...held, decidedAt: parseDate('2024') }).changed).toBe(true);
  const contradict = (): unknown => merge.reconcileOutcome(held, { ...held, held: false });
  expect(contradict).toThrow(/the outcome of claim\/said/);
  expect(contradict).toThrow(
    expect.objectContaining({ hint: expect.stringMatching(/^A claim has one outcome/) as string }),
  );
});

describe('what only goes one way', () => {
  test('who is private stays so', () => {
    const shy = { ...ann, privacy: 'PRIVATE' } as const;
    expect(merge.reconcilePerson(ann, shy)).toEqual({ value: shy, changed: true });
    expect(merge.reconcilePerson(shy, ann)).toEqual({ value: shy, changed: false });
  });

  const photo = (availability: Availability) => evidence('photo', { availability });

  test.each([
    ['UNKNOWN', 'DELETED', 'DELETED'],
    ['DELETED', 'UNKNOWN', 'DELETED'],
    ['LIVE', 'DELETED', 'DELETED'],
    ['DELETED', 'LIVE', 'DELETED'],
    ['UNKNOWN', 'LIVE', 'LIVE'],
    ['LIVE', 'LIVE', 'LIVE'],
  ] as const)('%s and then %s is %s', (first, second, wanted) => {
    const { value, changed } = merge.reconcileEvidence(photo(first), photo(second));
    expect([value.availability, changed]).toEqual([wanted, wanted !== first]);
  });
});
