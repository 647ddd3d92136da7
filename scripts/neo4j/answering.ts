import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';

/** Where a Neo4j is and who asks. */
export interface Neo4jSettings {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** A driver for one short errand; whoever opens it closes it. */
export function driverFor({ url, user, password }: Neo4jSettings): Driver {
  return neo4j.driver(url, neo4j.auth.basic(user, password), {
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 5_000,
    maxTransactionRetryTime: 5_000,
    telemetryDisabled: true,
  });
}

/** The version of the Neo4j that answers there, as "5.26.30". Throws what the driver says when none does. */
export async function versionAt(settings: Neo4jSettings): Promise<string> {
  const driver = driverFor(settings);
  try {
    const { agent } = await driver.getServerInfo();
    return agent?.replace(/^Neo4j\//, '') ?? 'of an unknown version';
  } finally {
    await driver.close();
  }
}

/** Asks until it answers. Throws what the driver said last when it does not within that time. */
export async function waitForAnswer(settings: Neo4jSettings, withinMs: number): Promise<string> {
  const pauseMs = 500;
  for (let waited = 0; ; waited += pauseMs) {
    try {
      return await versionAt(settings);
    } catch (error) {
      if (waited >= withinMs) throw error;
    }
    await pause(pauseMs);
  }
}
