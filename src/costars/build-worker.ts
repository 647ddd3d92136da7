import { parentPort } from 'node:worker_threads';
import { HearsayError } from '../domain/errors.ts';
import { GraphBuilder } from './build.ts';
import { finished } from './building.ts';
import type { Order, Report } from './build-thread.ts';
import type { CostarData } from './graph-data.ts';

// Runs in a thread of its own. See build-thread.ts for the other end.

const port = requirePort();
const builder = new GraphBuilder();

port.on('message', (order: Order) => {
  carryOut(order).catch((error: unknown) => {
    reply({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  });
});

async function carryOut(order: Order): Promise<void> {
  if (order.type === 'add') {
    builder.add(order.slice);
    reply({ type: 'added' });
    return;
  }
  const built = await finished(builder, order.keep);
  reply({ type: 'built', built }, memoryOf(built.data));
}

function reply(report: Report, handedOver: readonly ArrayBuffer[] = []): void {
  port.postMessage(report, handedOver);
}

/** Handed over, not copied: the graph is used where it was built. */
function memoryOf({ people, works, recorded, ...data }: CostarData): readonly ArrayBuffer[] {
  const arrays = [
    ...[people.blocks, people.bytes, works.blocks, works.bytes],
    ...[data.offsets, data.entries, data.premiered, data.privates, data.instants],
    ...(recorded === null ? [] : [recorded]),
  ];
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

function requirePort(): NonNullable<typeof parentPort> {
  if (parentPort !== null) return parentPort;
  throw new HearsayError('INTERNAL', 'Expected to run as a worker, but got no parent');
}
