import neo4j, { type Driver } from 'neo4j-driver';
import { settled, within } from './waiting.ts';

/** Which database a connection is to. */
export interface Target {
  /** `bolt://` or `neo4j://` with host and port; `neo4j+s://` for encryption. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Null: the server's default. */
  readonly database: string | null;
}

/** How long is waited, in milliseconds. */
export interface Deadlines {
  /** Within this a read answers or fails. */
  readonly read: number;
  /** Within this a write is tried until it is stored. */
  readonly write: number;
}

/** How long a session or driver may take to be given back before its connection counts as dead. */
export const CLOSE_MS = 1_000;

/** The driver in use. One whose connections have gone silent is exchanged for a new one. */
export interface Drivers {
  current(): Driver;
  replace(silent: Driver): void;
  close(): Promise<void>;
}

/** Drivers for a target; the first is made at once, and connects when it is used. */
export function drivers(target: Target, deadlines: Deadlines): Drivers {
  const make = (): Driver =>
    neo4j.driver(target.url, neo4j.auth.basic(target.user, target.password), {
      disableLosslessIntegers: true,
      disableAutoCommitRetries: true,
      // Results are bounded by their statements: fetching them in parts would only add round trips.
      fetchSize: -1,
      connectionTimeout: deadlines.read,
      connectionAcquisitionTimeout: deadlines.read,
      // The driver would pause for a second after the first failure, and twice as long after each further one.
      maxTransactionRetryTime: 0,
      // Of a young graph the server would tell with every answer which relationships it does not have yet.
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      telemetryDisabled: true,
      userAgent: 'hearsay',
    });
  let driver = make();
  let isClosed = false;
  return {
    current: () => driver,
    replace: (silent) => {
      if (silent !== driver || isClosed) return;
      driver = make();
      // What is under way on the old one may still end well; its idle connections are closed now.
      void settled(silent.close());
    },
    close: async () => {
      isClosed = true;
      await within(CLOSE_MS, settled(driver.close()), () => undefined);
    },
  };
}
