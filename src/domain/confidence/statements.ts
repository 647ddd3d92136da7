import { firstDayOf, type Claim } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import type { Document, Source } from '../entities.ts';
import { HearsayError } from '../errors.ts';
import { speakerOf } from '../first-party.ts';
import type { PersonId } from '../ids.ts';
import { familyOf, ROMANCE_KINDS, type Family, type PairKind, type RomanceKind } from '../kinds.ts';
import { middleDay, type EdtfDate, type Instant } from '../time.ts';

/** What a statement does for the relationship that it is about. */
export type Side = 'SUPPORTS' | 'DENIES' | 'ENDS';

/** A claim as it bears on a question: endings in all their forms are one thing, denied endings are supports. */
export interface Statement {
  readonly claim: Claim;
  readonly document: Document;
  readonly publisher: Source;
  readonly side: Side;
  readonly kind: PairKind | 'SINGLE';
  /** Who says it themselves, if anybody whom it is about does. */
  readonly speaker: PersonId | null;
  /** When it was vouched for; of an ending, when it ended. */
  readonly date: EdtfDate;
  /** When the relationship is said to have ended, if that is stated. */
  readonly until: EdtfDate | null;
}

/** For when a question is asked. */
export interface AskedTime {
  readonly asOf: EdtfDate;
  readonly knownAt: Instant | null;
}

/** True when a claim had been recorded, had started and had not been taken back at the times asked for. */
export function counts(claim: Claim, { asOf, knownAt }: AskedTime): boolean {
  if (claim.stance === 'CONTEXT' || firstDayOf(claim) > asOf.lastDay) return false;
  if (knownAt === null) return claim.retraction === null;
  return claim.recordedAt <= knownAt && !(claim.retraction !== null && claim.retraction.at <= knownAt);
}

/**
 * What claims that count state: of each one statement, or two for a support whose `validTo` has passed, which is
 * an ending from then on. None of a claim that only says when something later will have ended.
 */
export function statementsOf(
  claims: readonly Claim[],
  dossier: Dossier,
  asOf: EdtfDate,
): readonly Statement[] {
  const statements: Statement[] = [];
  for (const claim of claims) {
    const document = present(dossier.documents.get(claim.document), claim.document);
    if (document.citesHearsay) continue;
    const statement = statementOf(claim, document, dossier);
    if (statement.side === 'ENDS' && statement.date.firstDay > asOf.lastDay) continue;
    statements.push(statement);
    const { side, until } = statement;
    if (side !== 'SUPPORTS' || until === null || until.lastDay >= asOf.lastDay || !canEnd(statement.kind))
      continue;
    statements.push({ ...statement, side: 'ENDS', date: until });
  }
  return statements;
}

/** False for kinship, which neither ends nor fades, and for being single, which is not a relationship. */
export function canEnd(kind: PairKind | 'SINGLE'): boolean {
  return kind !== 'PARENT_OF' && kind !== 'SIBLINGS' && kind !== 'SINGLE';
}

function statementOf(claim: Claim, document: Document, dossier: Dossier): Statement {
  const publisher = present(dossier.sources.get(document.source), document.source);
  const speaker = publisher.person === null && claim.onRecord === null ? null : speakerOf(claim, dossier);
  const { side, kind, date, until } = meaningOf(claim);
  return { claim, document, publisher, side, kind, speaker, date, until };
}

function meaningOf(claim: Claim): Pick<Statement, 'side' | 'kind' | 'date' | 'until'> {
  const { kind, stance, assertedAt, validTo } = claim;
  if (kind === 'SPLIT' || kind === 'DIVORCED') {
    const romance = kind === 'SPLIT' ? 'DATING' : 'MARRIED';
    // Who denies an ending says that it holds on the day of speaking; the dates belong to the ending denied.
    if (stance === 'DENIES') return { side: 'SUPPORTS', kind: romance, date: assertedAt, until: null };
    return { side: 'ENDS', kind: romance, date: validTo ?? assertedAt, until: validTo };
  }
  if (stance === 'ENDS') return { side: 'ENDS', kind, date: validTo ?? assertedAt, until: validTo };
  const side = stance === 'DENIES' ? 'DENIES' : 'SUPPORTS';
  return { side, kind, date: vouchedOf(claim), until: validTo };
}

/**
 * The later of start and assertion, but not after the stated end. A start that may lie before the assertion does not
 * count as later: "since 2024", said in March, vouches for March.
 */
function vouchedOf({ validFrom: start, validTo: end, assertedAt }: Claim): EdtfDate {
  const startsLater =
    start !== null && start.firstDay > assertedAt.firstDay && laterOf(start, assertedAt) === start;
  const vouched = startsLater ? start : assertedAt;
  return end === null ? vouched : earlierOf(vouched, end);
}

/** The earlier of two dates by their middle; of two that share it, the one that is first as text. */
export function earlierOf(a: EdtfDate, b: EdtfDate): EdtfDate {
  return (middleDay(a) - middleDay(b) || (a.text <= b.text ? -1 : 1)) < 0 ? a : b;
}

/** The later of two dates by their middle; of two that share it, the one that is last as text. */
function laterOf(a: EdtfDate, b: EdtfDate): EdtfDate {
  return earlierOf(a, b) === a ? b : a;
}

/** True when supporting `said` supports `asked` too: the same kind, or a stronger romance. */
export function entails(said: PairKind | 'SINGLE', asked: PairKind | 'SINGLE'): boolean {
  return said === asked || (rank(asked) >= 0 && rank(said) >= rank(asked));
}

function rank(kind: PairKind | 'SINGLE'): number {
  return ROMANCE_KINDS.indexOf(kind as RomanceKind);
}

/** The claims that count about two people and one family; of PARENT_OF those that make `a` the parent. */
export function isAbout(claim: Claim, a: PersonId, b: PersonId, family: Family): boolean {
  if (familyOf(claim.kind) !== family) return false;
  const inOrder = claim.subject === a && claim.object === b;
  return inOrder || (family !== 'PARENT_OF' && claim.subject === b && claim.object === a);
}

/** What a dossier must hold. Throws INTERNAL when it does not. */
export function present<T>(value: T | undefined, id: string): T {
  if (value !== undefined) return value;
  throw new HearsayError('INTERNAL', `Expected the dossier to hold ${id}, but got none`);
}
