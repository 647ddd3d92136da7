import type { PairKind } from '../kinds.ts';
import type { EdtfDate } from '../time.ts';
import type { Cap } from '../verdict.ts';
import type { Bearings } from './bearings.ts';
import { applied, capsOf } from './caps.ts';
import { decayOf } from './decay.ts';
import type { EndingCurve } from './endings.ts';
import { weightsOf, type Scored, type Weights } from './groups.ts';
import type { Item } from './items.ts';
import { logit, sigmoid } from './log-odds.ts';
import type { Parameters } from './parameters.ts';
import { pooled } from './pool.ts';
import { entails } from './statements.ts';

/** The numbers that one kind of relationship comes to, and what they were made of. */
export interface Fold {
  readonly kind: PairKind;
  readonly supports: readonly Scored[];
  /** Denials that name the pair. */
  readonly explicit: readonly Scored[];
  /** These, and what denies every romance of one of the two. */
  readonly denials: readonly Scored[];
  readonly endings: EndingCurve;
  /** True when anything that names the pair was said about this kind. */
  readonly isOpen: boolean;
  /** S and N: the pools after decay, before denials are set against supports. */
  readonly support: number;
  readonly denial: number;
  readonly logOdds: number;
  readonly caps: readonly Cap[];
  readonly confidence: number;
  /** As if all had been said today and nothing had ended or capped it. */
  readonly timeless: number;
  /** The day of the heaviest support, and the probability that it has ended since. */
  readonly heaviestDay: number;
  readonly ended: number;
  readonly hasLiveHard: boolean;
  readonly unansweredDenial: boolean;
}

/** When it is folded for, and what else limits it. */
export interface FoldContext {
  readonly asOf: EdtfDate;
  /** The probability that the two are close kin; null when nobody says so. */
  readonly kinship: number | null;
  readonly parameters: Parameters;
}

/** Folds what bears on a pair into one kind. */
export function foldKind(
  kind: PairKind,
  bearings: Bearings,
  context: FoldContext,
  backing: Backing = backingOf(kind, bearings, context),
): Fold {
  const { parameters } = context;
  const { endings, endsNamed } = bearings;
  const { supports, answered, weights: pro, support } = backing;
  const { explicit, denials } = scoredDenials(kind, bearings, answered, context);
  const hasLiveHard = answered > -Infinity;
  const unansweredDenial = explicit.some(
    ({ item }) => item.statement.speaker !== null && item.day >= answered,
  );
  const contra = weightsOf(denials, Infinity, ({ item }) => item.weight * ruled(item, answered, parameters));
  const denial = pooled(contra.now, parameters);
  const logOdds = balance(support, denial, parameters);
  const ageless = balance(pooled(pro.ageless, parameters), pooled(contra.ageless, parameters), parameters);
  const uncapped = calibrated(logOdds, parameters);
  const modest = pooled(pro.bounded, parameters);
  const caps = capsOf(uncapped, { supports, modest, hasLiveHard, unansweredDenial, endings }, context);
  const heaviestDay = heaviestDayOf(supports);
  return {
    kind,
    supports,
    explicit,
    denials,
    endings,
    isOpen: supports.length > 0 || explicit.length > 0 || endsNamed,
    support,
    denial,
    logOdds,
    caps,
    confidence: applied(uncapped, caps),
    timeless: calibrated(ageless, parameters),
    heaviestDay,
    ended: endings.since(heaviestDay),
    hasLiveHard,
    unansweredDenial,
  };
}

/** What stands behind one kind, whatever denies it. */
export interface Backing {
  /** As time and endings leave them. */
  readonly supports: readonly Scored[];
  /** The day of the newest hard one that lives. */
  readonly answered: number;
  readonly weights: Weights;
  /** S: the pool of these. */
  readonly support: number;
}

/** What stands behind one kind of relationship. */
export function backingOf(
  kind: PairKind,
  bearings: Bearings,
  { asOf, parameters }: Omit<FoldContext, 'kinship'>,
): Backing {
  const supports: Scored[] = [];
  let answered = -Infinity;
  for (const item of bearings.supports) {
    if (!entails(item.statement.kind, kind)) continue;
    const decay = decayOf(item, asOf, parameters);
    const ended = bearings.endings.since(item.day);
    const kept = decay * remaining(ended);
    supports.push({ item, decay, kept, value: item.weight * kept });
    if (item.hard && ended < parameters.status.ending) answered = Math.max(answered, item.day);
  }
  const weights = weightsOf(supports, parameters.caps.silenceWeight, ({ item }) => item.weight);
  return { supports, answered, weights, support: pooled(weights.now, parameters) };
}

/** The denials of a kind as time and what answered them leave them. */
function scoredDenials(
  kind: PairKind,
  bearings: Bearings,
  answered: number,
  { asOf, parameters }: FoldContext,
): Pick<Fold, 'explicit' | 'denials'> {
  const against = (item: Item): Scored => {
    const decay = decayOf(item, asOf, parameters);
    const kept = decay * ruled(item, answered, parameters);
    return { item, decay, kept, value: item.weight * kept };
  };
  const explicit = bearings.denials.filter(({ statement }) => entails(kind, statement.kind)).map(against);
  return { explicit, denials: [...explicit, ...bearings.singles.map(against)] };
}

/** What later endings leave of a support: nothing of it is lost while an ending is less likely than not. */
function remaining(ended: number): number {
  return Math.min(1, 2 * (1 - ended));
}

/** What rules leave of a denial, apart from age. */
function ruled({ day, oneSided }: Item, answered: number, parameters: Parameters): number {
  return (day < answered ? parameters.answeredDenial : 1) * (oneSided ? parameters.single : 1);
}

function calibrated(logOdds: number, { calibration }: Parameters): number {
  return sigmoid(calibration.a * logOdds + calibration.b);
}

/** The log-odds of supports set against denials. */
function balance(support: number, denial: number, parameters: Parameters): number {
  return logit(parameters.prior) + support - parameters.denial * denial;
}

/** The day of the support that weighs most by itself, the latest of equals; before all days without any. */
function heaviestDayOf(supports: readonly Scored[]): number {
  let weight = -Infinity;
  let day = -Infinity;
  for (const { item } of supports) {
    if (item.weight < weight || (item.weight === weight && item.day <= day)) continue;
    weight = item.weight;
    day = item.day;
  }
  return day;
}
