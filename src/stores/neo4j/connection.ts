import { randomUUID } from 'node:crypto';
import type { ManagedTransaction, Session } from 'neo4j-driver';
import { CLOSE_MS, drivers, type Deadlines, type Drivers, type Target } from './drivers.ts';
import { asWriteError, isThereAlready } from './faults.ts';
import { bolt, withParameters, type Parameters } from './values.ts';
import { remaining, settled, trying, untilSilent, within } from './waiting.ts';

export type { Deadlines, Target } from './drivers.ts';
export type { Parameters } from './values.ts';

/** A Cypher statement with the name it is counted by. */
export interface Statement {
  readonly name: string;
  readonly cypher: string;
}

/** Names a statement; the name goes into the text as well, for whoever reads the server's query log. */
export function statement(name: string, cypher: string): Statement {
  return { name, cypher: `/* ${name} */ ${withParameters(cypher)}` };
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
  /**
   * A transaction. `body` may run again after a fault, even after its commit, so it must be idempotent. One that has
   * much to do is given `moreMs` beyond the deadline.
   */
  write<T>(body: (transaction: Transaction) => Promise<T>, moreMs?: number): Promise<Committed<T>>;
  /** Runs many reads in one transaction that is then rolled back, whatever it did. */
  inspect<T>(body: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Runs a statement that cannot be part of a transaction with others, such as one that makes an index. */
  define(statement: Statement, limitMs: number): Promise<void>;
  /** The product and version that answers within `limitMs`, such as `Neo4j/5.26.30`. */
  agent(limitMs: number): Promise<string>;
  /** The same connection, whose statements see at least what `bookmark` marks. */
  seeing(bookmark: string): Connection;
  close(): Promise<void>;
}

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
    silentMs: number,
  ): Promise<Committed<T>> =>
    inSession('WRITE', Math.min(remaining(until), silentMs), async (session, alive) => {
      const value = await session.executeWrite((transaction) => body(heard(transaction, alive)), {
        timeout: Math.ceil(remaining(until)),
        metadata: { write: name },
      });
      return { value, bookmark: session.lastBookmarks()[0] ?? null };
    });
  /** Ends what earlier attempts at this write have left open on the server. */
  const endOthers = (name: string, until: number): Promise<unknown> =>
    inSession('WRITE', Math.min(remaining(until), deadlines.read), (session) =>
      session.run(END_OTHERS.cypher, bolt({ write: name }), { timeout: deadlines.read }),
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
    write: (body, moreMs = 0) => {
      const name = randomUUID();
      const limit = deadlines.write + moreMs;
      return trying(limit, async (until, isFirst) => {
        if (!isFirst) await endOthers(name, until);
        return write(body, name, until, limit * SILENT_SHARE);
      }).catch((error: unknown) => {
        throw asWriteError(error);
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
    agent: (limitMs) =>
      trying(limitMs, (until) =>
        inSession('READ', remaining(until), async (session) => {
          const { summary } = await session.run('RETURN 1');
          return summary.server.agent ?? 'nothing that names itself';
        }),
      ),
    seeing: (bookmark) => over(pool, database, deadlines, onStatement, [bookmark]),
    close: () => pool.close(),
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
