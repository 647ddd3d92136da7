import type { Cap } from '../verdict.ts';
import type { EndingCurve } from './endings.ts';
import type { FoldContext } from './fold.ts';
import type { Scored } from './groups.ts';
import { logit, sigmoid } from './log-odds.ts';

/** What the caps look at. */
export interface Cappable {
  readonly supports: readonly Scored[];
  /** The pool of the supports, none of which counts for more than a modest one. */
  readonly modest: number;
  readonly hasLiveHard: boolean;
  readonly unansweredDenial: boolean;
  readonly endings: EndingCurve;
}

/** A probability after the caps that fired on it. */
export function applied(probability: number, caps: readonly Cap[]): number {
  return caps.at(-1)?.limit ?? probability;
}

/** The caps that change the probability, in the order in which they do. */
export function capsOf(uncapped: number, folded: Cappable, context: FoldContext): readonly Cap[] {
  const fired: Cap[] = [];
  let left = uncapped;
  for (const cap of candidates(folded, context)) {
    if (cap.code === 'FLOOR' ? left >= cap.limit : left <= cap.limit) continue;
    fired.push(cap);
    left = cap.limit;
  }
  return fired;
}

function candidates(folded: Cappable, context: FoldContext): readonly Cap[] {
  const { caps } = context.parameters;
  const all: Cap[] = [];
  if (!folded.hasLiveHard) {
    const because = 'Nobody concerned stands behind it today, and no record shows it.';
    all.push({ code: 'NO_HARD_EVIDENCE', limit: caps.noHardEvidence, because });
  }
  if (!folded.hasLiveHard && folded.unansweredDenial) {
    const because = 'Somebody concerned has denied it, and nothing as strong has answered that.';
    all.push({ code: 'UNANSWERED_DENIAL', limit: caps.unansweredDenial, because });
  }
  const silence =
    'The longer ago it was last vouched for, and the likelier it has ended since, the less it says.';
  all.push({ code: 'SILENCE', limit: silenceLimit(folded, context), because: silence });
  if (context.kinship !== null) {
    const because = 'The two are said to be close kin, which excludes it.';
    all.push({ code: 'KINSHIP', limit: 1 - context.kinship, because });
  }
  const certain = 'Nothing here is more certain than this.';
  all.push(
    { code: 'CEILING', limit: caps.ceiling, because: certain },
    { code: 'FLOOR', limit: caps.floor, because: certain },
  );
  return all;
}

/**
 * What holds against silence: one strong voice as far as it is fresh and nothing has ended since, or many modest
 * ones, none of which counts for more than a modest one.
 */
function silenceLimit({ supports, modest, endings }: Cappable, { parameters }: FoldContext): number {
  let limit = sigmoid(logit(parameters.prior) + modest);
  for (const { item, decay } of supports) {
    if (item.weight >= parameters.caps.silenceWeight)
      limit = Math.max(limit, decay * (1 - endings.since(item.day)));
  }
  return limit;
}
