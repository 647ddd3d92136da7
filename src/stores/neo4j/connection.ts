import { randomUUID } from 'node:crypto';
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { asStoreError, isThereAlready, isWorthRetrying, storeUnavailable } from './faults.ts';
import { bolt, type Parameters } from './values.ts';

export type { Parameters } from './values.ts';

/** A Cypher statement with the name it is counted by. */
export interface Statement {
  readonly name: string;
  readonly cypher: string;
}

/** Names a statement; the name goes into the text as well, for whoever reads the server's query log. */
export function statement(name: string, cypher: string): Statement {
  return { name, cypher: `/* ${name} */ ${cypher}` };
}

/** One record of a result: its columns by name. Integers are numbers, bytes are an Int8Array. */
export type Row = Readonly<Record<string, unknown>>;

/** Told the name of each statement that a read executes, so that tests can count them. */
export type OnStatement = (name: string) => void;

/** A transaction that is open. */
export interface Transaction {
  run(statement: Statement, parameters: Parameters): Promise<readonly Row[]>;
}

/** What a write gave, and the bookmark that a later read may wait for. */
export interface Committed<T> {
  readonly value: T;
  readonly bookmark: string | null;
}

/** The way to one database of one server or cluster. */
export interface Connection {
  /** One statement, one round trip. Tried again within the deadline when the server was only briefly away. */
  read(statement: Statement, parameters: Parameters): Promise<readonly Row[]>;
  /** A transaction. `body` may run again after a fault, even after its commit, so it must be idempotent. */
  write<T>(body: (transaction: Transaction) => Promise<T>): Promise<Committed<T>>;
  /** Runs many reads in one transaction that is then rolled back, whatever it did. */
  inspect<T>(body: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Runs a statement that cannot be part of a transaction with others, such as one that makes an index. */
  define(statement: Statement, limitMs: number): Promise<void>;
  /** The product and version that answers, such as `Neo4j/5.26.30`. */
  agent(): Promise<string>;
  /** The same connection, whose statements see at least what `bookmark` marks. */
  seeing(bookmark: string): Connection;
  close(): Promise<void>;
}

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

/** How long a session may take to be given back before its connection counts as dead. */
const CLOSE_MS = 1_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** A write attempt in which nothing was heard for this share of its deadline is given up for another. */
const SILENT_SHARE = 0.5;
// A connection on which nothing comes any more is open to the server: it keeps the transaction, and with it its locks,
// from which the next attempt would wait in vain.
const END_OTHERS = statement(
  'end-earlier-attempts',
  `SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.write = $write
   TERMINATE TRANSACTIONS id YIELD message RETURN message`,
);

/** Opens a connection; nothing is sent until it is used. */
export function connect(
  target: Target,
  deadlines: Deadlines,
  onStatement: OnStatement = () => undefined,
): Connection {
  return over(drivers(target, deadlines), target.database, deadlines, onStatement, []);
}

/** The driver in use. One whose connections have gone silent is exchanged for a new one. */
interface Drivers {
  current(): Driver;
  replace(silent: Driver): void;
  close(): Promise<void>;
}

function drivers(target: Target, deadlines: Deadlines): Drivers {
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

function over(
  pool: Drivers,
  database: string | null,
  deadlines: Deadlines,
  onStatement: OnStatement,
  bookmarks: readonly string[],
): Connection {
  /** Runs `body` with a session, and gives the session back whatever happens. */
  const inSession = async <T>(
    mode: 'READ' | 'WRITE',
    limit: number,
    body: (session: Session, alive: () => void) => Promise<T>,
  ): Promise<T> => {
    const driver = pool.current();
    const session = driver.session({
      defaultAccessMode: mode,
      bookmarks: [...bookmarks],
      ...(database === null ? {} : { database }),
    });
    // Closing tells the server to stop what is still running. It is not waited for: nobody needs its answer.
    try {
      const value = await untilSilent(limit, (alive) => body(session, alive));
      void settled(session.close());
      return value;
    } catch (error) {
      void within(CLOSE_MS, settled(session.close()), () => {
        pool.replace(driver);
      });
      throw error;
    }
  };
  const write = async <T>(
    body: (transaction: Transaction) => Promise<T>,
    name: string,
    until: number,
  ): Promise<Committed<T>> =>
    inSession('WRITE', Math.min(remaining(until), deadlines.write * SILENT_SHARE), async (session, alive) => {
      const value = await session.executeWrite((transaction) => body(heard(transaction, alive)), {
        timeout: Math.ceil(remaining(until)),
        metadata: { write: name },
      });
      return { value, bookmark: session.lastBookmarks()[0] ?? null };
    });
  /** Ends what earlier attempts at this write have left open on the server. */
  const endOthers = (name: string, until: number): Promise<unknown> =>
    inSession('WRITE', Math.min(remaining(until), deadlines.read), (session) =>
      session.run(END_OTHERS.cypher, { write: name }, { timeout: deadlines.read }),
    );
  return {
    read: (statement, parameters) => {
      onStatement(statement.name);
      return trying(deadlines.read, (until) =>
        inSession('READ', remaining(until), async (session) => {
          const timeout = Math.ceil(remaining(until));
          const result = await session.run(statement.cypher, bolt(parameters), { timeout });
          return result.records.map((record) => record.toObject() as Row);
        }),
      );
    },
    write: (body) => {
      const name = randomUUID();
      return trying(deadlines.write, async (until, isFirst) => {
        if (!isFirst) await endOthers(name, until);
        return write(body, name, until);
      });
    },
    inspect: (body) =>
      trying(deadlines.write, (until) =>
        inSession('WRITE', remaining(until), async (session, alive) => {
          const transaction = await session.beginTransaction({ timeout: Math.ceil(remaining(until)) });
          try {
            return await body(heard(transaction, alive));
          } finally {
            await settled(transaction.rollback());
          }
        }),
      ),
    define: (statement, limitMs) =>
      trying(limitMs, (until) =>
        inSession('WRITE', remaining(until), async (session) => {
          await session.run(statement.cypher).catch(unlessThere);
        }),
      ),
    agent: () =>
      trying(deadlines.read, (until) =>
        inSession('READ', remaining(until), async (session) => {
          const { summary } = await session.run('RETURN 1');
          return summary.server.agent ?? 'nothing that names itself';
        }),
      ),
    seeing: (bookmark) => over(pool, database, deadlines, onStatement, [bookmark]),
    close: pool.close,
  };
}

/** Two servers that make the same index at once: one of them is told that the other has done it. */
function unlessThere(error: unknown): void {
  if (!isThereAlready(error)) throw error;
}

function heard(transaction: Pick<ManagedTransaction, 'run'>, alive: () => void): Transaction {
  return {
    run: async (statement, parameters) => {
      const { records } = await transaction.run(statement.cypher, bolt(parameters));
      alive();
      return records.map((record) => record.toObject() as Row);
    },
  };
}

/** Repeats what failed for a passing reason, with growing pauses, until the time is up. Throws STORE_… errors. */
async function trying<T>(
  limit: number,
  attempt: (until: number, isFirst: boolean) => Promise<T>,
): Promise<T> {
  const until = performance.now() + limit;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt(until, pause === FIRST_PAUSE_MS);
    } catch (error) {
      if (!isWorthRetrying(error) || remaining(until) <= pause) throw asStoreError(error);
      // Up to twice as long, so that those who failed together do not come back together.
      await delay(Math.min(pause * (1 + Math.random()), remaining(until) / 2));
    }
  }
}

/** `body`, or STORE_UNAVAILABLE once `limit` has passed since it last said that it is alive. */
function untilSilent<T>(limit: number, body: (alive: () => void) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(storeUnavailable('no answer in time'));
    }, limit);
    body(() => timer.refresh())
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

async function within<T>(limit: number, what: Promise<T>, otherwise: () => void): Promise<void> {
  let isDone = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      if (!isDone) otherwise();
      resolve();
    }, limit);
    timer.unref();
  });
  await Promise.race([what, late]);
  isDone = true;
  clearTimeout(timer);
}

/** The end of `what`, good or bad. */
function settled(what: Promise<unknown>): Promise<unknown> {
  return what.catch(() => undefined);
}

function remaining(until: number): number {
  return Math.max(1, until - performance.now());
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
