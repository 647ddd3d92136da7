import { describe, expect, test } from 'vitest';
import { load, refusal, world } from './written.ts';

const inClaim = (fields: string) =>
  `${world}claims:\n  - { kind: DATING, people: [ann, bob], modality: REPORTED, document: story, ${fields} }\n`;

/** The first listed mistake: `line:column: message`. */
function firstMistake(text: string): string {
  return refusal(text).message.split('\n')[1]?.replace('test.yaml:', '') ?? '';
}

describe('a mistake is reported with its place, what was wanted and what came', () => {
  test.each([
    [
      'an unknown section',
      'peeple: {}',
      /^1:1: Expected one of the keys version, people.*but got "peeple" \(did you mean "people"\?\)/,
    ],
    [
      'an unknown field',
      'people:\n  ann:\n    name: Ann\n    alias: A',
      /^4:5: .*but got "alias" \(did you mean "aliases"\?\)/,
    ],
    ['a missing field', 'people:\n  ann: {}', /^2:8: Expected `name` to be .*but it is missing/],
    ['a number for a name', 'people:\n  ann:\n    name: 1917', /^3:11: Expected a name .*but got 1917/],
    ['a malformed key', 'people:\n  Ann A: { name: Ann }', /^2:3: Expected a key .*but got "Ann A"/],
    [
      'a malformed date',
      'people:\n  ann: { name: Ann, birthDate: 1990-02-30 }',
      /^2:32: .*INVALID|^2:32: Expected a date \(EDTF\), but got "1990-02-30"/,
    ],
    [
      'a date-time without zone',
      world.replace('story: {', 'story: { retrievedAt: 2022-01-01T00:00:00,'),
      /date-time/,
    ],
    [
      'an address of another scheme',
      world.replace('story: {', 'story: { url: "javascript:x",'),
      /http\(s\) address or null, but got "javascript:x"/,
    ],
    [
      'a birth that is yet to come',
      'people:\n  ann: { name: Ann, birthDate: 2999 }',
      /^2:32: Expected a date not after the day of recording \(2026-01-01\), but got 2999/,
    ],
    [
      'a document that is yet to appear',
      world.replace('published: 2022-04-29', 'published: 2026-01-03'),
      /not after the day of recording .*, but got 2026-01-03/,
    ],
    ['a claim that is yet to be made', inClaim('assertedAt: 2027'), /day of recording .*, but got 2027/],
    [
      'a document that has it from its own publisher',
      inClaim('attributedTo: [paper]'),
      /Expected somebody else than who publishes the document, but got source\/paper \[INVALID_CLAIM\]/,
    ],
    [
      'a claim without a date on a document of another file',
      inClaim('').replace('document: story', 'document: document/elsewhere'),
      /Expected assertedAt, since document\/elsewhere is not in this file, but it is missing/,
    ],
    ['a set', 'people: !!set { ann, bob }', /^1:\d+: .*but got the YAML tag ".*set"/],
    [
      'a time',
      'people:\n  ann: { name: Ann, birthDate: !!timestamp 1990-01-01 }',
      /^2:\d+: .*the YAML tag ".*timestamp"/,
    ],
    [
      'an address with a password',
      world.replace('story: {', 'story: { url: "https://a:b@c.example/",'),
      /an address without a user name or password/,
    ],
    [
      'a kind that does not exist',
      `${world}claims: [{ kind: MARIED, people: [ann, bob], modality: REPORTED, document: story }]`,
      /but got "MARIED" \(did you mean "MARRIED"\?\)/,
    ],
    [
      'an unknown person',
      `${world}claims:\n  - { kind: SINGLE, people: [Ann Abell], modality: REPORTED, document: story }`,
      /^15:\d+: Expected a person of this file.*"Ann Abell" \(did you mean "ann abel"\?\)/,
    ],
    [
      'an unknown document',
      inClaim('').replace('document: story,', 'document: stroy,'),
      /Expected a document of this file.*"stroy" \(did you mean "story"\?\)/,
    ],
    [
      'a document of somebody else',
      inClaim('attributedTo: [{ source: fans, document: post }]'),
      /Expected a document of source\/fans, but got one of source\/ann-account/,
    ],
    [
      'a claim about one person twice',
      inClaim('').replace('[ann, bob]', '[ann, Annie]'),
      /Expected two different people.*\[INVALID_CLAIM\]/,
    ],
    ['three people', inClaim('').replace('[ann, bob]', '[ann, bob, ann]'), /Expected one or two people/],
    [
      'a claim without a date',
      inClaim('').replace('document: story', 'document: post'),
      /Expected assertedAt, or a published date of document\/post/,
    ],
    [
      'dates in the wrong order',
      inClaim('validFrom: 2022, validTo: 2021'),
      /validTo|not before validFrom \(2022\), but got 2021/,
    ],
    [
      'an account of nobody',
      'sources: { a: { name: A, kind: SOCIAL_ACCOUNT } }',
      /Expected the person whose voice/,
    ],
    ['an id of the wrong form', inClaim('id: A b'), /Expected an id/],
    ['a sequence for a mapping', 'people: []', /Expected people by key, but got \[\]/],
    ['a mapping for a list', 'claims: {}', /Expected a list of claims, but got {}/],
    ['a later version', 'version: 2', /Expected version 1, but got 2/],
    ['an empty file', '', /but got nothing/],
    ['a scalar', '42', /but got 42/],
    [
      'a birth date of nowhere',
      'people:\n  ann: { name: Ann, birthDateDocument: document/x }',
      /Expected a birthDate/,
    ],
    [
      'a work based on itself',
      'works: { w: { title: W, kind: FILM, basedOn: [w] } }',
      /Expected other works/,
    ],
    [
      'a work that ends before it begins',
      'works: { w: { title: W, kind: FILM, premiered: 2022, ended: 2021 } }',
      /not before 2022, but got 2021/,
    ],
    [
      'a document taken from itself',
      world.replace('story: {', 'story: { derivedFrom: [story],'),
      /Expected other documents/,
    ],
    [
      'an unknown character',
      `${world}works: { w: { title: W, kind: FILM, characters: { x: X } } }\ncredits: [{ person: ann, work: w, role: ACTOR, character: y }]`,
      /Expected a character that work\/w has in this file, but got "y"/,
    ],
    [
      'a character of another work',
      `${world}works: { w: { title: W, kind: FILM }, v: { title: V, kind: FILM, characters: { x: X } } }\ncredits: [{ person: ann, work: w, role: ACTOR, character: character/v/x }]`,
      /Expected a character of work\/w, but got character\/v\/x/,
    ],
    [
      'a character with themself',
      'works: { w: { title: W, kind: FILM, characters: { x: X }, onScreen: [{ kind: COUPLE, between: [x, x] }] } }',
      /two different characters/,
    ],
    [
      'one relation twice',
      'works: { w: { title: W, kind: FILM, characters: { x: X, y: Y }, onScreen: [{ kind: COUPLE, between: [x, y] }, { kind: COUPLE, between: [y, x] }] } }',
      /on-screen relation once/,
    ],
    [
      'one credit twice',
      `${world}works: { w: { title: W, kind: FILM } }\ncredits: [{ person: ann, work: w, role: ACTOR }, { person: Annie, work: w, role: ACTOR }]`,
      /credit once/,
    ],
    [
      'one account of two people',
      'people: { a: { name: A, handles: { tiktok: x } }, b: { name: B, handles: { tiktok: "@X" } } }',
      /TIKTOK @x to be one person's/,
    ],
    ['one key in two spellings', 'people: { a: { name: A }, person/a: { name: B } }', /person\/a again/],
    [
      'a name with a bidi control',
      'people: { a: { name: "A\\u202eB" } }',
      /Expected name to be a name without a control character/,
    ],
    ['a name with a NUL', 'people: { a: { name: "A\\0B" } }', /without a control character/],
    [
      'a name with half a surrogate pair',
      'people: { a: { name: "A\\ud800B" } }',
      /surrogate|control|invisible/,
    ],
    [
      'a title with a bidi control',
      'works: { w: { title: "A\\u202eB", kind: FILM } }',
      /without control or invisible characters/,
    ],
    ['broken YAML', 'people: [a', /^1:\d+: Expected YAML, but got/],
    ['a repeated key', 'people: {}\npeople: {}', /^2:1: Expected every key once, but got "people" again/],
    ['two documents', 'people: {}\n---\npeople: {}', /multiple documents/],
    ['an unknown tag', 'people: !binary x', /Expected YAML/],
  ])('%s', (_what, text, message) => {
    expect(firstMistake(text)).toMatch(message);
    expect(refusal(text)).toMatchObject({ code: 'INVALID_RECORD' });
  });

  test('one name of two people is never guessed', () => {
    const text = `people: { a: { name: Ann }, b: { name: ANN } }\nsources: { s: { name: S, kind: OUTLET } }\ndocuments: { d: { source: s, published: 2020 } }\nclaims: [{ kind: SINGLE, people: [Ann], modality: REPORTED, document: d }]`;
    expect(firstMistake(text)).toMatch(
      /^4:\d+: Expected one person, but got "Ann", which may be person\/a or person\/b/,
    );
  });

  test('one claim twice names the first', () => {
    const one = '  - { kind: SINGLE, people: [ann], modality: REPORTED, document: story }\n';
    expect(firstMistake(`${world}claims:\n${one}${one}`)).toMatch(/^16:5: .*what claims\[0\] says already/);
  });
});

