import { middleDay } from '../time.ts';
import { logit, sigmoid } from './log-odds.ts';
import type { Parameters } from './parameters.ts';
import { pool } from './pool.ts';
import type { Testimony } from './testimony.ts';
import { groupsOf, type Group } from './groups.ts';

/** What says that a relationship is over, and how surely it does for a support of a given date. */
export class Endings {
  readonly all: readonly Testimony[];
  readonly #parameters: Parameters;
  readonly #known = new Map<number, number>();

  constructor(all: readonly Testimony[], parameters: Parameters) {
    this.all = all;
    this.#parameters = parameters;
  }

  /** The groups of endings at or after a day, the heaviest first. Endings do not wear out. */
  groupsSince(day: number): readonly Group[] {
    return groupsOf(
      this.all.filter((ending) => middleDay(ending.endsAt) >= day),
      () => 1,
    );
  }

  /** The probability that what was vouched for on a day has ended since. */
  probabilitySince(day: number): number {
    const known = this.#known.get(day);
    if (known !== undefined) return known;
    const weights = this.groupsSince(day).map((group) => group.weight);
    const probability = sigmoid(logit(this.#parameters.prior) + pool(weights, this.#parameters).total);
    this.#known.set(day, probability);
    return probability;
  }

  /** The same for a testimony; 0 when nothing says that anything ended. */
  probabilityAfter(testimony: Testimony): number {
    return this.all.length === 0 ? 0 : this.probabilitySince(middleDay(testimony.vouched));
  }

  /** What is left of a support, 0 to 1. */
  remaining(testimony: Testimony): number {
    return this.all.length === 0 ? 1 : Math.min(1, 2 * (1 - this.probabilityAfter(testimony)));
  }
}
