import type { Plan } from 'neo4j-driver';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Statement } from '../../src/stores/neo4j/connection.ts';
import * as derive from '../../src/stores/neo4j/derive-queries.ts';
import * as feed from '../../src/stores/neo4j/feed-queries.ts';
import * as records from '../../src/stores/neo4j/record-queries.ts';
import * as walk from '../../src/stores/neo4j/walk-queries.ts';
import * as write from '../../src/stores/neo4j/write-queries.ts';
import { emptyGraph, neo4jDriver, openSuiteStore } from '../support/neo4j.ts';

// Planned on an empty database: there the planner has no reason to prefer an index, and its plans stay for a while.
beforeAll(async () => {
  await emptyGraph();
  await (await openSuiteStore()).close();
});

function statementsOf(module: object): readonly Statement[] {
  return Object.values(module).flatMap((value: unknown) => {
    if (typeof value !== 'object' || value === null) return [];
    return 'cypher' in value && 'name' in value ? [value as Statement] : statementsOf(value);
  });
}

const STATEMENTS = [write, derive, walk, feed, records].flatMap(statementsOf);

async function plan(cypher: string): Promise<readonly Plan[]> {
  const { summary } = await neo4jDriver().executeQuery(`EXPLAIN ${cypher}`);
  if (summary.plan === false) throw new Error('Expected a plan, but got none');
  return flat(summary.plan);
}

function flat(step: Plan): readonly Plan[] {
  return [step, ...step.children.flatMap(flat)];
}

function operator({ operatorType }: Plan): string {
  return operatorType.replace('@neo4j', '');
}

/** What reads all nodes or relationships of a type, or follows every path there is. */
const WALK =
  /^(AllNodesScan|NodeByLabelScan|.*RelationshipTypeScan|.*AllRelationshipsScan|VarLengthExpand\(All\))/;

describe('a statement that writes, derives, checks or follows the feed', () => {
  test.each(STATEMENTS.map((statement) => [statement.name, statement] as const))(
    '%s starts from an index',
    async (_, { cypher }) => {
      expect((await plan(cypher)).map(operator).filter((step) => WALK.test(step))).toEqual([]);
    },
  );

  test.each(
    [derive.CLAIMS_OF_EDGES, derive.RETRACTED_EDGES, feed.CHANGES_AFTER, feed.CHANGES_SEEN].map(
      (statement) => [statement.name, statement] as const,
    ),
  )('%s reads no more than it keeps', async (_, { cypher }) => {
    expect((await plan(cypher)).map(operator).filter((step) => /^(Top|PartialTop)/.test(step))).toEqual([]);
  });
});
