import { shinglesOf } from '../domain/confidence/shingles.ts';
import type { Document, Evidence, Source } from '../domain/entities.ts';
import { HearsayError } from '../domain/errors.ts';
import type { DocumentId, EvidenceId } from '../domain/ids.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { DocumentDraft, EvidenceDraft } from './claim-draft.ts';
import { contentDigest, sha256 } from './content-id.ts';
import { idFrom, nodeOf, notOnFile } from './on-file.ts';
import { resolvePersonId } from './resolve-person.ts';
import { resolveSource } from './resolve-source.ts';

/** A document on file, or the one that a draft describes with the sources that it brings along. */
export async function resolveDocument(
  store: GraphStore,
  argument: string,
  draft: string | DocumentDraft,
): Promise<{ readonly document: Document; readonly created: boolean; readonly sources: readonly Source[] }> {
  if (typeof draft === 'string') {
    const document = await nodeOf(
      store,
      'document',
      draft.startsWith('document/') ? draft : `document/${draft}`,
    );
    if (document === null) throw notOnFile(argument, 'a document', draft);
    return { document, created: false, sources: [] };
  }
  const { text, ...rest } = draft;
  const source = await resolveSource(store, `${argument}.source`, draft.source);
  const content = [source.id, draft.url, draft.title, draft.published?.text ?? null];
  const id = idFrom('document', argument, draft.id ?? contentDigest(content));
  const known = await nodeOf(store, 'document', id);
  if (known !== null && known.source !== source.id) {
    throw new HearsayError(
      'CONFLICT',
      `Expected ${id} to be of ${source.id}, but got one on file of ${known.source}`,
    );
  }
  const derivedFrom = await Promise.all(
    draft.derivedFrom.map((each, index) => documentId(store, `${argument}.derivedFrom[${index}]`, each)),
  );
  const names = await Promise.all(
    draft.names.map((each, index) => resolvePersonId(store, `${argument}.names[${index}]`, each)),
  );
  const traces = {
    contentHash: text === null ? null : sha256(text),
    shingles: text === null ? null : shinglesOf(text),
  };
  const document: Document = { ...rest, ...traces, id, source: source.id, derivedFrom, names };
  return {
    document: known ?? document,
    created: known === null,
    sources: source.created === null ? [] : [source.created],
  };
}

/** The id of a document on file. */
export async function documentId(
  store: GraphStore,
  argument: string,
  reference: string,
): Promise<DocumentId> {
  return (await resolveDocument(store, argument, reference)).document.id;
}

/** A piece of evidence on file, or the one that a draft describes (`created` unless it is on file already). */
export async function resolveEvidence(
  store: GraphStore,
  argument: string,
  draft: string | EvidenceDraft,
): Promise<{ readonly id: EvidenceId; readonly created: Evidence | null }> {
  if (typeof draft === 'string') {
    const known = await nodeOf(
      store,
      'evidence',
      draft.startsWith('evidence/') ? draft : `evidence/${draft}`,
    );
    if (known === null) throw notOnFile(argument, 'a piece of evidence', draft);
    return { id: known.id, created: null };
  }
  const document =
    draft.document === null ? null : await documentId(store, `${argument}.document`, draft.document);
  const content = [draft.kind, draft.url, draft.description, draft.capturedAt?.text ?? null, document];
  const id = idFrom('evidence', argument, draft.id ?? contentDigest(content));
  const known = await nodeOf(store, 'evidence', id);
  return { id, created: known === null ? { ...draft, id, document } : null };
}
