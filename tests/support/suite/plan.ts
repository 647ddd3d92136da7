import { givenSettings } from '../../../scripts/neo4j/command.ts';
import { hasJars, missingJava } from '../../../scripts/neo4j/jars.ts';
import type { Neo4jSettings } from '../../../scripts/neo4j/answering.ts';

/** Where the suite's Neo4j comes from, decided before any test runs. */
export type Neo4jPlan =
  /** NEO4J_URL. `servers`: whether the fault tests can start servers of their own. */
  | { readonly from: 'settings'; readonly settings: Neo4jSettings; readonly servers: boolean }
  /** Started from the cache, which is filled first when it is empty. */
  | { readonly from: 'cache' }
  | { readonly from: 'nowhere'; readonly why: string };

/** What to type to have Neo4j tested next time. */
export const WHAT_TO_TYPE = 'npm run neo4j -- start';

type Environment = Readonly<Record<string, string | undefined>>;

/** With CI=true Neo4j is never left out: what is missing is fetched, and fails the run when it cannot be. */
export async function neo4jPlan(environment: Environment, cache?: string): Promise<Neo4jPlan> {
  const isCi = environment['CI'] === 'true';
  const settings = givenSettings(environment);
  if (isCi) return settings === null ? { from: 'cache' } : { from: 'settings', settings, servers: true };
  const missing = hasJars(cache) ? await missingJava() : 'it has not been fetched';
  if (settings !== null) return { from: 'settings', settings, servers: missing === null };
  return missing === null ? { from: 'cache' } : { from: 'nowhere', why: missing };
}

/** Takes the settings out, so that no test and no program that a test starts finds them where it did not ask. */
export function hideNeo4jSettings(environment: Record<string, string | undefined>): void {
  for (const name of Object.keys(environment))
    if (name.startsWith('NEO4J_')) Reflect.deleteProperty(environment, name);
}
