import { createHash } from 'node:crypto';
import neo4j, { type Session } from 'neo4j-driver';
import type { Target } from '../../src/stores/neo4j/connection.ts';

// What is of one database alone: when it was written, and its own key.
const NODES = `MATCH (n) WHERE NOT n:Receipt AND NOT n:Schema AND NOT n:Feed
  RETURN labels(n) AS kind, [] AS ends, properties(n) AS properties`;
const FEED = 'MATCH (f:Feed) RETURN labels(f) AS kind, [] AS ends, {last: f.last} AS properties';
const RELATIONSHIPS = `MATCH (a)-[r]->(b)
  RETURN [type(r)] AS kind, [coalesce(a.id, a.claim), coalesce(b.id, b.claim)] AS ends, properties(r) AS properties`;

/** Throws unless two databases hold the same nodes and relationships with the same properties. */
export async function requireSame(one: Target, other: Target): Promise<void> {
  const [a, b] = [await digestsOf(one), await digestsOf(other)];
  for (const kind of new Set([...a.keys(), ...b.keys()])) {
    const [left, right] = [a.get(kind), b.get(kind)];
    if (left?.digest === right?.digest) continue;
    const odd = (left?.lines ?? []).find((line) => !(right?.lines ?? []).includes(line));
    throw new Error(
      `Expected the imported graph to be the applied one, but ${kind} differs, as in ${odd ?? 'what was added'}`,
    );
  }
}

interface Digest {
  readonly digest: string;
  readonly lines: readonly string[];
}

async function digestsOf({ url, user, password }: Target): Promise<ReadonlyMap<string, Digest>> {
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const session = driver.session();
  try {
    const lines = new Map<string, string[]>();
    for (const statement of [NODES, FEED, RELATIONSHIPS]) await collect(session, statement, lines);
    return new Map([...lines].map(([kind, all]) => [kind, digestOf(all.sort())]));
  } finally {
    await session.close();
    await driver.close();
  }
}

async function collect(session: Session, statement: string, lines: Map<string, string[]>): Promise<void> {
  const { records } = await session.run<{
    kind: string[];
    ends: string[];
    properties: Record<string, unknown>;
  }>(statement);
  for (const record of records) {
    const kind = record.get('kind').join();
    const properties = Object.entries(record.get('properties')).sort(([x], [y]) => (x < y ? -1 : 1));
    const known = lines.get(kind) ?? [];
    lines.set(kind, known);
    known.push(JSON.stringify([record.get('ends'), properties]));
  }
}

function digestOf(lines: readonly string[]): Digest {
  return { digest: createHash('sha256').update(lines.join('\n')).digest('hex'), lines };
}
