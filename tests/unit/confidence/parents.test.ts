import { describe, expect, test } from 'vitest';
import { Parents, voiceOf } from '../../../src/domain/confidence/parents.ts';
import { statementsOf } from '../../../src/domain/confidence/statements.ts';
import type { Document, Source } from '../../../src/domain/entities.ts';
import { source } from '../../support/builders.ts';
import { SOURCES, TODAY, worldOf, X, Y, Z, type Said } from './worlds.ts';

const now = TODAY.lastDay;
const parties = [X.id, Y.id];
const sources = {
  ...SOURCES,
  'other-x': source('other-x', { kind: 'SOCIAL_ACCOUNT', outletType: null, person: X.id }),
};

/** Which of the others, by their place, a relay repeats; −1 for none. The relay is said 100 days ago. */
function repeated(
  others: readonly Said[],
  relay: Partial<Said> = {},
  cited = 'tabloid',
  inDocument: number | null = null,
): number {
  const world = worldOf([...others, { by: 'paper', on: now - 100, ...relay }], sources);
  const statements = statementsOf(world.claims, world, TODAY);
  const home = inDocument === null ? null : ([...world.documents.values()][inDocument] as Document);
  const own = statements.at(-1);
  if (own === undefined) throw new Error('Expected a statement');
  return new Parents(statements, parties).of(own, {
    source: sources[cited as keyof typeof sources],
    document: home,
  });
}

const told = (days: number, more: Partial<Said> = {}): Said => ({ by: 'tabloid', on: now - days, ...more });

describe('what a relay repeats', () => {
  test.each<[string, readonly Said[], number]>([
    ['nothing that is not on file', [], -1],
    ['the only one there is', [told(200)], 0],
    ['the only one, even if it came later', [told(50)], 0],
    ['what another source said: nothing', [told(200, { by: 'trade' })], -1],
    ['what was said against it: nothing', [told(200, { stance: 'DENIES' })], -1],
    ['the latest before it', [told(300), told(150), told(200)], 1],
    ['the latest before it, in any order', [told(150), told(300)], 0],
    ['one of the same day', [told(101), told(100)], 1],
    ['one of the same day rather than one of the day after', [told(99), told(100)], 1],
    ['one before rather than one after, however near', [told(99), told(900)], 1],
    ['one before rather than one after, in any order', [told(900), told(99)], 0],
    ['the earliest after it, where none is before', [told(10), told(60), told(30)], 1],
    ['the same kind rather than another, however far', [told(101, { kind: 'MARRIED' }), told(2000)], 1],
    ['the same kind, in any order', [told(2000), told(101, { kind: 'MARRIED' })], 0],
    ['of one day what is nearer to an origin', [told(200, { via: ['fans'] }), told(200)], 1],
    ['of one day what is nearer to an origin, in any order', [told(200), told(200, { via: ['fans'] })], 0],
    ['of equals the first by name', [told(200), told(200)], 0],
    [
      'of equally many hops the first by name',
      [told(200, { via: ['fans'] }), told(200, { via: ['tip'] })],
      0,
    ],
  ])('%s', (_, others, expected) => {
    expect(repeated(others)).toBe(expected);
  });

  test('of equals the first by name, in whatever order they come', () => {
    const world = worldOf([told(200), told(200), { by: 'paper', on: now - 100 }]);
    const [first, second, own] = statementsOf(world.claims, world, TODAY);
    if (first === undefined || second === undefined || own === undefined) throw new Error('Expected three');
    const cited = { source: first.publisher, document: null };
    expect(new Parents([first, second, own], parties).of(own, cited)).toBe(0);
    expect(new Parents([second, first, own], parties).of(own, cited)).toBe(1);
  });

  test('what stands in the document that it cites', () => {
    expect(repeated([told(300), told(150)], {}, 'tabloid', 0)).toBe(0);
    expect(repeated([told(300), told(150)], {}, 'tabloid', 1)).toBe(1);
    expect(repeated([told(300), told(150)], {}, 'tabloid', 2)).toBe(-1);
  });

  test('nothing of its own document', () => {
    const own: Said = { by: 'paper', in: 'm', on: now - 100 };
    expect(repeated([own], { in: 'm' }, 'paper')).toBe(-1);
    expect(repeated([own], { in: 'n' }, 'paper')).toBe(0);
  });

  test('the words of a person on whatever account, and on record', () => {
    const own: Said = { by: 'own-x', on: now - 300 };
    expect(repeated([own], {}, 'other-x')).toBe(0);
    expect(repeated([own], {}, 'own-y')).toBe(-1);
    const quoted: Said = { by: 'trade', onRecord: X, on: now - 300 };
    expect(repeated([quoted], {}, 'other-x')).toBe(0);
    expect(repeated([quoted], {}, 'trade')).toBe(0);
    expect(repeated([quoted], {}, 'own-y')).toBe(-1);
    expect(repeated([{ ...quoted, onRecord: null }], {}, 'own-x')).toBe(-1);
  });
});

test('the voice of a source is the person behind it, when that is one of those whom it is about', () => {
  expect(voiceOf(SOURCES['own-x'] as Source, parties)).toBe(X.id);
  expect(voiceOf(SOURCES['own-z'] as Source, parties)).toBe('source/own-z');
  expect(voiceOf(SOURCES['own-z'] as Source, [X.id, Z.id])).toBe(Z.id);
  expect(voiceOf(SOURCES['tabloid'] as Source, parties)).toBe('source/tabloid');
});
