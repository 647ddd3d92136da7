import type { Claim, Pair } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import type { ClaimId, PersonId } from '../ids.ts';
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
  readonly endings: readonly Item[];
  /** True when an ending names the pair; one that does not opens no question. */
  readonly endsNamed: boolean;
}

/** The claims that counted at a time, each once. */
export function countedClaims(dossier: Dossier, time: AskedTime): readonly Claim[] {
  const seen = new Set<ClaimId>();
  return dossier.claims.filter((claim) => {
    if (!counts(claim, time) || seen.has(claim.id)) return false;
    seen.add(claim.id);
    return true;
  });
}

/** What these claims bring to a pair and family. `claims` may hold any others too. */
export function bearingsOf(
  { a, b }: Pair,
  family: Family,
  claims: readonly Claim[],
  dossier: Dossier,
  time: AskedTime,
  parameters: Parameters,
): Bearings {
  const weigh = (some: readonly Claim[], parties: readonly PersonId[]): readonly Item[] =>
    itemsOf({
      statements: statementsOf(some, dossier, time.asOf),
      parties,
      dossier,
      parameters,
    });
  const own = weigh(
    claims.filter((claim) => isAbout(claim, a, b, family)),
    [a, b],
  );
  const supports = own.filter(({ statement }) => statement.side === 'SUPPORTS');
  const denials = own.filter(({ statement }) => statement.side === 'DENIES');
  const endings = own.filter(({ statement }) => statement.side === 'ENDS' && canEnd(statement.kind));
  const explicit: Bearings = { supports, denials, singles: [], endings, endsNamed: endings.length > 0 };
  if (family !== 'ROMANCE') return withEndings(explicit, []);
  const said = [a, b].flatMap((person) =>
    weigh(
      claims.filter((claim) => isSingle(claim, person)),
      [person],
    ),
  );
  const unnamed = [
    ...said.map((item) => ({ item, over: false })),
    ...elsewhere({ a, b }, claims, weigh, parameters),
  ];
  return withEndings(
    explicit,
    unnamed.map(({ item, over }) => ({ item: { ...item, oneSided: true }, over })),
  );
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
function elsewhere(
  { a, b }: Pair,
  claims: readonly Claim[],
  weigh: (claims: readonly Claim[], parties: readonly PersonId[]) => readonly Item[],
  parameters: Parameters,
): readonly Unnamed[] {
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
    const items = weigh(couple, object === null ? [subject] : [subject, object]);
    const endings = items.filter(({ statement }) => statement.side === 'ENDS');
    const curve = new EndingCurve(endings, parameters);
    return items
      .filter((item) => item.hard)
      .map((item) => ({ item, over: curve.since(item.day) >= parameters.status.ending }));
  });
}

/**
 * Tells denials from endings: who was vouched for as a couple and says "single" later, or takes back what they had
 * confirmed, or is vouched for with somebody else, does not deny that it was, but says that it is over. Relays of
 * such words go the way of the words. A romance with somebody else that is over itself denies nothing any more.
 */
function withEndings(explicit: Bearings, unnamed: readonly Unnamed[]): Bearings {
  const hard = explicit.supports.filter((item) => item.hard);
  const isEnding = ({ item }: Unnamed): boolean =>
    (isElsewhere(item) || item.root === item.statement.claim.subject) &&
    hard.some((support) => support.day < item.day);
  const takesBack = ({ root, statement, day }: Item): boolean =>
    canEnd(statement.kind) &&
    hard.some(
      (support) =>
        support.statement.speaker === root &&
        support.day < day &&
        entails(support.statement.kind, statement.kind),
    );
  const named = [...explicit.endings, ...explicit.denials.filter(takesBack)];
  return {
    ...explicit,
    endsNamed: named.length > 0,
    denials: explicit.denials.filter((item) => !takesBack(item)),
    singles: unnamed.filter((one) => !one.over && !isEnding(one)).map(({ item }) => item),
    endings: [...named, ...unnamed.filter(isEnding).map(({ item }) => item)],
  };
}

/** True for what vouches for a romance with somebody else, as opposed to a statement that somebody is single. */
function isElsewhere({ statement }: Item): boolean {
  return statement.kind !== 'SINGLE' && statement.side === 'SUPPORTS';
}
