import type { Claim } from './claim.ts';
import type { Document, Evidence, PersonFacts, Source } from './entities.ts';
import type { DocumentId, EvidenceId, PersonId, SourceId } from './ids.ts';

/**
 * Everything that a set of claims points at, so that the claims can be judged without asking the store again.
 * For a pair: the claims that name both, the SINGLE claims of either, and their romances with third people.
 */
export interface Dossier {
  readonly claims: readonly Claim[];
  /** Who was asked about, subjects, objects, people on record and people whose own voice a source is. */
  readonly people: ReadonlyMap<PersonId, PersonFacts>;
  /** Documents of claims, of their attributions and evidence, and what those are derived from. */
  readonly documents: ReadonlyMap<DocumentId, Document>;
  /** Sources of those documents, and every source that an attribution names. */
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>;
  /** True when there were more claims than a read may return; the latest were kept. */
  readonly truncated: boolean;
}
