import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportRecords } from '../../src/application/export-records.ts';
import { recordChange } from '../../src/application/record.ts';
import type { GraphChange } from '../../src/domain/change.ts';
import { digestStore } from '../../src/application/store-digest.ts';
import { HearsayError } from '../../src/domain/errors.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { world } from '../contract/worlds.ts';
import { change, claim, credit, document, evidence, person, source, work } from '../support/builders.ts';
import { parseDate } from '../../src/domain/time.ts';
import { place } from './importing.ts';

const digest = (store: GraphStore) => digestStore(store, 500, () => undefined);

async function everythingIn(store: GraphStore): Promise<string> {
  let text = '';
  for await (const lines of exportRecords(store, null, () => undefined)) text += lines;
  return text;
}

/** Records a change through the door, which refuses some of what a store alone would take. */
async function recorded(store: GraphStore, each: GraphChange): Promise<boolean> {
  const sources = each.sources.map((one) => ({
    ...one,
    kind: one.person === null ? one.kind : ('PERSON' as const),
    outletType: one.person === null && one.kind === 'OUTLET' ? one.outletType : null,
  }));
  try {
    await recordChange(store, { ...each, sources });
    return true;
  } catch (error) {
    if (error instanceof HearsayError) return false;
    throw error;
  }
}

