import { sha256 } from '../../application/content-id.ts';
import { shinglesOf } from '../../domain/confidence/shingles.ts';
import type { Document, Evidence } from '../../domain/entities.ts';
import { parseInstant } from '../../domain/time.ts';
import { dateOf, pastDateOf, readEach, type Building } from './building.ts';
import { idOfKey } from './scope.ts';
import type { SeedRecord } from './sections.ts';
import type { Path } from './yaml-source.ts';

/** The documents of a file. A text leaves its hash and its shingles behind and is forgotten. */
export function buildDocuments(
  records: readonly SeedRecord<'documents'>[],
  building: Building,
): readonly Document[] {
  return records.flatMap((record) => buildDocument(record, building) ?? []);
}

function buildDocument({ key, path, written }: SeedRecord<'documents'>, building: Building): Document | null {
  const id = idOfKey('document', key);
  const { scope, mistakes } = building;
  if (written === null || id === null) return null;
  const source = scope.id('source', written.source, [...path, 'source']);
  const read = (reference: string, at: Path) => scope.id('document', reference, at);
  const derivedFrom = readEach(written.derivedFrom, [...path, 'derivedFrom'], read);
  if (derivedFrom.includes(id)) {
    mistakes.add([...path, 'derivedFrom'], `Expected other documents, but got ${id} itself`);
  }
  const names = readEach(
    written.names,
    [...path, 'names'],
    (reference, at) => scope.person(reference, at)?.person ?? null,
  );
  const text = written.text ?? null;
  if (source === null) return null;
  return {
    id,
    url: written.url ?? null,
    title: written.title ?? null,
    source,
    published: pastDateOf(written.published, [...path, 'published'], building),
    retrievedAt:
      written.retrievedAt === null || written.retrievedAt === undefined
        ? null
        : parseInstant(written.retrievedAt),
    contentHash: text === null ? null : sha256(text),
    derivedFrom,
    shingles: text === null ? null : shinglesOf(text),
    citesHearsay: written.citesHearsay ?? false,
    names: [...new Set(names)],
  };
}

/** The evidence of a file. */
export function buildEvidence(
  records: readonly SeedRecord<'evidence'>[],
  { scope }: Building,
): readonly Evidence[] {
  return records.flatMap(({ key, path, written }) => {
    const id = idOfKey('evidence', key);
    if (written === null || id === null) return [];
    return {
      id,
      kind: written.kind,
      url: written.url ?? null,
      description: written.description ?? null,
      availability: written.availability ?? 'UNKNOWN',
      capturedAt: dateOf(written.capturedAt),
      document: scope.optionalId('document', written.document, [...path, 'document']),
    };
  });
}
