import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { versionAt, type Neo4jSettings } from '../../../scripts/neo4j/answering.ts';
import { fetchJars, missingJava } from '../../../scripts/neo4j/jars.ts';
import { startNeo4j } from '../../../scripts/neo4j/server.ts';
import { claimGraph, releaseGraph } from './graph.ts';
import type { Neo4jPlan } from './plan.ts';

declare module 'vitest' {
  interface ProvidedContext {
    neo4jPlan?: Neo4jPlan;
    /** The suite's server, for `*.neo4j.test.ts` alone. */
    neo4j?: Neo4jSettings & { readonly version: string };
  }
}

interface Suite {
  readonly settings: Neo4jSettings;
  end(): Promise<void>;
}

/** Makes a Neo4j ready before the first test that needs it, and leaves nothing of it when the last has run. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const plan = project.getProvidedContext().neo4jPlan;
  const suite = plan?.from === 'settings' ? await given(plan) : await started();
  try {
    const version = await versionAt(suite.settings);
    await claimGraph(suite.settings);
    project.provide('neo4j', { ...suite.settings, version });
  } catch (error) {
    await suite.end();
    throw error;
  }
  return suite.end;
}

async function given({ settings, servers }: Neo4jPlan & { readonly from: 'settings' }): Promise<Suite> {
  // Only with CI=true can they be missing here.
  if (servers) await prepareServers();
  return { settings, end: () => releaseGraph(settings) };
}

async function started(): Promise<Suite> {
  await prepareServers();
  const home = await mkdtemp(join(tmpdir(), 'hearsay-neo4j-'));
  const server = await startNeo4j({ home, heap: '700m', pageCache: '128m', isShortLived: true });
  return {
    settings: { url: server.url, user: server.user, password: server.password },
    end: async () => {
      await server.stop();
      await rm(home, { recursive: true });
    },
  };
}

async function prepareServers(): Promise<void> {
  const missing = await missingJava();
  if (missing !== null) throw new Error(`Expected to start Neo4j for the tests, but ${missing}`);
  await fetchJars((line) => void process.stderr.write(`${line}\n`));
}
