import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hearsay } from '../cli/hearsay.ts';
import { emptyGraph, neo4jDriver, neo4jSettings } from '../support/neo4j.ts';

const page = readFileSync('docs/graph-model.md', 'utf8');
const examples = [...page.matchAll(/```cypher\n([^`]+)```/g)].map(([, cypher = '']) => cypher);

beforeAll(async () => {
  await emptyGraph();
  const { url, user, password } = neo4jSettings();
  const env = { NEO4J_URL: url, NEO4J_USER: user, NEO4J_PASSWORD: password };
  expect(await hearsay(['seed', 'seeds/heartstopper.yaml'], { env })).toMatchObject({ exit: 0 });
});

describe('docs/graph-model.md', () => {
  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  test.each(examples)('this finds something, and nothing that the server warns of: %s', async (cypher) => {
    const { records, summary } = await neo4jDriver().executeQuery(cypher);
    expect(records.length).toBeGreaterThan(0);
    expect(summary.gqlStatusObjects.filter(({ severity }) => severity === 'WARNING')).toEqual([]);
  });

  test('names every label and type of relationship that is in the graph, and no other', async () => {
    const names = async (cypher: string): Promise<readonly string[]> =>
      (await neo4jDriver().executeQuery(cypher)).records.map((record) => record.get(0) as string).sort();
    const labels = await names('MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label');
    const types = await names('MATCH ()-[r]->() RETURN DISTINCT type(r)');
    expect(labels.filter((label) => !page.includes(`\`${label}\``))).toEqual([]);
    expect(types.filter((type) => !new RegExp(`:${type}\\b`).test(page))).toEqual([]);
  });
});
