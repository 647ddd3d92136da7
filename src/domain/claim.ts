import type { ClaimKind, Modality, PairKind, Stance } from './kinds.ts';
import { isSymmetric } from './kinds.ts';
import { byCodeUnit } from './ids.ts';
import type { ClaimId, DocumentId, EvidenceId, PersonId, SourceId } from './ids.ts';
import type { EdtfDate, EpochDay, Instant } from './time.ts';

/** One step of "according to": the source named, and the document of theirs when it is known. */
export interface Attribution {
  readonly source: SourceId;
  readonly document: DocumentId | null;
}

export const EVIDENCE_STANCES = ['SUPPORTS', 'NEUTRAL'] as const;
/** Whether the citing document says that the evidence shows the claim, or adds that it shows nothing. */
export type EvidenceStance = (typeof EVIDENCE_STANCES)[number];

export interface CitedEvidence {
  readonly evidence: EvidenceId;
  readonly stance: EvidenceStance;
}

/** Somebody whom the claim is about, quoted on the record, themselves or through their representative. */
export interface OnRecord {
  readonly person: PersonId;
  readonly as: 'SELF' | 'REPRESENTATIVE';
}

export const RETRACTION_REASONS = [
  'SOURCE_RETRACTED',
  'CURATOR_REJECTED',
  'SUPERSEDED',
  'TAKEN_DOWN',
] as const;
export type RetractionReason = (typeof RETRACTION_REASONS)[number];

/** The claim stays; from `at` on it no longer counts. */
export interface Retraction {
  readonly by: string;
  readonly at: Instant;
  readonly reason: RetractionReason;
  readonly note: string | null;
}

/** The name as written and how it was resolved, so that a merge of people can be undone without loss. */
export interface Mention {
  readonly text: string;
  readonly resolvedTo: PersonId;
  readonly resolvedBy: 'ID' | 'NAME' | 'HANDLE' | 'CURATOR';
}

/** Somebody's statement about one or two people, in a document, at a time: the reified edge. */
export interface Claim {
  readonly id: ClaimId;
  readonly kind: ClaimKind;
  readonly subject: PersonId;
  /** Null for SINGLE only. Of symmetric kinds the smaller id is the subject. */
  readonly object: PersonId | null;
  readonly stance: Stance;
  readonly modality: Modality;
  readonly document: DocumentId;
  /** Nearest first. */
  readonly attributedTo: readonly Attribution[];
  /** True when the document leans on an unnamed insider of its own. */
  readonly anonymousInsider: boolean;
  readonly onRecord: OnRecord | null;
  readonly evidence: readonly CitedEvidence[];
  /** Where in the document: `p3`, `p3:120-180`. */
  readonly locator: string | null;
  readonly quote: string | null;
  readonly validFrom: EdtfDate | null;
  /** An ending (SPLIT, DIVORCED, stance ENDS) without it means "ended, date unknown". */
  readonly validTo: EdtfDate | null;
  readonly assertedAt: EdtfDate;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly retraction: Retraction | null;
  readonly subjectMention: Mention | null;
  readonly objectMention: Mention | null;
}

/** The longest quote that is kept: a phrase, never a passage. */
export const MAX_QUOTE_LENGTH = 200;

/** Two people, the smaller id first. */
export interface Pair {
  readonly a: PersonId;
  readonly b: PersonId;
}

/** The pair of two people in canonical order. */
export function pairOf(x: PersonId, y: PersonId): Pair {
  return byCodeUnit(x, y) <= 0 ? { a: x, b: y } : { a: y, b: x };
}

/** One text for a pair, for maps. */
export function pairKey(pair: Pair): string {
  return `${pair.a} ${pair.b}`;
}

/** Subject and object in the order in which a claim of this kind is stored. */
export function storedOrder(
  kind: ClaimKind,
  subject: PersonId,
  object: PersonId | null,
): [PersonId, PersonId | null] {
  if (object === null || !isSymmetric(kind)) return [subject, object];
  const { a, b } = pairOf(subject, object);
  return [a, b];
}

/** True for a claim that says that something is over: SPLIT, DIVORCED, or the stance ENDS. */
function isEnding({ kind, stance }: Pick<Claim, 'kind' | 'stance'>): boolean {
  return stance === 'ENDS' || (stance === 'SUPPORTS' && (kind === 'SPLIT' || kind === 'DIVORCED'));
}

/**
 * When a claim starts to hold: `validFrom`; of an ending without one, when it ended, so that a divorce reported
 * late is known for the years before the report; else when it was said.
 */
export function startOf(claim: Claim): EdtfDate {
  return claim.validFrom ?? (isEnding(claim) ? claim.validTo : null) ?? claim.assertedAt;
}

/** The first day on which a claim says anything: no question about an earlier time sees it. */
export function firstDayOf(claim: Claim): EpochDay {
  return startOf(claim).firstDay;
}

/** What became of a claim once the truth was known. */
export interface Outcome {
  readonly claim: ClaimId;
  readonly held: boolean;
  /** When the outcome was known. */
  readonly decidedAt: EdtfDate | null;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly note: string | null;
}

/** A question about two people. For PARENT_OF, `a` is the parent asked about; other kinds do not care. */
export interface PairQuestion {
  readonly a: PersonId;
  readonly b: PersonId;
  readonly kind: PairKind;
  readonly asOf: EdtfDate;
  /** Null means now: everything recorded counts. */
  readonly knownAt: Instant | null;
}
