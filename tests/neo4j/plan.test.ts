import { expect, test } from 'vitest';
import { hideNeo4jSettings, neo4jPlan } from '../support/suite/plan.ts';

const given = { NEO4J_URL: 'bolt://localhost', NEO4J_PASSWORD: 'secret secret' };
const settings = { url: 'bolt://localhost', user: 'neo4j', password: 'secret secret' };

test('with CI=true Neo4j is never left out', async () => {
  expect(await neo4jPlan({ CI: 'true' })).toEqual({ from: 'cache' });
  expect(await neo4jPlan({ CI: 'true', ...given })).toEqual({ from: 'settings', settings, servers: true });
});

test('NEO4J_URL comes before the cache', async () => {
  expect(await neo4jPlan(given)).toMatchObject({ from: 'settings', settings });
});

test('elsewhere nothing is fetched: what is not there is not tested, and the run can say why', async () => {
  expect(await neo4jPlan({}, '/no/such/folder')).toEqual({ from: 'nowhere', why: 'it has not been fetched' });
  expect(await neo4jPlan(given, '/no/such/folder')).toEqual({ from: 'settings', settings, servers: false });
});

test('the settings are hidden from the tests, and nothing else is', () => {
  const environment = { ...given, NEO4J_USER: 'x', NEO4J_DATABASE: 'y', HOME: '/h' };
  hideNeo4jSettings(environment);
  expect(environment).toEqual({ HOME: '/h' });
});
