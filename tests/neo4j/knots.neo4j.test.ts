import { expect, test } from 'vitest';
import { pairOf } from '../../src/domain/claim.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate } from '../../src/domain/time.ts';
import { change, claim, document, person, source } from '../support/builders.ts';
import { emptyGraph, openSuiteStore } from '../support/neo4j.ts';

test('a dozen documents that are all derived from each other are walked, not followed on every path', async () => {
  await emptyGraph();
  const store = await openSuiteStore();
  try {
    const daily = source('daily');
    const plain = Array.from({ length: 12 }, (_, at) => document(`d${at}`, daily));
    const documents = plain.map((one) => ({
      ...one,
      derivedFrom: plain.filter((other) => other !== one).map(({ id }) => id),
    }));
    const [first = document('x', daily)] = documents;
    const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
    await store.apply(change({ people: [ann, bob], sources: [daily], documents }));
    await store.apply(change({ documents: [{ ...first, title: 'A title' }] }));
    const who: Reader = { profile: 'open', asOf: parseDate('2024'), knownAt: null };
    const told = async (): Promise<readonly string[]> =>
      (await store.changesAfter(0, 100, who)).map(({ node }) => node);
    // Nothing rests on any of them: every path would have to be followed to its end to know.
    expect(await told()).toEqual([ann.id, bob.id, daily.id]);
    expect((await store.nodes([first.id], who)).size).toBe(0);
    await store.apply(change({ claims: [claim('said', [ann, bob], first)] }));
    await store.apply(change({ documents: [{ ...first, title: 'A title', url: 'https://daily.example/' }] }));
    expect(await told()).toEqual([ann.id, bob.id, daily.id, 'claim/said', first.id]);
    const dossier = await store.pairDossier([pairOf(ann.id, bob.id)], who);
    expect(dossier.documents.size).toBe(documents.length);
  } finally {
    await store.close();
  }
});
