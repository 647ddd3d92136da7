import { beforeAll, expect, test } from 'vitest';
import { exportRecords } from '../../src/application/export-records.ts';
import { digestStore } from '../../src/application/store-digest.ts';
import { parseDate } from '../../src/domain/time.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, claim, credit, document, evidence, person, source, work } from '../support/builders.ts';
import { emptyGraph, openSuiteStore } from '../support/neo4j.ts';
import { importInto } from './importing-store.ts';
import { place } from './importing.ts';

beforeAll(emptyGraph, 240_000);

async function everythingIn(store: GraphStore): Promise<string> {
  let text = '';
  for await (const lines of exportRecords(store, null, () => undefined)) text += lines;
  return text;
}

const digest = (store: GraphStore) => digestStore(store, 500, () => undefined);

test('what is exported makes the same store in Neo4j, and from there in SQLite again', async () => {
  const [from, back] = [await place(), await place()];
  const [ann, bob] = [person('ann', 'Ann Lee'), person('bob', 'Bob Stone')];
  const kid = person('kim', 'Kim Small', { birthDate: parseDate('2015') });
  const daily = source('daily');
  const story = document('story', daily, { title: 'A story' });
  const photo = evidence('photo', { document: story.id });
  const debut = work('debut', 'The Debut', { document: story.id });
  await from.store.apply(
    change({
      ...{ people: [ann, bob, kid], sources: [daily], documents: [story], evidence: [photo], works: [debut] },
      credits: [credit(ann, debut), credit(bob, debut)],
      claims: [
        claim('said', [ann, bob], story, { evidence: [{ evidence: photo.id, stance: 'SUPPORTS' }] }),
        claim('hidden', [ann, kid], story),
        claim('single', [bob, null], story, { kind: 'SINGLE' }),
      ],
    }),
  );
  const neo4j = await openSuiteStore();
  try {
    const there = await importInto(neo4j, 'hearsay', from.file('copy.jsonl', await everythingIn(from.store)));
    expect(there).toMatchObject({ rejected: 0, leftOut: {} });
    expect(await digest(neo4j)).toEqual(await digest(from.store));
    expect((await neo4j.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
    const again = back.file('copy.jsonl', await everythingIn(neo4j));
    expect(await back.run('hearsay', again)).toMatchObject({ rejected: 0, leftOut: {} });
    expect(await digest(back.store)).toEqual(await digest(from.store));
  } finally {
    await neo4j.close();
  }
}, 120_000);
