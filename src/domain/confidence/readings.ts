import type { Claim } from '../claim.ts';
import { ROMANCE_KINDS, familyOf, type Family, type PairKind } from '../kinds.ts';
import type { EdtfDate } from '../time.ts';

/** What a claim means for a relationship: it supports or denies a kind, or says that it is over. */
export type Reading =
  | { readonly as: 'SUPPORTS' | 'DENIES'; readonly kind: PairKind }
  /** `at` is when it ended; null when only when it was said is known. */
  | { readonly as: 'ENDS'; readonly family: Family; readonly at: EdtfDate | null };

/**
 * The readings of a claim for a question as of a date. SPLIT, DIVORCED, the stance ENDS and a `validTo` that has
 * passed are one thing, an ending; denying a SPLIT says that they are still dating.
 */
export function readingsOf(claim: Claim, asOf: EdtfDate): readonly Reading[] {
  const family = familyOf(claim.kind);
  if (family === null || claim.stance === 'CONTEXT') return [];
  if (claim.kind === 'SPLIT' || claim.kind === 'DIVORCED') {
    if (claim.stance !== 'DENIES') return [{ as: 'ENDS', family, at: claim.validTo }];
    return [{ as: 'SUPPORTS', kind: claim.kind === 'SPLIT' ? 'DATING' : 'MARRIED' }];
  }
  const kind = claim.kind as PairKind;
  if (claim.stance === 'ENDS') return [{ as: 'ENDS', family, at: claim.validTo }];
  if (claim.stance === 'DENIES') return [{ as: 'DENIES', kind }];
  const over = claim.validTo !== null && claim.validTo.lastDay < asOf.firstDay;
  return [{ as: 'SUPPORTS', kind }, ...(over ? [{ as: 'ENDS', family, at: claim.validTo } as const] : [])];
}

/** True when supporting `said` supports `asked` too. */
export function entails(said: PairKind, asked: PairKind): boolean {
  const rank = (kind: PairKind): number => ROMANCE_KINDS.indexOf(kind as (typeof ROMANCE_KINDS)[number]);
  return said === asked || (rank(asked) >= 0 && rank(said) >= rank(asked));
}
