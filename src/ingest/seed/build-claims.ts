import { assembleClaim, type ClaimParts, type NamedPerson } from '../../application/assemble-claim.ts';
import type { Attribution, CitedEvidence, Claim, OnRecord } from '../../domain/claim.ts';
import type { Document } from '../../domain/entities.ts';
import { parseId, type ClaimId, type DocumentId, type SourceId } from '../../domain/ids.ts';
import type { EdtfDate } from '../../domain/time.ts';
import { problemOfAttribution, problemsOf } from '../../domain/validate-claim.ts';
import { dateOf, pastDateOf, readEach, type Building } from './building.ts';
import type { Written } from './schema.ts';
import { idOfKey } from './scope.ts';
import type { SeedRecords } from './sections.ts';
import type { Path } from './yaml-source.ts';

/** The claims of a file, which may lean on the dates of the documents that the same file defines. */
export function buildClaims(
  records: Pick<SeedRecords, 'claims' | 'documents'>,
  documents: readonly Document[],
  building: Building,
): readonly Claim[] {
  const known: Documents = {
    byId: new Map(documents.map((document) => [document.id, document])),
    written: new Set(records.documents.map(({ key }) => idOfKey('document', key))),
  };
  const seen = new Map<ClaimId, string>();
  return records.claims.flatMap(({ path, key, written }) => {
    if (written === null) return [];
    const claim = buildClaim(path, written, known, building);
    if (claim === null) return [];
    const other = seen.get(claim.id);
    if (other !== undefined) {
      building.mistakes.add(path, `Expected every claim once, but got what claims[${other}] says already`);
    }
    seen.set(claim.id, key);
    return [claim];
  });
}

type WrittenClaim = Written<'claims'>;
interface Documents {
  readonly byId: ReadonlyMap<DocumentId, Document>;
  /** Those that the file defines, malformed ones included: what they lack is not the claim's mistake. */
  readonly written: ReadonlySet<DocumentId | null>;
}

function buildClaim(
  path: Path,
  written: WrittenClaim,
  documents: Documents,
  building: Building,
): Claim | null {
  const { scope, mistakes, recording } = building;
  const people = readEach(written.people, [...path, 'people'], (each, at) => namedPerson(each, at, building));
  const document = scope.id('document', written.document, [...path, 'document']);
  const attributedTo = readEach(written.attributedTo, [...path, 'attributedTo'], (each, at) =>
    attributionOf(each, at, documents, building),
  );
  const evidence = readEach(written.evidence, [...path, 'evidence'], (each, at) =>
    citedEvidence(each, at, building),
  );
  const onRecord = onRecordOf(written.onRecord, [...path, 'onRecord'], building);
  const id = claimIdOf(written.id, [...path, 'id'], building);
  const assertedAt =
    pastDateOf(written.assertedAt, [...path, 'assertedAt'], building) ?? publishedOf(document, documents);
  const isUnreadable =
    document === null || (documents.written.has(document) && !documents.byId.has(document));
  if (assertedAt === null && !isUnreadable) {
    mistakes.add(
      path,
      documents.written.has(document)
        ? `Expected assertedAt, or a published date of ${document}, but got neither`
        : `Expected assertedAt, since ${document} is not in this file, but it is missing`,
    );
  }
  const [subject, object] = people;
  if (
    subject === undefined ||
    people.length < written.people.length ||
    document === null ||
    assertedAt === null
  )
    return null;
  const parts: ClaimParts = {
    id,
    kind: written.kind,
    subject,
    object: object ?? null,
    stance: written.stance ?? 'SUPPORTS',
    modality: written.modality,
    document,
    attributedTo,
    anonymousInsider: written.insider ?? false,
    onRecord,
    evidence,
    locator: written.locator ?? null,
    quote: written.quote ?? null,
    validFrom: dateOf(written.validFrom),
    validTo: dateOf(written.validTo),
    assertedAt,
  };
  const claim = assembleClaim(parts, recording);
  noteProblems(claim, documents.byId.get(document)?.source ?? null, path, building);
  return claim;
}

function publishedOf(document: DocumentId | null, documents: Documents): EdtfDate | null {
  return document === null ? null : (documents.byId.get(document)?.published ?? null);
}

// Fields whose name in a file is not the domain's.
const WRITTEN_FIELDS: Readonly<Partial<Record<keyof Claim, string>>> = {
  subject: 'people',
  object: 'people',
  anonymousInsider: 'insider',
};

function noteProblems(claim: Claim, publisher: SourceId | null, path: Path, { mistakes }: Building): void {
  const attribution = publisher === null ? null : problemOfAttribution(claim, publisher);
  for (const { field, message } of [...problemsOf(claim), ...(attribution === null ? [] : [attribution])]) {
    mistakes.add([...path, WRITTEN_FIELDS[field] ?? field], message, 'INVALID_CLAIM');
  }
}

function namedPerson(
  written: WrittenClaim['people'][number],
  path: Path,
  { scope }: Building,
): NamedPerson | null {
  if (typeof written === 'string') return scope.person(written, path);
  const found = scope.person(written.person, [...path, 'person']);
  if (found === null) return null;
  return {
    person: found.person,
    mention: { text: written.as, resolvedTo: found.person, resolvedBy: 'CURATOR' },
  };
}

function attributionOf(
  written: NonNullable<WrittenClaim['attributedTo']>[number],
  path: Path,
  documents: Documents,
  { scope, mistakes }: Building,
): Attribution | null {
  if (typeof written === 'string') {
    const source = scope.id('source', written, path);
    return source === null ? null : { source, document: null };
  }
  const source = scope.id('source', written.source, [...path, 'source']);
  const document = scope.optionalId('document', written.document, [...path, 'document']);
  const publisher = document === null ? undefined : documents.byId.get(document)?.source;
  if (source !== null && publisher !== undefined && publisher !== source) {
    mistakes.add([...path, 'document'], `Expected a document of ${source}, but got one of ${publisher}`);
  }
  return source === null ? null : { source, document };
}

function citedEvidence(
  written: NonNullable<WrittenClaim['evidence']>[number],
  path: Path,
  { scope }: Building,
): CitedEvidence | null {
  const cited = typeof written === 'string' ? { evidence: written, stance: null } : written;
  const evidence = scope.id(
    'evidence',
    cited.evidence,
    typeof written === 'string' ? path : [...path, 'evidence'],
  );
  return evidence === null ? null : { evidence, stance: cited.stance ?? 'SUPPORTS' };
}

function onRecordOf(written: WrittenClaim['onRecord'], path: Path, { scope }: Building): OnRecord | null {
  if (written === null || written === undefined) return null;
  const quoted = typeof written === 'string' ? { person: written, as: null } : written;
  const found = scope.person(quoted.person, typeof written === 'string' ? path : [...path, 'person']);
  return found === null ? null : { person: found.person, as: quoted.as ?? 'SELF' };
}

function claimIdOf(written: string | null | undefined, path: Path, { mistakes }: Building): ClaimId | null {
  if (written === null || written === undefined) return null;
  const id = idOfKey('claim', written);
  if (id === null || parseId('claim', id) === null) {
    mistakes.add(path, 'Expected an id of lower-case letters, digits, dots and dashes, but got another');
  }
  return id;
}
