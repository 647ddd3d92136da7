import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { CLAIM_LISTS } from '../../src/stores/sqlite/claim-list-queries.ts';
import * as claims from '../../src/stores/sqlite/claim-queries.ts';
import type { Statement } from '../../src/stores/sqlite/connection.ts';
import * as derived from '../../src/stores/sqlite/derive-queries.ts';
import * as feed from '../../src/stores/sqlite/feed-queries.ts';
import * as queries from '../../src/stores/sqlite/queries.ts';
import { MIGRATIONS } from '../../src/stores/sqlite/migrations.ts';
import * as walks from '../../src/stores/sqlite/record-queries.ts';
import * as writes from '../../src/stores/sqlite/write-queries.ts';

const db = new Database(':memory:');
for (const step of MIGRATIONS) db.exec(step);
afterAll(() => db.close());

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'sql' in value && 'name' in value;
}

function statementsOf(module: object): readonly Statement[] {
  return Object.values(module).flatMap((value: unknown) =>
    isStatement(value) ? [value] : typeof value === 'object' && value !== null ? statementsOf(value) : [],
  );
}

function planOf({ sql }: Statement): readonly string[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null] as const);
  const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(Object.fromEntries(names));
  return (rows as readonly { readonly detail: string }[]).map(({ detail }) => detail);
}

// Tables and their one-letter aliases; what a statement makes for itself has longer names.
const TABLE =
  /^SCAN (person|source|document|evidence|work|character|credit|on_screen|claim|outcome|relationship|name|[a-z])\b(?! VIRTUAL)/;

// What is meant to walk a whole table: counting it, a page in the order of its key, and maintenance.
const WALKS = new Set([
  'counts', 'sources-total', 'sources-page', 'claims-page-by-all', 'claims-total-by-all',
  'claim-count', 'pair-count', 'delete-all-edges', 'stray-edges', 'feed-gaps', 'wrong-known-since', 'reset-known-since',
]); // prettier-ignore

const bounded = [claims, queries, feed, walks, derived, writes, CLAIM_LISTS]
  .flatMap(statementsOf)
  .filter(({ name }) => !WALKS.has(name));

describe('a statement that is not meant to walk a table', () => {
  test.each(bounded.map((statement) => [statement.name, statement] as const))(
    '%s starts from an index',
    (_, statement) => {
      const plan = planOf(statement);
      expect(plan.filter((step) => TABLE.test(step))).toEqual([]);
    },
  );
});

test('cutting and counting lists of one person’s or one pair’s claims reads the index alone', () => {
  const lists = [CLAIM_LISTS.people, CLAIM_LISTS.pair].flatMap(({ page, total }) => [page, total]);
  for (const statement of [...lists, claims.CLAIMS_OF_PAIRS, claims.LOVE_LIFE_OF_PERSON]) {
    const searches = planOf(statement).filter((step) => /claim_by_(pair|subject|object)/.test(step));
    expect(searches.length).toBeGreaterThan(0);
    expect(searches.filter((step) => !step.includes('COVERING INDEX'))).toEqual([]);
  }
});

test('names of statements are distinct, since they are prepared and counted by them', () => {
  const byName = new Map<string, string>();
  for (const { name, sql } of [claims, queries, feed, walks, derived, writes, CLAIM_LISTS].flatMap(
    statementsOf,
  )) {
    expect(byName.get(name) ?? sql).toBe(sql);
    byName.set(name, sql);
  }
});
