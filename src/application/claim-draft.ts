import type { EvidenceStance, OnRecord } from '../domain/claim.ts';
import type { Availability, EvidenceKind, OutletType, SourceKind } from '../domain/entities.ts';
import type { ClaimKind, Modality, Stance } from '../domain/kinds.ts';
import type { EdtfDate, Instant } from '../domain/time.ts';

/** Somebody named in a draft: an id, a name or an @handle, and the name as written when it is another. */
export interface PersonDraft {
  readonly reference: string;
  readonly as: string | null;
}

/** A source that is not on file yet. */
export interface SourceDraft {
  readonly id: string | null;
  readonly name: string;
  readonly kind: SourceKind;
  readonly domain: string | null;
  readonly outletType: OutletType | null;
  /** Whose own voice it is. */
  readonly person: string | null;
  readonly reliability: number | null;
}

/** A document that is not on file yet. */
export interface DocumentDraft {
  readonly id: string | null;
  readonly source: string | SourceDraft;
  readonly url: string | null;
  readonly title: string | null;
  readonly published: EdtfDate | null;
  readonly retrievedAt: Instant | null;
  readonly derivedFrom: readonly string[];
  readonly citesHearsay: boolean;
  readonly names: readonly string[];
  /** Only its hash and its shingles are kept. */
  readonly text: string | null;
}

/** A piece of evidence that is not on file yet. */
export interface EvidenceDraft {
  readonly id: string | null;
  readonly kind: EvidenceKind;
  readonly url: string | null;
  readonly description: string | null;
  readonly availability: Availability;
  readonly capturedAt: EdtfDate | null;
  readonly document: string | null;
}

/** A claim as somebody offers it: what it points at is on file, or given with it. Text references are resolved. */
export interface ClaimDraft {
  readonly id: string | null;
  readonly kind: ClaimKind;
  /** One person for SINGLE, else two; of PARENT_OF the parent first. */
  readonly people: readonly PersonDraft[];
  readonly stance: Stance;
  readonly modality: Modality;
  readonly document: string | DocumentDraft;
  /** Nearest first. */
  readonly attributedTo: readonly {
    readonly source: string | SourceDraft;
    readonly document: string | null;
  }[];
  readonly anonymousInsider: boolean;
  readonly onRecord: { readonly person: string; readonly as: OnRecord['as'] } | null;
  readonly evidence: readonly {
    readonly evidence: string | EvidenceDraft;
    readonly stance: EvidenceStance;
  }[];
  readonly locator: string | null;
  readonly quote: string | null;
  readonly validFrom: EdtfDate | null;
  readonly validTo: EdtfDate | null;
  /** Null means the document's date. */
  readonly assertedAt: EdtfDate | null;
}
