import { largestByGroup } from './groups.ts';
import type { Item } from './items.ts';
import { logit, sigmoid } from './log-odds.ts';
import type { Parameters } from './parameters.ts';
import { pooled } from './pool.ts';

/** The probability that it has ended since a day, as the endings at or after that day give it. */
export class EndingCurve {
  /** Latest first. */
  readonly items: readonly Item[];
  readonly #parameters: Parameters;
  readonly #known: (number | undefined)[] = [];

  constructor(endings: readonly Item[], parameters: Parameters) {
    this.items = [...endings].sort((a, b) => b.day - a.day);
    this.#parameters = parameters;
  }

  /** In (0, 1): the prior when nothing says so. */
  since(day: number): number {
    const count = this.#countSince(day);
    return (this.#known[count] ??= this.#probabilityOf(this.items.slice(0, count)));
  }

  /** The endings at or after a day. */
  at(day: number): readonly Item[] {
    return this.items.slice(0, this.#countSince(day));
  }

  #probabilityOf(items: readonly Item[]): number {
    const parameters = this.#parameters;
    const weights = largestByGroup(
      items,
      (item) => item,
      ({ weight, oneSided }) => (oneSided ? weight * parameters.single : weight),
    );
    return sigmoid(logit(parameters.prior) + pooled(weights, parameters));
  }

  #countSince(day: number): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.items[middle] as Item).day >= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
