import { parentPort } from 'node:worker_threads';
import { layOutCostars } from '../../application/layout/costar-layout.ts';
import { HearsayError } from '../../domain/errors.ts';
import { drawPng } from './draw-png.ts';
import type { Order, Report } from './tasks.ts';

// Runs in a thread of its own. See drawing-thread.ts for the other end.

const port = requirePort();

port.on('message', (order: Order) => {
  port.postMessage(reportOn(order));
});

function reportOn(order: Order): Report {
  try {
    return { type: 'made', made: made(order) };
  } catch (error) {
    return { type: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

function made(order: Order): Extract<Report, { readonly type: 'made' }>['made'] {
  switch (order.name) {
    case 'layout':
      return layOutCostars(order.given.people, order.given.edges);
    case 'png':
      return drawPng(order.given);
  }
}

function requirePort(): NonNullable<typeof parentPort> {
  if (parentPort !== null) return parentPort;
  throw new HearsayError('INTERNAL', 'Expected to run as a worker, but got no parent');
}
