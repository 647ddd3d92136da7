import type { Outcome } from './claim.ts';
import type {
  Character,
  Credit,
  Document,
  Evidence,
  OnScreenRelationship,
  Person,
  Source,
  Work,
} from './entities.ts';

// How the fields of a record with the same id come together. A fact keeps what is on file, takes what was
// unknown (null), and refuses a contradiction; a list keeps its order and takes what is new; what advances only
// ever goes one way, whichever record comes first: a photo that was deleted was live before, and who is private
// stays so, even for a file that says nothing about it.
/** How one field of two records with the same id comes together. */
export type Rule = 'fact' | 'date' | 'list' | 'ids' | 'kept' | 'advances';
/** A rule for each field of a record. */
export type Rules<T> = { readonly [K in keyof T]-?: Rule };

/** The rules of people. */
export const PERSON: Rules<Person> = {
  id: 'fact',
  name: 'fact',
  aliases: 'list',
  handles: 'list',
  externalIds: 'ids',
  birthDate: 'date',
  birthDateDocument: 'fact',
  privacy: 'advances',
};
/** The rules of sources. */
export const SOURCE: Rules<Source> = {
  id: 'fact',
  name: 'fact',
  kind: 'fact',
  domain: 'fact',
  outletType: 'fact',
  person: 'fact',
  reliability: 'fact',
};
/** The rules of documents. */
export const DOCUMENT: Rules<Document> = {
  id: 'fact',
  url: 'fact',
  title: 'fact',
  source: 'fact',
  published: 'date',
  retrievedAt: 'fact',
  contentHash: 'fact',
  derivedFrom: 'list',
  shingles: 'fact',
  citesHearsay: 'advances',
  names: 'list',
};
/** The rules of evidence. */
export const EVIDENCE: Rules<Evidence> = {
  id: 'fact',
  kind: 'fact',
  url: 'fact',
  description: 'fact',
  availability: 'advances',
  capturedAt: 'date',
  document: 'fact',
};
/** The rules of works. */
export const WORK: Rules<Work> = {
  id: 'fact',
  title: 'fact',
  aliases: 'list',
  kind: 'fact',
  premiered: 'date',
  ended: 'date',
  network: 'fact',
  episodes: 'fact',
  basedOn: 'list',
  externalIds: 'ids',
  document: 'fact',
};
/** The rules of characters. */
export const CHARACTER: Rules<Character> = { id: 'fact', name: 'fact', aliases: 'list', work: 'fact' };
/** The rules of on-screen relationships. */
export const ON_SCREEN: Rules<OnScreenRelationship> = {
  id: 'fact',
  kind: 'fact',
  characters: 'fact',
  work: 'fact',
  document: 'fact',
};
/** The rules of credits. */
export const CREDIT: Rules<Credit> = {
  id: 'kept',
  person: 'fact',
  work: 'fact',
  role: 'fact',
  character: 'fact',
  billing: 'kept',
  document: 'kept',
  confidence: 'kept',
  recordedAt: 'kept',
};
/** The rules of outcomes. */
export const OUTCOME: Rules<Outcome> = {
  claim: 'fact',
  held: 'fact',
  decidedAt: 'date',
  recordedAt: 'kept',
  recordedBy: 'kept',
  note: 'fact',
};
