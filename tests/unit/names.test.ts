import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkName, nameKey, rankNames, type Named } from '../../src/domain/names.ts';

describe('nameKey', () => {
  test.each([
    ['case', 'ANN LEE', 'ann lee'],
    ['diacritics', 'Zoë Saldaña', 'zoe saldana'],
    ['decomposed letters', 'Zoe\u0308 Saldan\u0303a', 'zoe saldana'],
    ['the dotted capital i of Turkish', '\u0130pek I\u015f\u0131k', 'ipek isik'],
    ['apostrophes of every shape', 'Ann O\u2019Hara', 'ann ohara'],
    ['hyphens and dots, as word breaks', 'Jean-Luc St. Vincent', 'jean luc st vincent'],
    ['runs of blanks', '  Ann \u00a0 Lee ', 'ann lee'],
    ['width', '\uff21\uff4e\uff4e', 'ann'],
    ['script', '\u041c\u0430\u0440\u0438\u044f', 'mariya'],
    ['look-alikes of another script', '\u0410nn', 'ann'],
    ['invisible characters', 'An\u200bn', 'ann'],
    ['ligatures', '\ufb01ona', 'fiona'],
  ])('ignores %s', (_, text, key) => {
    expect(nameKey(text)).toBe(key);
  });

  test('gives right-to-left names a key in ASCII', () => {
    expect(nameKey('\u0645\u062d\u0645\u062f')).toMatch(/^[a-z]+$/);
  });

  test('keeps a name of nothing but symbols findable by them', () => {
    expect(nameKey('!!!')).toBe('!!!');
    expect(nameKey('!!!')).not.toBe(nameKey('???'));
  });

  test('gives nothing for what has nothing to see', () => {
    expect(nameKey('\u0000\u0000\u200b')).toBe('');
  });

  test('folds any text to a key that folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(nameKey(nameKey(text))).toBe(nameKey(text));
      }),
    );
  });
});

describe('checkName', () => {
  test.each([
    ['nothing', '', 'a name'],
    ['blanks', ' \u00a0\t', 'a name'],
    ['a NUL', 'Ann\u0000Lee', 'control character'],
    ['a line break', 'Ann\nLee', 'control character'],
    ['a line separator', 'Ann\u2028Lee', 'control character'],
    ['half a surrogate pair', 'Ann\ud800', 'surrogate'],
    ['the other half', 'Ann\udc00', 'surrogate'],
    ['an override of writing direction', 'Ann\u202eeeL', 'direction'],
    ['an isolate', '\u2066Ann\u2069', 'direction'],
    ['a zero-width space', 'Ann\u200bLee', 'invisible'],
    ['a soft hyphen', 'An\u00adn', 'invisible'],
    ['tag characters', 'Ann\u{e0041}', 'invisible'],
    ['a joiner between Latin letters', 'An\u200dn', 'invisible'],
    ['a non-joiner at the end', '\u0645\u06cc\u200c', 'invisible'],
  ])('refuses %s and says what was wanted', (_, text, wanted) => {
    expect(() => checkName(text, 'a')).toThrow(
      expect.objectContaining({ code: 'INVALID_NAME', message: expect.stringContaining(wanted) as string }),
    );
  });

  test('names the argument, and shows what came without repeating what cannot be seen', () => {
    const error = caught(() => checkName('Ann\u202e', 'person b'));
    expect(error.message).toContain('person b');
    expect(error.message).not.toContain('\u202e');
  });

  test('counts characters as people do, up to 200', () => {
    expect(checkName('\u{1f600}'.repeat(200), 'a')).toHaveLength(400);
    expect(() => checkName('\u{1f600}'.repeat(201), 'a')).toThrow(
      expect.objectContaining({ code: 'INVALID_NAME' }),
    );
    expect(() => checkName('x'.repeat(10_000), 'a')).toThrow(/at most 200 characters, but got 10000/);
  });

  test('gives the name back without surrounding blanks', () => {
    expect(checkName(' Ann Lee ', 'a')).toBe('Ann Lee');
  });

  test.each([
    ['Persian', '\u0639\u0644\u06cc\u200c\u0631\u0636\u0627'],
    ['Sinhala', '\u0dc1\u0dca\u200d\u0dbb\u0dd3'],
    ['Devanagari', '\u0915\u094d\u200d\u0937'],
  ])('accepts the joiners that %s spelling needs', (_, text) => {
    expect(checkName(text, 'a')).toBe(text);
  });
});

describe('rankNames', () => {
  const ann = named('person/ann', 'Ann Lee', ['Annie', '@ann.lee']);
  const anne = named('person/anne', 'Anne Leeds', []);
  const lee = named('person/lee', 'Lee Ann Womble', []);
  const far = named('person/far', 'Quentin Marsh', ['@lee']);

  test('puts the exact name before aliases, handles, beginnings, parts and near misses', () => {
    const exact = named('person/x', 'Lee', []);
    const alias = named('person/alias', 'Someone', ['Lee']);
    const begins = named('person/begins', 'Ann Leeds', []);
    const part = named('person/part', 'Ashlee Sims', []);
    const near = named('person/near', 'Lea', []);
    const ranked = rankNames('lee', [near, part, begins, far, alias, exact]);
    expect(ranked.map(({ id, match }) => [id, match])).toEqual([
      ['person/x', 'EXACT'],
      ['person/alias', 'ALIAS'],
      ['person/far', 'HANDLE'],
      ['person/begins', 'PREFIX'],
      ['person/part', 'PART'],
      ['person/near', 'NEAR'],
    ]);
  });

  test('takes what starts with an @ for a handle, in any case', () => {
    expect(rankNames('@ANN.lee', [anne, ann])[0]).toMatchObject({ id: 'person/ann', match: 'HANDLE' });
  });

  test('finds words in any order', () => {
    expect(rankNames('lee ann', [ann])[0]).toMatchObject({ match: 'PART' });
  });

  test.each([
    ['a letter left out', 'Quentin Mrsh'],
    ['a letter doubled', 'Quenttin Marsh'],
    ['two letters swapped', 'Quetnin Marsh'],
    ['a wrong letter', 'Quentin Mersh'],
    ['a misspelled surname alone', 'Marhs'],
  ])('suggests the name for %s', (_, text) => {
    expect(rankNames(text, [ann, far]).map(({ id, match }) => [id, match])).toEqual([['person/far', 'NEAR']]);
  });

  test('leaves out what nobody would take for the name', () => {
    expect(rankNames('Barbara Stone', [ann, anne, lee, far])).toEqual([]);
    expect(rankNames('xy', [ann])).toEqual([]);
  });

  test('breaks ties by name, then id, in code-unit order, whatever the order they come in', () => {
    const twins = [named('person/b', 'Ann Lee', []), named('person/a', 'Ann Lee', []), ann];
    fc.assert(
      fc.property(fc.shuffledSubarray(twins, { minLength: 3 }), (given) => {
        expect(rankNames('ann lee', given).map(({ id }) => id)).toEqual([
          'person/a',
          'person/ann',
          'person/b',
        ]);
      }),
    );
  });

  test('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void rankNames(text, [ann, anne, lee, far])),
    );
  });
});

function named(id: string, name: string, more: readonly string[]): Named {
  return { id, name, names: [name, ...more] };
}

function caught(body: () => unknown): Error {
  try {
    body();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('Expected an error');
}
