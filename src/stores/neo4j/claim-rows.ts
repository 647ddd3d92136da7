import type { Claim, Mention, OnRecord, Outcome, Retraction, RetractionReason } from '../../domain/claim.ts';
import type { RetractedEdge } from '../../domain/derive.ts';
import type { ClaimId, DocumentId, PersonId } from '../../domain/ids.ts';
import type {
  ClaimKind,
  Family,
  Modality,
  PairKind,
  RelationshipStatus,
  Stance,
} from '../../domain/kinds.ts';
import { parseDate, type EpochDay, type Instant } from '../../domain/time.ts';
import type { StoredPolicy } from '../../domain/stored-policy.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import type { Row } from './connection.ts';
import { propertiesOf, valuesOf } from './property-values.ts';
import { dateOrNull, list } from './rows.ts';

interface ClaimRow {
  readonly id: ClaimId;
  readonly kind: ClaimKind;
  readonly subject: PersonId;
  readonly object?: PersonId | null;
  readonly stance: Stance;
  readonly modality: Modality;
  readonly document: DocumentId;
  readonly attributedTo: string;
  readonly anonymousInsider: boolean;
  readonly onRecordPerson?: PersonId | null;
  readonly onRecordAs?: OnRecord['as'] | null;
  readonly evidence: string;
  readonly locator?: string | null;
  readonly quote?: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly assertedAt: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly retractedAt?: Instant | null;
  readonly retractedBy?: string | null;
  readonly retractionReason?: RetractionReason | null;
  readonly retractionNote?: string | null;
  readonly subjectMention?: string | null;
  readonly objectMention?: string | null;
}

/** What is read of a Claim. */
const CLAIM_PROPERTIES = [
  ...(['id', 'kind', 'subject', 'object', 'stance', 'modality', 'document', 'attributedTo'] as const),
  ...(['anonymousInsider', 'onRecordPerson', 'onRecordAs', 'evidence', 'locator', 'quote'] as const),
  ...(['validFrom', 'validTo', 'assertedAt', 'recordedAt', 'recordedBy'] as const),
  ...(['retractedAt', 'retractedBy', 'retractionReason', 'retractionNote'] as const),
  ...(['subjectMention', 'objectMention'] as const),
] as const satisfies readonly (keyof ClaimRow)[];

/** Cypher for what is read of each claim of a list. */
export function claimValues(list: string): string {
  return valuesOf(list, CLAIM_PROPERTIES);
}

/** Reads what `claimValues` gives of one claim. */
export function claimOfValues(values: unknown, knownAt: Instant | null): Claim {
  return claim(propertiesOf(CLAIM_PROPERTIES, values), knownAt);
}

/** Reads the properties of a Claim as it was known at `knownAt`: a later retraction had not happened. */
export function claim(properties: unknown, knownAt: Instant | null): Claim {
  const row = properties as ClaimRow;
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    object: row.object ?? null,
    stance: row.stance,
    modality: row.modality,
    document: row.document,
    attributedTo: list(row.attributedTo),
    anonymousInsider: row.anonymousInsider,
    onRecord: onRecord(row.onRecordPerson ?? null, row.onRecordAs ?? null),
    evidence: list(row.evidence),
    locator: row.locator ?? null,
    quote: row.quote ?? null,
    validFrom: dateOrNull(row.validFrom),
    validTo: dateOrNull(row.validTo),
    assertedAt: parseDate(row.assertedAt),
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    retraction: retraction(row, knownAt),
    subjectMention: mention(row.subjectMention ?? null),
    objectMention: mention(row.objectMention ?? null),
  };
}

function onRecord(person: PersonId | null, as: OnRecord['as'] | null): OnRecord | null {
  return person === null || as === null ? null : { person, as };
}

function retraction(row: ClaimRow, knownAt: Instant | null): Retraction | null {
  const at = row.retractedAt ?? null;
  const reason = row.retractionReason ?? null;
  if (at === null || reason === null || (knownAt !== null && at > knownAt)) return null;
  return { by: row.retractedBy ?? '', at, reason, note: row.retractionNote ?? null };
}

function mention(json: string | null): Mention | null {
  return json === null ? null : (JSON.parse(json) as Mention);
}

interface OutcomeRow {
  readonly claim: ClaimId;
  readonly held: boolean;
  readonly decidedAt?: string | null;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly note?: string | null;
}

/** Reads the properties of an Outcome. */
export function outcome(properties: unknown): Outcome {
  const row = properties as OutcomeRow;
  return {
    claim: row.claim,
    held: row.held,
    decidedAt: dateOrNull(row.decidedAt),
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    note: row.note ?? null,
  };
}

interface RelationshipRow {
  readonly a: PersonId;
  readonly b: PersonId;
  readonly family: Family;
  readonly kind: PairKind;
  readonly status: RelationshipStatus;
  readonly confidence?: number | null;
  readonly independentSources: number;
  readonly since?: string | null;
  readonly until?: string | null;
  readonly engineVersion: string;
  readonly evaluatedAt: string;
}

/** Reads the properties of a RELATED. */
export function relationship(properties: unknown): DerivedRelationship {
  const row = properties as RelationshipRow;
  return {
    a: row.a,
    b: row.b,
    family: row.family,
    kind: row.kind,
    status: row.status,
    confidence: row.confidence ?? null,
    independentSources: row.independentSources,
    since: dateOrNull(row.since),
    until: dateOrNull(row.until),
    engineVersion: row.engineVersion,
    evaluatedAt: parseDate(row.evaluatedAt),
  };
}

interface PolicyRow {
  readonly id: ClaimId;
  readonly showOpen?: EpochDay | null;
  readonly showCautious?: EpochDay | null;
  readonly showStrict?: EpochDay | null;
  readonly hard?: boolean | null;
}

/** Reads what is kept beside a claim. */
function policy(row: PolicyRow): StoredPolicy {
  return {
    showOpen: row.showOpen ?? null,
    showCautious: row.showCautious ?? null,
    showStrict: row.showStrict ?? null,
    hard: row.hard ?? false,
  };
}

/** Reads what is kept beside each claim, from the column `policies`. */
export function policies(row: Row | undefined): ReadonlyMap<ClaimId, StoredPolicy> {
  const kept = (row?.['policies'] ?? []) as readonly PolicyRow[];
  return new Map(kept.map((each) => [each.id, policy(each)]));
}

/** Reads what is left of a pair and family whose claims were all taken back. */
export function retractedEdge(row: Row): RetractedEdge {
  const { a, b, family, evaluatedAt } = row as Pick<RelationshipRow, 'a' | 'b' | 'family' | 'evaluatedAt'>;
  return { a, b, family, evaluatedAt: parseDate(evaluatedAt) };
}
