import { groupsOf, scored } from './groups.ts';
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
    const known = this.#known[count];
    if (known !== undefined) return known;
    const groups = groupsOf(this.at(day).map((item) => scored(item, 1, this.#parameters)));
    const weight = pooled(
      groups.map(({ value }) => value),
      this.#parameters,
    );
    const probability = sigmoid(logit(this.#parameters.prior) + weight);
    this.#known[count] = probability;
    return probability;
  }

  /** The endings at or after a day. */
  at(day: number): readonly Item[] {
    return this.items.slice(0, this.#countSince(day));
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
