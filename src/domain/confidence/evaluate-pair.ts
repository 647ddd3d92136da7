import type { Claim, Pair, PairQuestion } from '../claim.ts';
import { pairOf } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import type { ClaimId } from '../ids.ts';
import {
  familyOf,
  isSymmetric,
  kindsEntailing,
  type Family,
  type PairKind,
  type RelationshipStatus,
} from '../kinds.ts';
import type { EdtfDate } from '../time.ts';
import type { Verdict } from '../verdict.ts';
import { bearingsOf, countedClaims } from './bearings.ts';
import { foldKind, type Fold, type FoldContext } from './fold.ts';
import { explain } from './explanation.ts';
import { claimsOf, groupsOf, heavierFirst, ordered, type Group, type Scored } from './groups.ts';
import type { Item } from './items.ts';
import { ENGINE_VERSION, PARAMETERS, type Parameters } from './parameters.ts';
import { areKin, answerOf, statusOf } from './status.ts';

/**
 * What the claims in a dossier amount to for a question about two people. Pure, and the same to the bit in
 * whatever order the claims come. The dossier holds what the reader may see; what is about others, was recorded
 * later than `knownAt` or starts after `asOf` is left aside.
 */
export function evaluatePair(
  question: PairQuestion,
  dossier: Dossier,
  parameters: Parameters = PARAMETERS,
): Verdict {
  const claims = countedClaims(dossier, question);
  const kin = familyOf(question.kind) === 'ROMANCE' ? kinshipOf(question, claims, dossier, parameters) : null;
  const context: FoldContext = { asOf: question.asOf, kinship: kin?.confidence ?? null, parameters };
  const folds = foldsOf(question, claims, dossier, context);
  const fold = likeliestOf(folds);
  const status = statusOf(fold, context);
  const answer = answerOf(status, fold, context);
  if (status === 'NO_EVIDENCE') return { ...NOTHING, status, answer, kind: question.kind };
  const found = foundIn(folds, fold, status, context);
  const { ignorance } = parameters;
  const supports = ordered(fold.supports);
  const denials = ordered(fold.denials);
  const supportGroups = groupsOf(supports);
  return {
    status,
    answer,
    confidence: fold.confidence,
    ignorance: ignorance / (ignorance + fold.support + fold.denial),
    kind: found.kind,
    since: sinceOf(found, status === 'ENDED', context),
    until: status === 'ENDED' ? untilOf(fold) : null,
    independentSources: supportGroups.filter(isOrigin).length,
    supporting: claimsOf(supports),
    denying: denyingOf(fold, areKin(context) ? kin : null),
    lastHeard: lastHeardOf(
      supports,
      denials,
      fold.endings.items,
      areKin(context) ? (kin?.supports ?? []) : [],
    ),
    explanation: explain(fold, supportGroups, groupsOf(denials), parameters),
    engineVersion: ENGINE_VERSION,
  };
}

const NOTHING: Omit<Verdict, 'status' | 'answer' | 'kind'> = {
  confidence: null,
  ignorance: 1,
  since: null,
  until: null,
  independentSources: 0,
  supporting: [],
  denying: [],
  lastHeard: null,
  explanation: null,
  engineVersion: ENGINE_VERSION,
};

/** The kind asked for and every stronger one that anything supports, the weakest first. */
function foldsOf(
  question: PairQuestion,
  claims: readonly Claim[],
  dossier: Dossier,
  context: FoldContext,
): readonly Fold[] {
  const bearings = bearingsFor(question, question.kind, claims, dossier, context.parameters);
  return kindsEntailing(question.kind)
    .filter(
      (kind) => kind === question.kind || bearings.supports.some(({ statement }) => statement.kind === kind),
    )
    .map((kind) => foldKind(kind, bearings, context));
}

/** The likeliest; of equals the strongest kind. */
function likeliestOf(folds: readonly Fold[]): Fold {
  return folds.reduce((best, fold) => (fold.confidence >= best.confidence ? fold : best));
}

/**
 * The kind that an answer names. What counts for a stronger kind counts for the weaker ones too, so that these are a
 * shade likelier: of a marriage that is as sure as the romance, it is the marriage that was found. A denial answers
 * what was asked.
 */
