import type { ClaimId, PersonId, SourceId } from './ids.ts';
import type { Answer, Family, PairKind, RelationshipStatus } from './kinds.ts';
import type { EdtfDate } from './time.ts';

/**
 * One independent origin as it went into the number: of the i-th heaviest origin of a side (by weight times
 * discount) the contribution is weight · discount · δ^(i−1), for denials times −ν. The term of the group
 * `saturation` then takes off what the origins of that side lose together.
 */
export interface Term {
  /** Identifies the group: the root source or the piece of evidence. */
  readonly group: string;
  readonly stance: 'SUPPORTS' | 'DENIES' | 'ENDS';
  /** The root source; null for a piece of evidence and for the saturation term. */
  readonly source: SourceId | null;
  /** The group's claims, the heaviest first. */
  readonly claims: readonly ClaimId[];
  /** Weight in log-odds before decay and endings. */
  readonly weight: number;
  /** What decay, endings and rules leave of it, in [0, 1]. */
  readonly discount: number;
  /** What the pool takes of that, with the sign of the side: 1 for the heaviest supporting origin, then ever less. */
  readonly share: number;
  /** What it added to the log-odds: weight · discount · share. */
  readonly contribution: number;
}

/** A bound that applied after pooling. */
export interface Cap {
  readonly code: 'NO_HARD_EVIDENCE' | 'UNANSWERED_DENIAL' | 'SILENCE' | 'KINSHIP' | 'FLOOR' | 'CEILING';
  /** The probability that it allows at most (FLOOR: at least). */
  readonly limit: number;
  readonly because: string;
}

/** How a number came about: `confidence` can be recomputed from this by hand. */
export interface Explanation {
  /** Probability before anything was said. */
  readonly prior: number;
  readonly logOdds: number;
  readonly calibration: { readonly a: number; readonly b: number };
  readonly caps: readonly Cap[];
  readonly terms: readonly Term[];
  /** The same for "it has ended", when anything says so. */
  readonly ending: Explanation | null;
}

/** What the claims on file amount to for one question. */
export interface Verdict {
  readonly status: RelationshipStatus;
  readonly answer: Answer;
  /** Probability that the relationship holds at `asOf`; null when nothing was said. */
  readonly confidence: number | null;
  /** In (0, 1]: how little is known, which is not the same as how much is disputed. */
  readonly ignorance: number;
  /** The strongest kind found that answers the question. */
  readonly kind: PairKind;
  readonly since: EdtfDate | null;
  readonly until: EdtfDate | null;
  /** Origins that support; copies and relays add none. */
  readonly independentSources: number;
  /** Claims that count for it, the heaviest first. */
  readonly supporting: readonly ClaimId[];
  /** Claims that count against it, endings included, the heaviest first. */
  readonly denying: readonly ClaimId[];
  /** When anything that counts was last said, roots only: a rerun is not a new word. */
  readonly lastHeard: EdtfDate | null;
  /** Null when there is no number to explain. */
  readonly explanation: Explanation | null;
  readonly engineVersion: string;
}

/** The unary question: is somebody single? */
export interface SingleVerdict {
  readonly status: RelationshipStatus;
  readonly answer: Answer;
  /** Probability that they are single; null when nothing was said. */
  readonly confidence: number | null;
  readonly ignorance: number;
  readonly claims: readonly ClaimId[];
  readonly lastHeard: EdtfDate | null;
  readonly engineVersion: string;
}

/** What one more event would make of a verdict, found by trying. */
export interface WouldChange {
  readonly code:
    | 'FIRST_PARTY_CONFIRMATION'
    | 'FIRST_PARTY_DENIAL'
    | 'INDEPENDENT_TABLOID'
    | 'INDEPENDENT_CELEBRITY_MAGAZINE'
    | 'INDEPENDENT_NEWS'
    | 'INDEPENDENT_TRADE'
    | 'INDEPENDENT_FANDOM'
    | 'YEAR_OF_SILENCE';
  readonly status: RelationshipStatus;
  readonly answer: Answer;
  readonly confidence: number | null;
}

/** The stored edge: one per pair and family, folded from the claims that name the pair, at their latest date. */
export interface DerivedRelationship {
  /** Of symmetric families the smaller id is `a`; of PARENT_OF `a` is the parent. */
  readonly a: PersonId;
  readonly b: PersonId;
  readonly family: Family;
  readonly kind: PairKind;
  readonly status: RelationshipStatus;
  readonly confidence: number | null;
  readonly independentSources: number;
  readonly since: EdtfDate | null;
  readonly until: EdtfDate | null;
  readonly engineVersion: string;
  /** The date of the latest claim, not the wall clock, so that a rebuild gives the same to the bit. */
  readonly evaluatedAt: EdtfDate;
}
