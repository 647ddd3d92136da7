import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairOf } from '../../src/domain/claim.ts';
import type { Dossier } from '../../src/domain/dossier.ts';
import { byCodeUnit, type PersonId } from '../../src/domain/ids.ts';
import { familyOf, isAboutRomance } from '../../src/domain/kinds.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate } from '../../src/domain/time.ts';
import { change, claim, document, person, source } from '../support/builders.ts';
import { factsOf, visibleTo } from './model.ts';
import type { OpenStore } from './opened-store.ts';
import { applyAll, reader } from './readers.ts';
import { world, type World } from './worlds.ts';

const today: Reader = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null };

/** Dossiers: the right claims, and everything that they point at. */
export function dossierContract(open: OpenStore): void {
  describe('a dossier', () => {
    test('of a pair has what names both, what says either is single, and what may be hard of third people', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(world, reader, fc.nat({ max: 3 }), async (each, who, at) => {
          await applyAll(store, each);
          const [a, b] = [each.people[at], each.people[(at + 1) % 4]].map((one) => one?.id);
          if (a === undefined || b === undefined) throw new RangeError('a world is too small');
          const dossier = await store.pairDossier([pairOf(a, b)], who);
          const seen = visibleTo(who, each);
          const mine = seen.filter(({ subject, object, kind }) =>
            kind === 'SINGLE'
              ? [a, b].includes(subject)
              : [subject, object].includes(a) && [subject, object].includes(b),
          );
          const ids = dossier.claims.map(({ id }) => id);
          expect(ids.filter((id) => mine.some((one) => one.id === id))).toEqual(mine.map(({ id }) => id));
          const third = dossier.claims.filter((one) => !mine.some(({ id }) => id === one.id));
          const expected = seen.filter(
            (one) =>
              !mine.includes(one) &&
              familyOf(one.kind) === 'ROMANCE' &&
              [a, b].some((id) => [one.subject, one.object].includes(id)),
          );
          expect(expected.map(({ id }) => id)).toEqual(expect.arrayContaining(third.map(({ id }) => id)));
          const hard = expected.filter(
            (one) => one.onRecord !== null || one.evidence.some(({ evidence }) => isHard(each, evidence)),
          );
          expect(third.map(({ id }) => id)).toEqual(expect.arrayContaining(hard.map(({ id }) => id)));
          expectWhole(dossier, each, [a, b]);
        }),
        { numRuns: 40 },
      );
    });

    test('of many pairs has what each of them alone has', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(world, reader, async (each, who) => {
          await applyAll(store, each);
          const ids = each.people.map(({ id }) => id);
          const pairs = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => pairOf(a, b)));
          const together = await store.pairDossier(pairs, who);
          const alone = await Promise.all(pairs.map((pair) => store.pairDossier([pair], who)));
          const claims = new Set(alone.flatMap((one) => one.claims.map(({ id }) => id)));
          expect(new Set(together.claims.map(({ id }) => id))).toEqual(claims);
          expectWhole(together, each, ids);
        }),
        { numRuns: 15 },
      );
    });

    test('of a person has what is said about their love life; of claims, the claims', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(world, reader, async (each, who) => {
          await applyAll(store, each);
          const [one] = each.people;
          if (one === undefined) throw new RangeError('a world is too small');
          const life = visibleTo(who, each).filter(
            ({ kind, subject, object }) => isAboutRomance(kind) && [subject, object].includes(one.id),
          );
          const dossier = await store.personDossier(one.id, who);
          expect(dossier.claims).toEqual(life);
          expectWhole(dossier, each, [one.id]);
          const all = visibleTo(who, each, true);
          const claims = await store.claimDossier(
            each.claims.map(({ id }) => id),
            who,
          );
          expect(claims.claims).toEqual(all);
          expectWhole(claims, each);
        }),
        { numRuns: 30 },
      );
    });

    test('has the people who are asked about, whether or not anything is said of them', async () => {
      const { store } = await open();
      const [ann, bob, cat] = [person('ann', 'Ann'), person('bob', 'Bob'), person('cat', 'Cat')];
      await store.apply(change({ people: [ann, bob, cat] }));
      const people = async (a: typeof ann, b: typeof ann) =>
        [...(await store.pairDossier([pairOf(a.id, b.id)], today)).people.values()].map((one) => one.person);
      expect(await people(ann, bob)).toEqual([ann, bob]);
      expect(await people(ann, person('nobody', 'Nobody'))).toEqual([ann]);
      const life = await store.personDossier(cat.id, today);
      expect([...life.people.keys()]).toEqual([cat.id]);
    });

    test('follows copies up to sixteen steps, through cycles', async () => {
      const { store } = await open();
      const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
      const daily = source('daily');
      const chain = Array.from({ length: 20 }, (_, at) => document(`d${at}`, daily));
      const documents = chain.map((one, at) => ({
        ...one,
        derivedFrom: chain.slice(at + 1, at + 2).map(({ id }) => id),
      }));
      const loop = [document('x', daily), document('y', daily)] as const;
      const looped = [
        { ...loop[0], derivedFrom: [loop[1].id] },
        { ...loop[1], derivedFrom: [loop[0].id] },
      ] as const;
      const claims = [claim('deep', [ann, bob], chain[0] ?? loop[0]), claim('loop', [ann, bob], loop[0])];
      await store.apply(
        change({ people: [ann, bob], sources: [daily], documents: [...documents, ...looped], claims }),
      );
      const found = await store.pairDossier([pairOf(ann.id, bob.id)], today);
      expect(found.documents.size).toBe(17 + 2);
      expect(found.truncated).toBe(true);
    });

    test('is cut to the latest 2,000 claims of a pair and 200 of each side, and says so', async () => {
      const { store } = await open();
      const [ann, bob, cat] = [person('ann', 'Ann'), person('bob', 'Bob'), person('cat', 'Cat')];
      const daily = source('daily');
      const story = document('story', daily);
      const dated = (at: number): { assertedAt: ReturnType<typeof parseDate> } => ({
        assertedAt: parseDate(String(2000 + (at % 24))),
      });
      const onRecord = { person: ann.id, as: 'SELF' } as const;
      const own = Array.from({ length: 2_003 }, (_, at) =>
        claim(`own${at}`, [ann, bob], story, { kind: 'FRIENDS', ...dated(at) }),
      );
      const single = Array.from({ length: 203 }, (_, at) =>
        claim(`single${at}`, [bob, null], story, { kind: 'SINGLE', ...dated(at) }),
      );
      const hard = Array.from({ length: 203 }, (_, at) =>
        claim(`hard${at}`, [ann, cat], story, { onRecord, ...dated(at) }),
      );
      const base = change({ people: [ann, bob, cat], sources: [daily], documents: [story] });
      await store.apply({ ...base, claims: own.slice(3) });
      const pair = [pairOf(ann.id, bob.id)];
      expect(await store.pairDossier(pair, today)).toMatchObject({ truncated: false });
      await store.apply(change({ claims: [...own.slice(0, 3), ...single, ...hard] }));
      const found = await store.pairDossier(pair, today);
      expect(found.truncated).toBe(true);
      const count = (prefix: string): number =>
        found.claims.filter(({ id }) => id.startsWith(`claim/${prefix}`)).length;
      expect([count('own'), count('single'), count('hard')]).toEqual([2_000, 200, 200]);
      const latest = own
        .toSorted((x, y) => y.assertedAt.firstDay - x.assertedAt.firstDay || byCodeUnit(x.id, y.id))
        .slice(0, 2_000);
      expect(found.claims.filter(({ kind }) => kind === 'FRIENDS')).toEqual(latest);
      const early = { ...today, asOf: parseDate('1999') };
      expect(await store.pairDossier(pair, early)).toMatchObject({ claims: [], truncated: false });
    });
  });
}

