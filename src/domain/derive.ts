import type { Claim, PairQuestion } from './claim.ts';
import { evaluatePair } from './confidence/evaluate-pair.ts';
import type { Dossier } from './dossier.ts';
import { byCodeUnit } from './ids.ts';
import { familyOf, weakestKindOf, type Family } from './kinds.ts';
import type { EdtfDate } from './time.ts';
import type { DerivedRelationship } from './verdict.ts';

/**
 * The stored relationships among the pairs that a dossier names, one per pair and family, each folded from the
 * claims that name the pair as of the date of the latest of them. Retracted claims do not count; statements that
 * somebody is single and romances with others are left to answers, so that the cost does not grow with fame.
 */
export function deriveRelationships(dossier: Dossier): readonly DerivedRelationship[] {
  const byEdge = new Map<string, { readonly family: Family; readonly claims: Claim[] }>();
  for (const claim of dossier.claims) {
    const family = familyOf(claim.kind);
    if (family === null || claim.object === null || claim.retraction !== null) continue;
    const key = `${family} ${claim.subject} ${claim.object}`;
    const edge = byEdge.get(key);
    if (edge === undefined) byEdge.set(key, { family, claims: [claim] });
    else edge.claims.push(claim);
  }
  return [...byEdge.values()]
    .map(({ family, claims }) => derive(family, claims, dossier))
    .sort((x, y) => byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b) || byCodeUnit(x.family, y.family));
}

function derive(family: Family, claims: readonly Claim[], dossier: Dossier): DerivedRelationship {
  const [{ subject: a, object }] = claims as [Claim];
  const b = object as NonNullable<Claim['object']>;
  const evaluatedAt = claims.map((claim) => claim.assertedAt).reduce(latest);
  const question: PairQuestion = { a, b, kind: weakestKindOf(family), asOf: evaluatedAt, knownAt: null };
  const kin = dossier.claims.filter(
    (claim) =>
      (claim.kind === 'PARENT_OF' || claim.kind === 'SIBLINGS') &&
      [claim.subject, claim.object].includes(a) &&
      [claim.subject, claim.object].includes(b),
  );
  const own = family === 'ROMANCE' ? [...claims, ...kin] : claims;
  const verdict = evaluatePair(question, { ...dossier, claims: own });
  return {
    a,
    b,
    family,
    kind: verdict.kind,
    status: verdict.status,
    confidence: verdict.confidence,
    independentSources: verdict.independentSources,
    since: verdict.since,
    until: verdict.until,
    engineVersion: verdict.engineVersion,
    evaluatedAt,
  };
}

function latest(a: EdtfDate, b: EdtfDate): EdtfDate {
  return (a.lastDay - b.lastDay || byCodeUnit(b.text, a.text)) >= 0 ? a : b;
}
