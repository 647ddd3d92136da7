import { emptyChange } from '../domain/change.ts';
import type { Attribution, CitedEvidence, Claim, OnRecord } from '../domain/claim.ts';
import type { Document, Evidence, Source } from '../domain/entities.ts';
import { HearsayError } from '../domain/errors.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { assembleClaim, type NamedPerson, type Recording } from './assemble-claim.ts';
import type { ClaimDraft } from './claim-draft.ts';
import { recordChange, type RecordReceipt } from './record.ts';
import { idFrom } from './on-file.ts';
import { documentId, resolveDocument, resolveEvidence } from './resolve-document.ts';
import { resolvePerson, resolvePersonId } from './resolve-person.ts';
import { resolveSource } from './resolve-source.ts';

/** The claim as it was recorded, and what recording it did: nothing is created when it was there already. */
export interface RecordedClaim {
  readonly claim: Claim;
  readonly receipt: RecordReceipt;
}

/**
 * Records one claim whose people, sources, documents and evidence are on file or given with it. Throws
 * `NOT_FOUND`, `INVALID_ARGUMENT` (ambiguous), `INVALID_CLAIM` or `SPECIAL_CATEGORY`; then nothing is recorded.
 */
export async function recordClaim(
  store: GraphStore,
  draft: ClaimDraft,
  recording: Recording,
): Promise<RecordedClaim> {
  const people = await Promise.all(
    draft.people.map((person, index) => resolvePerson(store, `people[${index}]`, person)),
  );
  const { document, created, sources } = await resolveDocument(store, 'document', draft.document);
  const attributions = await resolveAttributions(store, draft);
  const evidence = await resolveAllEvidence(store, draft);
  const onRecord = await resolveOnRecord(store, draft);
  const claim = claimOf(draft, people, document, recording, {
    onRecord,
    attributedTo: attributions.steps,
    evidence: evidence.cited,
  });
  const receipt = await recordChange(store, {
    ...emptyChange(recording.at, recording.by),
    sources: distinct([...sources, ...attributions.sources]),
    documents: created ? [document] : [],
    evidence: distinct(evidence.created),
    claims: [claim],
  });
  return { claim, receipt };
}

function claimOf(
  draft: ClaimDraft,
  people: readonly NamedPerson[],
  document: Document,
  recording: Recording,
  cited: Pick<Claim, 'onRecord' | 'attributedTo' | 'evidence'>,
): Claim {
  const [subject, object, ...others] = people;
  if (subject === undefined || others.length > 0) {
    throw new HearsayError('INVALID_CLAIM', `Expected one or two people, but got ${people.length}`);
  }
  const assertedAt = draft.assertedAt ?? document.published;
  if (assertedAt === null) {
    throw new HearsayError(
      'INVALID_CLAIM',
      `Expected assertedAt, or a published date of ${document.id}, but got neither`,
    );
  }
  const id = draft.id === null ? null : idFrom('claim', 'id', draft.id);
  const parts = {
    ...draft,
    ...cited,
    id,
    subject,
    object: object ?? null,
    document: document.id,
    assertedAt,
  };
  return assembleClaim(parts, recording);
}

async function resolveAttributions(
  store: GraphStore,
  draft: ClaimDraft,
): Promise<{ readonly steps: readonly Attribution[]; readonly sources: readonly Source[] }> {
  const steps = await Promise.all(
    draft.attributedTo.map(async (step, index) => {
      const argument = `attributedTo[${index}]`;
      const source = await resolveSource(store, argument, step.source);
      const document =
        step.document === null ? null : await documentId(store, `${argument}.document`, step.document);
      return { source, document };
    }),
  );
  return {
    steps: steps.map(({ source, document }) => ({ source: source.id, document })),
    sources: steps.flatMap(({ source }) => source.created ?? []),
  };
}

async function resolveAllEvidence(
  store: GraphStore,
  draft: ClaimDraft,
): Promise<{ readonly cited: readonly CitedEvidence[]; readonly created: readonly Evidence[] }> {
  const resolved = await Promise.all(
    draft.evidence.map(async ({ evidence, stance }, index) => ({
      stance,
      ...(await resolveEvidence(store, `evidence[${index}]`, evidence)),
    })),
  );
  return {
    cited: resolved.map(({ id, stance }) => ({ evidence: id, stance })),
    created: resolved.flatMap(({ created }) => created ?? []),
  };
}

async function resolveOnRecord(store: GraphStore, { onRecord }: ClaimDraft): Promise<OnRecord | null> {
  if (onRecord === null) return null;
  return { person: await resolvePersonId(store, 'onRecord', onRecord.person), as: onRecord.as };
}

function distinct<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
