import type { PairQuestion } from '../claim.ts';
import type { ClaimKind, PairKind } from '../kinds.ts';
import { middleDay, type EdtfDate } from '../time.ts';
import type { Cap, Explanation, Term } from '../verdict.ts';
import { Endings } from './endings.ts';
import type { PairEvidence } from './evidence-for.ts';
import { groupsOf, type Group } from './groups.ts';
import { logit, sigmoid } from './log-odds.ts';
import type { Parameters } from './parameters.ts';
import { pool } from './pool.ts';
import { entails } from './readings.ts';
import type { Testimony } from './testimony.ts';

/** The numbers that one kind of relationship comes to, and what they were made of. */
export interface Fold {
  readonly kind: PairKind;
  readonly supports: readonly Testimony[];
  readonly denials: readonly Testimony[];
  readonly singles: readonly Testimony[];
  readonly endings: Endings;
  readonly supportGroups: readonly Group[];
  readonly denialGroups: readonly Group[];
  /** Support and denial after decay, before denials are halved. */
  readonly support: number;
  readonly denial: number;
  readonly probability: number;
  /** The same as if all had been said today and nothing capped it. */
  readonly timeless: number;
  /** That it has ended since the heaviest support. */
  readonly ended: number;
  readonly liveHard: readonly Testimony[];
  readonly unansweredDenial: boolean;
  readonly explanation: Explanation;
}

/** True when anything that names the pair supports, denies or ends this kind. */
export function isOpen(fold: Fold): boolean {
  return fold.supports.length + fold.denials.length + fold.endings.all.length > 0;
}

/** Folds what bears on a pair into one kind. `kinship` is the probability that the two are close kin, or 0. */
export function foldKind(
  kind: PairKind,
  question: PairQuestion,
  evidence: PairEvidence,
  kinship: number,
  parameters: Parameters,
): Fold {
  const endings = new Endings(evidence.endings, parameters);
  const supports = evidence.supports.filter((t) => entails(t.kind as PairKind, kind));
  const denials = evidence.denials.filter((t) => entails(kind, t.kind as PairKind));
  const singles = evidence.singles;
  const liveHard = supports.filter((t) => t.hard && endings.probabilityAfter(t) < 0.5);
  const newestHard = Math.max(-Infinity, ...liveHard.map((t) => middleDay(t.vouched)));
  const aged = (t: Testimony) => decay(t, question.asOf, parameters);
  const share = (t: Testimony) =>
    (t.kind === 'SINGLE' ? parameters.singleShare : 1) *
    (middleDay(t.vouched) < newestHard ? parameters.oldDenialShare : 1);
  const supportGroups = groupsOf(supports, (t) => aged(t) * endings.remaining(t));
  const denialGroups = groupsOf([...denials, ...singles], (t) => aged(t) * share(t));
  const now = combine(supportGroups, denialGroups, parameters);
  const ageless = combine(
    groupsOf(supports, () => 1),
    groupsOf([...denials, ...singles], share),
    parameters,
  );
  const unansweredDenial = denials.some((t) => t.speaker !== null && middleDay(t.vouched) >= newestHard);
  const endingTerms = explainEnding(supports, endings, parameters);
  const caps = capsOf(
    now.probability,
    { supports, supportGroups, endings, liveHard, unansweredDenial, aged, kinship },
    parameters,
  );
  return {
    kind,
    supports,
    denials,
    singles,
    endings,
    supportGroups,
    denialGroups,
    support: now.support,
    denial: now.denial,
    probability: caps.reduce((_, cap) => cap.limit, now.probability),
    timeless: ageless.probability,
    ended: endingTerms === null ? 0 : sigmoid(endingTerms.logOdds),
    liveHard,
    unansweredDenial,
    explanation: {
      prior: parameters.prior,
      logOdds: now.logOdds,
      calibration: parameters.calibration,
      caps,
      terms: now.terms,
      ending: endingTerms,
    },
  };
}

/** What age leaves of a testimony: hyperbolic, so that old marriages fade slowly and never vanish. */
export function decay(testimony: Testimony, asOf: EdtfDate, parameters: Parameters): number {
  const halfLife = halfLifeOf(testimony, parameters);
  if (halfLife === Infinity || holdsAt(testimony, asOf)) return 1;
  const age = Math.max(0, middleDay(asOf) - middleDay(testimony.vouched));
  return halfLife / (halfLife + age);
}

function halfLifeOf({ reading, kind }: Testimony, parameters: Parameters): number {
  if (reading.as === 'DENIES') return parameters.denialHalfLife;
  return parameters.halfLife[kind satisfies ClaimKind];
}

/** True when the stated validity has both ends and holds the date asked about. */
function holdsAt({ reading, start, validTo }: Testimony, asOf: EdtfDate): boolean {
  if (reading.as !== 'SUPPORTS' || validTo === null) return false;
  return middleDay(start) <= middleDay(asOf) && middleDay(asOf) <= middleDay(validTo);
}