function isHard(each: World, id: string): boolean {
  const kind = each.evidence.find((item) => item.id === id)?.kind;
  return kind === 'INTIMATE_PHOTO' || kind === 'PUBLIC_RECORD';
}

/** Who was asked about, and everything that the claims of a dossier point at, is in it, as it is in the world. */
function expectWhole(dossier: Dossier, each: World, asked: readonly PersonId[] = []): void {
  const facts = factsOf(each);
  for (const id of asked) expect(dossier.people.get(id)).toEqual(facts.get(id));
  for (const one of dossier.claims) {
    for (const id of [one.subject, one.object, one.onRecord?.person ?? null]) {
      if (id !== null) expect(dossier.people.get(id)).toEqual(facts.get(id));
    }
    for (const { evidence } of one.evidence) expect(dossier.evidence.get(evidence)).toBeDefined();
    for (const { source: id } of one.attributedTo)
      expect(dossier.sources.get(id)).toEqual(each.sources.find((s) => s.id === id));
    for (const id of [one.document, ...one.attributedTo.map((step) => step.document)]) {
      if (id !== null) expect(dossier.documents.get(id)).toEqual(each.documents.find((d) => d.id === id));
    }
  }
  for (const item of dossier.evidence.values())
    if (item.document !== null) expect(dossier.documents.has(item.document)).toBe(true);
  for (const item of dossier.documents.values()) {
    expect(dossier.sources.has(item.source)).toBe(true);
    for (const up of item.derivedFrom) expect(dossier.documents.has(up)).toBe(true);
  }
  for (const item of dossier.sources.values())
    if (item.person !== null) expect(dossier.people.has(item.person)).toBe(true);
}
