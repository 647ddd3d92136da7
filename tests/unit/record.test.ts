import { afterAll, describe, expect, test } from 'vitest';
import { recordClaim } from '../../src/application/record-claim.ts';
import { recordOutcome } from '../../src/application/record-outcome.ts';
import { recordChange } from '../../src/application/record.ts';
import { retractClaim } from '../../src/application/retract-claim.ts';
import { seedFiles, type SeedFile } from '../../src/application/seed-files.ts';
import { emptyChange } from '../../src/domain/change.ts';
import type { ClaimId } from '../../src/domain/ids.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import { readClaimFile } from '../../src/ingest/seed/claim-file.ts';
import { readSeed } from '../../src/ingest/seed/load.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { fileText, load, recording, testedExample, world } from './seed/written.ts';
import { emptyStore, openStore } from './recording-store.ts';

const seed = (store: GraphStore, ...files: SeedFile[]) =>
  seedFiles(store, files, { ...recording, read: readSeed });
const record = (store: GraphStore, text: string) =>
  recordClaim(store, readClaimFile(text, 'claim.yaml'), recording);
const one = `  - { id: one, kind: DATING, people: [ann, bob], modality: REPORTED, document: story }`;

// One store for all that is refused: it must be the same afterwards.
let untouched: Promise<GraphStore> | null = null;
let closeUntouched = async (): Promise<void> => {};
function sharedStore(): Promise<GraphStore> {
  untouched ??= openStore().then(async ({ store, close }) => {
    closeUntouched = close;
    await recordChange(store, load(`${world}claims:\n${one}\n`));
    return store;
  });
  return untouched;
}
afterAll(() => closeUntouched());

async function seeded(claims = one): Promise<GraphStore> {
  const store = await emptyStore();
  await recordChange(store, load(`${world}claims:\n${claims}\n`));
  return store;
}

// Claims are seen by readers; everything else is there for whoever has its id.
const READER = { profile: 'open', asOf: parseDate('9999'), knownAt: null } as const;
async function nodeOf(store: GraphStore, id: string) {
  const reader = id.startsWith('claim/') ? READER : null;
  return (await store.nodes([id as ClaimId], reader)).get(id as ClaimId)?.value;
}

describe('files', () => {
  test('are loaded whole, and loading them again changes nothing', async () => {
    const store = await emptyStore();
    const file = { name: 'h.yaml', text: fileText('seeds/heartstopper.yaml') };
    const first = await seed(store, file);
    expect(first).toMatchObject({ updated: 0, dropped: 0, refused: 0 });
    const before = await store.counts();
    expect(before).toMatchObject({ people: 4, works: 3, claims: 20 });
    const again = await seed(store, file);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: first.created, refused: 0 });
    expect(await store.counts()).toEqual(before);
  });

  test('with a mistake are refused whole, and the others are loaded', async () => {
    const store = await emptyStore();
    const report = await seed(
      store,
      { name: 'bad.yaml', text: 'people: { zoe: { name: Zoe }, yan: {} }' },
      { name: 'good.yaml', text: world },
    );
    expect(report.files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['bad.yaml', 'REFUSED'],
      ['good.yaml', 'RECORDED'],
    ]);
    expect(report.refused).toBe(1);
    expect(await nodeOf(store, 'person/zoe')).toBeUndefined();
    expect(await nodeOf(store, 'person/ann')).toBeDefined();
  });

  test('may refer to what another file has brought, by full id, and to nothing else', async () => {
    const store = await seeded();
    const text = (person: string) =>
      `claims:\n  - { kind: SINGLE, people: [${person}], modality: REPORTED, document: document/story, assertedAt: 2022 }`;
    expect((await seed(store, { name: 'more.yaml', text: text('person/ann') })).created).toBe(1);
    const report = await seed(store, { name: 'more.yaml', text: text('person/zoe') });
    expect(report.files[0]).toMatchObject({
      outcome: 'REFUSED',
      error: {
        code: 'INVALID_RECORD',
        message: expect.stringMatching(/more\.yaml:2:30: .*person\/zoe/) as string,
      },
    });
  });

  test('that contradict what is on file are named', async () => {
    const store = await seeded();
    const report = await seed(store, { name: 'more.yaml', text: 'people: { ann: { name: Ann Other } }' });
    expect(report.files[0]).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringMatching(/^more\.yaml: .*person\/ann/) as string },
    });
  });

  test('that attribute a document of another file to its own publisher are refused', async () => {
    const store = await seeded();
    const text = (step: string) =>
      `claims: [{ kind: SINGLE, people: [person/ann], modality: REPORTED, document: document/story, assertedAt: 2022, attributedTo: [${step}] }]`;
    const own = await seed(store, { name: 'own.yaml', text: text('source/paper') });
    expect(own.files[0]).toMatchObject({ error: { code: 'INVALID_CLAIM' } });
    const fans = await seed(store, { name: 'fans.yaml', text: text('source/fans') });
    expect(fans.created).toBe(1);
  });

  test('of a special category leave nothing behind', async () => {
    const store = await emptyStore();
    const report = await seed(store, {
      name: 's.yaml',
      text: `${world}claims:\n${one.replace('DATING', 'ORIENTATION')}`,
    });
    expect(report.files[0]).toMatchObject({ outcome: 'REFUSED', error: { code: 'SPECIAL_CATEGORY' } });
    expect(await store.counts()).toMatchObject({ people: 0, sources: 0, documents: 0, claims: 0 });
  });

  test('the documented examples load and record', async () => {
    const store = await emptyStore();
    const example = testedExample('docs/seed-format.md', 0);
    expect(await seed(store, { name: 'example.yaml', text: example })).toMatchObject({
      refused: 0,
      dropped: 0,
    });
    const { claim, receipt } = await record(store, testedExample('docs/seed-format.md', 1));
    expect(claim).toMatchObject({
      stance: 'ENDS',
      attributedTo: [{ source: 'source/mara-tom-evening-star' }],
    });
    expect(receipt.created).toContain('source/the-morning-post');
    expect(receipt.created).toContain(claim.id);
  });
});

