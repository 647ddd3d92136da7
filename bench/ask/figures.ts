import type { GraphSize } from '../graph/size.ts';
import { measure, type Contestant, type Effort, type Measured } from '../measuring/measure.ts';
import type { Side } from './side.ts';

/** A contestant, and where it competes. */
export interface Entry {
  readonly side: Side;
  readonly contestant: Contestant;
}

/** How a contestant did, one request at a time and several at once. */
export interface Figure {
  readonly store: Side['store'];
  readonly size: GraphSize['name'];
  readonly what: string;
  readonly alone: Measured;
  readonly busy: Measured;
}

/** How many requests are under way at once where throughput is measured. */
export const IN_FLIGHT = 8;

/** Measures entries beside each other, first one request at a time, then with several in flight. */
export async function figuresOf(
  entries: readonly Entry[],
  alone: Omit<Effort, 'inFlight'>,
  busy: Omit<Effort, 'inFlight'>,
): Promise<readonly Figure[]> {
  const contestants = entries.map(({ contestant }) => contestant);
  const one = await measure(contestants, { ...alone, inFlight: 1 });
  const many = await measure(contestants, { ...busy, inFlight: IN_FLIGHT });
  return entries.map(({ side, contestant }, at) => ({
    store: side.store,
    size: side.size.name,
    what: contestant.name,
    alone: one[at] as Measured,
    busy: many[at] as Measured,
  }));
}
