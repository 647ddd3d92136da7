import { weightsOf, type Scored } from './groups.ts';
import type { Item } from './items.ts';
import { logit, sigmoid } from './log-odds.ts';
import type { Parameters } from './parameters.ts';
import { pooled } from './pool.ts';

/** The probability that it has ended since a day, as the endings at or after that day give it. */
export class EndingCurve {
  /** Latest first, as they count: they do not fade. */
  readonly items: readonly Scored[];
  readonly #parameters: Parameters;
  readonly #known: (number | undefined)[] = [];

  constructor(endings: readonly Item[], parameters: Parameters) {
    this.items = endings
      .map((item): Scored => {
        const kept = item.oneSided ? parameters.single : 1;
        return { item, decay: 1, kept, value: item.weight * kept };
      })
      .sort((a, b) => b.item.day - a.item.day);
    this.#parameters = parameters;
  }

  /** In (0, 1): the prior when nothing says so. */
  since(day: number): number {
    const count = this.#countSince(day);
    return (this.#known[count] ??= this.#probabilityOf(count));
  }

  /** The endings at or after a day. */
  at(day: number): readonly Scored[] {
    return this.items.slice(0, this.#countSince(day));
  }

  #probabilityOf(count: number): number {
    const parameters = this.#parameters;
    const { now } = weightsOf(this.items.slice(0, count), Infinity, ({ value }) => value);
    return sigmoid(logit(parameters.prior) + pooled(now, parameters));
  }

  #countSince(day: number): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.items[middle] as Scored).item.day >= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
