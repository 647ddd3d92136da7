import { middleDay, type EdtfDate } from '../time.ts';
import type { Item } from './items.ts';
import type { Parameters } from './parameters.ts';
import { canEnd } from './statements.ts';

/**
 * What age leaves of an item: `H / (H + age)`, hyperbolic as the survival of marriages is, where an exponential
 * would forget too much. 1 while the date asked for lies inside the validity that is stated.
 */
export function decayOf(item: Item, asOf: EdtfDate, parameters: Parameters): number {
  const halfLife = halfLifeOf(item, parameters);
  if (halfLife === Infinity || isInside(item, asOf)) return 1;
  const age = Math.max(0, middleDay(asOf) - item.day);
  return halfLife / (halfLife + age);
}

function halfLifeOf({ statement: { side, kind }, oneSided }: Item, parameters: Parameters): number {
  // What stands for "single" fades like a denial, whatever romance with somebody else it may be.
  if (kind === 'SINGLE' || oneSided) return parameters.denialHalfLife;
  if (side === 'SUPPORTS') return parameters.supportHalfLife[kind];
  return canEnd(kind) ? parameters.denialHalfLife : parameters.kinshipDenialHalfLife;
}

function isInside({ statement }: Item, asOf: EdtfDate): boolean {
  // What counts has started, so that only the end is left to look at.
  const { until } = statement;
  return until !== null && asOf.lastDay <= until.lastDay;
}