describe('every change', () => {
  test('loses texts of a special category that are not the claim, and says which', async () => {
    const store = await emptyStore();
    const text = world
      .replace('story: {', 'story: { title: Is Ann gay?, url: "https://t.example/ann_abel-is-g%61y",')
      .replace('photo: {', 'photo: { description: At rehab, url: "https://t.example/hiv.jpg",');
    const receipt = await recordChange(store, load(text));
    expect(receipt.dropped).toEqual([
      { node: 'document/story', field: 'title', category: 'ORIENTATION' },
      { node: 'document/story', field: 'url', category: 'ORIENTATION' },
      { node: 'evidence/photo', field: 'description', category: 'HEALTH' },
      { node: 'evidence/photo', field: 'url', category: 'HEALTH' },
    ]);
    expect(await nodeOf(store, 'document/story')).toMatchObject({ title: null, url: null });
    expect(await nodeOf(store, 'evidence/photo')).toMatchObject({ description: null, url: null });
  });

  test('loses aliases and networks of a special category, and keeps names and titles', async () => {
    const store = await emptyStore();
    const text = `people: { roxy: { name: Roxy Gay, aliases: [Roxy the lesbian, Ms Roxy Gay, Rox] } }
works: { w: { title: The Gay Film, kind: FILM, aliases: [Queer Film, Film], network: LGBT TV } }
`;
    const receipt = await recordChange(store, load(text));
    expect(receipt.dropped.map(({ node, field }) => [node, field])).toEqual([
      ['person/roxy', 'aliases'],
      ['work/w', 'aliases'],
      ['work/w', 'network'],
    ]);
    expect(await nodeOf(store, 'work/w')).toMatchObject({
      title: 'The Gay Film',
      aliases: ['Film'],
      network: null,
    });
  });

  test('takes no alias as an excuse for the same words in a quote', () => {
    const text = world.replace('[Annie]', '[Annie, openly gay]');
    expect(text).not.toBe(world);
    expect(() => load(`${text}claims:\n${one.replace('REPORTED', 'REPORTED, quote: openly gay')}`)).toThrow(
      expect.objectContaining({ code: 'SPECIAL_CATEGORY' }),
    );
  });

  test.each([
    ['a quote', { quote: 'she is a lesbian' }],
    ['an id', { id: 'claim/ann-is-bisexual' as ClaimId }],
  ])('is refused for %s of a special category, with nothing stored', async (_what, change) => {
    const store = await sharedStore();
    const before = await store.counts();
    const good = load(`${world}claims:\n${one}\n`);
    const claims = good.claims.map((claim) => ({ ...claim, ...change }));
    await expect(recordChange(store, { ...good, claims })).rejects.toMatchObject({
      code: 'SPECIAL_CATEGORY',
    });
    expect(await store.counts()).toEqual(before);
  });

  test('is refused for a claim or a source that contradicts itself', async () => {
    const store = await sharedStore();
    const before = await store.counts();
    const good = load(`${world}claims:\n${one}\n`);
    const claims = good.claims.map((claim) => ({ ...claim, object: null }));
    await expect(recordChange(store, { ...good, claims })).rejects.toMatchObject({ code: 'INVALID_CLAIM' });
    const sources = good.sources.map((source) => ({ ...source, person: null }));
    await expect(recordChange(store, { ...good, sources })).rejects.toMatchObject({ code: 'INVALID_RECORD' });
    const early = { ...good, at: parseInstant('2022-04-27T12:00:00Z') };
    await expect(recordChange(store, early)).rejects.toThrow(/document\/story, published: .*2022-04-29/);
    expect(await store.counts()).toEqual(before);
  });

  test('may make somebody private, for good: what others say of them is hidden', async () => {
    const store = await seeded();
    expect(await nodeOf(store, 'claim/one')).toBeDefined();
    const receipt = await recordChange(store, load('people: { bob: { name: Bób Baker, privacy: PRIVATE } }'));
    expect(receipt.updated).toEqual(['person/bob']);
    expect(await nodeOf(store, 'claim/one')).toBeUndefined();
    await recordChange(store, load('people: { bob: { name: Bób Baker } }'));
    expect(await nodeOf(store, 'claim/one')).toBeUndefined();
  });

  test('says how many of its claims nobody will see, and why', async () => {
    const store = await emptyStore();
    const people = `people:
  ann: { name: Ann, birthDate: 1980 }
  bob: { name: Bob, birthDate: 1981 }
  cid: { name: Cid, birthDate: 2010 }
  dee: { name: Dee }
  eve: { name: Eve, birthDate: 1982, privacy: PRIVATE }
sources: { paper: { name: The Paper, kind: OUTLET } }
documents: { story: { source: paper, published: 2022-04-29 } }
claims:
`;
    const claims = ['bob', 'cid', 'dee', 'eve'].map(
      (other) => `  - { kind: DATING, people: [ann, ${other}], modality: REPORTED, document: story }`,
    );
    const file = { name: 'h.yaml', text: people + claims.join('\n') };
    const report = await seed(store, file);
    expect(report).toMatchObject({
      hidden: 3,
      files: [
        {
          receipt: {
            hidden: [
              { reason: 'MINOR', claims: 1 },
              { reason: 'BIRTH_DATE_UNKNOWN', claims: 1 },
              { reason: 'PRIVATE_PERSON', claims: 1 },
            ],
          },
        },
      ],
    });
    expect(await seed(store, file)).toMatchObject({ hidden: 0 });
  });

  test('may be empty', async () => {
    const store = await emptyStore();
    const receipt = await recordChange(store, emptyChange(recording.at, recording.by));
    expect(receipt).toMatchObject({ created: [], updated: [], unchanged: 0, dropped: [] });
  });
});

