import { describe, expect, test } from 'vitest';
import type { GraphChange } from '../../src/domain/change.ts';
import type { Retraction } from '../../src/domain/claim.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, claim, credit, document, evidence, person, source, work } from '../support/builders.ts';
import type { OpenStore } from './opened-store.ts';

const today: Reader = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null };
const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
const minor = person('cat', 'Cat', { birthDate: parseDate('2012') });
const [daily, weekly] = [source('daily'), source('weekly')];
const [story, feature] = [document('story', daily), document('feature', daily)];
const photo = evidence('photo');
const base = change({ people: [ann, bob, minor], sources: [daily, weekly] });
const cites = { evidence: [{ evidence: photo.id, stance: 'SUPPORTS' }] } as const;
const visible = claim('visible', [ann, bob], story, cites);
const hidden = claim('hidden', [ann, minor], story, cites);

type Told = readonly (readonly [type: string, node: string])[];

async function told(store: GraphStore, who: Reader | null = today): Promise<Told> {
  return (await store.changesAfter(0, 1_000, who)).map(({ type, node }) => [type, node] as const);
}

/** What is told once these changes are all applied, beyond the people and sources. */
async function toldAfter(open: OpenStore, changes: readonly GraphChange[], who = today): Promise<Told> {
  const { store } = await open();
  await store.apply(base);
  const before = (await told(store, who)).length;
  for (const each of changes) await store.apply(each);
  return (await told(store, who)).slice(before);
}

function taken(reason: Retraction['reason']): Retraction {
  return { by: 'curator', at: parseInstant('2024-02-01T00:00:00Z'), reason, note: null };
}

