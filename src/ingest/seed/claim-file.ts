import { z } from 'zod';
import type { ClaimDraft, DocumentDraft, EvidenceDraft, SourceDraft } from '../../application/claim-draft.ts';
import { EVIDENCE_STANCES } from '../../domain/claim.ts';
import { parseInstant } from '../../domain/time.ts';
import { dateOf } from './building.ts';
import { listOf, mapping, oneOf, optional, reference } from './fields.ts';
import { mistakesIn } from './mistakes.ts';
import { claimShape, documentShape, evidenceShape, sourceShape } from './schema.ts';
import { readShape } from './shape.ts';
import { noteSpecialCategories } from './special-claims.ts';
import { readYaml } from './yaml-source.ts';

const ownId = { id: optional(reference('an id'), 'An id of its own.') };
const newSource = mapping('a source', { ...ownId, ...sourceShape });
const source = z.union([reference('a source'), newSource], {
  error: 'a source: an id, a name or a description of it',
});
const newDocument = mapping('a document', { ...ownId, ...documentShape, source });
const newEvidence = mapping('a piece of evidence', { ...ownId, ...evidenceShape });
const attribution = z.union(
  [
    reference('a source'),
    mapping('an attribution', { source, document: optional(reference('a document'), 'The one cited.') }),
  ],
  { error: 'a source, or source and document' },
);
const citedEvidence = z.union(
  [
    reference('a piece of evidence'),
    mapping('cited evidence', {
      evidence: z.union([reference('a piece of evidence'), newEvidence], {
        error: 'a piece of evidence: an id or a description of it',
      }),
      stance: optional(oneOf(EVIDENCE_STANCES), 'SUPPORTS unless stated.'),
    }),
  ],
  { error: 'evidence, or evidence and stance' },
);
const claimFile = mapping('a claim', {
  ...claimShape,
  document: z.union([reference('a document'), newDocument], {
    error: 'a document: an id or a description of it',
  }),
  attributedTo: optional(listOf(attribution, 'sources'), 'Whom the document has it from, nearest first.'),
  evidence: optional(listOf(citedEvidence, 'evidence'), 'What the document points at.'),
});
type WrittenClaim = z.infer<typeof claimFile>;

/**
 * Reads one claim in the syntax of a seed's claims (YAML or JSON), in which documents, sources and evidence may
 * be described in place. Throws `INVALID_RECORD` or `SPECIAL_CATEGORY` with every mistake as file:line:column.
 */
export function readClaimFile(text: string, file: string): ClaimDraft {
  const { source: yaml, mistakes: syntax } = readYaml(text, file);
  const mistakes = mistakesIn(yaml, 0);
  for (const { offset, message } of syntax) mistakes.addAt(offset, message);
  mistakes.throwAny();
  const written = readShape(claimFile, yaml.data, [], mistakes);
  noteSpecialCategories([{ path: [], key: '', raw: yaml.data, written: null }], [], { mistakes });
  mistakes.throwAny();
  // A malformed claim has made a mistake above.
  return draftOf(written as WrittenClaim);
}

function draftOf(written: WrittenClaim): ClaimDraft {
  return {
    id: written.id ?? null,
    kind: written.kind,
    people: written.people.map((person) =>
      typeof person === 'string'
        ? { reference: person, as: null }
        : { reference: person.person, as: person.as },
    ),
    stance: written.stance ?? 'SUPPORTS',
    modality: written.modality,
    document: typeof written.document === 'string' ? written.document : documentDraft(written.document),
    attributedTo: (written.attributedTo ?? []).map((step) =>
      typeof step === 'string'
        ? { source: step, document: null }
        : { source: sourceDraft(step.source), document: step.document ?? null },
    ),
    anonymousInsider: written.insider ?? false,
    onRecord: onRecordOf(written.onRecord),
    evidence: (written.evidence ?? []).map((cited) =>
      typeof cited === 'string'
        ? { evidence: cited, stance: 'SUPPORTS' }
        : { evidence: evidenceDraft(cited.evidence), stance: cited.stance ?? 'SUPPORTS' },
    ),
    locator: written.locator ?? null,
    quote: written.quote ?? null,
    validFrom: dateOf(written.validFrom),
    validTo: dateOf(written.validTo),
    assertedAt: dateOf(written.assertedAt),
  };
}

function onRecordOf(written: WrittenClaim['onRecord']): ClaimDraft['onRecord'] {
  if (written === null || written === undefined) return null;
  return typeof written === 'string'
    ? { person: written, as: 'SELF' }
    : { person: written.person, as: written.as ?? 'SELF' };
}

function sourceDraft(written: z.infer<typeof source>): string | SourceDraft {
  if (typeof written === 'string') return written;
  return {
    id: written.id ?? null,
    name: written.name.trim(),
    kind: written.kind,
    domain: written.domain ?? null,
    outletType: written.outletType ?? null,
    person: written.person ?? null,
    reliability: written.reliability ?? null,
  };
}

function documentDraft(written: z.infer<typeof newDocument>): DocumentDraft {
  return {
    id: written.id ?? null,
    source: sourceDraft(written.source),
    url: written.url ?? null,
    title: written.title ?? null,
    published: dateOf(written.published),
    retrievedAt: typeof written.retrievedAt === 'string' ? parseInstant(written.retrievedAt) : null,
    derivedFrom: written.derivedFrom ?? [],
    citesHearsay: written.citesHearsay ?? false,
    names: written.names ?? [],
    text: written.text ?? null,
  };
}

function evidenceDraft(written: string | z.infer<typeof newEvidence>): string | EvidenceDraft {
  if (typeof written === 'string') return written;
  return {
    id: written.id ?? null,
    kind: written.kind,
    url: written.url ?? null,
    description: written.description ?? null,
    availability: written.availability ?? 'UNKNOWN',
    capturedAt: dateOf(written.capturedAt),
    document: written.document ?? null,
  };
}
