import type { Parameters } from './parameters.ts';

/** Several weights put together, with what each of them added. */
export interface Pooled {
  /** In the order of the weights, the largest first. */
  readonly shares: readonly number[];
  /** What saturation takes off the sum of the shares; never above 0. */
  readonly saturation: number;
}

/**
 * The weights of several origins put together: `w₁ + r·w₁·(1 − e^(−X / (r·w₁)))` with `X = Σ_{i≥2} w_i·δ^(i−1)`,
 * w₁ being the largest. Further origins add ever less, and all of them together at most the share r of the
 * heaviest: two hundred whispers are not a witness. `weights` are 0 or above and may come in any order; the result
 * depends on their values only, to the bit.
 */
export function pooled(weights: Iterable<number>, parameters: Parameters): number {
  const ascending = Float64Array.from(weights).sort();
  const last = ascending.length - 1;
  if (last < 0) return 0;
  const first = ascending[last] as number;
  let factor = 1;
  let rest = 0;
  for (let index = last - 1; index >= 0; index -= 1) {
    factor *= parameters.rank;
    rest += (ascending[index] as number) * factor;
  }
  return first + saturated(first, rest, parameters);
}

/** The same, taken apart, for weights in descending order. */
export function poolApart(descending: readonly number[], parameters: Parameters): Pooled {
  let factor = 1;
  const shares = descending.map((weight) => {
    const share = weight * factor;
    factor *= parameters.rank;
    return share;
  });
  const rest = shares.slice(1).reduce((sum, share) => sum + share, 0);
  return { shares, saturation: saturated(descending[0] ?? 0, rest, parameters) - rest };
}

function saturated(first: number, rest: number, parameters: Parameters): number {
  const room = parameters.saturation * first;
  return room > 0 ? room * (1 - Math.exp(-rest / room)) : 0;
}
