import type { Answer, RelationshipStatus } from '../kinds.ts';
import { unreachable } from '../errors.ts';
import type { Fold } from './fold.ts';
import { isOpen } from './fold.ts';

// Bounds of the verdict, on probabilities and weights; all are judgement.
const KIN = 0.85;
const MORE_LIKELY_THAN_NOT = 0.5;
const ENDED = 0.6;
const SURELY_ENDED = 0.85;
const CONFIRMED = 0.75;
const YES = 0.85;
const NO = 0.05;
const NO_LONGER = 0.1;
const WEIGHTY_SIDE = 2;
const CLOSE_RATIO = 2;
/** Less than this, support and denial together, is as good as not heard. */
export const HARDLY_HEARD = 0.2;

/** True when kinship is sure enough to answer a question about romance by itself. */
export function excludes(kinship: number): boolean {
  return kinship >= KIN;
}

/** Where the evidence leaves a relationship: the first rule that fits. */
export function statusOf(fold: Fold, kinship: number): RelationshipStatus {
  const { probability: p, support, denial } = fold;
  if (!isOpen(fold) && !excludes(kinship)) return 'NO_EVIDENCE';
  if (excludes(kinship) && p < MORE_LIKELY_THAN_NOT) return 'DENIED';
  if (fold.ended >= ENDED && p < MORE_LIKELY_THAN_NOT) return 'ENDED';
  const hard = fold.liveHard.length > 0;
  if (hard && fold.timeless >= CONFIRMED && p >= MORE_LIKELY_THAN_NOT && !fold.unansweredDenial)
    return 'CONFIRMED';
  if (isDisputed(fold, hard)) return 'DISPUTED';
  if (denial > support && fold.denials.length > 0) return 'DENIED';
  return fold.timeless >= MORE_LIKELY_THAN_NOT ? 'REPORTED' : 'RUMORED';
}

function isDisputed({ support, denial, denials, unansweredDenial }: Fold, hard: boolean): boolean {
  if (hard && unansweredDenial) return true;
  const thirdParty = denials.length > 0 && denials.every((testimony) => testimony.speaker === null);
  const weighty = Math.min(support, denial) >= WEIGHTY_SIDE;
  return thirdParty && weighty && support <= CLOSE_RATIO * denial && denial <= CLOSE_RATIO * support;
}

/** The status as an answer. YES comes out of CONFIRMED only, so never out of rumor. */
export function answerOf(status: RelationshipStatus, fold: Fold): Answer {
  const { probability: p } = fold;
  switch (status) {
    case 'CONFIRMED':
      return p >= YES ? 'YES' : 'PROBABLY';
    case 'REPORTED':
      return p >= MORE_LIKELY_THAN_NOT ? 'PROBABLY' : 'UNCONFIRMED';
    case 'RUMORED':
      if (fold.support + fold.denial < HARDLY_HEARD) return 'UNKNOWN';
      return fold.supports.length === 0 ? 'PROBABLY_NOT' : 'UNCONFIRMED';
    case 'DISPUTED':
      return 'UNCONFIRMED';
    case 'DENIED':
      return p <= NO ? 'NO' : 'PROBABLY_NOT';
    case 'ENDED':
      return fold.ended >= SURELY_ENDED && p <= NO_LONGER ? 'NO' : 'PROBABLY_NOT';
    case 'NO_EVIDENCE':
      return 'UNKNOWN';
    default:
      return unreachable(status);
  }
}
