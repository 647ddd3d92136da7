import type { Document, Evidence, PersonFacts, Source } from '../../domain/entities.ts';
import { propertiesOf, valuesOf } from './property-values.ts';
import * as rows from './rows.ts';

// What claims point at comes by the hundred with them, so that it is sent without the names of its properties.

const DOCUMENT_PROPERTIES = [
  ...['id', 'url', 'title', 'source', 'published', 'retrievedAt', 'contentHash', 'derivedFrom', 'shingles'],
  ...['citesHearsay', 'names'],
];
const EVIDENCE_PROPERTIES = ['id', 'kind', 'url', 'description', 'availability', 'capturedAt', 'document'];
const SOURCE_PROPERTIES = ['id', 'name', 'kind', 'domain', 'outletType', 'person', 'reliability'];
const PERSON_PROPERTIES = [
  ...['id', 'name', 'aliases', 'handles', 'wikidata', 'imdb', 'tmdb', 'birthDate', 'birthDateDocument'],
  ...['privacy', 'knownSince'],
];

/** Cypher for what is read of each node of a list. */
export const values = {
  documents: (list: string): string => valuesOf(list, DOCUMENT_PROPERTIES),
  evidence: (list: string): string => valuesOf(list, EVIDENCE_PROPERTIES),
  sources: (list: string): string => valuesOf(list, SOURCE_PROPERTIES),
  people: (list: string): string => valuesOf(list, PERSON_PROPERTIES),
} as const;

/** Reads what `values.documents` gives of one. */
export function document(row: unknown): Document {
  return rows.document(propertiesOf(DOCUMENT_PROPERTIES, row));
}

/** Reads what `values.evidence` gives of one. */
export function evidence(row: unknown): Evidence {
  return rows.evidence(propertiesOf(EVIDENCE_PROPERTIES, row));
}

/** Reads what `values.sources` gives of one. */
export function source(row: unknown): Source {
  return rows.source(propertiesOf(SOURCE_PROPERTIES, row));
}

/** Reads what `values.people` gives of one. */
export function personFacts(row: unknown): PersonFacts {
  return rows.personFacts(propertiesOf(PERSON_PROPERTIES, row));
}
