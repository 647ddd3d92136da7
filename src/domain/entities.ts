import type {
  CharacterId,
  CreditId,
  DocumentId,
  EvidenceId,
  OnScreenId,
  PersonId,
  SourceId,
  WorkId,
} from './ids.ts';
import type { EdtfDate, EpochDay, Instant } from './time.ts';

export const PRIVACIES = ['PUBLIC_FIGURE', 'PRIVATE'] as const;
/** PRIVATE people are related to nobody unless they have said so themselves, in public. */
export type Privacy = (typeof PRIVACIES)[number];

export const PLATFORMS = [
  'INSTAGRAM',
  'TWITTER',
  'TIKTOK',
  'YOUTUBE',
  'FACEBOOK',
  'THREADS',
  'BLUESKY',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** An account name without its @, as the platform writes it. */
export interface Handle {
  readonly platform: Platform;
  readonly name: string;
}

/** Ids of the same person or work in other catalogues: `Q…`, `nm…`/`tt…`, a number. */
export interface ExternalIds {
  readonly wikidata: string | null;
  readonly imdb: string | null;
  readonly tmdb: string | null;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly handles: readonly Handle[];
  readonly externalIds: ExternalIds;
  readonly birthDate: EdtfDate | null;
  /** The document that states the birth date. */
  readonly birthDateDocument: DocumentId | null;
  readonly privacy: Privacy;
}

export const WORK_KINDS = [
  'SERIES',
  'FILM',
  'SHORT',
  'TV_FILM',
  'SPECIAL',
  'COMIC',
  'GRAPHIC_NOVEL',
  'NOVEL',
  'BOOK',
  'PLAY',
  'MUSICAL',
  'GAME',
  'PODCAST',
  'ALBUM',
  'OTHER',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export interface Work {
  readonly id: WorkId;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly kind: WorkKind;
  /** When it was first shown or published. */
  readonly premiered: EdtfDate | null;
  readonly ended: EdtfDate | null;
  readonly network: string | null;
  readonly episodes: number | null;
  readonly basedOn: readonly WorkId[];
  readonly externalIds: ExternalIds;
  /** The document that states the above. */
  readonly document: DocumentId | null;
}

/** Fiction: no walk over real relationships ever crosses a character. */
export interface Character {
  readonly id: CharacterId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly work: WorkId;
}

export const SOURCE_KINDS = [
  'OUTLET',
  'SOCIAL_ACCOUNT',
  'PERSON',
  'FANDOM',
  'PUBLIC_RECORD',
  'DATASET',
  'ANONYMOUS',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const OUTLET_TYPES = ['TABLOID', 'CELEBRITY_MAGAZINE', 'NEWS', 'TRADE', 'FANDOM'] as const;
export type OutletType = (typeof OUTLET_TYPES)[number];

/** Whoever can be cited. */
export interface Source {
  readonly id: SourceId;
  readonly name: string;
  readonly kind: SourceKind;
  readonly domain: string | null;
  readonly outletType: OutletType | null;
  /** Whose own voice this is: a PERSON source or a SOCIAL_ACCOUNT of that person is first-party for them. */
  readonly person: PersonId | null;
  /** Probability in (0, 1) that a story originating here holds; null means the prior of its type. */
  readonly reliability: number | null;
}

/** An article, a post, an interview, a record, a release of a dataset. */
export interface Document {
  readonly id: DocumentId;
  readonly url: string | null;
  readonly title: string | null;
  readonly source: SourceId;
  readonly published: EdtfDate | null;
  readonly retrievedAt: Instant | null;
  /** SHA-256 of the text, in hexadecimal. */
  readonly contentHash: string | null;
  /** Documents that this one says, or is known, to be taken from. */
  readonly derivedFrom: readonly DocumentId[];
  /** Hashes (32-bit, ascending, distinct) of the text's five-word shingles; null without a text. */
  readonly shingles: readonly number[] | null;
  /** True when it cites Hearsay, which must not become its own witness. */
  readonly citesHearsay: boolean;
  /** People named in it, beyond those its claims name: a dated mention shows that somebody was alive then. */
  readonly names: readonly PersonId[];
}

export const EVIDENCE_KINDS = [
  'PHOTO',
  'INTIMATE_PHOTO',
  'VIDEO',
  'POST',
  'INTERVIEW',
  'PUBLIC_RECORD',
] as const;
/** INTIMATE_PHOTO shows what only couples do (a kiss, hands held); PHOTO shows people together. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const AVAILABILITIES = ['LIVE', 'DELETED', 'UNKNOWN'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** What a claim points at. */
export interface Evidence {
  readonly id: EvidenceId;
  readonly kind: EvidenceKind;
  readonly url: string | null;
  readonly description: string | null;
  readonly availability: Availability;
  readonly capturedAt: EdtfDate | null;
  /** The document it is or stands in: the Instagram post that shows the photo. */
  readonly document: DocumentId | null;
}

export const CREDIT_ROLES = [
  'ACTOR',
  'CREATOR',
  'DIRECTOR',
  'WRITER',
  'PRODUCER',
  'COMPOSER',
  'SELF',
  'OTHER',
] as const;
export type CreditRole = (typeof CREDIT_ROLES)[number];

/** A person's part in a work. One per person, work, role and character: the first document that states it stays. */
export interface Credit {
  readonly id: CreditId;
  readonly person: PersonId;
  readonly work: WorkId;
  readonly role: CreditRole;
  readonly character: CharacterId | null;
  /** Billing order, 1 first. */
  readonly billing: number | null;
  readonly document: DocumentId | null;
  /** Probability in (0, 1) that the credit is right; null means the reliability of the document's source. */
  readonly confidence: number | null;
  readonly recordedAt: Instant;
}

/** Person, work, role and character as one text: there is one credit of each. */
export function partOf({ person, work, role, character }: Credit): string {
  return [person, work, role, character ?? ''].join(' ');
}

export const ON_SCREEN_KINDS = ['COUPLE', 'FRIENDS', 'SIBLINGS', 'PARENT_OF', 'RIVALS'] as const;
export type OnScreenKind = (typeof ON_SCREEN_KINDS)[number];

/** A relation between two characters: a different type from anything between people, and labelled as fiction. */
export interface OnScreenRelationship {
  readonly id: OnScreenId;
  readonly kind: OnScreenKind;
  readonly characters: readonly [CharacterId, CharacterId];
  readonly work: WorkId;
  readonly document: DocumentId | null;
}

/** A person with what policy needs to know about their age. */
export interface PersonFacts {
  readonly person: Person;
  /** The last day that the earliest dated credit or document naming them may mean; null when there is none. */
  readonly knownSince: EpochDay | null;
}
