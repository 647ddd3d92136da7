import type { Parameters } from './parameters.ts';

/** Weights in descending order, put together so that many weak origins never outweigh one strong by much. */
export interface Pooled {
  /** What each weight adds, in the order given. */
  readonly shares: readonly number[];
  /** What saturation takes off; at most 0. */
  readonly saturation: number;
  readonly total: number;
}

/**
 * `w₁ + r·w₁·(1 − e^(−X / (r·w₁)))` with `X = Σ_{i≥2} w_i·δ^(i−1)`, after Clemen & Winkler (1985) on correlated
 * experts. `weights` must be sorted, the largest first, none below 0.
 */
export function pool(weights: readonly number[], parameters: Parameters): Pooled {
  const first = weights[0] ?? 0;
  if (first <= 0) return { shares: weights.map(() => 0), saturation: 0, total: 0 };
  const shares = weights.map((weight, index) => weight * parameters.rank ** index);
  const rest = shares.slice(1).reduce((sum, share) => sum + share, 0);
  const room = parameters.saturation * first;
  const saturation = room * (1 - Math.exp(-rest / room)) - rest;
  return { shares, saturation, total: first + rest + saturation };
}
