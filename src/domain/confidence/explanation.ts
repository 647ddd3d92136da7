import type { Explanation, Term } from '../verdict.ts';
import type { Fold } from './fold.ts';
import { claimsOf, groupsOf, ordered, type Group, type Scored } from './groups.ts';
import { logit } from './log-odds.ts';
import type { Parameters } from './parameters.ts';
import { poolApart } from './pool.ts';

/** The group of the term that carries what many origins lose together. */
const SATURATION = 'saturation';

/** How the numbers of a fold came about. Its terms sum to the log-odds, from the prior's on. */
export function explain(
  { logOdds, caps, endings, heaviestDay }: Fold,
  supports: readonly Group[],
  denials: readonly Group[],
  parameters: Parameters,
): Explanation {
  return {
    prior: parameters.prior,
    logOdds,
    calibration: parameters.calibration,
    caps,
    terms: [
      ...sideTerms(supports, 'SUPPORTS', 1, parameters),
      ...sideTerms(denials, 'DENIES', -parameters.denial, parameters),
    ],
    ending: explainEnding(endings.at(heaviestDay), parameters),
  };
}

/** How likely it is that it has ended; null when nothing says so. */
function explainEnding(endings: readonly Scored[], parameters: Parameters): Explanation | null {
  if (endings.length === 0) return null;
  const { prior } = parameters;
  const terms = sideTerms(groupsOf(ordered(endings)), 'ENDS', 1, parameters);
  const logOdds = terms.reduce((sum, { contribution }) => sum + contribution, logit(prior));
  return { prior, logOdds, calibration: { a: 1, b: 0 }, caps: [], terms, ending: null };
}

function sideTerms(
  groups: readonly Group[],
  stance: Term['stance'],
  sign: number,
  parameters: Parameters,
): readonly Term[] {
  const values = groups.map(({ value }) => value);
  const { shares, saturation } = poolApart(values, parameters);
  const terms = groups.map(({ key, source, members }, at): Term => {
    const { item, kept } = members[0] as Scored;
    const contribution = sign * (shares[at] as number);
    return {
      group: key,
      stance,
      source,
      claims: claimsOf(members),
      weight: item.weight,
      discount: kept,
      share: sign * parameters.rank ** at,
      contribution,
    };
  });
  if (groups.length < 2) return terms;
  const lost = {
    group: SATURATION,
    stance,
    source: null,
    claims: [],
    weight: saturation,
    discount: 1,
    share: sign,
  };
  return [...terms, { ...lost, contribution: sign * saturation }];
}