/** What followers of the feed are told. */
export function feedContract(open: OpenStore): void {
  describe('the feed of a reader', () => {
    test('tells in one read of what the reader may see, however much lies between', async () => {
      const { store } = await open();
      await store.apply(base);
      const many = Array.from({ length: 20 }, (_, at) =>
        claim(`hidden-${at}`, [at % 2 === 0 ? ann : bob, minor], story),
      );
      const last = claim('last', [ann, bob], story, { kind: 'FRIENDS' });
      await store.apply(change({ documents: [story], evidence: [photo], claims: [visible, ...many, last] }));
      const [first] = (await store.changesAfter(0, 1_000, today)).filter(({ node }) => node === visible.id);
      const next = await store.changesAfter(first?.sequence ?? 0, 1, today);
      expect(next.map(({ node }) => node)).toEqual([last.id]);
      expect(await store.changesAfter(next[0]?.sequence ?? 0, 10, today)).toEqual([]);
      expect((await told(store, null)).length).toBe((await told(store)).length + many.length + 2);
    });

    test('tells of a claim that was taken back, and of what became of it, as long as it may be seen', async () => {
      const outcome = { held: false, decidedAt: null, recordedAt: base.at, recordedBy: 'me', note: null };
      const recorded = change({ documents: [story], evidence: [photo], claims: [visible, hidden] });
      const after = change({
        outcomes: [visible, hidden].map(({ id }) => ({ ...outcome, claim: id })),
        retractions: [visible, hidden].map(({ id }) => ({ claim: id, retraction: taken('SUPERSEDED') })),
      });
      expect(await toldAfter(open, [recorded, after])).toEqual([
        ['CREATED', visible.id],
        ['RETRACTED', visible.id],
        ['OUTCOME', visible.id],
      ]);
    });

    test('tells nothing at all of a claim that was taken down', async () => {
      const recorded = change({ documents: [story], evidence: [photo], claims: [visible] });
      const down = change({ retractions: [{ claim: visible.id, retraction: taken('TAKEN_DOWN') }] });
      expect(await toldAfter(open, [recorded, down])).toEqual([]);
    });

    test('depends on the profile and on the day', async () => {
      const dan = person('dan', 'Dan', { birthDate: null });
      const romance = claim('ageless', [ann, dan], story);
      const world = [change({ people: [dan], documents: [story], claims: [romance] })];
      const grown = claim('grown', [ann, bob], story, { validFrom: parseDate('2024-09') });
      const later = [change({ documents: [story], claims: [grown] })];
      expect(await toldAfter(open, world)).toEqual([['CREATED', dan.id]]);
      expect(await toldAfter(open, world, { ...today, profile: 'open' })).toEqual([
        ['CREATED', dan.id],
        ['CREATED', romance.id],
      ]);
      expect(await toldAfter(open, later)).toEqual([]);
      expect(await toldAfter(open, later, { ...today, asOf: parseDate('2024-09-01') })).toEqual([
        ['CREATED', grown.id],
      ]);
    });

    test('knows nothing that was recorded after knownAt', async () => {
      const { store } = await open();
      await store.apply(base);
      await store.apply({
        ...change({ sources: [source('late')] }),
        at: parseInstant('2024-03-01T00:00:00Z'),
      });
      const knownAt = parseInstant('2024-02-01T00:00:00Z');
      expect(await told(store, { ...today, knownAt })).toEqual((await told(store)).slice(0, -1));
    });
  });

  describe('documents and evidence in the feed', () => {
    const filled = change({
      documents: [{ ...story, title: 'A title' }],
      evidence: [{ ...photo, availability: 'DELETED' }],
    });
    const both: Told = [
      ['UPDATED', story.id],
      ['UPDATED', photo.id],
    ];

    test('are told of when something is added to them and a claim that may be seen rests on them', async () => {
      const brought = change({ documents: [story], evidence: [photo], claims: [visible] });
      expect(await toldAfter(open, [brought, filled])).toEqual([['CREATED', visible.id], ...both]);
    });

    test('are not told of while nothing, or nothing that may be seen, rests on them', async () => {
      const alone = change({ documents: [story], evidence: [photo] });
      expect(await toldAfter(open, [alone, filled])).toEqual([]);
      expect(await toldAfter(open, [{ ...alone, claims: [hidden] }, filled])).toEqual([]);
    });

    test('do not show that something hidden rested on them before', async () => {
      const later = change({
        documents: [{ ...story, title: 'A title', names: [bob.id] }],
        evidence: [{ ...photo, availability: 'DELETED' }],
        claims: [visible],
      });
      const before = change({ documents: [story], evidence: [photo], claims: [hidden] });
      const more = change({ documents: [{ ...story, url: 'https://daily.example/1' }] });
      const plain = await toldAfter(open, [later, more]);
      expect(plain).toEqual([
        ['CREATED', visible.id],
        ['UPDATED', story.id],
      ]);
      expect(await toldAfter(open, [before, later, more])).toEqual(plain);
      expect(await toldAfter(open, [before, filled, later, more])).toEqual(plain);
    });

    test('are told of when a credit, or a document derived from them, rests on them', async () => {
      const film = work('film', 'Film');
      const stated = change({
        documents: [story, feature],
        works: [film],
        credits: [credit(ann, film, { document: story.id })],
      });
      const derived = change({
        documents: [story, { ...feature, derivedFrom: [story.id] }],
        claims: [claim('in-feature', [ann, bob], feature)],
      });
      const retitled = change({ documents: [{ ...story, title: 'A title' }] });
      expect((await toldAfter(open, [stated, retitled])).at(-1)).toEqual(['UPDATED', story.id]);
      expect((await toldAfter(open, [derived, retitled])).at(-1)).toEqual(['UPDATED', story.id]);
    });
  });

  test('the key of the feed is 256 bits, and stays', async () => {
    const opened = await open();
    const key = await opened.store.feedKey();
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(key).size).toBeGreaterThan(4);
    await opened.store.apply(base);
    expect(await opened.store.feedKey()).toBe(key);
    expect(await (await opened.reopen?.())?.feedKey()).toBe(key);
  });

  test('a store seen from the bookmark of a write has that write in it', async () => {
    const { store } = await open();
    const { bookmark } = await store.apply(base);
    const seen = bookmark === null ? store : store.seeing(bookmark);
    expect((await seen.nodes([ann.id], today)).size).toBe(1);
  });

  test('notes are kept by name until they are taken away', async () => {
    const { store } = await open();
    expect(await store.readNote('move')).toBeNull();
    await store.writeNote('move', 'one');
    await store.writeNote('other', '');
    await store.writeNote('move', 'x'.repeat(10_000));
    expect(await store.readNote('move')).toBe('x'.repeat(10_000));
    expect(await store.readNote('other')).toBe('');
    await store.writeNote('move', null);
    await store.writeNote('move', null);
    expect(await store.readNote('move')).toBeNull();
    expect(await told(store, null)).toEqual([]);
  });
}
