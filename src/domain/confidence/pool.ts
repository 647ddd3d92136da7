import type { Parameters } from './parameters.ts';

/** Several weights put together, with what each of them added. */
export interface Pooled {
  /** In the order of the weights, the largest first. */
  readonly shares: readonly number[];
  /** What saturation takes off the sum of the shares; never above 0. */
  readonly saturation: number;
  readonly total: number;
}

/**
 * Pools weights given in descending order, none below 0: `w₁ + r·w₁·(1 − e^(−X / (r·w₁)))` with
 * `X = Σ_{i≥2} w_i·δ^(i−1)`. Further origins add ever less, and all of them together at most the share r of the
 * heaviest: two hundred whispers are not a witness.
 */
export function pool(descending: ArrayLike<number>, parameters: Parameters): Pooled {
  const first = descending[0] ?? 0;
  const shares: number[] = [];
  let factor = 1;
  let rest = 0;
  for (let index = 0; index < descending.length; index += 1) {
    const share = (descending[index] as number) * factor;
    shares.push(share);
    if (index > 0) rest += share;
    factor *= parameters.rank;
  }
  const total = first + saturated(first, rest, parameters);
  return { shares, saturation: total - (first + rest), total };
}

/** The pooled weight alone. `weights` may come in any order; the result depends on their values only. */
export function pooled(weights: readonly number[], parameters: Parameters): number {
  const descending = Float64Array.from(weights).sort().reverse();
  const first = descending[0] ?? 0;
  let factor = 1;
  let rest = 0;
  for (let index = 1; index < descending.length; index += 1) {
    factor *= parameters.rank;
    rest += (descending[index] as number) * factor;
  }
  return first + saturated(first, rest, parameters);
}

function saturated(first: number, rest: number, parameters: Parameters): number {
  const room = parameters.saturation * first;
  return room > 0 ? room * (1 - Math.exp(-rest / room)) : 0;
}
