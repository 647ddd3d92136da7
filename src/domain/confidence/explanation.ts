import type { Explanation, Term } from '../verdict.ts';
import type { EndingCurve } from './endings.ts';
import { claimsOf, groupsOf, scored, type Group } from './groups.ts';
import { logit } from './log-odds.ts';
import type { Parameters } from './parameters.ts';
import { pool } from './pool.ts';

/** The group of the term that carries what many origins lose together. */
const SATURATION = 'saturation';

/** The terms of a fold and what they sum to, from the prior on, in the order of the terms. */
export function termsOf(
  {
    supportGroups,
    denialGroups,
  }: { readonly supportGroups: readonly Group[]; readonly denialGroups: readonly Group[] },
  parameters: Parameters,
): Pick<Explanation, 'terms' | 'logOdds'> {
  const terms = [
    ...sideTerms(supportGroups, 'SUPPORTS', 1, parameters),
    ...sideTerms(denialGroups, 'DENIES', -parameters.denial, parameters),
  ];
  return { terms, logOdds: sumOf(terms, parameters) };
}

/** How likely it is that it has ended since a day; null when nothing says so. */
export function explainEnding(
  endings: EndingCurve,
  since: number,
  parameters: Parameters,
): Explanation | null {
  const groups = groupsOf(endings.at(since).map((item) => scored(item, 1, parameters)));
  if (groups.length === 0) return null;
  const terms = sideTerms(groups, 'ENDS', 1, parameters);
  const logOdds = sumOf(terms, parameters);
  return { prior: parameters.prior, logOdds, calibration: { a: 1, b: 0 }, caps: [], terms, ending: null };
}

function sumOf(terms: readonly Term[], parameters: Parameters): number {
  return terms.reduce((sum, { contribution }) => sum + contribution, logit(parameters.prior));
}

function sideTerms(
  groups: readonly Group[],
  stance: Term['stance'],
  sign: number,
  parameters: Parameters,
): readonly Term[] {
  const { shares, saturation } = pool(
    groups.map(({ value }) => value),
    parameters,
  );
  const terms = groups.map(({ key, source, members }, at): Term => {
    const { item, kept } = members[0] as Group['members'][number];
    const contribution = sign * (shares[at] as number);
    return {
      group: key,
      stance,
      source,
      claims: claimsOf(members),
      weight: item.weight,
      discount: kept,
      contribution,
    };
  });
  if (groups.length < 2) return terms;
  const lost = { group: SATURATION, stance, source: null, claims: [], weight: saturation, discount: 1 };
  return [...terms, { ...lost, contribution: sign * saturation }];
}
