import type { Claim, Pair } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import type { PersonId } from '../ids.ts';
import { familyOf, type Family } from '../kinds.ts';
import { EndingCurve } from './endings.ts';
import { itemsOf, type Item } from './items.ts';
import type { Parameters } from './parameters.ts';
import { canEnd, counts, entails, isAbout, statementsOf, type AskedTime } from './statements.ts';

/** What bears on one pair and family, weighed once for all kinds of the family. */
export interface Bearings {
  readonly supports: readonly Item[];
  /** Denials that name the pair. */
  readonly denials: readonly Item[];
  /** Denials that name one of the two only: that they are single, or vouched for with somebody else. */
  readonly singles: readonly Item[];
  readonly endings: EndingCurve;
  /** True when an ending names the pair; one that does not opens no question. */
  readonly endsNamed: boolean;
}

/** What was said of a pair in so many words, before denials and endings are told apart. */
interface Named {
  readonly supports: readonly Item[];
  readonly denials: readonly Item[];
  readonly endings: readonly Item[];
}

/** The claims that counted at a time. */
export function countedClaims(dossier: Dossier, time: AskedTime): readonly Claim[] {
  return dossier.claims.filter((claim) => counts(claim, time));
}

/** What claims are weighed with, and for when. */
export interface Scales {
  readonly dossier: Dossier;
  readonly time: AskedTime;
  readonly parameters: Parameters;
}

/**
 * What these claims bring to a pair and family. `claims` may hold any others too. `said` is what says that either of
 * the two is single, if that has been weighed already.
 */
export function bearingsOf(
  { a, b }: Pair,
  family: Family,
  claims: readonly Claim[],
  scales: Scales,
  said?: readonly Item[],
): Bearings {
  const { parameters } = scales;
  const about = claims.filter((claim) => isAbout(claim, a, b, family));
  const own = weigh(about, [a, b], scales);
  const supports = own.filter(({ statement }) => statement.side === 'SUPPORTS');
  const denials = own.filter(({ statement }) => statement.side === 'DENIES');
  const endings = own.filter(({ statement }) => statement.side === 'ENDS' && canEnd(statement.kind));
  const named: Named = { supports, denials, endings };
  if (family !== 'ROMANCE') return toldApart(named, [], parameters);
  const single = said ?? [...singlesOf(a, claims, scales), ...singlesOf(b, claims, scales)];
  const unnamed = single.map((item) => ({ item, over: false }));
  return toldApart(named, [...unnamed, ...elsewhere({ a, b }, claims, scales)], parameters);
}

function weigh(
  claims: readonly Claim[],
  parties: readonly PersonId[],
  { dossier, time, parameters }: Scales,
): readonly Item[] {
  return itemsOf({ statements: statementsOf(claims, dossier, time.asOf), parties, dossier, parameters });
}

/** What says of somebody that they are single, which bears on each of their romances alike. */
export function singlesOf(person: PersonId, claims: readonly Claim[], scales: Scales): readonly Item[] {
  const said = claims.filter((claim) => isSingle(claim, person));
  return weigh(said, [person], scales).map(oneSided);
}

function oneSided(item: Item): Item {
  return { ...item, oneSided: true };
}

function isSingle(claim: Claim, person: PersonId): boolean {
  return claim.kind === 'SINGLE' && claim.stance === 'SUPPORTS' && claim.subject === person;
}

/** Something that names one of the two only, and whether it is over itself. */
interface Unnamed {
  readonly item: Item;
  readonly over: boolean;
}

/** Romances of either with somebody else that somebody concerned vouched for. */
function elsewhere({ a, b }: Pair, claims: readonly Claim[], scales: Scales): readonly Unnamed[] {
  const byCouple = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { subject, object } = claim;
    if (object === null || familyOf(claim.kind) !== 'ROMANCE') continue;
    if ((subject === a || subject === b) === (object === a || object === b)) continue;
    const key = `${subject} ${object}`;
    const known = byCouple.get(key);
    if (known === undefined) byCouple.set(key, [claim]);
    else known.push(claim);
  }
  return [...byCouple.values()].flatMap((couple) => {
    const { subject, object } = couple[0] as Claim;
    const items = weigh(couple, object === null ? [subject] : [subject, object], scales);
    const hard = items.filter((item) => item.hard);
    if (hard.length === 0) return [];
    const endings = items.filter(({ statement }) => statement.side === 'ENDS');
    const curve = new EndingCurve(endings, scales.parameters);
    const { ending } = scales.parameters.status;
    return hard.map((item) => ({ item: oneSided(item), over: curve.since(item.day) >= ending }));
  });
}

/**
 * Tells denials from endings: who was vouched for as a couple and says "single" later, or takes back what they had
 * confirmed, or is vouched for with somebody else, does not deny that it was, but says that it is over. Relays of
 * such words go the way of the words. A romance with somebody else that is over itself denies nothing any more.
 */
function toldApart(
  { supports, denials, endings }: Named,
  unnamed: readonly Unnamed[],
  parameters: Parameters,
): Bearings {
  const hard = supports.filter((item) => item.hard);
  const vouchedFrom = hard.reduce((earliest, { day }) => Math.min(earliest, day), Infinity);
  const isEnding = ({ item }: Unnamed): boolean =>
    vouchedFrom < item.day && (isElsewhere(item) || item.root === item.statement.claim.subject);
  const takesBack = ({ root, statement, day }: Item): boolean =>
    canEnd(statement.kind) &&
    hard.some(
      (support) =>
        support.statement.speaker === root &&
        support.day < day &&
        entails(support.statement.kind, statement.kind),
    );
  const named = [...endings, ...denials.filter(takesBack)];
  const implied = unnamed.filter(isEnding).map(({ item }) => item);
  return {
    supports,
    denials: denials.filter((item) => !takesBack(item)),
    singles: unnamed.filter((one) => !one.over && !isEnding(one)).map(({ item }) => item),
    endings: new EndingCurve([...named, ...implied], parameters),
    endsNamed: named.length > 0,
  };
}

/** True for what vouches for a romance with somebody else, as opposed to a statement that somebody is single. */
function isElsewhere({ statement }: Item): boolean {
  return statement.kind !== 'SINGLE' && statement.side === 'SUPPORTS';
}