describe('all mistakes of a file are reported at once', () => {
  test('in the order of the file, syntax aside, each once', () => {
    const text = `people:
  ann: { name: 5 }
  bob: { name: Bob, birthDate: yesterday }
sources:
  s: { name: S, kind: OUTLETT }
documents:
  d: { source: s, url: nowhere }
claims:
  - { kind: SINGLE, people: [ann], modality: SURE, document: d }
  - { kind: SINGLE, people: [zoe], modality: REPORTED, document: d }
`;
    const lines = refusal(text).message.split('\n');
    expect(lines[0]).toBe('Expected "test.yaml" without mistakes, but got 6:');
    expect(lines.slice(1).map((line) => line.split(':')[1])).toEqual(['2', '3', '5', '7', '9', '10']);
    expect(refusal(text).hint).toMatch(/Nothing of this file was stored/);
  });

  test('up to twenty, then how many more', () => {
    const people = Array.from({ length: 25 }, (_, index) => `  p${index}: {}`).join('\n');
    const lines = refusal(`people:\n${people}`).message.split('\n');
    expect(lines[0]).toMatch(/but got 25:/);
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe('… and 5 more');
  });

  test('and thousands are counted', () => {
    const people = Array.from({ length: 3000 }, (_, index) => `  p${index}: {}`).join('\n');
    expect(refusal(`people:\n${people}`).message).toMatch(/but got 3000:[\s\S]*… and 2980 more/);
  });
});

