import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ClaimId } from '../../src/domain/ids.ts';
import { parseDate } from '../../src/domain/time.ts';
import type { ChangeEvent, GraphStore } from '../../src/ports/graph-store.ts';
import { buildRecorder } from '../faults/built-recorder.ts';
import { hearsay } from '../cli/hearsay.ts';
import { ask } from '../support/graphql-client.ts';
import { emptyGraph, neo4jSettings, openSuiteStore } from '../support/neo4j.ts';
import { ONCE_MORE } from '../support/once-more.ts';
import { startProcess, type ServeProcess } from '../support/serve-process.ts';

const KILLS = 10;
const PATIENCE_MS = 240_000;
const today = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null } as const;

let settings: Readonly<Record<string, string>>;
beforeAll(() => {
  const { url, user, password } = neo4jSettings();
  settings = {
    ...{ NEO4J_URL: url, NEO4J_USER: user, NEO4J_PASSWORD: password },
    // What is shown here is order, not speed: a busy machine must not make it a matter of deadlines.
    ...{ HEARSAY_STORE_DEADLINE_MS: '60000', HEARSAY_STORE_WRITE_DEADLINE_MS: '120000' },
  };
});
beforeEach(emptyGraph);

describe('two servers on one Neo4j', { retry: ONCE_MORE }, () => {
  let servers: readonly ServeProcess[] = [];
  afterEach(async () => {
    for (const { child } of servers) child.kill('SIGKILL');
    await Promise.all(servers.map(({ ended }) => ended));
  });

  test(
    'a claim recorded past them is in the reads of both at once, and in the feed of both',
    async () => {
      const seeded = await hearsay(['seed', 'tests/cli/worlds/pier.yaml'], { env: settings });
      expect([seeded.exit, seeded.err]).toEqual([0, '']);
      servers = [1, 2].map(() => startProcess({ ...settings, PORT: '0', LOG_LEVEL: 'silent' }));
      const bases = await Promise.all(servers.map(({ listening }) => listening));
      const before = await Promise.all(bases.map((base) => endOfFeed(base)));
      const claim = [
        'kind: FRIENDS',
        'people: [Ada Ash, Bo Birch]',
        'modality: REPORTED',
        'document: document/gazette-1',
      ];
      const recorded = await hearsay(['record', '-', '--json'], { env: settings, input: claim.join('\n') });
      expect([recorded.exit, recorded.err]).toEqual([0, '']);
      const [id] = (JSON.parse(recorded.out) as { readonly created: readonly ClaimId[] }).created;
      for (const [at, base] of bases.entries()) {
        const read = await ask(base, 'query ($id: ID!) { node(id: $id) { id } }', { id });
        expect(read.data).toEqual({ node: { id } });
        const feed = await ask(base, FEED, { after: before[at] });
        expect(JSON.stringify(feed.data)).toContain(String(id));
      }
      // One server's cursor is the other's.
      const [here, there] = bases as [string, string];
      expect((await ask(there, FEED, { after: before[0] })).data).toEqual(
        (await ask(here, FEED, { after: before[1] })).data,
      );
    },
    PATIENCE_MS,
  );
});

const FEED =
  'query ($after: String) { changes(first: 100, after: $after) { nodes { node { id } } pageInfo { endCursor hasNextPage } } }';

async function endOfFeed(base: string): Promise<string | null> {
  for (let after: string | null = null; ;) {
    const { data } = await ask(base, FEED, { after });
    const { pageInfo } = data?.['changes'] as {
      readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
    };
    if (!pageInfo.hasNextPage) return pageInfo.endCursor;
    after = pageInfo.endCursor;
  }
}

describe('two processes that record into one Neo4j', { retry: ONCE_MORE }, () => {
  let recorder: Awaited<ReturnType<typeof buildRecorder>>;
  let store: GraphStore;
  beforeAll(async () => {
    recorder = await buildRecorder();
  });
  afterAll(() => recorder.remove());
  beforeEach(async () => {
    store = await openSuiteStore({ deadlineMs: 60_000, writeDeadlineMs: 120_000 });
  });
  afterEach(() => store.close());

  const start = (round: string): Recording => startRecorder(recorder.script, round, settings);

  test('a reader of the feed skips nothing, whoever commits first', async () => {
    const recordings = [start('a'), start('b')];
    const seen: ChangeEvent[] = [];
    const follow = async (): Promise<number> => {
      const more = await store.changesAfter(seen.at(-1)?.sequence ?? 0, 50, null);
      seen.push(...more);
      return more.length;
    };
    while (seen.length < 600) await follow();
    await Promise.all(recordings.map((recording) => recording.kill()));
    while ((await follow()) > 0);
    expect(seen.map(({ sequence }) => sequence)).toEqual(seen.map((_, at) => at + 1));
    expect(new Set(recordings.map(({ acknowledged }) => acknowledged().length > 0))).toEqual(new Set([true]));
    for (const key of recordings.flatMap(({ acknowledged }) => acknowledged())) {
      expect(seen.filter(({ node }) => node === `claim/${key}.a`).map(({ type }) => type)).toEqual([
        'CREATED',
      ]);
    }
  });

  test(
    'either is killed with -9 under load; nothing acknowledged is lost, nothing happens twice',
    async () => {
      const acknowledged: string[] = [];
      let survivor = start('r0');
      for (let kill = 1; kill <= KILLS; kill++) {
        const other = start(`r${kill}`);
        await other.heard(1 + (kill % 4));
        const [victim, left] = kill % 2 === 0 ? [survivor, other] : [other, survivor];
        await victim.kill();
        acknowledged.push(...victim.acknowledged());
        // The one that is left goes on, whatever locks the other died with.
        await left.heard(left.acknowledged().length + 5);
        survivor = left;
      }
      await survivor.kill();
      acknowledged.push(...survivor.acknowledged());
      const ids = acknowledged.flatMap((key) => [`claim/${key}.a`, `claim/${key}.b`] as ClaimId[]);
      expect((await store.nodes(ids, today)).size).toBe(ids.length);
      const { claims, documents } = await store.counts();
      expect(claims).toBe(2 * documents);
      const created = new Map<string, number>();
      for (let after = 0, more = await feed(after); more.length > 0; more = await feed(after)) {
        for (const { node, sequence } of more) {
          created.set(node, (created.get(node) ?? 0) + 1);
          after = sequence;
        }
      }
      expect(ids.filter((id) => created.get(id) !== 1)).toEqual([]);
      expect((await store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
    },
    PATIENCE_MS,
  );

  function feed(after: number): Promise<readonly ChangeEvent[]> {
    return store.changesAfter(after, 1_000, null);
  }
});

/** A process that records, and what it has been told is stored. */
interface Recording {
  /** The keys of what was acknowledged so far. */
  acknowledged(): readonly string[];
  /** Waits until so many were. Throws when the process ends before. */
  heard(count: number): Promise<void>;
  /** Ends it with -9. */
  kill(): Promise<void>;
}

function startRecorder(script: string, round: string, settings: Readonly<Record<string, string>>): Recording {
  const { PATH = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, [script, 'neo4j', round], {
    env: { PATH, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let wake = (): void => undefined;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    wake();
  });
  const ended = once(child, 'close');
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
    wake();
  });
  // The first line says that it is ready; what follows the last line break was cut off.
  const acknowledged = (): readonly string[] => output.split('\n').slice(1, -1);
  return {
    acknowledged,
    heard: async (count) => {
      while (acknowledged().length < count) {
        if (hasEnded) throw new Error(`Expected ${count} records, but the recorder ended: ${output}`);
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
