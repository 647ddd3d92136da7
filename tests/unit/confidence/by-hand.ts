import type { Explanation, Term } from '../../../src/domain/verdict.ts';

/** δ, r and ν as docs/confidence.md states them: written down here again, since a reader has only the document. */
const RANK = 0.7;
const SATURATION = 0.5;
const DENIAL = 0.5;

/** The confidence that an explanation leads to, with nothing but pen and paper. */
export function confidenceFrom({ prior, terms, calibration, caps }: Explanation): number {
  const sum = terms.reduce((total, { contribution }) => total + contribution, Math.log(prior / (1 - prior)));
  let p = 1 / (1 + Math.exp(-(calibration.a * sum + calibration.b)));
  for (const { code, limit } of caps) p = code === 'FLOOR' ? Math.max(p, limit) : Math.min(p, limit);
  return p;
}

/** What the terms of one side add, from their weights and discounts alone. */
export function sideFrom(terms: readonly Term[], stance: Term['stance']): number {
  const values = terms
    .filter((term) => term.stance === stance && term.group !== 'saturation')
    .map(({ weight, discount }) => weight * discount)
    .sort((x, y) => y - x);
  const [first = 0, ...others] = values;
  if (first === 0) return 0;
  const rest = others.reduce((sum, value, at) => sum + value * RANK ** (at + 1), 0);
  const pool = first + SATURATION * first * (1 - Math.exp(-rest / (SATURATION * first)));
  return stance === 'DENIES' ? -DENIAL * pool : pool;
}
