import type { Claim, Mention, OnRecord, Outcome, Retraction, RetractionReason } from '../../domain/claim.ts';
import type { RetractedEdge } from '../../domain/derive.ts';
import type { ClaimId, DocumentId, PersonId, SourceId } from '../../domain/ids.ts';
import type {
  ClaimKind,
  Family,
  Modality,
  PairKind,
  RelationshipStatus,
  Stance,
} from '../../domain/kinds.ts';
import { parseDate, type Instant } from '../../domain/time.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import { dateOrNull, list } from './rows.ts';

export const CLAIM_COLUMNS =
  'c.id, c.kind, c.subject, c.object, c.stance, c.modality, c.document, c.attributed_to, c.anonymous_insider, ' +
  'c.on_record_person, c.on_record_as, c.evidence, c.locator, c.quote, c.valid_from, c.valid_to, c.asserted_at, ' +
  'c.recorded_at, c.recorded_by, c.retracted_at, c.retracted_by, c.retraction_reason, c.retraction_note, ' +
  'c.subject_mention, c.object_mention';

interface ClaimRow {
  readonly id: ClaimId;
  readonly kind: ClaimKind;
  readonly subject: PersonId;
  readonly object: PersonId | null;
  readonly stance: Stance;
  readonly modality: Modality;
  readonly document: DocumentId;
  readonly attributed_to: string;
  readonly anonymous_insider: 0 | 1;
  readonly on_record_person: PersonId | null;
  readonly on_record_as: OnRecord['as'] | null;
  readonly evidence: string;
  readonly locator: string | null;
  readonly quote: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly asserted_at: string;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
  readonly retracted_at: Instant | null;
  readonly retracted_by: string;
  readonly retraction_reason: RetractionReason;
  readonly retraction_note: string | null;
  readonly subject_mention: string | null;
  readonly object_mention: string | null;
}

/** Reads a row of CLAIM_COLUMNS as it was known at `knownAt`: a later retraction had not happened. */
export function claim(unknownRow: unknown, knownAt: Instant | null): Claim {
  const row = unknownRow as ClaimRow;
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    object: row.object,
    stance: row.stance,
    modality: row.modality,
    document: row.document,
    attributedTo: list(row.attributed_to),
    anonymousInsider: row.anonymous_insider === 1,
    onRecord:
      row.on_record_person === null || row.on_record_as === null
        ? null
        : { person: row.on_record_person, as: row.on_record_as },
    evidence: list(row.evidence),
    locator: row.locator,
    quote: row.quote,
    validFrom: dateOrNull(row.valid_from),
    validTo: dateOrNull(row.valid_to),
    assertedAt: parseDate(row.asserted_at),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    retraction: retraction(row, knownAt),
    subjectMention: mention(row.subject_mention),
    objectMention: mention(row.object_mention),
  };
}

function retraction(row: ClaimRow, knownAt: Instant | null): Retraction | null {
  const at = row.retracted_at;
  if (at === null || (knownAt !== null && at > knownAt)) return null;
  return { by: row.retracted_by, at, reason: row.retraction_reason, note: row.retraction_note };
}

function mention(json: string | null): Mention | null {
  return json === null ? null : (JSON.parse(json) as Mention);
}

export const OUTCOME_COLUMNS = 'o.claim, o.held, o.decided_at, o.recorded_at, o.recorded_by, o.note';

interface OutcomeRow {
  readonly claim: ClaimId;
  readonly held: 0 | 1;
  readonly decided_at: string | null;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
  readonly note: string | null;
}

/** Reads a row of OUTCOME_COLUMNS. */
export function outcome(unknownRow: unknown): Outcome {
  const row = unknownRow as OutcomeRow;
  return {
    claim: row.claim,
    held: row.held === 1,
    decidedAt: dateOrNull(row.decided_at),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    note: row.note,
  };
}

export const RELATIONSHIP_COLUMNS =
  'a, b, family, kind, status, confidence, independent_sources, since, until, engine_version, evaluated_at';

interface RelationshipRow {
  readonly a: PersonId;
  readonly b: PersonId;
  readonly family: Family;
  readonly kind: PairKind;
  readonly status: RelationshipStatus;
  readonly confidence: number | null;
  readonly independent_sources: number;
  readonly since: string | null;
  readonly until: string | null;
  readonly engine_version: string;
  readonly evaluated_at: string;
}

/** Reads a row of RELATIONSHIP_COLUMNS. */
export function relationship(unknownRow: unknown): DerivedRelationship {
  const row = unknownRow as RelationshipRow;
  return {
    a: row.a,
    b: row.b,
    family: row.family,
    kind: row.kind,
    status: row.status,
    confidence: row.confidence,
    independentSources: row.independent_sources,
    since: dateOrNull(row.since),
    until: dateOrNull(row.until),
    engineVersion: row.engine_version,
    evaluatedAt: parseDate(row.evaluated_at),
  };
}

/** What there is at most one edge of. */
export type EdgeKey = Pick<RelationshipRow, 'a' | 'b' | 'family'>;

/** Reads the key of an edge. */
export function edgeKey(unknownRow: unknown): EdgeKey {
  return unknownRow as EdgeKey;
}

/** Which of the things asked for a row belongs to. */
export function bucket(unknownRow: unknown): number {
  return (unknownRow as { readonly bucket: number }).bucket;
}

/** Whose relationship a row is, of the people asked for. */
export function personOf(unknownRow: unknown): PersonId {
  return (unknownRow as { readonly person: PersonId }).person;
}

/** Whose outcome a row is, of the sources asked for. */
export function sourceOf(unknownRow: unknown): SourceId {
  return (unknownRow as { readonly source: SourceId }).source;
}

/** Reads what is left of a pair and family whose claims were all taken back. */
export function retractedEdge(unknownRow: unknown): RetractedEdge {
  const row = unknownRow as Pick<RelationshipRow, 'a' | 'b' | 'family' | 'evaluated_at'>;
  return { a: row.a, b: row.b, family: row.family, evaluatedAt: parseDate(row.evaluated_at) };
}
