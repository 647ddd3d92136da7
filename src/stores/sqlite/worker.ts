import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { HearsayError } from '../../domain/errors.ts';
import { connect, type Connection, type Target } from './connection.ts';
import { faultOf, runTask, type Reply, type Request } from './tasks.ts';

// Runs in a thread of its own, on a connection of its own. See worker-runner.ts for the other end.

/** As many waiting writes as share one commit, and so one wait for the disk. */
const MAX_GROUP = 256;

type Message = Request | 'close';

const port = requirePort();
let statements: string[] = [];
const db = connect(workerData as Target, (name) => statements.push(name));

port.on('message', (message: Message) => {
  // Whatever else has arrived meanwhile is taken along, so that waiting writes can share a commit.
  const batch = [message];
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    batch.push(next.message as Message);
    if (batch.length >= MAX_GROUP) break;
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
    if (writes.length > 0) runGroup(writes);
    writes = [];
  };
  for (const message of batch) {
    if (message !== 'close' && message.name === 'apply') {
      writes.push(message);
      continue;
    }
    flush();
    if (message === 'close') close();
    else reply(run(db, message));
  }
  flush();
}

/** Runs writes in one transaction, each in a savepoint of its own, and answers when they are on the disk. */
function runGroup(writes: readonly Request[]): void {
  if (writes.length > 1) {
    try {
      const replies = db.write(() => writes.map((request) => faultless(run(db, request))));
      replies.forEach(reply);
      return;
    } catch {
      // The transaction itself failed, and with it all of them: each tries alone and answers for itself.
    }
  }
  writes.forEach((request) => {
    reply(run(db, request));
  });
}

/** Passes refusals on; a failing store ends the shared transaction. */
function faultless(result: Reply): Reply {
  if (result.type === 'failed' && result.fault.code.startsWith('STORE_')) {
    throw new HearsayError(result.fault.code, result.fault.message);
  }
  return result;
}

function run(connection: Connection, request: Request): Reply {
  const { id } = request;
  statements = [];
  try {
    const value = runTask(connection, request, (done, total) => {
      reply({ id, type: 'progress', done, total });
    });
    return { id, type: 'done', value, statements };
  } catch (error) {
    return { id, type: 'failed', fault: faultOf(error) };
  }
}

function reply(message: Reply): void {
  port.postMessage(message);
}

function close(): void {
  db.close();
  port.close();
}
