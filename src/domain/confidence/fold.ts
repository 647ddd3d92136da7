import type { PairKind } from '../kinds.ts';
import type { EdtfDate } from '../time.ts';
import type { Cap, Explanation } from '../verdict.ts';
import type { Bearings } from './bearings.ts';
import { applied, capsOf } from './caps.ts';
import { decayOf } from './decay.ts';
import { EndingCurve } from './endings.ts';
import { explainEnding, termsOf } from './explanation.ts';
import { groupsOf, largestByGroup, scored, type Group, type Scored } from './groups.ts';
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
  readonly denials: readonly Scored[];
  readonly endings: EndingCurve;
  /** True when anything that names the pair was said about this kind. */
  readonly isOpen: boolean;
  readonly supportGroups: readonly Group[];
  /** With what denies every romance of one of the two. */
  readonly denialGroups: readonly Group[];
  /** S and N: the pools after decay, before denials are set against supports. */
  readonly support: number;
  readonly denial: number;
  readonly confidence: number;
  /** As if all had been said today and nothing had ended or capped it. */
  readonly timeless: number;
  /** The probability that it has ended since the heaviest support. */
  readonly ended: number;
  readonly hasLiveHard: boolean;
  readonly unansweredDenial: boolean;
  readonly explanation: Explanation;
}

/** Whom it is folded for, and what else limits it. */
export interface FoldContext {
  readonly asOf: EdtfDate;
  /** The probability that the two are close kin; null when nobody says so. */
  readonly kinship: number | null;
  readonly parameters: Parameters;
}

/** Folds what bears on a pair into one kind. */
export function foldKind(kind: PairKind, bearings: Bearings, context: FoldContext): Fold {
  const { asOf, parameters } = context;
  const endings = new EndingCurve(bearings.endings, parameters);
  const supports = bearings.supports
    .filter(({ statement }) => entails(statement.kind, kind))
    .map((item) => scored(item, decayOf(item, asOf, parameters) * remaining(item, endings), parameters));
  const lives = ({ item }: Scored): boolean =>
    item.hard && endings.since(item.day) < parameters.status.ending;
  const answeredBefore = supports
    .filter(lives)
    .reduce((newest, { item }) => Math.max(newest, item.day), -Infinity);
  const left = (item: Item): number => (item.day < answeredBefore ? parameters.answeredDenial : 1);
  const against = (item: Item): Scored =>
    scored(item, decayOf(item, asOf, parameters) * left(item), parameters);
  const denials = bearings.denials.filter(({ statement }) => entails(kind, statement.kind)).map(against);
  const singles = bearings.singles.map(against);
  const supportGroups = groupsOf(supports);
  const denialGroups = groupsOf([...denials, ...singles]);
  const hasLiveHard = answeredBefore > -Infinity;
  const unansweredDenial = denials.some(
    ({ item }) => item.statement.speaker !== null && item.day >= answeredBefore,
  );
  const sides = { supportGroups, denialGroups };
  const { terms, logOdds } = termsOf(sides, parameters);
  const { a, b } = parameters.calibration;
  const uncapped = sigmoid(a * logOdds + b);
  const caps = capsOf(uncapped, { supports, hasLiveHard, unansweredDenial, endings }, context);
  const sinceDay = heaviestDay(supports);
  return {
    kind,
    supports,
    denials,
    endings,
    isOpen: supports.length > 0 || denials.length > 0 || bearings.endsNamed,
    ...sides,
    support: poolOf(supportGroups, parameters),
    denial: poolOf(denialGroups, parameters),
    confidence: applied(uncapped, caps),
    timeless: timelessOf(supports, [...denials, ...singles], left, parameters),
    ended: endings.since(sinceDay),
    hasLiveHard,
    unansweredDenial,
    explanation: explanationOf(
      logOdds,
      caps,
      terms,
      explainEnding(endings, sinceDay, parameters),
      parameters,
    ),
  };
}

function explanationOf(
  logOdds: number,
  caps: readonly Cap[],
  terms: Explanation['terms'],
  ending: Explanation | null,
  { prior, calibration }: Parameters,
): Explanation {
  return { prior, logOdds, calibration, caps, terms, ending };
}

/** What later endings leave of a support: nothing of it is lost while an ending is less likely than not. */
function remaining({ day }: Item, endings: EndingCurve): number {
  return Math.min(1, 2 * (1 - endings.since(day)));
}

function poolOf(groups: readonly Group[], parameters: Parameters): number {
  return pooled(
    groups.map(({ value }) => value),
    parameters,
  );
}

function timelessOf(
  supports: readonly Scored[],
  denials: readonly Scored[],
  left: (item: Item) => number,
  parameters: Parameters,
): number {
  const { a, b } = parameters.calibration;
  const weight = ({ item }: Scored): number => item.weight;
  const undated = ({ item }: Scored): number => scored(item, left(item), parameters).value;
  const supported = pooled(largestByGroup(supports, weight), parameters);
  const denied = pooled(largestByGroup(denials, undated), parameters);
  return sigmoid(a * (logit(parameters.prior) + supported - parameters.denial * denied) + b);
}

/** The day of the support that weighs most by itself, the latest of equals; before all days without any. */
function heaviestDay(supports: readonly Scored[]): number {
  let weight = -Infinity;
  let day = -Infinity;
  for (const { item } of supports) {
    if (item.weight < weight || (item.weight === weight && item.day <= day)) continue;
    weight = item.weight;
    day = item.day;
  }
  return day;
}