interface Combined {
  readonly logOdds: number;
  readonly probability: number;
  readonly support: number;
  readonly denial: number;
  readonly terms: readonly Term[];
}

function combine(supports: readonly Group[], denials: readonly Group[], parameters: Parameters): Combined {
  const support = pooledTerms(supports, 'SUPPORTS', 1, parameters);
  const denial = pooledTerms(denials, 'DENIES', -parameters.denialShare, parameters);
  const terms = [...support.terms, ...denial.terms];
  const logOdds = terms.reduce((sum, term) => sum + term.contribution, logit(parameters.prior));
  const { a, b } = parameters.calibration;
  return {
    logOdds,
    probability: sigmoid(a * logOdds + b),
    support: support.total,
    denial: denial.total,
    terms,
  };
}

function pooledTerms(
  groups: readonly Group[],
  stance: Term['stance'],
  sign: number,
  parameters: Parameters,
): { readonly terms: readonly Term[]; readonly total: number } {
  const { shares, saturation, total } = pool(
    groups.map((group) => group.discounted),
    parameters,
  );
  const terms: Term[] = groups.map((group, index) => ({
    group: group.key,
    stance,
    source: group.source,
    claims: group.claims,
    weight: group.weight,
    discount: group.weight === 0 ? 1 : group.discounted / group.weight,
    contribution: sign * (shares[index] ?? 0),
  }));
  if (saturation !== 0) {
    const contribution = sign * saturation;
    terms.push({
      group: 'saturation',
      stance,
      source: null,
      claims: [],
      weight: saturation,
      discount: 1,
      contribution,
    });
  }
  return { terms, total };
}

/** The endings since the heaviest support, or all of them when nothing supports. */
function explainEnding(
  supports: readonly Testimony[],
  endings: Endings,
  parameters: Parameters,
): Explanation | null {
  const heaviest = [...supports].sort(
    (x, y) => y.weight - x.weight || middleDay(y.vouched) - middleDay(x.vouched),
  )[0];
  const groups = endings.groupsSince(heaviest === undefined ? -Infinity : middleDay(heaviest.vouched));
  if (groups.length === 0) return null;
  const { terms } = pooledTerms(groups, 'ENDS', 1, parameters);
  const logOdds = terms.reduce((sum, term) => sum + term.contribution, logit(parameters.prior));
  return { prior: parameters.prior, logOdds, calibration: { a: 1, b: 0 }, caps: [], terms, ending: null };
}

interface Capped {
  readonly supports: readonly Testimony[];
  readonly supportGroups: readonly Group[];
  readonly endings: Endings;
  readonly liveHard: readonly Testimony[];
  readonly unansweredDenial: boolean;
  readonly aged: (testimony: Testimony) => number;
  readonly kinship: number;
}

/** The bounds that apply, in order; each holds the probability that is left after it. */
function capsOf(uncapped: number, known: Capped, parameters: Parameters): readonly Cap[] {
  const candidates: Cap[] = [];
  if (known.liveHard.length === 0) {
    const because = 'Nobody concerned has confirmed it and no record shows it.';
    candidates.push({ code: 'NO_HARD_EVIDENCE', limit: parameters.capWithoutHard, because });
    if (known.unansweredDenial) {
      const answered = 'Somebody concerned has denied it, and nothing as strong answers that.';
      candidates.push({
        code: 'UNANSWERED_DENIAL',
        limit: parameters.capUnansweredDenial,
        because: answered,
      });
    }
  }
  if (known.supports.length > 0) {
    const because = 'It has been a while since anybody vouched for it, or it was said to be over.';
    candidates.push({ code: 'SILENCE', limit: silenceLimit(known, parameters), because });
  }
  if (known.kinship > 0) {
    candidates.push({
      code: 'KINSHIP',
      limit: 1 - known.kinship,
      because: 'The two are said to be close kin.',
    });
  }
  const certain = 'No answer is closer to certain than this.';
  candidates.push({ code: 'CEILING', limit: parameters.ceiling, because: certain });
  const fired: Cap[] = [];
  let left = uncapped;
  for (const cap of candidates) {
    if (cap.limit >= left) continue;
    fired.push(cap);
    left = cap.limit;
  }
  if (left < parameters.floor) fired.push({ code: 'FLOOR', limit: parameters.floor, because: certain });
  return fired;
}

function silenceLimit({ supports, endings, aged }: Capped, parameters: Parameters): number {
  const strong = supports.filter((t) => t.weight >= parameters.silenceWeight);
  const vouched = strong.map((t) => aged(t) * (1 - endings.probabilityAfter(t)));
  const modest = groupsOf(
    supports.map((t) => ({ ...t, weight: Math.min(t.weight, parameters.silenceWeight) })),
    (t) => aged(t) * endings.remaining(t),
  );
  const rest = pool(
    modest.map((group) => group.discounted),
    parameters,
  ).total;
  return Math.max(...vouched, sigmoid(logit(parameters.prior) + rest));
}