describe('one claim', () => {
  const base = 'kind: DATING\nmodality: RUMORED\nassertedAt: 2023-01-01\n';

  test('names people by name, alias, account or id, and is recorded once', async () => {
    const store = await seeded();
    const text = `${base}people: [annie, '@BOBBY']\ndocument: story\nevidence: [photo]\nattributedTo: [fans, The Paper]\n`;
    const { claim, receipt } = await record(store, text);
    expect(claim).toMatchObject({
      subject: 'person/ann',
      object: 'person/bob',
      subjectMention: { text: 'annie', resolvedBy: 'NAME' },
      objectMention: { text: '@BOBBY', resolvedBy: 'HANDLE' },
      attributedTo: [{ source: 'source/fans' }, { source: 'source/paper' }],
      evidence: [{ evidence: 'evidence/photo', stance: 'SUPPORTS' }],
    });
    expect(receipt.created).toEqual([claim.id]);
    const again = await record(store, text.replace("'@BOBBY'", 'person/bob'));
    expect(again.claim.id).toBe(claim.id);
    expect(again.receipt).toMatchObject({ created: [], updated: [], sequence: receipt.sequence });
  });

  test('brings along a document, sources and evidence that are new', async () => {
    const store = await seeded();
    const text = `${base}people: [ann, bob]
document: { source: { name: A Blog, kind: OUTLET }, title: Seen together, published: 2023-02, names: [Ann Abel], derivedFrom: [story], text: They were seen. }
attributedTo: [{ source: { name: a passer-by, kind: ANONYMOUS } }]
evidence: [{ evidence: { kind: VIDEO, description: They dance, document: post }, stance: NEUTRAL }]
onRecord: { person: Ann Abel, as: SELF }
`;
    const { claim, receipt } = await record(store, text.replace('assertedAt: 2023-01-01\n', ''));
    expect(claim).toMatchObject({
      assertedAt: { text: '2023-02' },
      attributedTo: [{ source: 'source/a-passer-by', document: null }],
      onRecord: { person: 'person/ann', as: 'SELF' },
    });
    expect(receipt.created).toHaveLength(5);
    expect(await nodeOf(store, claim.document)).toMatchObject({
      source: 'source/a-blog',
      names: ['person/ann'],
      derivedFrom: ['document/story'],
    });
    const again = await record(store, text);
    expect(again.receipt.created).toEqual([again.claim.id]);
  });

  test.each([
    [
      'nobody',
      'people: [Ann Abell, bob]\ndocument: story',
      'NOT_FOUND',
      /people\[0\].*"Ann Abell" \(did you mean Ann Abel \(person\/ann\)/,
    ],
    [
      'an unknown document',
      'people: [ann, bob]\ndocument: nowhere',
      'NOT_FOUND',
      /document to be a document on file, but got "nowhere"/,
    ],
    [
      'an unknown source',
      'people: [ann, bob]\ndocument: story\nattributedTo: [somebody]',
      'NOT_FOUND',
      /attributedTo\[0\]/,
    ],
    ['unknown evidence', 'people: [ann, bob]\ndocument: story\nevidence: [x]', 'NOT_FOUND', /evidence\[0\]/],
    ['one person twice', 'people: [ann, Annie]\ndocument: story', 'INVALID_CLAIM', /two different people/],
    [
      'another source of that name',
      'people: [ann, bob]\ndocument: { source: { id: paper, name: Paper, kind: ANONYMOUS } }',
      'CONFLICT',
      /source\/paper/,
    ],
    [
      'a document of another source',
      'people: [ann, bob]\ndocument: { id: story, source: fans }',
      'CONFLICT',
      /source\/fans/,
    ],
    [
      'a name that makes no id',
      "people: [ann, bob]\ndocument: { source: { name: '!', kind: OUTLET } }",
      'INVALID_ID',
      /document\.source/,
    ],
  ])('about %s is refused', async (_what, fields, code, message) => {
    const store = await sharedStore();
    const before = await store.counts();
    const attempt = record(store, `${base}${fields}\n`);
    await expect(attempt).rejects.toMatchObject({ code });
    await expect(attempt).rejects.toThrow(message);
    expect(await store.counts()).toEqual(before);
  });

  test('about a name of two people lists both', async () => {
    const store = await seeded();
    await recordChange(store, load('people: { ann-2: { name: Ann Abel } }'));
    const attempt = record(store, `${base}people: [Ann Abel, bob]\ndocument: story\n`);
    await expect(attempt).rejects.toThrow(/people\[0\] to be one person.*person\/ann.*person\/ann-2/);
  });

  test('by a name of two sources lists both', async () => {
    const store = await seeded();
    await recordChange(store, load('sources: { paper-2: { name: the paper, kind: OUTLET } }'));
    const attempt = record(store, `${base}people: [ann, bob]\ndocument: story\nattributedTo: [The Paper]\n`);
    await expect(attempt).rejects.toThrow(/source\/paper or source\/paper-2/);
  });

  test('without any date is refused', async () => {
    const store = await sharedStore();
    const text = 'kind: DATING\nmodality: RUMORED\npeople: [ann, bob]\ndocument: post\n';
    await expect(record(store, text)).rejects.toMatchObject({ code: 'INVALID_CLAIM' });
  });

  test('is checked like a seed, with the place in the file', () => {
    expect(() => readClaimFile(`${base}people: [ann]\ndocument: story\nquoet: x\n`, 'c.yaml')).toThrow(
      /c\.yaml:6:1: .*"quoet" \(did you mean "quote"\?\)/,
    );
    expect(() => readClaimFile('kind: RELIGION\npeople: [ann]', 'c.yaml')).toThrow(
      expect.objectContaining({ code: 'SPECIAL_CATEGORY' }),
    );
    expect(() =>
      readClaimFile(`${base}people: [ann, bob]\ndocument: story\nquote: he is gay\n`, 'c.yaml'),
    ).toThrow(expect.objectContaining({ code: 'SPECIAL_CATEGORY' }));
    expect(() => readClaimFile('', 'c.yaml')).toThrow(expect.objectContaining({ code: 'INVALID_RECORD' }));
  });
});

describe('what became of a claim', () => {
  const report = {
    claim: 'claim/one',
    held: true,
    decidedAt: parseDate('2023-05'),
    note: 'they married',
    ...recording,
  };

  test('is recorded', async () => {
    const store = await seeded();
    await recordOutcome(store, report);
    const outcomes = await store.outcomes(['source/paper' as never], READER);
    expect([...outcomes.values()].flat()).toMatchObject([
      { claim: 'claim/one', held: true, note: 'they married' },
    ]);
  });

  test('loses a note of a special category', async () => {
    const store = await seeded();
    const receipt = await recordOutcome(store, { ...report, note: 'he came out as gay' });
    expect(receipt.dropped).toEqual([{ node: 'claim/one', field: 'note', category: 'ORIENTATION' }]);
  });

  test.each([
    ['a claim that is not on file', { claim: 'claim/two' }, 'NOT_FOUND'],
    ['something that is no claim', { claim: 'person/ann' }, 'INVALID_ID'],
    ['a note without end', { note: 'x'.repeat(501) }, 'INVALID_ARGUMENT'],
    ['a note with a hidden character', { note: 'a\u202eb' }, 'INVALID_ARGUMENT'],
  ])('is refused for %s', async (_what, change, code) => {
    const store = await sharedStore();
    await expect(recordOutcome(store, { ...report, ...change })).rejects.toMatchObject({ code });
  });
});

describe('taking a claim back', () => {
  const later = { at: parseInstant('2026-02-01T00:00:00Z'), by: 'curator' };
  const bySource = { claim: 'claim/one', note: null, reason: 'SOURCE_RETRACTED' as const, ...later };

  test('as its publisher, by id, key or name, leaves it on file, retracted', async () => {
    const claims = ['a', 'b', 'c'].map((id) =>
      one.replace('id: one', `id: ${id}`).replace('REPORTED,', `REPORTED, locator: ${id},`),
    );
    const store = await seeded(claims.join('\n'));
    for (const [id, source] of Object.entries({ a: 'source/paper', b: 'paper', c: 'The Paper' })) {
      await retractClaim(store, { ...bySource, claim: `claim/${id}`, source });
      expect(await nodeOf(store, `claim/${id}`)).toMatchObject({
        retraction: { by: 'source/paper', reason: 'SOURCE_RETRACTED', at: later.at },
      });
    }
  });

  test('as somebody else’s source is refused', async () => {
    const store = await sharedStore();
    const attempt = retractClaim(store, { ...bySource, source: 'fans' });
    await expect(attempt).rejects.toThrow(
      /Expected the publisher of the claim \(source\/paper\), but got "source\/fans"/,
    );
    expect(await nodeOf(store, 'claim/one')).toMatchObject({ retraction: null });
  });

  test('as a curator is signed by the curator; twice changes nothing, for another reason conflicts', async () => {
    const store = await seeded();
    const request = {
      claim: 'claim/one',
      note: 'a duplicate',
      reason: 'CURATOR_REJECTED' as const,
      ...later,
    };
    const first = await retractClaim(store, request);
    expect(await nodeOf(store, 'claim/one')).toMatchObject({
      retraction: { by: 'curator', note: 'a duplicate' },
    });
    const second = await retractClaim(store, { ...request, note: 'another note' });
    expect(second).toMatchObject({ created: [], updated: [], sequence: first.sequence });
    expect(await nodeOf(store, 'claim/one')).toMatchObject({ retraction: { note: 'a duplicate' } });
    await expect(retractClaim(store, { ...request, reason: 'SUPERSEDED' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});
