import { afterEach, describe, expect, test } from 'vitest';
import { HearsayError } from '../../src/domain/errors.ts';
import { feedCursors } from '../../src/graphql/feed-cursors.ts';
import { parseDate } from '../../src/domain/time.ts';
import { change, claim, document, person, RECORDED, source } from '../support/builders.ts';
import { openGraph, type TestGraph } from '../support/graph.ts';

const opened: TestGraph[] = [];
afterEach(async () => {
  for (const graph of opened.splice(0)) await graph.close();
});

const [ann, bob] = [person('ann', 'Ann Archer'), person('bob', 'Bob Baker')];
const minor = person('cat', 'Cat Carter', { birthDate: parseDate('2012') });
const daily = source('daily');
const story = document('story', daily);
const said = claim('said', [ann, bob], story);
const base = change({ people: [ann, bob, minor], sources: [daily], documents: [story], claims: [said] });

async function graphOf(...changes: Parameters<typeof openGraph>[0]): Promise<TestGraph> {
  const graph = await openGraph([base, ...changes]);
  opened.push(graph);
  return graph;
}

interface Page {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: {
      readonly type: string;
      readonly at: string;
      readonly node: { readonly id: string } | null;
    };
  }[];
  readonly nodes: readonly { readonly type: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const CHANGES = `query ($first: Int, $after: String) { changes(first: $first, after: $after) {
  edges { cursor node { type at node { __typename id } } } nodes { type }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function pageOf(graph: TestGraph, first?: number, after?: string | null): Promise<Page> {
  const { data, errors } = await graph.ask(CHANGES, { first, after });
  expect(errors).toBeUndefined();
  return data?.['changes'] as Page;
}

async function codeOf(graph: TestGraph, variables: Readonly<Record<string, unknown>>): Promise<string> {
  const error = (await graph.ask(CHANGES, variables)).errors?.[0]?.originalError;
  return error instanceof HearsayError ? error.code : 'none';
}

const ids = (page: Page): readonly unknown[] => page.edges.map(({ node }) => node.node?.id);

describe('changes', () => {
  test('are what has been recorded, oldest first, each with what it is about', async () => {
    const page = await pageOf(await graphOf());
    expect(page.edges.map(({ node }) => node)).toEqual([
      ...[ann, bob, minor].map(({ id }) => ({
        type: 'CREATED',
        at: RECORDED,
        node: { __typename: 'Person', id },
      })),
      { type: 'CREATED', at: RECORDED, node: { __typename: 'Source', id: daily.id } },
      { type: 'CREATED', at: RECORDED, node: { __typename: 'Claim', id: said.id } },
    ]);
    expect(page.nodes).toHaveLength(5);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test('are followed by the last cursor: everything later once, and nothing twice', async () => {
    const graph = await graphOf();
    const seen: unknown[] = [];
    let after: string | null = null;
    const follow = async (): Promise<void> => {
      for (let page = await pageOf(graph, 2, after); ; page = await pageOf(graph, 2, after)) {
        seen.push(...ids(page));
        after = page.pageInfo.endCursor ?? after;
        if (!page.pageInfo.hasNextPage) return;
      }
    };
    await follow();
    await follow();
    await graph.store.apply(change({ people: [person('dan', 'Dan')] }));
    await graph.store.apply(change({ claims: [claim('hidden', [ann, minor], story)] }));
    await graph.store.apply(change({ claims: [claim('more', [ann, bob], story, { kind: 'FRIENDS' })] }));
    await follow();
    await follow();
    expect(seen).toEqual([ann.id, bob.id, minor.id, daily.id, said.id, 'person/dan', 'claim/more']);
  });

  test('say that a claim was taken back, and still find it', async () => {
    const retraction = { by: 'me', at: RECORDED, reason: 'SUPERSEDED', note: null } as const;
    const page = await pageOf(await graphOf(change({ retractions: [{ claim: said.id, retraction }] })));
    expect(page.edges.at(-1)?.node).toMatchObject({ type: 'RETRACTED', node: { id: said.id } });
  });

  test('cost as many statements for one as for a hundred', async () => {
    const many = Array.from({ length: 100 }, (_, at) => person(`p${at}`, `Person ${at}`));
    const graph = await graphOf(change({ people: many }));
    const statements = async (first: number): Promise<readonly string[]> => {
      graph.statements();
      await pageOf(graph, first);
      return graph.statements();
    };
    await pageOf(graph, 1);
    expect((await statements(100)).length).toBe((await statements(1)).length);
  });

  test.each([0, -1, 101])('come at most a hundred at a time, not %i', async (first) => {
    expect(await codeOf(await graphOf(), { first })).toBe('INVALID_PAGE_SIZE');
  });
});

describe('a cursor of a change', () => {
  test('is the same whenever the change is told, and of one length wherever it stands', async () => {
    const graph = await graphOf();
    const whole = await pageOf(graph);
    const cursors = whole.edges.map(({ cursor }) => cursor);
    expect((await pageOf(graph, 2, cursors[1])).edges.map(({ cursor }) => cursor)).toEqual(
      cursors.slice(2, 4),
    );
    const sealing = feedCursors(await graph.store.feedKey());
    const far = [1, 2, 1_000, 2 ** 32, Number.MAX_SAFE_INTEGER].map((at) => sealing.seal(at));
    expect(new Set([...cursors, ...far].map((cursor) => cursor.length)).size).toBe(1);
    expect(far.map((cursor) => sealing.open(cursor))).toEqual([
      1,
      2,
      1_000,
      2 ** 32,
      Number.MAX_SAFE_INTEGER,
    ]);
    for (const cursor of far) expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  test('tells neither its place nor how far it is from another: half of its bits differ from the next', () => {
    const sealing = feedCursors('5'.repeat(64));
    const bits = Array.from({ length: 64 }, (_, at) => {
      const [x, y] = [at, at + 1].map((sequence) => Buffer.from(sealing.seal(sequence), 'base64url'));
      return [...(x ?? [])].reduce((sum, byte, i) => sum + weight(byte ^ (y?.[i] ?? 0)), 0);
    });
    const mean = bits.reduce((sum, each) => sum + each, 0) / bits.length / (36 * 8);
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
  });

  test('of another store, forged, cut, spelt otherwise, or of another list is refused', async () => {
    const [graph, other] = [await graphOf(), await graphOf()];
    const good = (await pageOf(graph, 1)).pageInfo.endCursor ?? '';
    const bytes = Buffer.from(good, 'base64url');
    const flipped = Array.from(bytes, (byte, at) => {
      const forged = Buffer.from(bytes);
      forged[at] = byte ^ 1;
      return forged.toString('base64url');
    });
    const sources = await graph.ask('{ sources { pageInfo { endCursor } } }');
    const foreign = (sources.data?.['sources'] as Pick<Page, 'pageInfo'>).pageInfo.endCursor;
    const wrong = [
      '',
      '1',
      'x'.repeat(48),
      'x'.repeat(100_000),
      `${good}=`,
      good.slice(1),
      '\ud800',
      foreign,
    ];
    for (const after of [...wrong, ...flipped]) expect(await codeOf(graph, { after })).toBe('INVALID_CURSOR');
    expect(await codeOf(other, { after: good })).toBe('INVALID_CURSOR');
    expect(await codeOf(graph, { after: good })).toBe('none');
  });
});

function weight(byte: number): number {
  return byte.toString(2).replaceAll('0', '').length;
}
