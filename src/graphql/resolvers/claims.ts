import { provenanceOf } from '../../application/provenance.ts';
import { reliabilityOf } from '../../domain/confidence/reliability.ts';
import type {
  AttributionResolvers,
  CitedEvidenceResolvers,
  ClaimResolvers,
  DocumentResolvers,
  EvidenceResolvers,
  OnRecordResolvers,
  SourceResolvers,
} from '../generated.ts';
import { loadDocument, loadEvidence, loadOptionalDocument, loadPerson, loadSource } from './load.ts';

/** Somebody's statement about one or two people. */
export const Claim: ClaimResolvers = {
  id: ({ claim }) => claim.id,
  kind: ({ claim }) => claim.kind,
  subject: ({ claim }, _, context) => loadPerson(context, claim.subject),
  object: ({ claim }, _, context) => (claim.object === null ? null : loadPerson(context, claim.object)),
  stance: ({ claim }) => claim.stance,
  modality: ({ claim }) => claim.modality,
  document: ({ claim }, _, context) => loadDocument(context, claim.document),
  attributedTo: ({ claim }) => claim.attributedTo,
  anonymousInsider: ({ claim }) => claim.anonymousInsider,
  onRecord: ({ claim }) => claim.onRecord,
  evidence: ({ claim }) => claim.evidence,
  locator: ({ claim }) => claim.locator,
  quote: ({ claim }) => claim.quote,
  validFrom: ({ claim }) => claim.validFrom?.text ?? null,
  validTo: ({ claim }) => claim.validTo?.text ?? null,
  assertedAt: ({ claim }) => claim.assertedAt.text,
  recordedAt: ({ claim }) => claim.recordedAt,
  retraction: ({ claim }) => claim.retraction,
  provenance: async ({ claim, reader }, _, context) =>
    provenanceOf([claim], await context.loaders.surroundings.load({ claim: claim.id, reader })),
};

/** One step of "according to". */
export const Attribution: AttributionResolvers = {
  source: (step, _, context) => loadSource(context, step.source),
  document: (step, _, context) => loadOptionalDocument(context, step.document),
};

/** Somebody quoted on the record. */
export const OnRecord: OnRecordResolvers = {
  person: (quoted, _, context) => loadPerson(context, quoted.person),
  as: (quoted) => quoted.as,
};

/** A piece of evidence as a document puts it. */
export const CitedEvidence: CitedEvidenceResolvers = {
  stance: (cited) => cited.stance,
  evidence: (cited, _, context) => loadEvidence(context, cited.evidence),
};

/** What a claim points at. */
export const Evidence: EvidenceResolvers = {
  capturedAt: (evidence) => evidence.capturedAt?.text ?? null,
  document: (evidence, _, context) => loadOptionalDocument(context, evidence.document),
};

/** An article, post, interview or record. */
export const Document: DocumentResolvers = {
  source: (document, _, context) => loadSource(context, document.source),
  published: (document) => document.published?.text ?? null,
  derivedFrom: (document, _, context) =>
    Promise.all(document.derivedFrom.map((id) => loadDocument(context, id))),
};

/** Whoever can be cited. */
export const Source: SourceResolvers = {
  person: (source, _, context) => (source.person === null ? null : loadPerson(context, source.person)),
  reliability: (source) => reliabilityOf(source),
  reliabilityBasis: (source) => (source.reliability === null ? 'TYPE_PRIOR' : 'STATED'),
  trackRecord: async (source, _, context) => {
    const outcomes = await context.loaders.outcomes.load(source.id);
    return { known: outcomes.length, held: outcomes.filter((outcome) => outcome.held).length };
  },
};
