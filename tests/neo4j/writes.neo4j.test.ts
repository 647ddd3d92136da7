import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphChange } from '../../src/domain/change.ts';
import { connect, type Connection, type Transaction } from '../../src/stores/neo4j/connection.ts';
import type { Applied, NamedChange } from '../../src/stores/neo4j/work-out.ts';
import { applyChanges } from '../../src/stores/neo4j/writes.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, claim, credit, document, evidence, person, source, work } from '../support/builders.ts';
import { emptyGraph, neo4jDriver, neo4jSettings, openSuiteStore } from '../support/neo4j.ts';

let store: GraphStore;
let db: Connection;
beforeEach(async () => {
  await emptyGraph();
  store = await openSuiteStore();
  db = connect({ ...neo4jSettings(), database: null }, { read: 30_000, write: 60_000 });
});
afterEach(async () => {
  await store.close();
  await db.close();
});

const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
const daily = source('daily');
const story = document('story', daily);
const base = change({ people: [ann, bob], sources: [daily], documents: [story] });

async function applied(
  id: string,
  given: GraphChange,
  through = (each: Transaction) => each,
): Promise<Applied> {
  const [result] = await appliedTogether([{ id, change: given }], through);
  if (result === undefined) throw new Error('Expected a result for the change');
  return result;
}

async function appliedTogether(
  changes: readonly NamedChange[],
  through = (each: Transaction) => each,
): Promise<readonly Applied[]> {
  return (await db.write((transaction) => applyChanges(through(transaction), changes))).value;
}

/** Counts the statements of a transaction. */
function counted(): {
  readonly through: (transaction: Transaction) => Transaction;
  readonly count: () => number;
} {
  let statements = 0;
  return {
    through: (transaction) => ({
      run: (statement, parameters) => {
        statements += 1;
        return transaction.run(statement, parameters);
      },
    }),
    count: () => statements,
  };
}

describe('a change whose commit was acknowledged too late', () => {
  test('is given the receipt of the first time when it is run again, and happens once', async () => {
    await store.apply(base);
    const said = change({ claims: [claim('said', [ann, bob], story)] });
    const first = await applied('the same', said);
    // Somebody else has written in between: counting anew would give another number.
    await store.apply(change({ people: [person('cat', 'Cat')] }));
    expect(await applied('the same', said)).toEqual(first);
    const feed = await store.changesAfter(0, 100, null);
    expect(feed.filter(({ node }) => node === 'claim/said')).toHaveLength(1);
    expect(feed.map(({ sequence }) => sequence)).toEqual(feed.map((_, at) => at + 1));
    expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
  });
});

