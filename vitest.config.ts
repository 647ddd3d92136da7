import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { hideNeo4jSettings, neo4jPlan } from './tests/support/suite/plan.ts';
import { StoresReporter } from './tests/support/suite/reporter.ts';

// Node gives every package the CommonJS build of graphql, Vite would give ours the other one; two do not mix.
const graphql = createRequire(import.meta.url).resolve('graphql');

const plan = await neo4jPlan(process.env);
hideNeo4jSettings(process.env);

const NEEDS_NEO4J = 'tests/**/*.neo4j.test.ts';
const NEEDS_SERVERS = 'tests/faults/neo4j-server.neo4j.test.ts';
const hasServers = plan.from === 'cache' || (plan.from === 'settings' && plan.servers);

const withoutNeo4j = {
  extends: true as const,
  test: { name: 'main', include: ['tests/**/*.test.ts'], exclude: [NEEDS_NEO4J] },
};

// Neo4j Community has one database, so that files which share it run one after another, after all others.
const withNeo4j = {
  extends: true as const,
  test: {
    name: 'neo4j',
    include: [NEEDS_NEO4J],
    exclude: hasServers ? [] : [NEEDS_SERVERS],
    fileParallelism: false,
    // A server that plans every statement for the first time, beside the tests, on a machine that has other work.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    globalSetup: ['tests/support/suite/start.ts'],
    provide: { neo4jPlan: plan },
  },
};

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    projects: plan.from === 'nowhere' ? [withoutNeo4j] : [withoutNeo4j, withNeo4j],
    reporters: [new StoresReporter(plan)],
    // Kill loops, browsers and property tests take their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/domain/**'] },
  },
});
