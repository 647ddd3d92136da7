import { pairKey, pairOf, type Claim, type PairQuestion } from './claim.ts';
import { evaluatePair } from './confidence/evaluate-pair.ts';
import { ENGINE_VERSION } from './confidence/parameters.ts';
import type { Dossier } from './dossier.ts';
import { byCodeUnit, type PersonId } from './ids.ts';
import { familyOf, weakestKindOf, type Family } from './kinds.ts';
import type { EdtfDate } from './time.ts';
import type { DerivedRelationship } from './verdict.ts';

/** The claims that one stored relationship is folded from. */
interface Edge {
  readonly family: Family;
  /** In the order in which its kind stores them: for PARENT_OF the parent first. */
  readonly a: PersonId;
  readonly b: PersonId;
  readonly claims: Claim[];
}

/**
 * The stored relationships among the pairs that a dossier names, one per pair and family, each folded from the
 * claims that name the pair, as of the date of the latest of them. Retracted claims do not count. Statements that
 * somebody is single and romances with others are left to answers, so that the cost does not grow with fame.
 */
export function deriveRelationships(dossier: Dossier): readonly DerivedRelationship[] {
  const edges = edgesOf(dossier);
  const kin = new Map<string, Claim[]>();
  for (const { family, a, b, claims } of edges) {
    if (family !== 'SIBLINGS' && family !== 'PARENT_OF') continue;
    const key = pairKey(pairOf(a, b));
    kin.set(key, [...(kin.get(key) ?? []), ...claims]);
  }
  return edges
    .flatMap((edge) => derive(edge, kin.get(pairKey(pairOf(edge.a, edge.b))) ?? [], dossier))
    .sort((x, y) => byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b) || byCodeUnit(x.family, y.family));
}

function edgesOf(dossier: Dossier): readonly Edge[] {
  const byKey = new Map<string, Edge>();
  for (const claim of dossier.claims) {
    const { subject: a, object: b, kind, stance, retraction } = claim;
    const family = familyOf(kind);
    if (family === null || b === null || retraction !== null || stance === 'CONTEXT') continue;
    const key = `${family} ${a} ${b}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { family, a, b, claims: [claim] });
    else known.claims.push(claim);
  }
  return [...byKey.values()];
}

function derive(
  { family, a, b, claims }: Edge,
  kin: readonly Claim[],
  dossier: Dossier,
): readonly DerivedRelationship[] {
  const evaluatedAt = claims.map(({ assertedAt }) => assertedAt).reduce(latest);
  const question: PairQuestion = { a, b, kind: weakestKindOf(family), asOf: evaluatedAt, knownAt: null };
  const verdict = evaluatePair(question, {
    ...dossier,
    claims: family === 'ROMANCE' ? [...claims, ...kin] : claims,
  });
  // Nothing that counts was said: no edge, rather than one that says nothing.
  if (verdict.status === 'NO_EVIDENCE') return [];
  const { kind, status, confidence, independentSources, since, until, engineVersion } = verdict;
  return [
    { a, b, family, kind, status, confidence, independentSources, since, until, engineVersion, evaluatedAt },
  ];
}

function latest(a: EdtfDate, b: EdtfDate): EdtfDate {
  return (b.lastDay - a.lastDay || byCodeUnit(b.text, a.text)) > 0 ? b : a;
}

/** What is left of a pair and family whose claims were all taken back: who it was about, and its last date. */
export type RetractedEdge = Pick<DerivedRelationship, 'a' | 'b' | 'family' | 'evaluatedAt'>;

/**
 * The stored relationships of one pair: what its claims give, and for what was all taken back one that says
 * nothing, so that who asks what was known before finds the pair.
 */
export function storedRelationships(
  dossier: Dossier,
  retracted: readonly RetractedEdge[],
): readonly DerivedRelationship[] {
  const live = dossier.claims.length === 0 ? [] : deriveRelationships(dossier);
  return [...live, ...retracted.map(saysNothing)];
}

function saysNothing({ a, b, family, evaluatedAt }: RetractedEdge): DerivedRelationship {
  return {
    a,
    b,
    family,
    kind: weakestKindOf(family),
    status: 'NO_EVIDENCE',
    confidence: null,
    independentSources: 0,
    since: null,
    until: null,
    engineVersion: ENGINE_VERSION,
    evaluatedAt,
  };
}

/** Whether two lists hold the same relationships to the bit, in whatever order. */
export function sameRelationships(
  x: readonly DerivedRelationship[],
  y: readonly DerivedRelationship[],
): boolean {
  return textOf(x) === textOf(y);
}

function textOf(edges: readonly DerivedRelationship[]): string {
  return edges
    .map((edge) =>
      JSON.stringify([
        edge.a,
        edge.b,
        edge.family,
        edge.kind,
        edge.status,
        edge.confidence,
        edge.independentSources,
        edge.since?.text,
        edge.until?.text,
        edge.engineVersion,
        edge.evaluatedAt.text,
      ]),
    )
    .sort()
    .join('\n');
}