describe('changes that share a commit', () => {
  test('are refused one by one, and leave the others as if they had come alone', async () => {
    await store.apply(base);
    const results = await Promise.allSettled([
      store.apply(change({ people: [person('cat', 'Cat')] })),
      store.apply(change({ people: [{ ...ann, name: 'Another' }, person('dan', 'Dan')] })),
      store.apply(change({ claims: [claim('said', [ann, person('eve', 'Eve')], story)] })),
      store.apply(change({ claims: [claim('said', [ann, bob], story)] })),
      store.apply(change({ claims: [claim('said', [ann, bob], story)] })),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(results[1]).toMatchObject({ reason: { code: 'CONFLICT' } });
    expect(results[2]).toMatchObject({ reason: { code: 'INVALID_RECORD' } });
    expect(results[4]).toMatchObject({ value: { created: [], unchanged: 1 } });
    expect(await store.counts()).toMatchObject({ people: 3, claims: 1 });
    expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
  });
});

describe('changes that are stored together', () => {
  const said = (key: string): GraphChange => change({ claims: [claim(key, [ann, bob], story)] });
  const named = (id: string, given: GraphChange): NamedChange => ({ id, change: given });

  test('cost no more statements than one of them', async () => {
    await store.apply(base);
    const [one, many] = [counted(), counted()];
    await appliedTogether([named('one', said('one'))], one.through);
    const keys = Array.from({ length: 20 }, (_, at) => `many${at}`);
    const results = await appliedTogether(
      keys.map((key) => named(key, said(key))),
      many.through,
    );
    expect(many.count()).toBeLessThanOrEqual(one.count());
    expect(results.map((result) => 'receipt' in result && result.receipt.created)).toEqual(
      keys.map((key) => [`claim/${key}`]),
    );
    expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
  });

  test('build on each other, in their order, and are told by the feed in it', async () => {
    await store.apply(base);
    const { sequence: before } = await store.apply(change({}));
    const first = { ...document('first', daily), names: [] };
    const retraction = { by: 'test', at: base.at, reason: 'SUPERSEDED', note: null } as const;
    const results = await appliedTogether([
      named('1', change({ documents: [first], claims: [claim('a', [ann, bob], first)] })),
      // Refused, and with it the person whom the next but one points at.
      named('2', change({ people: [person('cat', 'Cat'), { ...ann, name: 'Another' }] })),
      named('3', change({ documents: [{ ...first, names: [ann.id] }] })),
      named('4', change({ claims: [claim('b', [ann, person('cat', 'Cat')], first)] })),
      named('5', change({ retractions: [{ claim: claim('a', [ann, bob], first).id, retraction }] })),
    ]);
    expect(results.map((result) => ('receipt' in result ? result.receipt : result.refused.code))).toEqual([
      { created: ['document/first', 'claim/a'], updated: [], unchanged: 0, sequence: before + 2 },
      'CONFLICT',
      { created: [], updated: ['document/first'], unchanged: 0, sequence: before + 3 },
      'INVALID_RECORD',
      { created: [], updated: ['claim/a'], unchanged: 0, sequence: before + 4 },
    ]);
    expect((await store.changesAfter(before, 10, null)).map(({ type, node }) => `${type} ${node}`)).toEqual([
      'CREATED document/first',
      'CREATED claim/a',
      'UPDATED document/first',
      'RETRACTED claim/a',
    ]);
    expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
  });

  test('are given the receipts of the first time when they are run again', async () => {
    await store.apply(base);
    const both = [named('x', said('x')), named('y', said('y'))];
    const first = await appliedTogether(both);
    expect(await appliedTogether(both)).toEqual(first);
    expect((await store.counts()).claims).toBe(2);
  });
});

test('a change costs as many statements with a hundred records of each type as with one', async () => {
  const counts: number[] = [];
  for (const size of [1, 100]) {
    const { through, count } = counted();
    await applied(`size ${size}`, everything(size), through);
    counts.push(count());
  }
  expect(counts[1]).toBe(counts[0]);
  expect(counts[0]).toBeLessThan(60);
});

function everything(size: number): GraphChange {
  const all = Array.from({ length: size }, (_, at) => {
    const key = `n${size}.${at}`;
    const who = person(key, `Person ${key}`, { handles: [{ platform: 'INSTAGRAM', name: key }] });
    const film = work(key, `Work ${key}`);
    const text = document(key, source(key), { names: [who.id] });
    const item = evidence(key, { document: text.id });
    const cites = { evidence: [{ evidence: item.id, stance: 'SUPPORTS' as const }] };
    const said = claim(key, [who, person(`${key}.b`, `Other ${key}`)], text, cites);
    return { key, who, film, text, item, said };
  });
  return change({
    people: all.flatMap(({ key, who }) => [who, person(`${key}.b`, `Other ${key}`)]),
    sources: all.map(({ key }) => source(key)),
    documents: all.map(({ text }) => text),
    evidence: all.map(({ item }) => item),
    works: all.map(({ film }) => film),
    credits: all.map(({ who, film }) => credit(who, film)),
    claims: all.map(({ said }) => said),
  });
}

describe('a bookmark', () => {
  test('of a write shows the write to another server', async () => {
    const other = await openSuiteStore();
    const { bookmark } = await store.apply(base);
    expect(bookmark).toEqual(expect.any(String));
    expect((await other.seeing(bookmark ?? '').counts()).people).toBe(2);
    await other.close();
  });

  test('that no server gave is refused at once, also one of a write that is still to come', async () => {
    const { bookmark } = await store.apply(base);
    const [given = '', mac = ''] = (bookmark ?? '').split(/\.(?=[^.]*$)/);
    const later = `${given.slice(0, -3)}AAA`;
    for (const forged of ['nonsense', '', '.', given, `${later}.${mac}`, `${given}.${mac.slice(1)}`]) {
      expect(() => store.seeing(forged)).toThrow(expect.objectContaining({ code: 'INVALID_BOOKMARK' }));
    }
    expect((await store.seeing(bookmark ?? '').counts()).people).toBe(2);
  });
});

describe('verify', () => {
  const said = claim('said', [ann, bob], story, { attributedTo: [{ source: daily.id, document: story.id }] });
  const whole = change({
    ...base,
    documents: [{ ...story, names: [ann.id] }],
    claims: [said],
    works: [work('film', 'Film')],
    credits: [credit(ann, work('film', 'Film'))],
  });
  const damage: readonly (readonly [string, string, string, boolean])[] = [
    [
      'a relationship that is gone',
      'MATCH (:Claim)-[r:SUBJECT]->() DELETE r',
      'references lead somewhere',
      false,
    ],
    ['a document that is gone', 'MATCH (d:Document) DETACH DELETE d', 'references lead somewhere', false],
    [
      'a relationship that says otherwise',
      'MATCH (c:Claim)-[r:ATTRIBUTED_TO]->() SET r.step = 7',
      'references lead somewhere',
      false,
    ],
    ['a property for an index', 'MATCH (c:Claim) SET c.rank = 0', 'references lead somewhere', false],
    [
      'a credit elsewhere',
      "MATCH ()-[k:CREDITED]->() SET k.person = 'x'",
      'references lead somewhere',
      false,
    ],
    ['a gap in the feed', 'MATCH (c:Change {sequence: 2}) DELETE c', 'change feed without gaps', false],
    ['a wrong policy', 'MATCH (c:Claim) SET c.showOpen = 0', 'policy columns equal rebuilt ones', true],
    [
      'a wrong edge',
      'MATCH ()-[r:RELATED]->() SET r.confidence = 0.5',
      'relationships equal rebuilt ones',
      true,
    ],
    [
      'an edge of nobody',
      `MATCH (a:Person {id: 'person/ann'}) CREATE (a)-[r:RELATED]->(a)
       SET r = {a: a.id, b: a.id, pair: 'person/ann person/ann', edge: 'FEUD x', family: 'FEUD', kind: 'FEUD',
         status: 'RUMORED', independentSources: 1, engineVersion: '0', evaluatedAt: '2020'}`,
      'relationships equal rebuilt ones',
      true,
    ],
    [
      'a wrong first mention',
      'MATCH (p:Person) SET p.knownSince = 1',
      'first mentions equal rebuilt ones',
      true,
    ],
    ['a name that is gone', 'MATCH (n:Name {position: 0}) DELETE n', 'names are indexed as they are', true],
    [
      'a word of nobody',
      "CREATE (:Word {word: 'x', node: 'person/x', type: 'person'})",
      'names are indexed as they are',
      true,
    ],
    ['a trigram that is gone', 'MATCH (t:Trigram) DELETE t', 'names are indexed as they are', true],
  ];

  test.each(damage)('finds %s; what is derived comes right again', async (_, cypher, name, isDerived) => {
    await store.apply(whole);
    expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
    await neo4jDriver().executeQuery(cypher);
    const { ok, checks } = await store.verify(() => undefined);
    expect(ok).toBe(false);
    expect(checks.filter((check) => !check.ok).map((check) => check.name)).toContain(name);
    if (!isDerived) return;
    await store.rebuild(() => undefined);
    const after = await store.verify(() => undefined);
    expect(after.checks.filter((check) => !check.ok)).toEqual([]);
  });
});
