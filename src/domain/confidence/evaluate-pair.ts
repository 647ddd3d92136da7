import type { PairQuestion } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import type { ClaimId } from '../ids.ts';
import { familyOf, kindsEntailing, type Family, type PairKind } from '../kinds.ts';
import type { EdtfDate } from '../time.ts';
import type { Verdict } from '../verdict.ts';
import { evidenceFor, type PairEvidence } from './evidence-for.ts';
import { foldKind, isOpen, type Fold } from './fold.ts';
import { groupsOf } from './groups.ts';
import { ENGINE_VERSION, PARAMETERS, type Parameters } from './parameters.ts';
import { answerOf, statusOf } from './status.ts';
import { later, type Testimony } from './testimony.ts';

/**
 * What the claims in a dossier amount to for a question. Pure; the order of the claims does not matter, to the bit.
 * The dossier has been cut to what the reader may see; claims about others than this pair are left aside.
 */
export function evaluatePair(
  question: PairQuestion,
  dossier: Dossier,
  parameters: Parameters = PARAMETERS,
): Verdict {
  const family = familyOf(question.kind) as Family;
  const evidence = evidenceFor(question, family, dossier, parameters);
  const kinship = family === 'ROMANCE' ? kinshipOf(question, dossier, parameters) : 0;
  const fold = strongest(question, evidence, kinship, parameters);
  const status = statusOf(fold, kinship);
  const heard = [...fold.supports, ...fold.denials, ...fold.endings.all];
  const nothing = status === 'NO_EVIDENCE';
  return {
    status,
    answer: answerOf(status, fold),
    confidence: nothing ? null : fold.probability,
    ignorance: nothing ? 1 : 2 / (2 + fold.support + fold.denial),
    kind: fold.kind,
    since: nothing ? null : sinceOf(fold),
    until: status === 'ENDED' ? untilOf(fold) : null,
    independentSources: fold.supportGroups.filter((group) => group.source !== null).length,
    supporting: fold.supportGroups.flatMap((group) => group.claims).filter(firstOnly),
    denying: nothing ? [] : denyingOf(fold),
    lastHeard: heard.reduce<EdtfDate | null>(
      (latest, t) => (latest === null ? t.vouched : later(latest, t.vouched)),
      null,
    ),
    explanation: nothing ? null : fold.explanation,
    engineVersion: ENGINE_VERSION,
  };
}

/** The kind asked for or the stronger one with the largest probability; of equals the strongest that is supported. */
function strongest(
  question: PairQuestion,
  evidence: PairEvidence,
  kinship: number,
  parameters: Parameters,
): Fold {
  const [asked, ...higher] = kindsEntailing(question.kind).map((kind) =>
    foldKind(kind, question, evidence, kinship, parameters),
  );
  return higher
    .filter((fold) => fold.supports.length > 0)
    .reduce(
      (best, fold) => (!isOpen(best) || fold.probability >= best.probability ? fold : best),
      asked as Fold,
    );
}

/** The probability that the two are close kin, 0 when nobody says so. */
function kinshipOf(question: PairQuestion, dossier: Dossier, parameters: Parameters): number {
  const { a, b } = question;
  const directions: readonly (readonly [PairKind, PairQuestion])[] = [
    ['SIBLINGS', { ...question, kind: 'SIBLINGS' }],
    ['PARENT_OF', { ...question, kind: 'PARENT_OF' }],
    ['PARENT_OF', { ...question, a: b, b: a, kind: 'PARENT_OF' }],
  ];
  const said = dossier.claims.some((claim) => claim.kind === 'SIBLINGS' || claim.kind === 'PARENT_OF');
  if (!said) return 0;
  const probabilities = directions.map(([kind, asked]) => {
    const fold = foldKind(
      kind,
      asked,
      evidenceFor(asked, kind as Family, dossier, parameters),
      0,
      parameters,
    );
    return isOpen(fold) ? fold.probability : 0;
  });
  return Math.max(...probabilities);
}

function denyingOf(fold: Fold): readonly ClaimId[] {
  const endings = groupsOf(fold.endings.all, () => 1);
  return [...fold.denialGroups, ...endings].flatMap((group) => group.claims).filter(firstOnly);
}

function firstOnly<T>(item: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(item) === index;
}

function heaviest(testimonies: readonly Testimony[]): Testimony | null {
  return testimonies.reduce<Testimony | null>(
    (best, t) => (best === null || t.weight > best.weight ? t : best),
    null,
  );
}

/** When the heaviest live support that says so dates the beginning. */
function sinceOf(fold: Fold): EdtfDate | null {
  const stated = fold.supports.filter((t) => t.start !== t.vouched && fold.endings.probabilityAfter(t) < 0.5);
  return heaviest(stated)?.start ?? null;
}

/** When the heaviest ending that says so dates the end. */
function untilOf(fold: Fold): EdtfDate | null {
  const stated = fold.endings.all.filter((t) => t.reading.as === 'ENDS' && t.reading.at !== null);
  return heaviest(stated)?.endsAt ?? null;
}