describe('what is exported', () => {
  test('makes the same store when it is imported into an empty one, by the command', async () => {
    const [from, to] = [await place(), await place()];
    await from.hearsay('seed', 'seeds/heartstopper.yaml');
    const path = join(from.folder, 'copy.jsonl');
    expect(await from.hearsay('export', '--everything', '--out', path)).toMatchObject({ exit: 0 });
    const { exit, out } = await to.hearsay('import', 'hearsay', path, '--json');
    expect([exit, JSON.parse(out)]).toMatchObject([0, { files: [{ rejected: 0, leftOut: {} }] }]);
    expect(await digest(to.store)).toEqual(await digest(from.store));
    expect((await to.store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('makes the same store, for any world', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(world, async ({ changes }) => {
        const [from, to] = [await place(), await place()];
        for (const each of changes) if (await recorded(from.store, each)) taken += 1;
        const report = await to.run('hearsay', from.file('copy.jsonl.gz', await everythingIn(from.store)), {
          batch: 3,
        });
        expect(report).toMatchObject({ rejected: 0, leftOut: {} });
        expect(await digest(to.store)).toEqual(await digest(from.store));
      }),
      { numRuns: 10 },
    );
    expect(taken).toBeGreaterThan(10);
  });

  test('is what the policy shows, unless everything is asked for', async () => {
    const from = await place();
    const [ann, bob] = [
      person('ann', 'Ann Lee', { birthDate: parseDate('2015') }),
      person('bob', 'Bob Stone'),
    ];
    const daily = source('daily');
    const secret = document('secret', daily);
    const photo = evidence('secret-photo', { document: secret.id });
    const said = claim('said', [ann, bob], secret, {
      evidence: [{ evidence: photo.id, stance: 'SUPPORTS' }],
    });
    const friends = claim('friends', [ann, bob], document('open', daily), { kind: 'FRIENDS' });
    const documents = [secret, document('open', daily)];
    await from.store.apply(
      change({ people: [ann, bob], sources: [daily], documents, evidence: [photo], claims: [said, friends] }),
    );
    const shown = (await from.hearsay('export')).out;
    expect(shown).toContain('"claim/friends"');
    expect(shown).not.toContain('claim/said');
    expect(shown).not.toContain('secret');
    expect((await from.hearsay('export', '--everything')).out).toContain('document/secret');
    expect((await from.hearsay('export', '--everything')).out).toContain(
      `"recordedBy":"${friends.recordedBy}"`,
    );
    expect(shown).not.toContain(friends.recordedBy);
  });

  test('is never written over a file that is there', async () => {
    const from = await place();
    await from.hearsay('seed', 'seeds/heartstopper.yaml');
    const path = from.file('there.jsonl', 'precious');
    expect(await from.hearsay('export', '--out', path)).toMatchObject({ exit: 8 });
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });
});

describe('lines that were written by somebody else', () => {
  test('come in through the same door, one by one', async () => {
    const to = await place();
    const person = {
      id: 'person/a',
      name: 'A B',
      aliases: [],
      handles: [],
      externalIds: { wikidata: null, imdb: null, tmdb: null },
      birthDate: null,
      birthDateDocument: null,
      privacy: 'PUBLIC_FIGURE',
    };
    const lines = [
      { hearsay: 'records', version: 1, contents: 'everything' },
      { type: 'people', record: person },
      { type: 'people', record: { ...person, id: 'person/b', birthDate: '0000' } },
      { type: 'people', record: { ...person, id: 'person/c', name: 'a\u202eb' } },
      { type: 'people', record: { ...person, id: 'person/d', orientation: 'x' } },
      { type: 'people', record: { ...person, name: 'Somebody Else' } },
      { type: 'nothing', record: person },
      { type: 'works', record: null },
    ];
    const path = to.file('lines.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    expect(await to.run('hearsay', path)).toMatchObject({ total: 7, accepted: 1, rejected: 6 });
    expect(to.rejected(path).map(({ line, reason }) => [line, reason.code])).toEqual([
      [3, 'INVALID_DATE'],
      [4, 'INVALID_NAME'],
      [5, 'INVALID_RECORD'],
      [7, 'INVALID_RECORD'],
      [8, 'INVALID_RECORD'],
      [6, 'CONFLICT'],
    ]);
  });

  const head = JSON.stringify({ hearsay: 'records', version: 1, contents: 'everything' });
  const line = (type: string, record: unknown): string =>
    JSON.stringify({ type, record }, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'firstDay' in value && 'text' in value
        ? value.text
        : value,
    );
  const [ann, bob] = [person('ann', 'Ann Lee'), person('bob', 'Bob Stone')];
  const [daily, film] = [source('daily'), work('film', 'Film')];
  const story = document('story', daily);
  const said = claim('said', [ann, bob], story);
  const base = [
    ...[ann, bob].map((one) => line('people', one)),
    ...[line('sources', daily), line('documents', story), line('works', film)],
  ];
  const taken = (rest: object) => ({
    by: 'me',
    at: '2024-02-01T00:00:00Z',
    reason: 'SUPERSEDED',
    note: null,
    ...rest,
  });
  const takenIn = async (...records: readonly string[]) => {
    const to = await place();
    const report = await to.run('hearsay', to.file('lines.jsonl', [head, ...base, ...records].join('\n')));
    return { to, report };
  };

  test.each([
    ['a place that says it', line('claims', { ...said, locator: 'gay-affair-hiv-positive' })],
    ['an id of a credit that says it', line('credits', { ...credit(ann, film), id: 'credit/bob-is-gay' })],
    ['a credit that is surer than sure', line('credits', { ...credit(ann, film), confidence: 7.5 })],
    ['a billing below 1', line('credits', { ...credit(ann, film), billing: 0 })],
    ['episodes below 1', line('works', { ...film, id: 'work/x', episodes: -5 })],
    ['a work based on itself', line('works', { ...film, id: 'work/x', basedOn: ['work/x'] })],
    [
      'a document derived from itself',
      line('documents', { ...story, id: 'document/x', derivedFrom: ['document/x'] }),
    ],
    [
      'an address that is a program',
      line('documents', { ...story, id: 'document/x', url: 'javascript:alert(1)' }),
    ],
    ['a claim of a time to come', line('claims', { ...said, recordedAt: '2099-01-01T00:00:00Z' })],
    [
      'a retraction of a time to come',
      line('claims', { ...said, retraction: taken({ at: '2099-01-01T00:00:00Z' }) }),
    ],
  ])('are rejected for %s', async (_, record) => {
    const { report } = await takenIn(record);
    expect(report).toMatchObject({ total: 6, accepted: 5, rejected: 1 });
  });

  test('lose a note of a retraction and a character of a special category, and keep the rest', async () => {
    const hero = { id: 'character/hero', name: 'Gay Muslim Cancer Patient', aliases: [], work: film.id };
    const { to, report } = await takenIn(
      line('claims', { ...said, retraction: taken({ note: 'He is gay and has cancer' }) }),
      line('characters', hero),
      line('credits', { ...credit(ann, film), character: hero.id }),
    );
    expect(report).toMatchObject({ rejected: 0 });
    expect(await to.store.counts()).toMatchObject({ claims: 1, credits: 1, characters: 0 });
    expect(await everythingIn(to.store)).not.toMatch(/cancer/i);
  });

  test('are not excused by somebody whose name says what they say', async () => {
    const is = { ...person('is', 'Is Gay') };
    const { to } = await takenIn(
      line('people', is),
      line('documents', { ...story, id: 'document/x', title: 'Bob is gay and has cancer, Ann says' }),
      line('claims', { ...said, document: 'document/x', quote: 'Bob is gay' }),
      line('people', person('slater', 'Christian Slater')),
      line('documents', { ...story, id: 'document/y', title: 'Christian Slater speaks' }),
    );
    expect(to.rejected(join(to.folder, 'lines.jsonl')).map(({ reason }) => reason.code)).toEqual([
      'SPECIAL_CATEGORY',
    ]);
    const text = await everythingIn(to.store);
    expect(text).not.toContain('cancer');
    expect(text).toContain('Christian Slater speaks');
  });

  test('of a later version are refused whole', async () => {
    const to = await place();
    const path = to.file('lines.jsonl', '{"hearsay":"records","version":2,"contents":"public"}\n');
    expect((await to.hearsay('import', 'hearsay', path)).err).toContain('Expected version 1');
  });
});
