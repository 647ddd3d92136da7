import type { Claim } from './claim.ts';
import type { Document, Source } from './entities.ts';
import type { DocumentId, PersonId, SourceId } from './ids.ts';

/** What is needed to tell whose voice a claim is. */
export interface Voices {
  readonly documents: ReadonlyMap<DocumentId, Document>;
  readonly sources: ReadonlyMap<SourceId, Source>;
}

/**
 * The person who says this themselves: on an own account (not relayed), or quoted on the record, in person or
 * through a representative. Null when nobody whom the claim is about speaks.
 */
export function speakerOf(claim: Claim, voices: Voices): PersonId | null {
  if (claim.onRecord !== null) return about(claim, claim.onRecord.person);
  if (claim.attributedTo.length > 0) return null;
  const document = voices.documents.get(claim.document);
  const source = document === undefined ? undefined : voices.sources.get(document.source);
  return source === undefined || source.person === null ? null : about(claim, source.person);
}

function about(claim: Claim, person: PersonId): PersonId | null {
  return person === claim.subject || person === claim.object ? person : null;
}