function foundIn(
  folds: readonly Fold[],
  likeliest: Fold,
  status: RelationshipStatus,
  context: FoldContext,
): Fold {
  if (status === 'DENIED') return folds[0] as Fold;
  const isLikely = ({ confidence }: Fold): boolean => confidence >= context.parameters.status.likely;
  if (!isLikely(likeliest) && status !== 'ENDED') return likeliest;
  const asSure = folds.filter(
    (fold) => isLikely(fold) === isLikely(likeliest) && statusOf(fold, context) === status,
  );
  return asSure.at(-1) ?? likeliest;
}

function bearingsFor(
  { a, b, asOf, knownAt }: PairQuestion,
  kind: PairKind,
  claims: readonly Claim[],
  dossier: Dossier,
  parameters: Parameters,
): ReturnType<typeof bearingsOf> {
  const pair: Pair = isSymmetric(kind) ? pairOf(a, b) : { a, b };
  const scales = { dossier, time: { asOf, knownAt }, parameters };
  return bearingsOf(pair, familyOf(kind) as Family, claims, scales);
}

/** The likeliest way in which the two are close kin; null when nobody says so. */
function kinshipOf(
  question: PairQuestion,
  claims: readonly Claim[],
  dossier: Dossier,
  parameters: Parameters,
): Fold | null {
  if (!claims.some(({ kind }) => kind === 'SIBLINGS' || kind === 'PARENT_OF')) return null;
  const pair = pairOf(question.a, question.b);
  const asked: readonly PairQuestion[] = [
    { ...question, ...pair, kind: 'SIBLINGS' },
    { ...question, ...pair, kind: 'PARENT_OF' },
    { ...question, a: pair.b, b: pair.a, kind: 'PARENT_OF' },
  ];
  const context: FoldContext = { asOf: question.asOf, kinship: null, parameters };
  return asked
    .map((one) => foldKind(one.kind, bearingsFor(one, one.kind, claims, dossier, parameters), context))
    .filter((fold) => fold.isOpen)
    .reduce<Fold | null>(
      (best, fold) => (best === null || fold.confidence > best.confidence ? fold : best),
      null,
    );
}

/** False for pieces of evidence, and for what weighs nothing. */
function isOrigin({ members, value }: Group): boolean {
  return value > 0 && members[0]?.item.evidence === null;
}

function denyingOf(fold: Fold, kin: Fold | null): readonly ClaimId[] {
  const excluding = kin?.supports ?? [];
  return claimsOf(ordered([...fold.denials, ...fold.endings.items, ...excluding]));
}

/** When the heaviest support that says so, and still lives or is what has ended, dates the beginning. */
function sinceOf(fold: Fold, hasEnded: boolean, { parameters }: FoldContext): EdtfDate | null {
  const dated = fold.supports.filter(({ item }) => {
    if (beginningOf(item) === null) return false;
    return hasEnded || fold.endings.since(item.day) < parameters.status.ending;
  });
  const [heaviest] = dated.sort(byWeight);
  return heaviest === undefined ? null : beginningOf(heaviest.item);
}

function beginningOf({ statement: { claim } }: Item): EdtfDate | null {
  // The dates of a denied ending are those of the ending.
  return claim.stance === 'SUPPORTS' ? claim.validFrom : null;
}

/** When the heaviest ending that says so dates the end. */
function untilOf({ endings }: Fold): EdtfDate | null {
  const dated = endings.items.filter(
    ({ item }) => item.statement.side === 'ENDS' && item.statement.until !== null,
  );
  const [heaviest] = dated.sort(byWeight);
  return heaviest?.item.statement.until ?? null;
}

function byWeight(x: Scored, y: Scored): number {
  return y.item.weight - x.item.weight || y.item.day - x.item.day || heavierFirst(x, y);
}

/** The latest date on which an origin of anything that counts spoke; a rerun is no new word. */
export function lastHeardOf(...parts: readonly (readonly Scored[])[]): EdtfDate | null {
  let latest: EdtfDate | null = null;
  for (const part of parts) {
    for (const { item } of part) {
      if (latest === null || isLater(item.said, latest)) latest = item.said;
    }
  }
  return latest;
}

function isLater(a: EdtfDate, b: EdtfDate): boolean {
  return a.lastDay !== b.lastDay ? a.lastDay > b.lastDay : a.text > b.text;
}
