import { unreachable } from '../errors.ts';
import type { Answer, RelationshipStatus } from '../kinds.ts';
import type { Fold, FoldContext } from './fold.ts';

/** True when the two are so likely close kin that it answers a question about romance by itself. */
export function areKin({ kinship, parameters }: FoldContext): boolean {
  return kinship !== null && kinship >= parameters.status.kinship;
}

/** Where the evidence leaves a relationship: the first rule that fits. */
export function statusOf(fold: Fold, context: FoldContext): RelationshipStatus {
  const { status } = context.parameters;
  const isUnlikely = fold.confidence < status.likely;
  if (!fold.isOpen && !areKin(context)) return 'NO_EVIDENCE';
  if (areKin(context) && isUnlikely) return 'DENIED';
  if (fold.ended >= status.ended && isUnlikely) return 'ENDED';
  if (fold.hasLiveHard && fold.timeless >= status.confirmed && !isUnlikely && !fold.unansweredDenial) {
    return 'CONFIRMED';
  }
  if (isDisputed(fold, context)) return 'DISPUTED';
  if (fold.explicit.length > 0 && fold.denial > fold.support) return 'DENIED';
  return fold.timeless >= status.likely ? 'REPORTED' : 'RUMORED';
}

function isDisputed(fold: Fold, { parameters: { status } }: FoldContext): boolean {
  if (fold.hasLiveHard && fold.unansweredDenial) return true;
  const { support, denial, explicit } = fold;
  const isFirstParty = explicit.some(({ item }) => item.statement.speaker !== null);
  if (explicit.length === 0 || isFirstParty || Math.min(support, denial) < status.disputedWeight)
    return false;
  return support <= status.disputedRatio * denial && denial <= status.disputedRatio * support;
}

/** The status as an answer. YES comes out of CONFIRMED only, never out of rumor, however much of it. */
export function answerOf(status: RelationshipStatus, fold: Fold, { parameters }: FoldContext): Answer {
  const bounds = parameters.status;
  const { confidence } = fold;
  switch (status) {
    case 'CONFIRMED':
      return confidence >= bounds.yes ? 'YES' : 'PROBABLY';
    case 'REPORTED':
      return confidence >= bounds.likely ? 'PROBABLY' : 'UNCONFIRMED';
    case 'RUMORED':
      if (fold.supports.length === 0) return 'PROBABLY_NOT';
      return fold.support + fold.denial < bounds.forgotten ? 'UNKNOWN' : 'UNCONFIRMED';
    case 'DISPUTED':
      return 'UNCONFIRMED';
    case 'DENIED':
      return confidence <= bounds.deniedForSure ? 'NO' : 'PROBABLY_NOT';
    case 'ENDED':
      return fold.ended >= bounds.endedForSure && confidence <= bounds.endedUnlikely ? 'NO' : 'PROBABLY_NOT';
    case 'NO_EVIDENCE':
      return 'UNKNOWN';
    default:
      return unreachable(status);
  }
}