describe('special categories', () => {
  test.each([
    ['as a kind', `${world}claims: [{ kind: ORIENTATION, people: [ann], value: x, document: story }]`],
    [
      'as a health kind',
      `${world}claims: [{ kind: HEALTH, people: [ann], modality: REPORTED, document: story }]`,
    ],
    [
      'as a kind that is a word of the list',
      `${world}claims: [{ kind: CATHOLIC, people: [ann], modality: REPORTED, document: story }]`,
    ],
    ['as a field of a person', 'people: { ann: { name: Ann, orientation: x } }'],
    ['as a religion', 'people: { ann: { name: Ann, religion: x } }'],
    ['as a gender', 'people: { ann: { name: Ann, gender: x } }'],
    ['as a section', 'orientations: {}\npeople: {}'.replace('orientations', 'sexuality')],
    ['in a quote', inClaim('quote: he is openly gay')],
    ['in a quote of a claim that is malformed too', inClaim('quote: he is openly gay, validTo: never')],
    [
      'in a name as written',
      inClaim('').replace('[ann, bob]', '[ann, { person: bob, as: the bisexual star }]'),
    ],
    ['in an id', inClaim('id: ann-is-bisexual')],
  ])('are refused %s', (_what, text) => {
    expect(refusal(text)).toMatchObject({ code: 'SPECIAL_CATEGORY' });
    expect(refusal(text).message).toMatch(/test\.yaml:\d+:\d+: Expected .*SPECIAL_CATEGORY/);
    expect(refusal(text).message).not.toMatch(/openly|star/);
  });

  test('beside other mistakes are one of many', () => {
    const text = `people: { ann: { name: Ann, religion: x }, bob: {} }`;
    expect(refusal(text)).toMatchObject({ code: 'INVALID_RECORD' });
    expect(refusal(text).message).toMatch(/\[SPECIAL_CATEGORY\]/);
  });

  test('do not include people of such a name', () => {
    const text = `people: { r: { name: Roxane Gay } }\nsources: { s: { name: S, kind: OUTLET } }\ndocuments: { d: { source: s, published: 2020 } }\nclaims: [{ kind: SINGLE, people: [r], modality: REPORTED, document: d, quote: Roxane Gay is single }]`;
    expect(load(text).claims).toHaveLength(1);
  });
});

describe('a hostile file is refused', () => {
  test('that is too large', () => {
    expect(refusal(`# ${'x'.repeat(10_000_000)}`).message).toMatch(/Expected at most 10000000 bytes/);
  });

  test('that grows through aliases', () => {
    const levels = ['a: &a [x, x]'];
    for (const [name, from] of [
      ['b', 'a'],
      ['c', 'b'],
      ['d', 'c'],
      ['e', 'd'],
    ]) {
      levels.push(`${name}: &${name} [${Array(9).fill(`*${from}`).join(', ')}]`);
    }
    expect(refusal(levels.join('\n')).message).toMatch(/Expected few aliases/);
  });

  test.each([
    ['brackets', `people: ${'['.repeat(50_000)}`],
    ['closed brackets', `people: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['braces', `people: ${'{a: '.repeat(5000)}`],
    ['indicators', `people: ${'- '.repeat(5000)}`],
    ['question marks', '? '.repeat(5000)],
    ['lines', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('that nests %s', (_what, text) => {
    expect(refusal(text).message).toMatch(/test\.yaml:\d+:\d+: Expected at most 64 levels/);
  });

  test('but brackets and dashes in texts are text', () => {
    const title = '[{'.repeat(100);
    const text = `works:\n  w:\n    title: "${title}"\n    kind: FILM\n  v:\n    title: >-\n      ${'- '.repeat(100)}x\n    kind: FILM\n`;
    expect(load(text).works.map((work) => work.title)).toEqual([title, `${'- '.repeat(100)}x`]);
  });

  test('an alias or two are fine', () => {
    const text = 'people:\n  ann: { name: Ann, aliases: &same [A] }\n  bob: { name: Bob, aliases: *same }\n';
    expect(load(text).people[1]?.aliases).toEqual(['A']);
  });
});
