import { describe, expect, test } from 'vitest';
import { load, recording, world } from './written.ts';

const claims = (text: string) => load(`${world}claims:\n${text}`).claims;
const claim = (fields: string) => {
  const [only] = claims(
    `  - { kind: DATING, people: [ann, bob], modality: REPORTED, document: story, ${fields} }`,
  );
  if (only === undefined) throw new Error('Expected a claim, but got none');
  return only;
};

describe('records', () => {
  test('get their ids from their keys, and what is left out is null', () => {
    const { people, sources, documents, evidence } = load(world);
    expect(people[0]).toEqual({
      id: 'person/ann',
      name: 'Ann Abel',
      aliases: ['Annie'],
      handles: [{ platform: 'INSTAGRAM', name: 'ann.abel' }],
      externalIds: { wikidata: null, imdb: null, tmdb: null },
      birthDate: null,
      birthDateDocument: null,
      privacy: 'PUBLIC_FIGURE',
    });
    expect(people[1]?.handles.map(({ name }) => name)).toEqual(['bob', 'bobby']);
    expect(sources.map(({ id }) => id)).toEqual(['source/paper', 'source/fans', 'source/ann-account']);
    expect(sources[2]?.person).toBe('person/ann');
    expect(documents[1]).toMatchObject({ id: 'document/post', url: null, title: null, published: null });
    expect(evidence[0]).toMatchObject({
      availability: 'UNKNOWN',
      document: 'document/post',
      description: null,
    });
  });

  test('may have full ids for keys, and numbers for years and catalogue ids', () => {
    const { people } = load('people: { person/ann: { name: Ann, birthDate: 1990, tmdb: 12, wikidata: Q7 } }');
    expect(people[0]).toMatchObject({
      id: 'person/ann',
      birthDate: { text: '1990' },
      externalIds: { tmdb: '12', wikidata: 'Q7' },
    });
  });

  test('may come from an editor that writes a byte order mark and two characters a line end', () => {
    expect(load('\ufeffpeople:\r\n  ann: { name: Ann }\r\n').people).toMatchObject([{ name: 'Ann' }]);
  });

  test('may be JSON', () => {
    expect(load('{"people": {"ann": {"name": "Ann"}}}').people).toHaveLength(1);
  });

  test('keep no text, only its hash and shingles', () => {
    const text = 'Ann and Bob were seen together on Tuesday evening in the city.';
    const { documents } = load(
      world.replace('  post:', `  copy: { source: paper, text: "${text}" }\n  post:`),
    );
    const copy = documents.find(({ id }) => id === 'document/copy');
    expect(copy?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(copy?.shingles?.length).toBeGreaterThan(3);
    expect(JSON.stringify(copy)).not.toContain('Tuesday');
  });

  test('of works bring characters, fiction and credits along', () => {
    const { works, characters, onScreen, credits } = load(`${world}
works:
  show:
    title: '1917'
    kind: SERIES
    basedOn: [book]
    characters: { x: Xenia, y: { name: Yann, aliases: [Y] } }
    onScreen: [{ kind: COUPLE, between: [y, x] }, { kind: PARENT_OF, between: [y, x] }]
  book: { title: Book, kind: NOVEL }
credits:
  - { person: Annie, work: show, role: ACTOR, character: x, billing: 1, confidence: 0.9, document: story }
  - { person: bob, work: show, role: ACTOR, character: character/show/y }
`);
    expect(works[0]).toMatchObject({ id: 'work/show', title: '1917', basedOn: ['work/book'] });
    expect(characters.map(({ id, name }) => [id, name])).toEqual([
      ['character/show/x', 'Xenia'],
      ['character/show/y', 'Yann'],
    ]);
    expect(onScreen.map(({ characters: pair }) => pair)).toEqual([
      ['character/show/x', 'character/show/y'],
      ['character/show/y', 'character/show/x'],
    ]);
    expect(credits).toMatchObject([
      {
        person: 'person/ann',
        work: 'work/show',
        character: 'character/show/x',
        billing: 1,
        confidence: 0.9,
        recordedAt: recording.at,
      },
      { person: 'person/bob', character: 'character/show/y', billing: null, document: null },
    ]);
  });
});

describe('people of claims', () => {
  test.each([
    ['ann', 'ID', 'ann'],
    ['person/ann', 'ID', 'person/ann'],
    ['Ann Abel', 'NAME', 'Ann Abel'],
    ['ANNIE', 'NAME', 'ANNIE'],
    ['"@Ann.Abel"', 'HANDLE', '@Ann.Abel'],
    ['{ person: ann, as: the singer }', 'CURATOR', 'the singer'],
  ])('can be named as %s', (written, resolvedBy, text) => {
    const [only] = claims(`  - { kind: SINGLE, people: [${written}], modality: REPORTED, document: story }`);
    expect(only).toMatchObject({
      subject: 'person/ann',
      object: null,
      subjectMention: { text, resolvedTo: 'person/ann', resolvedBy },
    });
  });

  test('are found without diacritics, and stored in one order with their mentions', () => {
    const [only] = claims(
      '  - { kind: DATING, people: [bob baker, Annie], modality: REPORTED, document: story }',
    );
    expect(only).toMatchObject({
      subject: 'person/ann',
      object: 'person/bob',
      subjectMention: { text: 'Annie' },
      objectMention: { text: 'bob baker' },
    });
  });

  test('keep their order where it matters', () => {
    const [only] = claims('  - { kind: PARENT_OF, people: [bob, ann], modality: REPORTED, document: story }');
    expect(only).toMatchObject({ subject: 'person/bob', object: 'person/ann' });
  });

  test('may live in another file, by full id', () => {
    const [only] = claims(
      '  - { kind: DATING, people: [ann, person/zoe], modality: REPORTED, document: story }',
    );
    expect(only?.object).toBe('person/zoe');
  });
});

describe('claims', () => {
  test('are said on the date of their document, supporting and unattributed, unless stated', () => {
    expect(claim('')).toMatchObject({
      stance: 'SUPPORTS',
      assertedAt: { text: '2022-04-29' },
      attributedTo: [],
      anonymousInsider: false,
      onRecord: null,
      evidence: [],
      locator: null,
      quote: null,
      validFrom: null,
      validTo: null,
      recordedAt: recording.at,
      recordedBy: 'tests',
      retraction: null,
    });
  });

  test('say whom the document has it from, on what evidence, and who is quoted', () => {
    const full = claim(
      'attributedTo: [fans, { source: ann-account, document: post }], insider: true, onRecord: { person: ann, as: REPRESENTATIVE }, evidence: [photo], assertedAt: 2022-05',
    );
    expect(full).toMatchObject({
      attributedTo: [
        { source: 'source/fans', document: null },
        { source: 'source/ann-account', document: 'document/post' },
      ],
      anonymousInsider: true,
      onRecord: { person: 'person/ann', as: 'REPRESENTATIVE' },
      evidence: [{ evidence: 'evidence/photo', stance: 'SUPPORTS' }],
      assertedAt: { text: '2022-05' },
    });
    expect(claim('evidence: [{ evidence: photo, stance: NEUTRAL }], onRecord: Annie')).toMatchObject({
      evidence: [{ stance: 'NEUTRAL' }],
      onRecord: { person: 'person/ann', as: 'SELF' },
    });
  });

  test('may end something at an unknown date', () => {
    expect(claim('stance: ENDS').validTo).toBeNull();
    expect(claim('stance: ENDS, validTo: 2021').validTo?.text).toBe('2021');
  });

  test('have ids of their own or of their content', () => {
    expect(claim('id: mine').id).toBe('claim/mine');
    expect(claim('id: claim/mine').id).toBe('claim/mine');
    expect(claim('quote: a').id).toBe(claim('quote: a').id);
    expect(claim('quote: a').id).not.toBe(claim('quote: b').id);
  });
});

test('the same file gives the same change, and what comes first in it does not matter', () => {
  const text = `${world}claims:\n  - { kind: SINGLE, people: [ann], modality: REPORTED, document: story }\n`;
  expect(load(text)).toEqual(load(text));
  const [people = '', rest = ''] = text.split('sources:\n');
  expect(load(`sources:\n${rest}${people.trimStart()}`).claims).toEqual(load(text).claims);
});

test('names like those of built-in properties are data', () => {
  const { people } = load('people: { constructor: { name: Constructor }, tostring: { name: toString } }');
  expect(people.map(({ id }) => id)).toEqual(['person/constructor', 'person/tostring']);
});
