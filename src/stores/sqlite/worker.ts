import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { HearsayError } from '../../domain/errors.ts';
import { connect, type Connection, type Target } from './connection.ts';
import { errorOf, faultOf, runTask, type Message, type Reply, type Request } from './tasks.ts';

// Runs in a thread of its own, on a connection of its own. See worker-runner.ts for the other end.

/** As many waiting writes as share one commit, and so one wait for the disk. */
const MAX_GROUP = 256;

const port = requirePort();
let statements: string[] = [];
const db = connect(workerData as Target, (name) => statements.push(name));

port.on('message', (messages: readonly Message[]) => {
  // Whatever else has arrived meanwhile is taken along, so that waiting writes can share a commit.
  const batch = [...messages];
  while (batch.length < MAX_GROUP) {
    const next = receiveMessageOnPort(port);
    if (next === undefined) break;
    batch.push(...(next.message as readonly Message[]));
  }
  runBatch(batch);
});

function requirePort(): NonNullable<typeof parentPort> {
  if (parentPort !== null) return parentPort;
  throw new HearsayError('INTERNAL', 'Expected to run as a worker, but got no parent');
}

function runBatch(batch: readonly Message[]): void {
  let writes: Request[] = [];
  const flush = (): void => {
    if (writes.length > 0) reply(runGroup(writes));
    writes = [];
  };
  for (const message of batch) {
    if (message !== 'close' && message.name === 'apply') {
      writes.push(message);
      if (writes.length >= MAX_GROUP) flush();
      continue;
    }
    flush();
    if (message === 'close') close();
    else reply([run(db, message)]);
  }
  flush();
}

/** Runs writes in one transaction, each in a savepoint of its own. What it returns is true of the disk. */
function runGroup(writes: readonly Request[]): readonly Reply[] {
  if (writes.length > 1) {
    try {
      return db.write(() => writes.map((request) => faultless(run(db, request))));
    } catch (error) {
      // Who cannot be waited for, cannot be waited for by each of them either.
      const fault = faultOf(error);
      if (fault.code === 'STORE_UNAVAILABLE') return writes.map(({ id }) => ({ id, type: 'failed', fault }));
      // The transaction itself failed, and with it all of them: each tries alone and answers for itself.
    }
  }
  return writes.map((request) => run(db, request));
}

/** Passes refusals on; a failing store ends the shared transaction. */
function faultless(result: Reply): Reply {
  if (result.type === 'failed' && result.fault.code.startsWith('STORE_')) {
    throw errorOf(result.fault);
  }
  return result;
}

function run(connection: Connection, request: Request): Reply {
  const { id } = request;
  statements = [];
  try {
    const value = runTask(connection, request, (done, total) => {
      reply([{ id, type: 'progress', done, total }]);
    });
    return { id, type: 'done', value, statements };
  } catch (error) {
    return { id, type: 'failed', fault: faultOf(error) };
  }
}

function reply(replies: readonly Reply[]): void {
  port.postMessage(replies);
}

function close(): void {
  db.close();
  port.close();
}
