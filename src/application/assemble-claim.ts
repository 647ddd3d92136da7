import {
  storedOrder,
  type Attribution,
  type CitedEvidence,
  type Claim,
  type Mention,
  type OnRecord,
} from '../domain/claim.ts';
import type { Credit, OnScreenRelationship } from '../domain/entities.ts';
import {
  byCodeUnit,
  type ClaimId,
  type CreditId,
  type DocumentId,
  type OnScreenId,
  type PersonId,
} from '../domain/ids.ts';
import type { ClaimKind, Modality, Stance } from '../domain/kinds.ts';
import type { EdtfDate, Instant } from '../domain/time.ts';
import { contentDigest } from './content-id.ts';

/** Somebody whom a claim is about, with the name as written when it was not an id. */
export interface NamedPerson {
  readonly person: PersonId;
  readonly mention: Mention | null;
}

/** What a claim says, with everything that it names resolved. */
export interface ClaimParts {
  /** Null takes the id from the content. */
  readonly id: ClaimId | null;
  readonly kind: ClaimKind;
  readonly subject: NamedPerson;
  readonly object: NamedPerson | null;
  readonly stance: Stance;
  readonly modality: Modality;
  readonly document: DocumentId;
  readonly attributedTo: readonly Attribution[];
  readonly anonymousInsider: boolean;
  readonly onRecord: OnRecord | null;
  readonly evidence: readonly CitedEvidence[];
  readonly locator: string | null;
  readonly quote: string | null;
  readonly validFrom: EdtfDate | null;
  readonly validTo: EdtfDate | null;
  readonly assertedAt: EdtfDate;
}

/** When and by whom something is recorded. */
export interface Recording {
  readonly at: Instant;
  readonly by: string;
}

/** A claim in the order in which it is stored, with an id that follows from its content unless it has one. */
export function assembleClaim(parts: ClaimParts, recording: Recording): Claim {
  const [first] = storedOrder(parts.kind, parts.subject.person, parts.object?.person ?? null);
  const swap = parts.object !== null && first !== parts.subject.person;
  const subject = swap ? parts.object : parts.subject;
  const object = swap ? parts.subject : parts.object;
  const claim: Claim = {
    id: parts.id ?? ('claim/unnamed' as ClaimId),
    kind: parts.kind,
    subject: subject.person,
    object: object?.person ?? null,
    stance: parts.stance,
    modality: parts.modality,
    document: parts.document,
    attributedTo: parts.attributedTo,
    anonymousInsider: parts.anonymousInsider,
    onRecord: parts.onRecord,
    evidence: parts.evidence.toSorted((a, b) => byCodeUnit(a.evidence, b.evidence)),
    locator: parts.locator,
    quote: parts.quote,
    validFrom: parts.validFrom,
    validTo: parts.validTo,
    assertedAt: parts.assertedAt,
    recordedAt: recording.at,
    recordedBy: recording.by,
    retraction: null,
    subjectMention: subject.mention,
    objectMention: object?.mention ?? null,
  };
  return parts.id === null ? { ...claim, id: contentIdOf(claim) } : claim;
}

/**
 * The id that follows from what a claim says, and from nothing about when or by whom it was recorded or how a
 * name was written: offering the same claim again changes nothing.
 */
function contentIdOf(claim: Claim): ClaimId {
  const digest = contentDigest([
    claim.document,
    claim.kind,
    claim.stance,
    claim.modality,
    claim.subject,
    claim.object,
    claim.attributedTo.map((step) => [step.source, step.document]),
    claim.anonymousInsider,
    claim.onRecord === null ? null : [claim.onRecord.person, claim.onRecord.as],
    claim.evidence.map((cited) => [cited.evidence, cited.stance]),
    claim.locator,
    claim.quote,
    claim.validFrom?.text ?? null,
    claim.validTo?.text ?? null,
    claim.assertedAt.text,
  ]);
  return `claim/${digest}` as ClaimId;
}

/** The id of a credit: one per person, work, role and character. */
export function creditIdOf(credit: Pick<Credit, 'person' | 'work' | 'role' | 'character'>): CreditId {
  return `credit/${contentDigest([credit.person, credit.work, credit.role, credit.character])}` as CreditId;
}

/** The id of an on-screen relationship: one per work, kind and pair of characters. */
export function onScreenIdOf(
  relationship: Pick<OnScreenRelationship, 'work' | 'kind' | 'characters'>,
): OnScreenId {
  const { work, kind, characters } = relationship;
  return `on-screen/${contentDigest([work, kind, ...characters])}` as OnScreenId;
}
