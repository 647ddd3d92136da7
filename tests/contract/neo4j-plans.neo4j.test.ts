import type { Plan } from 'neo4j-driver';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_LISTS } from '../../src/stores/neo4j/claim-list-queries.ts';
import * as claims from '../../src/stores/neo4j/claim-queries.ts';
import { bolt } from '../../src/stores/neo4j/values.ts';
import type { Statement } from '../../src/stores/neo4j/connection.ts';
import * as queries from '../../src/stores/neo4j/queries.ts';
import { SEARCH_NAMES } from '../../src/stores/neo4j/name-search.ts';
import { emptyGraph, neo4jDriver, openSuiteStore } from '../support/neo4j.ts';

// Planned on an empty database, where nothing tells the planner that an index is worth it: as it is on the first day
// of every server, whose plans stay until its statistics are quite different.
beforeAll(async () => {
  await emptyGraph();
  await (await openSuiteStore()).close();
});

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'cypher' in value && 'name' in value;
}

function statementsOf(module: object): readonly Statement[] {
  return Object.values(module).flatMap((value: unknown) =>
    isStatement(value) ? [value] : typeof value === 'object' && value !== null ? statementsOf(value) : [],
  );
}

// All claims of the graph are a list that is read from its beginning, in the order of an index.
const READS = [claims, queries, CLAIM_LISTS, { SEARCH_NAMES }]
  .flatMap(statementsOf)
  .filter(({ name }) => name !== 'claims-by-all');

const PARAMETERS = {
  ...{
    profile: 'open',
    middle: 0.5,
    lastDay: 1,
    knownAt: '2024',
    includeRetracted: false,
    limit: 10,
    few: 5,
  },
  ...{
    pairs: [''],
    people: [''],
    ids: [''],
    sources: [''],
    owners: [''],
    roles: [''],
    kinds: [''],
    stances: [''],
  },
  ...{
    person: '',
    pair: '',
    document: '',
    evidence: '',
    source: '',
    key: '',
    name: '',
    platform: '',
    value: '',
  },
  ...{ work: [''], character: [''], claim: [''], credit: [''], onScreen: [''], fromRank: 0, afterId: '' },
  ...{ types: [''], parts: [''], slips: [''], trigrams: [''] },
};
/** Parameters that are something else in some statements. */
const LISTS = { person: [''], source: [''], document: [''], evidence: [''] };
const OTHERWISE: Readonly<Record<string, object>> = {
  'nodes-reached': LISTS,
  'nodes-shown': LISTS,
  'on-screen-of-pairs': { pairs: [{ key: '', a: '', b: '' }] },
};

async function planOf({ name, cypher }: Statement): Promise<readonly Plan[]> {
  const parameters = bolt({ ...PARAMETERS, ...OTHERWISE[name] });
  const { summary } = await neo4jDriver().executeQuery(`EXPLAIN ${cypher}`, parameters);
  if (summary.plan === false) throw new Error('Expected a plan, but got none');
  return flat(summary.plan);
}

function flat(plan: Plan): readonly Plan[] {
  return [plan, ...plan.children.flatMap(flat)];
}

function operator({ operatorType }: Plan): string {
  return operatorType.replace('@neo4j', '');
}

/** What reads all nodes or relationships of a type; counting them is kept as a number. */
const WALK =
  /^(AllNodesScan|NodeByLabelScan|.*RelationshipTypeScan|.*AllRelationshipsScan|.*IndexScan|VarLengthExpand\(All\))/;

describe('a read of Neo4j, even as planned for an empty database,', () => {
  test.each(READS.map((statement) => [statement.name, statement] as const))(
    '%s starts from an index and walks no label',
    async (_, statement) => {
      const plan = await planOf(statement);
      expect(plan.map(operator).filter((step) => WALK.test(step))).toEqual([]);
    },
  );

  test('takes claims and credits in the order of an index: nothing is sorted that was not cut before', async () => {
    const { pair, document, people } = CLAIM_LISTS;
    const ordered = [pair, document, people, claims.PAIR_DOSSIER, claims.PERSON_DOSSIER, queries.CREDITS];
    for (const statement of ordered) {
      const plan = await planOf(statement);
      const sorting = plan.filter((step) => /^(Top|Sort|Partial)/.test(operator(step)));
      expect([statement.name, sorting.filter(isUncut).map(operator)]).toEqual([statement.name, []]);
    }
  });

  test('names of statements are distinct, since they are counted by them', () => {
    const names = READS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** True when all that a search of an index finds comes to this step. */
function isUncut(step: Plan): boolean {
  const name = operator(step);
  return name !== 'Limit' && (/IndexSeek$/.test(name) || step.children.some(isUncut));
}
