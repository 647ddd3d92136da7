import type { Claim, PairQuestion } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import { byCodeUnit, type PersonId } from '../ids.ts';
import { familyOf, isSymmetric, type Family } from '../kinds.ts';
import { middleDay } from '../time.ts';
import type { Parameters } from './parameters.ts';
import { readingsOf } from './readings.ts';
import { testimonies, type ReadClaim, type Testimony } from './testimony.ts';

/** Everything in a dossier that bears on one pair and family, read and weighed once for all kinds of it. */
export interface PairEvidence {
  readonly supports: readonly Testimony[];
  readonly denials: readonly Testimony[];
  /** Statements that one of the two is single: they deny, but open no question. */
  readonly singles: readonly Testimony[];
  readonly endings: readonly Testimony[];
}

/** True when a claim was on record, and spoke, at the time that a question is about. */
export function counts(
  claim: Claim,
  question: Pick<PairQuestion, 'asOf' | 'knownAt'>,
  dossier: Dossier,
): boolean {
  if (claim.stance === 'CONTEXT') return false;
  const { knownAt, asOf } = question;
  if (knownAt !== null && claim.recordedAt > knownAt) return false;
  if (claim.retraction !== null && (knownAt === null || claim.retraction.at <= knownAt)) return false;
  if ((claim.validFrom ?? claim.assertedAt).firstDay > asOf.lastDay) return false;
  // What cites Hearsay cannot be a witness for it.
  return dossier.documents.get(claim.document)?.citesHearsay !== true;
}

/** Reads and weighs what bears on a question's pair within a family. */
export function evidenceFor(
  question: PairQuestion,
  family: Family,
  dossier: Dossier,
  parameters: Parameters,
): PairEvidence {
  const claims = dossier.claims
    .filter((claim) => counts(claim, question, dossier))
    .sort((x, y) => byCodeUnit(x.id, y.id));
  const named = claims.filter((claim) => familyOf(claim.kind) === family && namesPair(claim, question));
  const read = named.flatMap((claim) =>
    readingsOf(claim, question.asOf).map((reading) => ({ claim, reading })),
  );
  const weigh = (as: ReadClaim['reading']['as']) =>
    testimonies(
      read.filter((item) => item.reading.as === as),
      dossier,
      parameters,
    );
  const [supports, denials, stated] = [weigh('SUPPORTS'), weigh('DENIES'), weigh('ENDS')];
  if (family !== 'ROMANCE') return { supports, denials, singles: [], endings: stated };
  const singles = singlesOf([question.a, question.b], claims, dossier, parameters);
  const implied = impliedEndings(question, claims, { supports, denials, singles }, dossier, parameters);
  return { supports, denials, singles, endings: [...stated, ...implied] };
}

function namesPair(claim: Claim, { a, b }: PairQuestion): boolean {
  if (claim.subject === a && claim.object === b) return true;
  return isSymmetric(claim.kind) && claim.subject === b && claim.object === a;
}

/** Statements that any of these people is single. */
export function singlesOf(
  people: readonly PersonId[],
  claims: readonly Claim[],
  dossier: Dossier,
  parameters: Parameters,
  stance: Claim['stance'] = 'SUPPORTS',
): readonly Testimony[] {
  // Where one account comes from is asked for each person apart; the same root still counts once in a pool.
  return people.flatMap((person) =>
    testimonies(
      claims
        .filter((claim) => claim.kind === 'SINGLE' && claim.subject === person && claim.stance === stance)
        .map((claim) => ({ claim, reading: { as: 'SINGLE' } as const })),
      dossier,
      parameters,
    ),
  );
}

/**
 * What ends a romance without saying so: somebody concerned says "single" after it was vouched for, or denies what
 * they had confirmed, or is vouched for with somebody else.
 */
function impliedEndings(
  question: PairQuestion,
  claims: readonly Claim[],
  known: Omit<PairEvidence, 'endings'>,
  dossier: Dossier,
  parameters: Parameters,
): readonly Testimony[] {
  const hard = known.supports.filter((support) => support.hard);
  if (hard.length === 0) return [];
  const since = Math.min(...hard.map((support) => middleDay(support.vouched)));
  const share = (testimony: Testimony): Testimony => ({
    ...testimony,
    weight: testimony.weight * parameters.singleShare,
  });
  const single = known.singles.filter(
    (testimony) =>
      testimony.speaker !== null && testimony.evidence === null && middleDay(testimony.vouched) >= since,
  );
  const takenBack = known.denials.filter(
    (denial) =>
      denial.speaker !== null &&
      hard.some((s) => s.speaker === denial.speaker && middleDay(s.vouched) <= middleDay(denial.vouched)),
  );
  const others = othersOf(question, claims, dossier, parameters).filter(
    (testimony) => testimony.hard && middleDay(testimony.start) >= since,
  );
  return [
    ...single.map(share),
    ...takenBack,
    ...others.map((testimony) => ({ ...share(testimony), endsAt: testimony.start })),
  ];
}

/** Romances of either with somebody else, pair by pair. */
function othersOf(
  question: PairQuestion,
  claims: readonly Claim[],
  dossier: Dossier,
  parameters: Parameters,
): readonly Testimony[] {
  const pairs = new Map<string, ReadClaim[]>();
  for (const claim of claims) {
    if (familyOf(claim.kind) !== 'ROMANCE' || claim.object === null) continue;
    const concerned = [claim.subject, claim.object].filter((id) => id === question.a || id === question.b);
    if (concerned.length !== 1) continue;
    const key = `${claim.subject} ${claim.object}`;
    const read = readingsOf(claim, question.asOf).filter((reading) => reading.as === 'SUPPORTS');
    pairs.set(key, [...(pairs.get(key) ?? []), ...read.map((reading) => ({ claim, reading }))]);
  }
  return [...pairs.values()].flatMap((read) => testimonies(read, dossier, parameters));
}
