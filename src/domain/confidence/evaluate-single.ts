import { pairOf, pairKey, type Claim, type Pair } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import { byCodeUnit, type PersonId } from '../ids.ts';
import { familyOf, type Answer, type RelationshipStatus } from '../kinds.ts';
import type { EdtfDate, Instant } from '../time.ts';
import type { SingleVerdict } from '../verdict.ts';
import { bearingsOf, countedClaims, singlesOf, type Bearings, type Scales } from './bearings.ts';
import { decayOf } from './decay.ts';
import { lastHeardOf } from './evaluate-pair.ts';
import { backingOf, foldKind, type Backing, type Fold, type FoldContext } from './fold.ts';
import { claimsOf, ordered, weightsOf, type Scored } from './groups.ts';
import { itemsOf } from './items.ts';
import { sigmoid } from './log-odds.ts';
import { ENGINE_VERSION, PARAMETERS, type Parameters } from './parameters.ts';
import { pooled } from './pool.ts';
import { statementsOf, type AskedTime } from './statements.ts';

/**
 * What the claims in a dossier amount to for the question whether somebody is single:
 * `p = σ(ν·(Pool(for) − Pool(against)) − S)`, S being the support of their strongest romance.
 */
export function evaluateSingle(
  person: PersonId,
  asOf: EdtfDate,
  knownAt: Instant | null,
  dossier: Dossier,
  parameters: Parameters = PARAMETERS,
): SingleVerdict {
  const time = { asOf, knownAt };
  const claims = countedClaims(dossier, time);
  const said = saidOf(person, claims, dossier, time, parameters);
  const romance = strongestRomance(person, claims, dossier, time, parameters);
  const isTaken = romance !== null && romance.confidence >= parameters.status.likely;
  if (said.length === 0 && !isTaken) return NOTHING;
  const single: Weighed = { ...weighed(said, parameters), romance: romance?.support ?? 0, isTaken };
  const confidence = confidenceOf(single, parameters);
  const status = statusOfSingle(single, confidence, parameters);
  const heard = single.support + single.denial + single.romance;
  return {
    status,
    answer: answerOfSingle(status, single, confidence, parameters),
    confidence,
    ignorance: parameters.ignorance / (parameters.ignorance + heard),
    claims: claimsOf(ordered([...said, ...(romance?.supports ?? [])])),
    lastHeard: lastHeardOf(said, romance?.supports ?? []),
    engineVersion: ENGINE_VERSION,
  };
}

const NOTHING: SingleVerdict = {
  status: 'NO_EVIDENCE',
  answer: 'UNKNOWN',
  confidence: null,
  ignorance: 1,
  claims: [],
  lastHeard: null,
  engineVersion: ENGINE_VERSION,
};

interface Weighed {
  readonly support: number;
  readonly denial: number;
  readonly romance: number;
  readonly isDenied: boolean;
  /** A romance of theirs is more likely than not. */
  readonly isTaken: boolean;
  readonly isFirstParty: boolean;
}

function weighed(said: readonly Scored[], parameters: Parameters): Omit<Weighed, 'romance' | 'isTaken'> {
  const supports = said.filter(({ item }) => item.statement.side === 'SUPPORTS');
  const denials = said.filter(({ item }) => item.statement.side === 'DENIES');
  const weigh = (some: readonly Scored[]): number =>
    pooled(weightsOf(some, Infinity, ({ value }) => value).now, parameters);
  return {
    support: weigh(supports),
    denial: weigh(denials),
    isDenied: denials.length > 0,
    isFirstParty: supports.some(({ item }) => item.statement.speaker !== null),
  };
}

function confidenceOf({ support, denial, romance, isFirstParty }: Weighed, parameters: Parameters): number {
  const { caps } = parameters;
  const most = isFirstParty ? caps.ceiling : caps.singleWithoutFirstParty;
  const uncapped = sigmoid(parameters.denial * (support - denial) - romance);
  return Math.max(caps.floor, Math.min(most, uncapped));
}

function statusOfSingle(
  { support, denial, romance, isDenied, isTaken, isFirstParty }: Weighed,
  confidence: number,
  { status }: Parameters,
): RelationshipStatus {
  if (isFirstParty && confidence >= status.yes) return 'CONFIRMED';
  if (confidence >= status.likely) return 'REPORTED';
  return isTaken || (isDenied && denial + romance > support) ? 'DENIED' : 'RUMORED';
}

function answerOfSingle(
  status: RelationshipStatus,
  { support, denial, romance }: Weighed,
  confidence: number,
  { status: bounds }: Parameters,
): Answer {
  if (status === 'CONFIRMED') return 'YES';
  if (status === 'DENIED') return confidence <= bounds.deniedForSure ? 'NO' : 'PROBABLY_NOT';
  if (status === 'REPORTED') return 'PROBABLY';
  return support + denial + romance < bounds.forgotten ? 'UNKNOWN' : 'UNCONFIRMED';
}

/** What was said about this person being single or not, scored. */
function saidOf(
  person: PersonId,
  claims: readonly Claim[],
  dossier: Dossier,
  { asOf }: AskedTime,
  parameters: Parameters,
): readonly Scored[] {
  const own = claims.filter(
    ({ kind, subject, stance }) => kind === 'SINGLE' && subject === person && stance !== 'ENDS',
  );
  const statements = statementsOf(own, dossier, asOf);
  const lasting: Parameters = { ...parameters, denialHalfLife: parameters.singleHalfLife };
  return itemsOf({ statements, parties: [person], dossier, parameters }).map((item) => {
    const decay = decayOf(item, asOf, lasting);
    return { item, decay, kept: decay, value: item.weight * decay };
  });
}

/** Of everybody whom this person is linked with, the romance with the most support; null without any support. */
function strongestRomance(
  person: PersonId,
  claims: readonly Claim[],
  dossier: Dossier,
  time: AskedTime,
  parameters: Parameters,
): Fold | null {
  const scales: Scales = { dossier, time, parameters };
  const context: FoldContext = { asOf: time.asOf, kinship: null, parameters };
  // The same for everybody whom they are linked with: weighed once, not once for each of them.
  const said = singlesOf(person, claims, scales);
  let best: { readonly bearings: Bearings; readonly backing: Backing } | null = null;
  for (const { pair, claims: own } of couplesOf(person, claims)) {
    const bearings = bearingsOf(pair, 'ROMANCE', own, scales, said);
    const backing = backingOf('DATING', bearings, context);
    const isBetter = best === null || backing.support > best.backing.support;
    if (backing.supports.length > 0 && isBetter) best = { bearings, backing };
  }
  return best === null ? null : foldKind('DATING', best.bearings, context, best.backing);
}

interface Couple {
  readonly pair: Pair;
  /** Their romance. */
  readonly claims: Claim[];
}

/** Somebody with everybody whom they are said to have had a romance with, in the order of the pairs. */
function couplesOf(person: PersonId, claims: readonly Claim[]): readonly Couple[] {
  const couples = new Map<string, Couple>();
  for (const claim of claims) {
    const { subject, object } = claim;
    if (object === null || (subject !== person && object !== person)) continue;
    if (familyOf(claim.kind) !== 'ROMANCE') continue;
    const pair = pairOf(subject, object);
    const key = pairKey(pair);
    const known = couples.get(key);
    if (known === undefined) couples.set(key, { pair, claims: [claim] });
    else known.claims.push(claim);
  }
  return [...couples].sort(([x], [y]) => byCodeUnit(x, y)).map(([, couple]) => couple);
}
