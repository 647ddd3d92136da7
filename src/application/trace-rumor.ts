import type { Claim } from '../domain/claim.ts';
import { speakerOf } from '../domain/first-party.ts';
import { byCodeUnit, type ClaimId, type DocumentId, type SourceId } from '../domain/ids.ts';
import { familyOf } from '../domain/kinds.ts';
import type { EdtfDate } from '../domain/time.ts';
import type { Asking } from './asking.ts';
import { askRelationship, type RelationshipQuestion } from './ask-relationship.ts';
import type {
  AmbiguousPersonModel,
  NoRumorModel,
  ProvenanceGraphModel,
  RelationshipAnswerModel,
  RumorModel,
  RumorOriginModel,
  UnknownPersonModel,
  WithheldModel,
} from './models.ts';
import { provenanceOf } from './provenance.ts';
import { speaksAboutPair } from './wording/statements.ts';

export type RumorOutcome =
  RumorModel | NoRumorModel | AmbiguousPersonModel | UnknownPersonModel | WithheldModel;

/** Where a rumor comes from, who passed it on and who denied it. */
export async function traceRumor(asking: Asking, asked: RelationshipQuestion): Promise<RumorOutcome> {
  const answer = await askRelationship(asking, asked);
  if (answer.type !== 'RelationshipAnswer') return answer;
  // A romance with somebody else counts against this one, and denies nothing.
  const people = [answer.question.a, answer.question.b];
  const denying = claimsById(answer, answer.verdict.denying).filter((claim) =>
    speaksAboutPair(claim, people, answer.question.kind),
  );
  const denials = listOf(answer, latestFirst(denying));
  if (answer.verdict.supporting.length === 0) return { type: 'NoRumor', answer, denials };
  return {
    type: 'Rumor',
    answer,
    denials,
    origins: originsOf(answer),
    firstPartyStatements: listOf(answer, firstPartyStatements(answer)),
    firstAppearance: firstAppearanceOf(answer),
  };
}

/** Who has it from whom, among the claims that support it. */
export function spreadOf(answer: RelationshipAnswerModel): ProvenanceGraphModel {
  return provenanceOf(claimsById(answer, answer.verdict.supporting), answer.dossier);
}

function listOf(answer: RelationshipAnswerModel, claims: readonly Claim[]): RumorModel['denials'] {
  return { ids: claims.map((claim) => claim.id), dossier: answer.dossier, reader: answer.reader };
}

function claimsById(answer: RelationshipAnswerModel, ids: readonly ClaimId[]): readonly Claim[] {
  const byId = new Map(answer.dossier.claims.map((claim) => [claim.id, claim]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function latestFirst(claims: readonly Claim[]): readonly Claim[] {
  return [...claims].sort((x, y) => y.assertedAt.lastDay - x.assertedAt.lastDay || byCodeUnit(x.id, y.id));
}

function originsOf(answer: RelationshipAnswerModel): readonly RumorOriginModel[] {
  const byRoot = new Map<SourceId, ClaimId[]>();
  for (const term of answer.verdict.explanation?.terms ?? []) {
    if (term.stance !== 'SUPPORTS' || term.source === null) continue;
    byRoot.set(term.source, [...(byRoot.get(term.source) ?? []), ...term.claims]);
  }
  return [...byRoot].flatMap(([id, ids]) => {
    const source = answer.dossier.sources.get(id);
    if (source === undefined) return [];
    const claims = claimsById(answer, ids);
    return [
      {
        source,
        firstSaid: earliest(claims.map((claim) => claim.assertedAt)),
        claims: listOf(answer, claims),
      },
    ];
  });
}

function earliest(dates: readonly EdtfDate[]): EdtfDate | null {
  return [...dates].sort((x, y) => x.firstDay - y.firstDay || byCodeUnit(x.text, y.text))[0] ?? null;
}

function firstPartyStatements(answer: RelationshipAnswerModel): readonly Claim[] {
  const { question, dossier } = answer;
  const own = dossier.claims.filter(
    (claim) =>
      [claim.subject, claim.object].includes(question.a) &&
      [claim.subject, claim.object].includes(question.b) &&
      familyOf(claim.kind) === familyOf(question.kind) &&
      claim.stance !== 'CONTEXT' &&
      speakerOf(claim, dossier) !== null,
  );
  return latestFirst(own);
}

/** The earliest dated document that says it, or that those who say it name as where they have it from. */
function firstAppearanceOf(answer: RelationshipAnswerModel): DocumentId | null {
  const ids = claimsById(answer, answer.verdict.supporting).flatMap((claim) => [
    claim.document,
    ...claim.attributedTo.flatMap((step) => step.document ?? []),
  ]);
  const dated = [...new Set(ids)].flatMap((id) => {
    const published = answer.dossier.documents.get(id)?.published;
    return published == null ? [] : [{ id, published }];
  });
  dated.sort((x, y) => x.published.firstDay - y.published.firstDay || byCodeUnit(x.id, y.id));
  return dated[0]?.id ?? null;
}
