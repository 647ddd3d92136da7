// Written by scripts/codegen.ts from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type {
  PersonFacts,
  Work as WorkEntity,
  Character as CharacterEntity,
  Credit as CreditEntity,
  OnScreenRelationship as OnScreenRelationshipEntity,
  Source as SourceEntity,
  Document as DocumentEntity,
  Evidence as EvidenceEntity,
} from '../domain/entities.ts';
import type {
  Attribution as AttributionEntity,
  OnRecord as OnRecordEntity,
  CitedEvidence as CitedEvidenceEntity,
} from '../domain/claim.ts';
import type { ChangeEvent } from '../ports/graph-store.ts';
import type { CostarGraphAnswer, CostarEdgeModel } from '../application/costar-graph.ts';
import type { CostarNodeParent } from './resolvers/costars.ts';
import type { CostarPathAnswer, CostarPathModel, NoPathModel } from '../application/costar-path.ts';
import type {
  RelationshipAnswerModel,
  RelationshipStatusAnswerModel,
  AmbiguousPersonModel,
  PersonCandidateModel,
  UnknownPersonModel,
  AmbiguousWorkModel,
  WorkCandidateModel,
  UnknownWorkModel,
  WithheldModel,
  RumorModel,
  RumorOriginModel,
  NoRumorModel,
  TermModel,
  ExplanationModel,
  WouldChangeModel,
  ProvenanceGraphModel,
  ProvenanceNodeModel,
  ProvenanceEdgeModel,
  ClaimModel,
} from '../application/models.ts';
import type {
  ChangeConnectionModel,
  ChangeEdgeModel,
  ClaimConnectionModel,
  ClaimEdgeModel,
  CreditConnectionModel,
  CreditEdgeModel,
  SourceConnectionModel,
  SourceEdgeModel,
  RelationshipConnectionModel,
  RelationshipEdgeModel,
  SearchConnectionModel,
  SearchEdgeModel,
} from './connections.ts';
import type { RequestContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  /** A date of EDTF from the year 1000 to 9999: `2022-04-29`, `2022-04`, `2022`, `2022~` (about), `201X` (some year of that decade). No intervals, seasons or longer years. */
  EDTF: { input: string; output: string };
  /** An RFC 3339 date-time with its zone, answered in UTC: `2022-04-29T16:09:00.000Z`. */
  DateTime: { input: string; output: string };
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** Is X related to Y, and who says so? */
  readonly relationship: RelationshipResult;
  /** The short form for people in a hurry: are these two dating? Names, ids or @handles as plain text. */
  readonly isDating: RelationshipResult;
  /** Is X single? The question about one person. */
  readonly relationshipStatus: RelationshipStatusResult;
  /** A person. */
  readonly person: PersonResult;
  /** A show, film, book or other work. */
  readonly work: WorkResult;
  /** Finds people, works and characters by part of a name, alias or handle, in any case, without diacritics, and near misses. */
  readonly search: SearchConnection;
  /** Claims, the latest said first. */
  readonly claims: ClaimConnection;
  /** A source by its id; null when there is none. */
  readonly source: Maybe<Source>;
  /** Everybody who has been cited, by id. */
  readonly sources: SourceConnection;
  /** Where a rumor comes from: its first appearance, its origins, who passed it on, who denied it. */
  readonly rumor: RumorResult;
  /** Who played with whom? Somebody's co-stars, those with the most works in common first. Fiction is not asked here. */
  readonly costarGraph: CostarGraphResult;
  /** How do two people connect? All shortest ways from one to the other, from co-star to co-star, through parts as ACTOR. */
  readonly costarPath: CostarPathResult;
  /**
   * What has been recorded, oldest first. Whoever keeps the last cursor, and asks again with it, is told of everything
   * that is recorded later, on whichever server, and of nothing twice. It tells only of what may be shown now: what
   * may not be shown leaves no gap. What may be shown at a later date only (somebody comes of age) is not told again.
   */
  readonly changes: ChangeConnection;
  /** Any object by its id; null when there is none that may be shown. */
  readonly node: Maybe<Node>;
  /** Several objects by id, in the order asked, null where there is none that may be shown. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryRelationshipArgs = {
  a: PersonRef;
  b: PersonRef;
  kind?: InputMaybe<PairKind>;
  asOf?: InputMaybe<Scalars['EDTF']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryIsDatingArgs = {
  a: Scalars['String']['input'];
  b: Scalars['String']['input'];
  asOf?: InputMaybe<Scalars['EDTF']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryRelationshipStatusArgs = {
  of: PersonRef;
  asOf?: InputMaybe<Scalars['EDTF']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryPersonArgs = {
  ref: PersonRef;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryWorkArgs = {
  ref: WorkRef;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QuerySearchArgs = {
  text: Scalars['String']['input'];
  types?: InputMaybe<ReadonlyArray<SearchType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryClaimsArgs = {
  filter: ClaimFilter;
  asOf?: InputMaybe<Scalars['EDTF']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QuerySourceArgs = {
  id: Scalars['ID']['input'];
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QuerySourcesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryRumorArgs = {
  a: PersonRef;
  b: PersonRef;
  kind?: InputMaybe<PairKind>;
  asOf?: InputMaybe<Scalars['EDTF']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryCostarGraphArgs = {
  root: PersonRef;
  depth?: InputMaybe<Scalars['Int']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  minShared?: InputMaybe<Scalars['Int']['input']>;
  roles?: InputMaybe<ReadonlyArray<CreditRole>>;
  asOf?: InputMaybe<Scalars['EDTF']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryCostarPathArgs = {
  from: PersonRef;
  to: PersonRef;
  maxDepth?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<Scalars['EDTF']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};

/**
 * What Hearsay can be asked. It records who says that people are related, on what evidence and when; it never
 * records that they are. Every answer is folded from claims for a date (`asOf`, valid time) and for a state of
 * knowledge (`knownAt`, transaction time); both default to now.
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** Something with an id that stays the same. */
export type Node = {
  /** A stable, readable id: its type, a slash, a name. */
  readonly id: Scalars['ID']['output'];
};

/** Ways to point at a person: exactly one. */
export type PersonRef =
  /** An id, `person/…`. */
  | {
      readonly id: Scalars['ID']['input'];
      readonly name?: never;
      readonly handle?: never;
      readonly wikidata?: never;
      readonly imdb?: never;
      readonly tmdb?: never;
    } /** A name or alias as people write it; case and diacritics do not matter. */
  | {
      readonly id?: never;
      readonly name: Scalars['String']['input'];
      readonly handle?: never;
      readonly wikidata?: never;
      readonly imdb?: never;
      readonly tmdb?: never;
    } /** An account on a platform. */
  | {
      readonly id?: never;
      readonly name?: never;
      readonly handle: HandleInput;
      readonly wikidata?: never;
      readonly imdb?: never;
      readonly tmdb?: never;
    } /** A Wikidata id, `Q…`. */
  | {
      readonly id?: never;
      readonly name?: never;
      readonly handle?: never;
      readonly wikidata: Scalars['String']['input'];
      readonly imdb?: never;
      readonly tmdb?: never;
    } /** An IMDb id, `nm…`. */
  | {
      readonly id?: never;
      readonly name?: never;
      readonly handle?: never;
      readonly wikidata?: never;
      readonly imdb: Scalars['String']['input'];
      readonly tmdb?: never;
    } /** A TMDB person id. */
  | {
      readonly id?: never;
      readonly name?: never;
      readonly handle?: never;
      readonly wikidata?: never;
      readonly imdb?: never;
      readonly tmdb: Scalars['String']['input'];
    };

/** An account on a platform. */
export type HandleInput = {
  /** Where the account is. */
  readonly platform: Platform;
  /** Its name, with or without the @. */
  readonly name: Scalars['String']['input'];
};

/** Ways to point at a work: exactly one. */
export type WorkRef =
  /** An id, `work/…`. */
  | {
      readonly id: Scalars['ID']['input'];
      readonly title?: never;
      readonly wikidata?: never;
      readonly imdb?: never;
      readonly tmdb?: never;
    } /** A title as people write it; case and diacritics do not matter. */
  | {
      readonly id?: never;
      readonly title: Scalars['String']['input'];
      readonly wikidata?: never;
      readonly imdb?: never;
      readonly tmdb?: never;
    } /** A Wikidata id, `Q…`. */
  | {
      readonly id?: never;
      readonly title?: never;
      readonly wikidata: Scalars['String']['input'];
      readonly imdb?: never;
      readonly tmdb?: never;
    } /** An IMDb id, `tt…`. */
  | {
      readonly id?: never;
      readonly title?: never;
      readonly wikidata?: never;
      readonly imdb: Scalars['String']['input'];
      readonly tmdb?: never;
    } /** A TMDB id. */
  | {
      readonly id?: never;
      readonly title?: never;
      readonly wikidata?: never;
      readonly imdb?: never;
      readonly tmdb: Scalars['String']['input'];
    };

/** Which claims. Every part given must match; at least one of person, document, source and evidence is needed. */
export type ClaimFilter = {
  /** Claims that name this person. */
  readonly person?: InputMaybe<PersonRef>;
  /** With `person`: claims that name both. */
  readonly with?: InputMaybe<PersonRef>;
  /** Claims of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<ClaimKind>>;
  /** Claims of these stances. */
  readonly stances?: InputMaybe<ReadonlyArray<Stance>>;
  /** Claims in this document, by id. */
  readonly document?: InputMaybe<Scalars['ID']['input']>;
  /** Claims said in a document of this source or attributed to it, by id. */
  readonly source?: InputMaybe<Scalars['ID']['input']>;
  /** Claims that cite this piece of evidence, by id. */
  readonly evidence?: InputMaybe<Scalars['ID']['input']>;
  /** True: also claims that were taken back. */
  readonly includeRetracted?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The outcome of asking about two people. */
export type RelationshipResult = RelationshipAnswer | AmbiguousPerson | UnknownPerson | Withheld;

/** The outcome of asking about one person's love life. */
export type RelationshipStatusResult = RelationshipStatusAnswer | AmbiguousPerson | UnknownPerson | Withheld;

/** The outcome of asking where a rumor comes from. */
export type RumorResult = Rumor | NoRumor | AmbiguousPerson | UnknownPerson | Withheld;

/** The outcome of asking for somebody's co-stars. */
export type CostarGraphResult = CostarGraph | AmbiguousPerson | UnknownPerson;

/** The outcome of asking how two people connect. */
export type CostarPathResult = CostarPath | NoPath | AmbiguousPerson | UnknownPerson;

/** The outcome of looking a person up. */
export type PersonResult = Person | AmbiguousPerson | UnknownPerson;

/** The outcome of looking a work up. */
export type WorkResult = Work | AmbiguousWork | UnknownWork;

/** What the claims on file amount to for one question about two people. */
export type RelationshipAnswer = {
  readonly __typename?: 'RelationshipAnswer';
  /** The two people by id, so that asking about X and Y is asking about Y and X; for PARENT_OF the parent first. */
  readonly people: ReadonlyArray<Person>;
  /** Where the evidence leaves it. */
  readonly status: RelationshipStatus;
  /** The status as an answer to the question. */
  readonly answer: Answer;
  /** The probability, 0 to 1, that the relationship holds at `asOf`; not how sure the answer is. Null when nothing was said. */
  readonly confidence: Maybe<Scalars['Float']['output']>;
  /** How little is known, from near 0 (much) to 1 (nothing). Ignorance is not conflict. */
  readonly ignorance: Scalars['Float']['output'];
  /** The kind asked for, or the stronger one that was found. */
  readonly kind: PairKind;
  /** When it is said to have begun. */
  readonly since: Maybe<Scalars['EDTF']['output']>;
  /** When it is said to have ended. */
  readonly until: Maybe<Scalars['EDTF']['output']>;
  /** The date that this answer is about, as it was asked. */
  readonly asOf: Scalars['EDTF']['output'];
  /** The state of knowledge that this answer rests on. */
  readonly knownAt: Scalars['DateTime']['output'];
  /** When something that counts was last said; copies and relays carry the date of their origin. */
  readonly lastHeard: Maybe<Scalars['EDTF']['output']>;
  /** How many independent origins support it; copies and relays add none. */
  readonly independentSources: Scalars['Int']['output'];
  /** Claims that speak for it, the heaviest first. */
  readonly supporting: ClaimConnection;
  /** Claims that count against it: denials and endings first, then that one of the two is single, kin, or with somebody else. */
  readonly denying: ClaimConnection;
  /** How the number came about; null when there is none. */
  readonly explanation: Maybe<Explanation>;
  /** What one more event would make of this answer, found by trying. */
  readonly wouldChange: ReadonlyArray<WouldChange>;
  /** The answer in words, every statement attributed. */
  readonly summary: Scalars['String']['output'];
  /** Fiction: relations of characters that these two play. */
  readonly onScreen: ReadonlyArray<OnScreenRelationship>;
  /** True when there were more claims than one answer may read; the latest were used. */
  readonly truncated: Scalars['Boolean']['output'];
  /** The version of the rules that gave this number. */
  readonly engineVersion: Scalars['String']['output'];
};

/** What the claims on file amount to for one question about two people. */
export type RelationshipAnswerSupportingArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What the claims on file amount to for one question about two people. */
export type RelationshipAnswerDenyingArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What the claims on file amount to for one question about two people. */
export type RelationshipAnswerSummaryArgs = {
  locale?: Locale;
};

/** Languages of `summary`, as BCP 47 tags. */
export type Locale =
  /** English. */
  'en';

/** What the claims on file amount to for the question whether somebody is single. */
export type RelationshipStatusAnswer = {
  readonly __typename?: 'RelationshipStatusAnswer';
  /** Who was asked about. */
  readonly person: Person;
  /** Always SINGLE: what was asked. */
  readonly kind: ClaimKind;
  /** Where the evidence leaves it. */
  readonly status: RelationshipStatus;
  /** The status as an answer to the question. */
  readonly answer: Answer;
  /** The probability, 0 to 1, that the person is single at `asOf`. Null when nothing was said. */
  readonly confidence: Maybe<Scalars['Float']['output']>;
  /** How little is known, from near 0 (much) to 1 (nothing). */
  readonly ignorance: Scalars['Float']['output'];
  /** The date that this answer is about, as it was asked. */
  readonly asOf: Scalars['EDTF']['output'];
  /** The state of knowledge that this answer rests on. */
  readonly knownAt: Scalars['DateTime']['output'];
  /** When something that counts was last said. */
  readonly lastHeard: Maybe<Scalars['EDTF']['output']>;
  /** The claims that decided it. */
  readonly claims: ClaimConnection;
  /** The answer in words, every statement attributed. */
  readonly summary: Scalars['String']['output'];
  /** The version of the rules that gave this number. */
  readonly engineVersion: Scalars['String']['output'];
};

/** What the claims on file amount to for the question whether somebody is single. */
export type RelationshipStatusAnswerClaimsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What the claims on file amount to for the question whether somebody is single. */
export type RelationshipStatusAnswerSummaryArgs = {
  locale?: Locale;
};

/**
 * Somebody with their co-stars, to be drawn or listed. It rests on credits, which are public, and on no claim. People
 * who are PRIVATE are neither in it nor asked about: their graph is empty.
 */
export type CostarGraph = {
  readonly __typename?: 'CostarGraph';
  /** Whose co-stars. */
  readonly root: Person;
  /** The root first, then by steps from it, works shared (most first), id. */
  readonly nodes: ReadonlyArray<CostarNode>;
  /**
   * Who shares works, the most first, 1000 at most: the root with its co-stars; at depth 2 also these among each
   * other and with theirs.
   */
  readonly edges: ReadonlyArray<CostarEdge>;
  /** True when somebody or some edge was left out, because of `limit` or because the search became too long. */
  readonly truncated: Scalars['Boolean']['output'];
  /** The date that this is about, as it was asked. */
  readonly asOf: Scalars['EDTF']['output'];
  /** The state of knowledge that this rests on. */
  readonly knownAt: Scalars['DateTime']['output'];
};

/** Somebody in a co-star graph. */
export type CostarNode = {
  readonly __typename?: 'CostarNode';
  /** Who. */
  readonly person: Person;
  /** Steps from the root, which is there itself with 0. */
  readonly depth: Scalars['Int']['output'];
  /** Works shared with the root; two steps away with the co-star they share the most with; 0 for the root. */
  readonly sharedWorkCount: Scalars['Int']['output'];
  /** Where to draw them, from left to right. The same graph is laid out the same way every time. */
  readonly x: Scalars['Float']['output'];
  /** Where to draw them, from top to bottom. */
  readonly y: Scalars['Float']['output'];
};

/** Two people and the works that both are in. */
export type CostarEdge = {
  readonly __typename?: 'CostarEdge';
  /** The one whose id comes first. */
  readonly a: Person;
  /** The other. */
  readonly b: Person;
  /** How many works they share. */
  readonly sharedWorkCount: Scalars['Int']['output'];
  /** The first of those works by id. */
  readonly works: ReadonlyArray<Work>;
};

/** Two people and the works that both are in. */
export type CostarEdgeWorksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** How two people connect. */
export type CostarPath = {
  readonly __typename?: 'CostarPath';
  /** How many hops each path has. */
  readonly length: Scalars['Int']['output'];
  /** All shortest paths, up to 20, by the ids along them. */
  readonly paths: ReadonlyArray<CostarChain>;
  /** True when there are more such paths than `paths` can tell. */
  readonly truncated: Scalars['Boolean']['output'];
  /** The date that this is about, as it was asked. */
  readonly asOf: Scalars['EDTF']['output'];
  /** The state of knowledge that this rests on. */
  readonly knownAt: Scalars['DateTime']['output'];
};

/** How two people connect. */
export type CostarPathPathsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One way from one person to another. */
export type CostarChain = {
  readonly __typename?: 'CostarChain';
  /** From co-star to co-star. */
  readonly hops: ReadonlyArray<CostarHop>;
};

/** Two neighbours on a path and the works that both are in. */
export type CostarHop = {
  readonly __typename?: 'CostarHop';
  /** Where the hop begins. */
  readonly from: Person;
  /** Where it ends. */
  readonly to: Person;
  /** How many works they share. */
  readonly sharedWorkCount: Scalars['Int']['output'];
  /** The first of those works by id. */
  readonly works: ReadonlyArray<Work>;
};

/** Two neighbours on a path and the works that both are in. */
export type CostarHopWorksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** No way leads from one to the other within `maxDepth` hops. */
export type NoPath = {
  readonly __typename?: 'NoPath';
  /** Where it would begin. */
  readonly from: Person;
  /** Where it would end. */
  readonly to: Person;
  /** How many hops a path could have had. */
  readonly maxDepth: Scalars['Int']['output'];
  /** True when the search became too long before all paths of that length were tried: there may be one. */
  readonly truncated: Scalars['Boolean']['output'];
  /** The date that this is about, as it was asked. */
  readonly asOf: Scalars['EDTF']['output'];
  /** The state of knowledge that this rests on. */
  readonly knownAt: Scalars['DateTime']['output'];
};

/** The name given fits several people; what tells them apart is listed, and no guess is made. */
export type AmbiguousPerson = {
  readonly __typename?: 'AmbiguousPerson';
  /** Which argument. */
  readonly argument: Scalars['String']['output'];
  /** What was given. */
  readonly given: Scalars['String']['output'];
  /** Who it may be. */
  readonly candidates: ReadonlyArray<PersonCandidate>;
};

/** Somebody who may have been meant. */
export type PersonCandidate = {
  readonly __typename?: 'PersonCandidate';
  /** The person. */
  readonly person: Person;
  /** What tells them from the others: works, birth year, handles. */
  readonly distinguishedBy: ReadonlyArray<Scalars['String']['output']>;
};

/** Nobody on file goes by that name, handle or id. */
export type UnknownPerson = {
  readonly __typename?: 'UnknownPerson';
  /** Which argument. */
  readonly argument: Scalars['String']['output'];
  /** What was given. */
  readonly given: Scalars['String']['output'];
  /** People with near names. */
  readonly suggestions: ReadonlyArray<Person>;
};

/** The title given fits several works. */
export type AmbiguousWork = {
  readonly __typename?: 'AmbiguousWork';
  /** Which argument. */
  readonly argument: Scalars['String']['output'];
  /** What was given. */
  readonly given: Scalars['String']['output'];
  /** Which it may be. */
  readonly candidates: ReadonlyArray<WorkCandidate>;
};

/** A work that may have been meant. */
export type WorkCandidate = {
  readonly __typename?: 'WorkCandidate';
  /** The work. */
  readonly work: Work;
  /** What tells it from the others: kind, year, network. */
  readonly distinguishedBy: ReadonlyArray<Scalars['String']['output']>;
};

/** No work on file goes by that title or id. */
export type UnknownWork = {
  readonly __typename?: 'UnknownWork';
  /** Which argument. */
  readonly argument: Scalars['String']['output'];
  /** What was given. */
  readonly given: Scalars['String']['output'];
  /** Works with near titles. */
  readonly suggestions: ReadonlyArray<Work>;
};

/** Not answered, because of who the people are and of the date; it says nothing about whether claims exist. */
export type Withheld = {
  readonly __typename?: 'Withheld';
  /** Why. */
  readonly reason: WithheldReason;
  /** What would change that. */
  readonly hint: Scalars['String']['output'];
};

/** Why an answer is withheld. */
export type WithheldReason =
  /** Somebody was under 18 at the date asked about. */
  | 'MINOR'
  /** Nothing on file shows that everybody was 18 at the date asked about. */
  | 'BIRTH_DATE_UNKNOWN'
  /** Somebody is not a public figure and has not spoken about it in public. */
  | 'PRIVATE_PERSON';

/** Where a rumor comes from and where it went. */
export type Rumor = {
  readonly __typename?: 'Rumor';
  /** The two people by id, so that asking about X and Y is asking about Y and X; for PARENT_OF the parent first. */
  readonly people: ReadonlyArray<Person>;
  /** What is rumored. */
  readonly kind: PairKind;
  /** The date that this is about, as it was asked. */
  readonly asOf: Scalars['EDTF']['output'];
  /** The state of knowledge that this rests on. */
  readonly knownAt: Scalars['DateTime']['output'];
  /** Where the evidence leaves it. */
  readonly status: RelationshipStatus;
  /** The earliest dated document on file that says it; null when none has a date. */
  readonly firstAppearance: Maybe<Document>;
  /** The independent origins that it goes back to, the heaviest first. */
  readonly origins: ReadonlyArray<RumorOrigin>;
  /** What the two, or their representatives, have said themselves, for or against. */
  readonly firstPartyStatements: ClaimConnection;
  /** Who has it from whom. */
  readonly spread: ProvenanceGraph;
  /** Claims that deny it, say that it is over, or that one of the two is single, the latest first. */
  readonly denials: ClaimConnection;
};

/** Where a rumor comes from and where it went. */
export type RumorFirstPartyStatementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Where a rumor comes from and where it went. */
export type RumorDenialsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An independent origin of a rumor. */
export type RumorOrigin = {
  readonly __typename?: 'RumorOrigin';
  /** Who said it first, as far as is known. */
  readonly source: Source;
  /** When this origin was first heard of. */
  readonly firstSaid: Maybe<Scalars['EDTF']['output']>;
  /** The claims that go back to it, the heaviest first. */
  readonly claims: ClaimConnection;
};

/** An independent origin of a rumor. */
export type RumorOriginClaimsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Nobody on file has said it. */
export type NoRumor = {
  readonly __typename?: 'NoRumor';
  /** The two people by id, so that asking about X and Y is asking about Y and X; for PARENT_OF the parent first. */
  readonly people: ReadonlyArray<Person>;
  /** What was asked. */
  readonly kind: PairKind;
  /** The date that this is about, as it was asked. */
  readonly asOf: Scalars['EDTF']['output'];
  /** What people on file have said against it all the same. */
  readonly denials: ClaimConnection;
};

/** Nobody on file has said it. */
export type NoRumorDenialsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A graph of where something was said, seen and taken from. It has no cycles except where sources cite each other. */
export type ProvenanceGraph = {
  readonly __typename?: 'ProvenanceGraph';
  /** Claims, documents, sources and pieces of evidence. */
  readonly nodes: ReadonlyArray<ProvenanceNode>;
  /** How they hang together. */
  readonly edges: ReadonlyArray<ProvenanceEdge>;
};

/** A claim, document, source or piece of evidence in a provenance graph. */
export type ProvenanceNode = {
  readonly __typename?: 'ProvenanceNode';
  /** The id of the object; `node(id)` finds it. */
  readonly id: Scalars['ID']['output'];
  /** What to call it. */
  readonly label: Scalars['String']['output'];
  /** What it is. */
  readonly type: ProvenanceNodeType;
  /** True where a chain ends: the origin, as far as is known. */
  readonly root: Scalars['Boolean']['output'];
};

/** What a node of a provenance graph is. */
export type ProvenanceNodeType =
  /** A statement in a document. */
  | 'CLAIM'
  /** An article, post, interview or record. */
  | 'DOCUMENT'
  /** Whoever published it or is named as where it comes from. */
  | 'SOURCE'
  /** A photo, video, post or record that is pointed at. */
  | 'EVIDENCE';

/** A step from what was said towards where it comes from. */
export type ProvenanceEdge = {
  readonly __typename?: 'ProvenanceEdge';
  /** The id of the later node. */
  readonly from: Scalars['ID']['output'];
  /** The id of what it rests on. */
  readonly to: Scalars['ID']['output'];
  /** How. */
  readonly type: ProvenanceEdgeType;
};

/** How one node of a provenance graph rests on another. */
export type ProvenanceEdgeType =
  /** The claim stands in the document. */
  | 'STATED_IN'
  /** The document is published by the source. */
  | 'PUBLISHED_BY'
  /** The claim, or the source before it, has it from this source or document. */
  | 'ATTRIBUTED_TO'
  /** The claim points at the evidence as showing it. */
  | 'SUPPORTED_BY'
  /** The claim mentions the evidence and says that it shows nothing. */
  | 'MENTIONS'
  /** The evidence is, or stands in, the document. */
  | 'SHOWN_IN'
  /** The document says, or is known, to be taken from the other. */
  | 'DERIVED_FROM'
  /** The text is copied from the other document without credit. */
  | 'COPIED_FROM';

/** How a confidence came about, in enough detail to compute it by hand. */
export type Explanation = {
  readonly __typename?: 'Explanation';
  /** The probability before anything was said. */
  readonly prior: Scalars['Float']['output'];
  /** The sum of the prior's log-odds and all contributions. */
  readonly logOdds: Scalars['Float']['output'];
  /** confidence = σ(a · logOdds + b), then the caps. */
  readonly calibration: Calibration;
  /** The bounds that applied afterwards, in order. */
  readonly caps: ReadonlyArray<Cap>;
  /** The independent groups of claims and what each added. */
  readonly terms: ReadonlyArray<Term>;
  /** The same for "it has ended"; null when nothing says so. */
  readonly ending: Maybe<Explanation>;
};

/** The line through log-odds that makes probabilities match outcomes. */
export type Calibration = {
  readonly __typename?: 'Calibration';
  /** The slope, above 0. */
  readonly a: Scalars['Float']['output'];
  /** The intercept. */
  readonly b: Scalars['Float']['output'];
};

/** A bound on the confidence that applied. */
export type Cap = {
  readonly __typename?: 'Cap';
  /** Which rule. */
  readonly code: CapCode;
  /** The probability that it allows. */
  readonly limit: Scalars['Float']['output'];
  /** Why, in a sentence. */
  readonly because: Scalars['String']['output'];
};

/** The rules that bound a confidence. */
export type CapCode =
  /** Nobody concerned has confirmed it and no record shows it. */
  | 'NO_HARD_EVIDENCE'
  /** Somebody concerned has denied it and nothing hard answers that. */
  | 'UNANSWERED_DENIAL'
  /** It has been a long time since anybody vouched for it, or it was said to be over. */
  | 'SILENCE'
  /** The two are said to be close kin. */
  | 'KINSHIP'
  /** No answer is closer to certain than this. */
  | 'FLOOR'
  /** No answer is closer to certain than this. */
  | 'CEILING';

/** One independent origin and what it added to the number. */
export type Term = {
  readonly __typename?: 'Term';
  /** Names the group: the root source, a piece of evidence, or `saturation` for what many weak origins lose together. */
  readonly group: Scalars['String']['output'];
  /** Which way it counts. */
  readonly stance: TermStance;
  /** The root source; null for evidence and saturation. */
  readonly source: Maybe<Source>;
  /** The claims of the group, the heaviest first. */
  readonly claims: ClaimConnection;
  /** The weight of its heaviest claim, in log-odds, before time and rules took their part. */
  readonly weight: Scalars['Float']['output'];
  /** What time and rules left of it, 0 to 1. */
  readonly discount: Scalars['Float']['output'];
  /** What the pool takes of that: 1 for the heaviest origin, less for each that follows; of denials a part, and negative. */
  readonly share: Scalars['Float']['output'];
  /** What it added to the log-odds: weight · discount · share. */
  readonly contribution: Scalars['Float']['output'];
};

/** One independent origin and what it added to the number. */
export type TermClaimsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Which way a group of claims counts. */
export type TermStance =
  /** For the relationship. */
  | 'SUPPORTS'
  /** Against it. */
  | 'DENIES'
  /** For its having ended. */
  | 'ENDS';

/** What one more event would make of an answer. */
export type WouldChange = {
  readonly __typename?: 'WouldChange';
  /** Which event. */
  readonly code: WouldChangeCode;
  /** The event and its effect in words. */
  readonly text: Scalars['String']['output'];
  /** The status it would lead to. */
  readonly status: RelationshipStatus;
  /** The answer it would lead to. */
  readonly answer: Answer;
  /** The confidence it would lead to. */
  readonly confidence: Maybe<Scalars['Float']['output']>;
};

/** Events that are tried on an answer. */
export type WouldChangeCode =
  /** One of the two confirms it on an own account. */
  | 'FIRST_PARTY_CONFIRMATION'
  /** One of the two denies it on an own account. */
  | 'FIRST_PARTY_DENIAL'
  /** One more tabloid reports it, independently. */
  | 'INDEPENDENT_TABLOID'
  /** One more celebrity magazine reports it, independently. */
  | 'INDEPENDENT_CELEBRITY_MAGAZINE'
  /** One more news outlet reports it, independently. */
  | 'INDEPENDENT_NEWS'
  /** One more trade paper reports it, independently. */
  | 'INDEPENDENT_TRADE'
  /** One more fan account says it, independently. */
  | 'INDEPENDENT_FANDOM'
  /** Nobody says anything for a year. */
  | 'YEAR_OF_SILENCE';

/** Somebody who is, or was, said to be related to somebody. */
export type Person = Node & {
  readonly __typename?: 'Person';
  /** A stable, readable id, `person/…`. */
  readonly id: Scalars['ID']['output'];
  /** The name that they go by. */
  readonly name: Scalars['String']['output'];
  /** Other names that they are found by. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** Their accounts. */
  readonly handles: ReadonlyArray<Handle>;
  /** The same person in other catalogues. */
  readonly externalIds: ExternalIds;
  /** When they were born; not shown of private people. */
  readonly birthDate: Maybe<Scalars['EDTF']['output']>;
  /** The document that states the birth date; not shown of private people. */
  readonly birthDateDocument: Maybe<Document>;
  /** Whether they are a public figure. */
  readonly privacy: Privacy;
  /** Their parts in works, by billing. */
  readonly credits: CreditConnection;
  /** Who is X dating? What is said about this person and others, the most recent first. */
  readonly relationships: RelationshipConnection;
};

/** Somebody who is, or was, said to be related to somebody. */
export type PersonCreditsArgs = {
  roles?: InputMaybe<ReadonlyArray<CreditRole>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody who is, or was, said to be related to somebody. */
export type PersonRelationshipsArgs = {
  kinds?: InputMaybe<ReadonlyArray<PairKind>>;
  statuses?: InputMaybe<ReadonlyArray<RelationshipStatus>>;
  asOf?: InputMaybe<Scalars['EDTF']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An account on a platform. */
export type Handle = {
  readonly __typename?: 'Handle';
  /** Where. */
  readonly platform: Platform;
  /** Its name, without the @. */
  readonly name: Scalars['String']['output'];
};

/** Ids of the same person or work in other catalogues. */
export type ExternalIds = {
  readonly __typename?: 'ExternalIds';
  /** Wikidata, `Q…`. */
  readonly wikidata: Maybe<Scalars['String']['output']>;
  /** IMDb, `nm…` or `tt…`. */
  readonly imdb: Maybe<Scalars['String']['output']>;
  /** TMDB, a number. */
  readonly tmdb: Maybe<Scalars['String']['output']>;
};

/** A show, film, book or other work. */
export type Work = Node & {
  readonly __typename?: 'Work';
  /** A stable, readable id, `work/…`. */
  readonly id: Scalars['ID']['output'];
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** Other titles that it is found by. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** What it is. */
  readonly kind: WorkKind;
  /** When it was first shown or published. */
  readonly premiered: Maybe<Scalars['EDTF']['output']>;
  /** When it ended. */
  readonly ended: Maybe<Scalars['EDTF']['output']>;
  /** Who shows it. */
  readonly network: Maybe<Scalars['String']['output']>;
  /** How many episodes it has. */
  readonly episodes: Maybe<Scalars['Int']['output']>;
  /** Works that it is adapted from. */
  readonly basedOn: ReadonlyArray<Work>;
  /** The same work in other catalogues. */
  readonly externalIds: ExternalIds;
  /** The document that states all this. */
  readonly document: Maybe<Document>;
  /** Who took part, by billing. */
  readonly credits: CreditConnection;
};

/** A show, film, book or other work. */
export type WorkCreditsArgs = {
  roles?: InputMaybe<ReadonlyArray<CreditRole>>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody in a work: fiction. */
export type Character = Node & {
  readonly __typename?: 'Character';
  /** A stable, readable id, `character/…`. */
  readonly id: Scalars['ID']['output'];
  /** The character's name. */
  readonly name: Scalars['String']['output'];
  /** Other names that the character is found by. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** The work that the character lives in. */
  readonly work: Work;
  /** Who played the character. */
  readonly playedBy: CreditConnection;
};

/** Somebody in a work: fiction. */
export type CharacterPlayedByArgs = {
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A person's part in a work. */
export type Credit = Node & {
  readonly __typename?: 'Credit';
  /** A stable id, `credit/…`. */
  readonly id: Scalars['ID']['output'];
  /** Who. */
  readonly person: Person;
  /** In what. */
  readonly work: Work;
  /** As what. */
  readonly role: CreditRole;
  /** Whom they played. */
  readonly character: Maybe<Character>;
  /** The place in the billing, 1 first. */
  readonly billing: Maybe<Scalars['Int']['output']>;
  /** The document that states it. */
  readonly document: Maybe<Document>;
  /** The probability, 0 to 1, that it is right: the reliability of its source unless stated. */
  readonly confidence: Scalars['Float']['output'];
  /** When it entered the graph. */
  readonly recordedAt: Scalars['DateTime']['output'];
};

/** A relation between two characters of a work. It is fiction and says nothing about those who play them. */
export type OnScreenRelationship = Node & {
  readonly __typename?: 'OnScreenRelationship';
  /** A stable id, `on-screen/…`. */
  readonly id: Scalars['ID']['output'];
  /** What they are to each other. */
  readonly kind: OnScreenKind;
  /** The work. */
  readonly work: Work;
  /** The two characters. */
  readonly characters: ReadonlyArray<Character>;
  /** The document that states it. */
  readonly document: Maybe<Document>;
};

/** What somebody said about one or two people, in a document, at a time. */
export type Claim = Node & {
  readonly __typename?: 'Claim';
  /** A stable id, `claim/…`. */
  readonly id: Scalars['ID']['output'];
  /** What is claimed. */
  readonly kind: ClaimKind;
  /** Whom it is about. For PARENT_OF the parent. */
  readonly subject: Person;
  /** Whom else it is about; null for SINGLE. */
  readonly object: Maybe<Person>;
  /** What the document does with it. */
  readonly stance: Stance;
  /** How strongly the document puts it. */
  readonly modality: Modality;
  /** Where it was said. */
  readonly document: Document;
  /** Whom the document says it has it from, nearest first. */
  readonly attributedTo: ReadonlyArray<Attribution>;
  /** True when the document leans on an unnamed insider of its own. */
  readonly anonymousInsider: Scalars['Boolean']['output'];
  /** Who of the people concerned is quoted on the record. */
  readonly onRecord: Maybe<OnRecord>;
  /** What it points at, and what the document says of it. */
  readonly evidence: ReadonlyArray<CitedEvidence>;
  /** Where in the document: `p3` is the third paragraph. */
  readonly locator: Maybe<Scalars['String']['output']>;
  /** A phrase from it. */
  readonly quote: Maybe<Scalars['String']['output']>;
  /** From when it is said to hold. */
  readonly validFrom: Maybe<Scalars['EDTF']['output']>;
  /** Until when it is said to hold. An ending without it is of unknown date. */
  readonly validTo: Maybe<Scalars['EDTF']['output']>;
  /** When it was said. */
  readonly assertedAt: Scalars['EDTF']['output'];
  /** When it entered the graph. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** The taking back of it, if it was taken back. */
  readonly retraction: Maybe<Retraction>;
  /** The graph upstream of this claim: documents, sources and evidence, who has it from whom, who copied whom, the roots. */
  readonly provenance: ProvenanceGraph;
};

/** One step of "according to". */
export type Attribution = {
  readonly __typename?: 'Attribution';
  /** Who is named. */
  readonly source: Source;
  /** The document of theirs, when it is known. */
  readonly document: Maybe<Document>;
};

/** Somebody concerned, quoted on the record. */
export type OnRecord = {
  readonly __typename?: 'OnRecord';
  /** Who. */
  readonly person: Person;
  /** In which voice. */
  readonly as: Voice;
};

/** In which voice somebody is quoted. */
export type Voice =
  /** In person. */
  | 'SELF'
  /** Through somebody who speaks for them. */
  | 'REPRESENTATIVE';

/** A piece of evidence and what the document says of it. */
export type CitedEvidence = {
  readonly __typename?: 'CitedEvidence';
  /** Whether the document says that it shows the claim. */
  readonly stance: EvidenceStance;
  /** The piece of evidence. */
  readonly evidence: Evidence;
};

/** What a document says of the evidence that it points at. */
export type EvidenceStance =
  /** It shows the claim. */
  | 'SUPPORTS'
  /** It shows nothing either way. */
  | 'NEUTRAL';

/** What a claim points at. */
export type Evidence = Node & {
  readonly __typename?: 'Evidence';
  /** A stable id, `evidence/…`. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: EvidenceKind;
  /** Where it is, or was. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** What it shows. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Whether it can still be seen. */
  readonly availability: Availability;
  /** When it was made. */
  readonly capturedAt: Maybe<Scalars['EDTF']['output']>;
  /** The document that it is, or stands in. */
  readonly document: Maybe<Document>;
};

/** The taking back of a claim. The claim stays on record. */
export type Retraction = {
  readonly __typename?: 'Retraction';
  /** Who took it back. */
  readonly by: Scalars['String']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Why. */
  readonly reason: RetractionReason;
  /** More about why. */
  readonly note: Maybe<Scalars['String']['output']>;
};

/** An article, post, interview, record or release of a dataset. */
export type Document = Node & {
  readonly __typename?: 'Document';
  /** A stable id, `document/…`. */
  readonly id: Scalars['ID']['output'];
  /** Where it can be read. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** Its title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Who published it. */
  readonly source: Source;
  /** When it was published. */
  readonly published: Maybe<Scalars['EDTF']['output']>;
  /** When it was read for this graph. */
  readonly retrievedAt: Maybe<Scalars['DateTime']['output']>;
  /** SHA-256 of its text, in hexadecimal. */
  readonly contentHash: Maybe<Scalars['String']['output']>;
  /** Documents that it says, or is known, to be taken from. */
  readonly derivedFrom: ReadonlyArray<Document>;
};

/** Whoever can be cited: an outlet, an account, a person, the fans, a register. */
export type Source = Node & {
  readonly __typename?: 'Source';
  /** A stable id, `source/…`. */
  readonly id: Scalars['ID']['output'];
  /** What it is called. */
  readonly name: Scalars['String']['output'];
  /** What it is. */
  readonly kind: SourceKind;
  /** Its web domain. */
  readonly domain: Maybe<Scalars['String']['output']>;
  /** What sort of outlet it is. */
  readonly outletType: Maybe<OutletType>;
  /** Whose own voice it is. */
  readonly person: Maybe<Person>;
  /** The probability, 0 to 1, that a story originating here holds: its own record, or the prior of its type. */
  readonly reliability: Scalars['Float']['output'];
  /** Where that probability comes from. */
  readonly reliabilityBasis: ReliabilityBasis;
  /** What became of its claims, as far as that is known. */
  readonly trackRecord: TrackRecord;
};

/** Where a source's reliability comes from. */
export type ReliabilityBasis =
  /** Stated for this source. */
  | 'STATED'
  /** The prior of its type. */
  | 'TYPE_PRIOR';

/** What became of a source's claims. */
export type TrackRecord = {
  readonly __typename?: 'TrackRecord';
  /** How many outcomes are known. */
  readonly known: Scalars['Int']['output'];
  /** How many of them held. */
  readonly held: Scalars['Int']['output'];
};

/** A page of claims. */
export type ClaimConnection = {
  readonly __typename?: 'ClaimConnection';
  /** The claims with their cursors. */
  readonly edges: ReadonlyArray<ClaimEdge>;
  /** The claims. */
  readonly nodes: ReadonlyArray<Claim>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A claim in a page. */
export type ClaimEdge = {
  readonly __typename?: 'ClaimEdge';
  /** Continue after this. */
  readonly cursor: Scalars['String']['output'];
  /** The claim. */
  readonly node: Claim;
};

/**
 * A page of changes. It has no `totalCount`: the feed only grows, and to count what a reader may see of it would mean
 * to judge all of it for every page.
 */
export type ChangeConnection = {
  readonly __typename?: 'ChangeConnection';
  /** The changes with their cursors. */
  readonly edges: ReadonlyArray<ChangeEdge>;
  /** The changes. */
  readonly nodes: ReadonlyArray<Change>;
  /** Where this page stands. A page without changes has no `endCursor`: ask again with the one before. */
  readonly pageInfo: PageInfo;
};

/** A change in a page. */
export type ChangeEdge = {
  readonly __typename?: 'ChangeEdge';
  /** Continue after this. It is sealed: it tells nothing of how much was recorded before or since. */
  readonly cursor: Scalars['String']['output'];
  /** The change. */
  readonly node: Change;
};

/**
 * Something that was recorded. Documents and pieces of evidence come with the claims, credits and others that rest on
 * them, so that there is a change of theirs only when something is added to them later.
 */
export type Change = {
  readonly __typename?: 'Change';
  /** What happened. */
  readonly type: ChangeType;
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
  /** What it is about, as it is now; null when it may not be shown any more. */
  readonly node: Maybe<Node>;
};

/** What happens to what is on file. Nothing is ever deleted. */
export type ChangeType =
  /** It is new. */
  | 'CREATED'
  /** Something was added to it. */
  | 'UPDATED'
  /** The claim was taken back. */
  | 'RETRACTED'
  /** It became known whether the claim held. */
  | 'OUTCOME';

/** A page of credits. */
export type CreditConnection = {
  readonly __typename?: 'CreditConnection';
  /** The credits with their cursors. */
  readonly edges: ReadonlyArray<CreditEdge>;
  /** The credits. */
  readonly nodes: ReadonlyArray<Credit>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A credit in a page. */
export type CreditEdge = {
  readonly __typename?: 'CreditEdge';
  /** Continue after this. */
  readonly cursor: Scalars['String']['output'];
  /** The credit. */
  readonly node: Credit;
};

/** A page of sources. */
export type SourceConnection = {
  readonly __typename?: 'SourceConnection';
  /** The sources with their cursors. */
  readonly edges: ReadonlyArray<SourceEdge>;
  /** The sources. */
  readonly nodes: ReadonlyArray<Source>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A source in a page. */
export type SourceEdge = {
  readonly __typename?: 'SourceEdge';
  /** Continue after this. */
  readonly cursor: Scalars['String']['output'];
  /** The source. */
  readonly node: Source;
};

/** A page of somebody's relationships. */
export type RelationshipConnection = {
  readonly __typename?: 'RelationshipConnection';
  /** The relationships with their cursors. */
  readonly edges: ReadonlyArray<RelationshipEdge>;
  /** The relationships. */
  readonly nodes: ReadonlyArray<RelationshipAnswer>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
  /** True when this person has more partners on file than one answer may weigh; the latest were used. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** A relationship in a page. */
export type RelationshipEdge = {
  readonly __typename?: 'RelationshipEdge';
  /** Continue after this. */
  readonly cursor: Scalars['String']['output'];
  /** The relationship. */
  readonly node: RelationshipAnswer;
};

/** Something that a search may find. */
export type SearchHit = Person | Work | Character;

/** A page of search hits, the best first. */
export type SearchConnection = {
  readonly __typename?: 'SearchConnection';
  /** The hits with their cursors. */
  readonly edges: ReadonlyArray<SearchEdge>;
  /** The hits. */
  readonly nodes: ReadonlyArray<SearchHit>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all, up to the number that one search may rank. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A hit in a page. */
export type SearchEdge = {
  readonly __typename?: 'SearchEdge';
  /** Continue after this. */
  readonly cursor: Scalars['String']['output'];
  /** What was found. */
  readonly node: SearchHit;
};

/** Where a page stands in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** True when there are more after it. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True when there are some before it. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of its first item. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
  /** The cursor of its last item. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** What can be searched for. */
export type SearchType =
  /** People. */
  | 'PERSON'
  /** Shows, films, books. */
  | 'WORK'
  /** Fictional characters. */
  | 'CHARACTER';

/** Kinds of relationship between two people. */
export type PairKind =
  /** Going out with each other. */
  | 'DATING'
  /** Promised to marry. */
  | 'ENGAGED'
  /** Married. */
  | 'MARRIED'
  /** Friends; stated as "just friends" it comes with a denial of DATING. */
  | 'FRIENDS'
  /** The first is a parent of the second. */
  | 'PARENT_OF'
  /** Brothers or sisters. */
  | 'SIBLINGS'
  /** At odds with each other in public. */
  | 'FEUD'
  /** Work together. */
  | 'COLLABORATORS';

/** Kinds of claim. There is none for orientation, health, religion or politics, and none can be added. */
export type ClaimKind =
  /** Going out with each other. */
  | 'DATING'
  /** Promised to marry. */
  | 'ENGAGED'
  /** Married. */
  | 'MARRIED'
  /** Friends; stated as "just friends" it comes with a denial of DATING. */
  | 'FRIENDS'
  /** The first is a parent of the second. */
  | 'PARENT_OF'
  /** Brothers or sisters. */
  | 'SIBLINGS'
  /** At odds with each other in public. */
  | 'FEUD'
  /** Work together. */
  | 'COLLABORATORS'
  /** No longer together. */
  | 'SPLIT'
  /** Divorced. */
  | 'DIVORCED'
  /** With nobody. About one person. */
  | 'SINGLE';

/** What a document does with a claim. */
export type Stance =
  /** Says so. */
  | 'SUPPORTS'
  /** Says that it is not so. */
  | 'DENIES'
  /** Says that it is over. */
  | 'ENDS'
  /** Mentions it without saying either. */
  | 'CONTEXT';

/** How strongly a document puts a claim. */
export type Modality =
  /** As settled. */
  | 'CONFIRMED'
  /** As news. */
  | 'REPORTED'
  /** As a rumor. */
  | 'RUMORED'
  /** As a guess. */
  | 'SPECULATED';

/** Where the evidence leaves a relationship. */
export type RelationshipStatus =
  /** Somebody concerned, or a record, vouches for it. */
  | 'CONFIRMED'
  /** Reported on evidence that makes it likely at the time. */
  | 'REPORTED'
  /** Said, on little. */
  | 'RUMORED'
  /** Both sides have weight. */
  | 'DISPUTED'
  /** Denied, and the denial outweighs what was said. */
  | 'DENIED'
  /** Said to be over. */
  | 'ENDED'
  /** Nobody has said anything. That is not a denial. */
  | 'NO_EVIDENCE';

/** The status as an answer to a yes-or-no question. */
export type Answer =
  /** Yes. Never from rumor, however much of it. */
  | 'YES'
  /** More likely than not. */
  | 'PROBABLY'
  /** Somebody says so; it is not confirmed. */
  | 'UNCONFIRMED'
  /** Less likely than not. */
  | 'PROBABLY_NOT'
  /** No. */
  | 'NO'
  /** Nobody has said, or not for a long time. */
  | 'UNKNOWN';

/** Social platforms. */
export type Platform =
  /** Instagram. */
  | 'INSTAGRAM'
  /** Twitter, now X. */
  | 'TWITTER'
  /** TikTok. */
  | 'TIKTOK'
  /** YouTube. */
  | 'YOUTUBE'
  /** Facebook. */
  | 'FACEBOOK'
  /** Threads. */
  | 'THREADS'
  /** Bluesky. */
  | 'BLUESKY';

/** Whether somebody is a public figure. */
export type Privacy =
  /** Known to the public. */
  | 'PUBLIC_FIGURE'
  /** Not a public figure: nothing is shown about them but what they said in public themselves. */
  | 'PRIVATE';

/** What a work is. */
export type WorkKind =
  /** A series of episodes. */
  | 'SERIES'
  /** A film. */
  | 'FILM'
  /** A short film. */
  | 'SHORT'
  /** A film made for television. */
  | 'TV_FILM'
  /** A special. */
  | 'SPECIAL'
  /** A comic, printed or on the web. */
  | 'COMIC'
  /** A novel in pictures. */
  | 'GRAPHIC_NOVEL'
  /** A novel. */
  | 'NOVEL'
  /** Another book. */
  | 'BOOK'
  /** A play. */
  | 'PLAY'
  /** A musical. */
  | 'MUSICAL'
  /** A game. */
  | 'GAME'
  /** A podcast. */
  | 'PODCAST'
  /** An album. */
  | 'ALBUM'
  /** Something else. */
  | 'OTHER';

/** What somebody does in a work. */
export type CreditRole =
  /** Acts. */
  | 'ACTOR'
  /** Created it. */
  | 'CREATOR'
  /** Directs. */
  | 'DIRECTOR'
  /** Writes. */
  | 'WRITER'
  /** Produces. */
  | 'PRODUCER'
  /** Composes. */
  | 'COMPOSER'
  /** Appears as themselves. */
  | 'SELF'
  /** Something else. */
  | 'OTHER';

/** What two characters are to each other. */
export type OnScreenKind =
  /** A couple. */
  | 'COUPLE'
  /** Friends. */
  | 'FRIENDS'
  /** Brothers or sisters. */
  | 'SIBLINGS'
  /** The first is a parent of the second. */
  | 'PARENT_OF'
  /** Rivals. */
  | 'RIVALS';

/** What a source is. */
export type SourceKind =
  /** A publication. */
  | 'OUTLET'
  /** An account on a platform. */
  | 'SOCIAL_ACCOUNT'
  /** A person who speaks. */
  | 'PERSON'
  /** Fans. */
  | 'FANDOM'
  /** A register kept by an authority. */
  | 'PUBLIC_RECORD'
  /** A dataset. */
  | 'DATASET'
  /** Nobody in particular. */
  | 'ANONYMOUS';

/** What sort of outlet a source is. */
export type OutletType =
  /** A tabloid. */
  | 'TABLOID'
  /** A celebrity magazine. */
  | 'CELEBRITY_MAGAZINE'
  /** General news. */
  | 'NEWS'
  /** A trade paper of the business. */
  | 'TRADE'
  /** A fan site. */
  | 'FANDOM';

/** What a piece of evidence is. */
export type EvidenceKind =
  /** A photo of people together. */
  | 'PHOTO'
  /** A photo of what only couples do. */
  | 'INTIMATE_PHOTO'
  /** A video. */
  | 'VIDEO'
  /** A post in words. */
  | 'POST'
  /** Words from an interview. */
  | 'INTERVIEW'
  /** An entry in a register. */
  | 'PUBLIC_RECORD';

/** Whether a piece of evidence can still be seen. */
export type Availability =
  /** It can. */
  | 'LIVE'
  /** It was taken down. */
  | 'DELETED'
  /** Nobody has looked. */
  | 'UNKNOWN';

/** Why a claim was taken back. */
export type RetractionReason =
  /** Its publisher took it back. */
  | 'SOURCE_RETRACTED'
  /** A curator found that the document does not say it. */
  | 'CURATOR_REJECTED'
  /** A better record of the same statement took its place. */
  | 'SUPERSEDED'
  /** It was removed on request. */
  | 'TAKEN_DOWN';

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<
  TResult,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<
  TResult,
  TKey extends string,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<
  TTypes,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
> = (parent: TParent, context: TContext, info: GraphQLResolveInfo) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo,
) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<
  TResult = Record<PropertyKey, never>,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>;

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  RelationshipResult: RelationshipAnswerModel | AmbiguousPersonModel | UnknownPersonModel | WithheldModel;
  RelationshipStatusResult:
    RelationshipStatusAnswerModel | AmbiguousPersonModel | UnknownPersonModel | WithheldModel;
  RumorResult: RumorModel | NoRumorModel | AmbiguousPersonModel | UnknownPersonModel | WithheldModel;
  CostarGraphResult: CostarGraphAnswer | AmbiguousPersonModel | UnknownPersonModel;
  CostarPathResult: CostarPathAnswer | NoPathModel | AmbiguousPersonModel | UnknownPersonModel;
  PersonResult: PersonFacts | AmbiguousPersonModel | UnknownPersonModel;
  WorkResult: WorkEntity | AmbiguousWorkModel | UnknownWorkModel;
  SearchHit: PersonFacts | WorkEntity | CharacterEntity;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | PersonFacts
    | WorkEntity
    | CharacterEntity
    | CreditEntity
    | OnScreenRelationshipEntity
    | ClaimModel
    | EvidenceEntity
    | DocumentEntity
    | SourceEntity;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  EDTF: ResolverTypeWrapper<Scalars['EDTF']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PersonRef: PersonRef;
  HandleInput: HandleInput;
  WorkRef: WorkRef;
  ClaimFilter: ClaimFilter;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  RelationshipResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RelationshipResult']>;
  RelationshipStatusResult: ResolverTypeWrapper<
    ResolversUnionTypes<ResolversTypes>['RelationshipStatusResult']
  >;
  RumorResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RumorResult']>;
  CostarGraphResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CostarGraphResult']>;
  CostarPathResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CostarPathResult']>;
  PersonResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PersonResult']>;
  WorkResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WorkResult']>;
  RelationshipAnswer: ResolverTypeWrapper<RelationshipAnswerModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Locale: Locale;
  RelationshipStatusAnswer: ResolverTypeWrapper<RelationshipStatusAnswerModel>;
  CostarGraph: ResolverTypeWrapper<CostarGraphAnswer>;
  CostarNode: ResolverTypeWrapper<CostarNodeParent>;
  CostarEdge: ResolverTypeWrapper<CostarEdgeModel>;
  CostarPath: ResolverTypeWrapper<CostarPathAnswer>;
  CostarChain: ResolverTypeWrapper<CostarPathModel>;
  CostarHop: ResolverTypeWrapper<CostarEdgeModel>;
  NoPath: ResolverTypeWrapper<NoPathModel>;
  AmbiguousPerson: ResolverTypeWrapper<AmbiguousPersonModel>;
  PersonCandidate: ResolverTypeWrapper<PersonCandidateModel>;
  UnknownPerson: ResolverTypeWrapper<UnknownPersonModel>;
  AmbiguousWork: ResolverTypeWrapper<AmbiguousWorkModel>;
  WorkCandidate: ResolverTypeWrapper<WorkCandidateModel>;
  UnknownWork: ResolverTypeWrapper<UnknownWorkModel>;
  Withheld: ResolverTypeWrapper<WithheldModel>;
  WithheldReason: WithheldReason;
  Rumor: ResolverTypeWrapper<RumorModel>;
  RumorOrigin: ResolverTypeWrapper<RumorOriginModel>;
  NoRumor: ResolverTypeWrapper<NoRumorModel>;
  ProvenanceGraph: ResolverTypeWrapper<ProvenanceGraphModel>;
  ProvenanceNode: ResolverTypeWrapper<ProvenanceNodeModel>;
  ProvenanceNodeType: ProvenanceNodeType;
  ProvenanceEdge: ResolverTypeWrapper<ProvenanceEdgeModel>;
  ProvenanceEdgeType: ProvenanceEdgeType;
  Explanation: ResolverTypeWrapper<ExplanationModel>;
  Calibration: ResolverTypeWrapper<Calibration>;
  Cap: ResolverTypeWrapper<Cap>;
  CapCode: CapCode;
  Term: ResolverTypeWrapper<TermModel>;
  TermStance: TermStance;
  WouldChange: ResolverTypeWrapper<WouldChangeModel>;
  WouldChangeCode: WouldChangeCode;
  Person: ResolverTypeWrapper<PersonFacts>;
  Handle: ResolverTypeWrapper<Handle>;
  ExternalIds: ResolverTypeWrapper<ExternalIds>;
  Work: ResolverTypeWrapper<WorkEntity>;
  Character: ResolverTypeWrapper<CharacterEntity>;
  Credit: ResolverTypeWrapper<CreditEntity>;
  OnScreenRelationship: ResolverTypeWrapper<OnScreenRelationshipEntity>;
  Claim: ResolverTypeWrapper<ClaimModel>;
  Attribution: ResolverTypeWrapper<AttributionEntity>;
  OnRecord: ResolverTypeWrapper<OnRecordEntity>;
  Voice: Voice;
  CitedEvidence: ResolverTypeWrapper<CitedEvidenceEntity>;
  EvidenceStance: EvidenceStance;
  Evidence: ResolverTypeWrapper<EvidenceEntity>;
  Retraction: ResolverTypeWrapper<Retraction>;
  Document: ResolverTypeWrapper<DocumentEntity>;
  Source: ResolverTypeWrapper<SourceEntity>;
  ReliabilityBasis: ReliabilityBasis;
  TrackRecord: ResolverTypeWrapper<TrackRecord>;
  ClaimConnection: ResolverTypeWrapper<ClaimConnectionModel>;
  ClaimEdge: ResolverTypeWrapper<ClaimEdgeModel>;
  ChangeConnection: ResolverTypeWrapper<ChangeConnectionModel>;
  ChangeEdge: ResolverTypeWrapper<ChangeEdgeModel>;
  Change: ResolverTypeWrapper<ChangeEvent>;
  ChangeType: ChangeType;
  CreditConnection: ResolverTypeWrapper<CreditConnectionModel>;
  CreditEdge: ResolverTypeWrapper<CreditEdgeModel>;
  SourceConnection: ResolverTypeWrapper<SourceConnectionModel>;
  SourceEdge: ResolverTypeWrapper<SourceEdgeModel>;
  RelationshipConnection: ResolverTypeWrapper<RelationshipConnectionModel>;
  RelationshipEdge: ResolverTypeWrapper<RelationshipEdgeModel>;
  SearchHit: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SearchHit']>;
  SearchConnection: ResolverTypeWrapper<SearchConnectionModel>;
  SearchEdge: ResolverTypeWrapper<SearchEdgeModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  SearchType: SearchType;
  PairKind: PairKind;
  ClaimKind: ClaimKind;
  Stance: Stance;
  Modality: Modality;
  RelationshipStatus: RelationshipStatus;
  Answer: Answer;
  Platform: Platform;
  Privacy: Privacy;
  WorkKind: WorkKind;
  CreditRole: CreditRole;
  OnScreenKind: OnScreenKind;
  SourceKind: SourceKind;
  OutletType: OutletType;
  EvidenceKind: EvidenceKind;
  Availability: Availability;
  RetractionReason: RetractionReason;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  EDTF: Scalars['EDTF']['output'];
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PersonRef: PersonRef;
  HandleInput: HandleInput;
  WorkRef: WorkRef;
  ClaimFilter: ClaimFilter;
  Boolean: Scalars['Boolean']['output'];
  RelationshipResult: ResolversUnionTypes<ResolversParentTypes>['RelationshipResult'];
  RelationshipStatusResult: ResolversUnionTypes<ResolversParentTypes>['RelationshipStatusResult'];
  RumorResult: ResolversUnionTypes<ResolversParentTypes>['RumorResult'];
  CostarGraphResult: ResolversUnionTypes<ResolversParentTypes>['CostarGraphResult'];
  CostarPathResult: ResolversUnionTypes<ResolversParentTypes>['CostarPathResult'];
  PersonResult: ResolversUnionTypes<ResolversParentTypes>['PersonResult'];
  WorkResult: ResolversUnionTypes<ResolversParentTypes>['WorkResult'];
  RelationshipAnswer: RelationshipAnswerModel;
  Float: Scalars['Float']['output'];
  RelationshipStatusAnswer: RelationshipStatusAnswerModel;
  CostarGraph: CostarGraphAnswer;
  CostarNode: CostarNodeParent;
  CostarEdge: CostarEdgeModel;
  CostarPath: CostarPathAnswer;
  CostarChain: CostarPathModel;
  CostarHop: CostarEdgeModel;
  NoPath: NoPathModel;
  AmbiguousPerson: AmbiguousPersonModel;
  PersonCandidate: PersonCandidateModel;
  UnknownPerson: UnknownPersonModel;
  AmbiguousWork: AmbiguousWorkModel;
  WorkCandidate: WorkCandidateModel;
  UnknownWork: UnknownWorkModel;
  Withheld: WithheldModel;
  Rumor: RumorModel;
  RumorOrigin: RumorOriginModel;
  NoRumor: NoRumorModel;
  ProvenanceGraph: ProvenanceGraphModel;
  ProvenanceNode: ProvenanceNodeModel;
  ProvenanceEdge: ProvenanceEdgeModel;
  Explanation: ExplanationModel;
  Calibration: Calibration;
  Cap: Cap;
  Term: TermModel;
  WouldChange: WouldChangeModel;
  Person: PersonFacts;
  Handle: Handle;
  ExternalIds: ExternalIds;
  Work: WorkEntity;
  Character: CharacterEntity;
  Credit: CreditEntity;
  OnScreenRelationship: OnScreenRelationshipEntity;
  Claim: ClaimModel;
  Attribution: AttributionEntity;
  OnRecord: OnRecordEntity;
  CitedEvidence: CitedEvidenceEntity;
  Evidence: EvidenceEntity;
  Retraction: Retraction;
  Document: DocumentEntity;
  Source: SourceEntity;
  TrackRecord: TrackRecord;
  ClaimConnection: ClaimConnectionModel;
  ClaimEdge: ClaimEdgeModel;
  ChangeConnection: ChangeConnectionModel;
  ChangeEdge: ChangeEdgeModel;
  Change: ChangeEvent;
  CreditConnection: CreditConnectionModel;
  CreditEdge: CreditEdgeModel;
  SourceConnection: SourceConnectionModel;
  SourceEdge: SourceEdgeModel;
  RelationshipConnection: RelationshipConnectionModel;
  RelationshipEdge: RelationshipEdgeModel;
  SearchHit: ResolversUnionTypes<ResolversParentTypes>['SearchHit'];
  SearchConnection: SearchConnectionModel;
  SearchEdge: SearchEdgeModel;
  PageInfo: PageInfo;
};

export interface EdtfScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EDTF'], any> {
  name: 'EDTF';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  relationship?: Resolver<
    ResolversTypes['RelationshipResult'],
    ParentType,
    ContextType,
    RequireFields<QueryRelationshipArgs, 'a' | 'b' | 'kind'>
  >;
  isDating?: Resolver<
    ResolversTypes['RelationshipResult'],
    ParentType,
    ContextType,
    RequireFields<QueryIsDatingArgs, 'a' | 'b'>
  >;
  relationshipStatus?: Resolver<
    ResolversTypes['RelationshipStatusResult'],
    ParentType,
    ContextType,
    RequireFields<QueryRelationshipStatusArgs, 'of'>
  >;
  person?: Resolver<
    ResolversTypes['PersonResult'],
    ParentType,
    ContextType,
    RequireFields<QueryPersonArgs, 'ref'>
  >;
  work?: Resolver<ResolversTypes['WorkResult'], ParentType, ContextType, RequireFields<QueryWorkArgs, 'ref'>>;
  search?: Resolver<
    ResolversTypes['SearchConnection'],
    ParentType,
    ContextType,
    RequireFields<QuerySearchArgs, 'text' | 'first'>
  >;
  claims?: Resolver<
    ResolversTypes['ClaimConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryClaimsArgs, 'filter' | 'first'>
  >;
  source?: Resolver<
    Maybe<ResolversTypes['Source']>,
    ParentType,
    ContextType,
    RequireFields<QuerySourceArgs, 'id'>
  >;
  sources?: Resolver<
    ResolversTypes['SourceConnection'],
    ParentType,
    ContextType,
    RequireFields<QuerySourcesArgs, 'first'>
  >;
  rumor?: Resolver<
    ResolversTypes['RumorResult'],
    ParentType,
    ContextType,
    RequireFields<QueryRumorArgs, 'a' | 'b' | 'kind'>
  >;
  costarGraph?: Resolver<
    ResolversTypes['CostarGraphResult'],
    ParentType,
    ContextType,
    RequireFields<QueryCostarGraphArgs, 'root' | 'depth' | 'limit' | 'minShared'>
  >;
  costarPath?: Resolver<
    ResolversTypes['CostarPathResult'],
    ParentType,
    ContextType,
    RequireFields<QueryCostarPathArgs, 'from' | 'to' | 'maxDepth'>
  >;
  changes?: Resolver<
    ResolversTypes['ChangeConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryChangesArgs, 'first'>
  >;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<
    ReadonlyArray<Maybe<ResolversTypes['Node']>>,
    ParentType,
    ContextType,
    RequireFields<QueryNodesArgs, 'ids'>
  >;
};

export type NodeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node'],
> = {
  __resolveType: TypeResolveFn<
    | 'Person'
    | 'Work'
    | 'Character'
    | 'Credit'
    | 'OnScreenRelationship'
    | 'Claim'
    | 'Evidence'
    | 'Document'
    | 'Source',
    ParentType,
    ContextType
  >;
};

export type RelationshipResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RelationshipResult'] = ResolversParentTypes['RelationshipResult'],
> = {
  __resolveType: TypeResolveFn<
    'RelationshipAnswer' | 'AmbiguousPerson' | 'UnknownPerson' | 'Withheld',
    ParentType,
    ContextType
  >;
};

export type RelationshipStatusResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RelationshipStatusResult'] =
    ResolversParentTypes['RelationshipStatusResult'],
> = {
  __resolveType: TypeResolveFn<
    'RelationshipStatusAnswer' | 'AmbiguousPerson' | 'UnknownPerson' | 'Withheld',
    ParentType,
    ContextType
  >;
};

export type RumorResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RumorResult'] = ResolversParentTypes['RumorResult'],
> = {
  __resolveType: TypeResolveFn<
    'Rumor' | 'NoRumor' | 'AmbiguousPerson' | 'UnknownPerson' | 'Withheld',
    ParentType,
    ContextType
  >;
};

export type CostarGraphResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CostarGraphResult'] = ResolversParentTypes['CostarGraphResult'],
> = {
  __resolveType: TypeResolveFn<'CostarGraph' | 'AmbiguousPerson' | 'UnknownPerson', ParentType, ContextType>;
};

export type CostarPathResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CostarPathResult'] = ResolversParentTypes['CostarPathResult'],
> = {
  __resolveType: TypeResolveFn<
    'CostarPath' | 'NoPath' | 'AmbiguousPerson' | 'UnknownPerson',
    ParentType,
    ContextType
  >;
};

export type PersonResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PersonResult'] = ResolversParentTypes['PersonResult'],
> = {
  __resolveType: TypeResolveFn<'Person' | 'AmbiguousPerson' | 'UnknownPerson', ParentType, ContextType>;
};

export type WorkResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WorkResult'] = ResolversParentTypes['WorkResult'],
> = {
  __resolveType: TypeResolveFn<'Work' | 'AmbiguousWork' | 'UnknownWork', ParentType, ContextType>;
};

export type RelationshipAnswerResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RelationshipAnswer'] = ResolversParentTypes['RelationshipAnswer'],
> = {
  people?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RelationshipStatus'], ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['Answer'], ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ignorance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PairKind'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastHeard?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  independentSources?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  supporting?: Resolver<
    ResolversTypes['ClaimConnection'],
    ParentType,
    ContextType,
    RequireFields<RelationshipAnswerSupportingArgs, 'first'>
  >;
  denying?: Resolver<
    ResolversTypes['ClaimConnection'],
    ParentType,
    ContextType,
    RequireFields<RelationshipAnswerDenyingArgs, 'first'>
  >;
  explanation?: Resolver<Maybe<ResolversTypes['Explanation']>, ParentType, ContextType>;
  wouldChange?: Resolver<ReadonlyArray<ResolversTypes['WouldChange']>, ParentType, ContextType>;
  summary?: Resolver<
    ResolversTypes['String'],
    ParentType,
    ContextType,
    RequireFields<RelationshipAnswerSummaryArgs, 'locale'>
  >;
  onScreen?: Resolver<ReadonlyArray<ResolversTypes['OnScreenRelationship']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  engineVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelationshipStatusAnswerResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RelationshipStatusAnswer'] =
    ResolversParentTypes['RelationshipStatusAnswer'],
> = {
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ClaimKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RelationshipStatus'], ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['Answer'], ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ignorance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastHeard?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  claims?: Resolver<
    ResolversTypes['ClaimConnection'],
    ParentType,
    ContextType,
    RequireFields<RelationshipStatusAnswerClaimsArgs, 'first'>
  >;
  summary?: Resolver<
    ResolversTypes['String'],
    ParentType,
    ContextType,
    RequireFields<RelationshipStatusAnswerSummaryArgs, 'locale'>
  >;
  engineVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CostarGraphResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CostarGraph'] = ResolversParentTypes['CostarGraph'],
> = {
  root?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CostarNode']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['CostarEdge']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CostarNodeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CostarNode'] = ResolversParentTypes['CostarNode'],
> = {
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sharedWorkCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CostarEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CostarEdge'] = ResolversParentTypes['CostarEdge'],
> = {
  a?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  sharedWorkCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  works?: Resolver<
    ReadonlyArray<ResolversTypes['Work']>,
    ParentType,
    ContextType,
    RequireFields<CostarEdgeWorksArgs, 'first'>
  >;
};

export type CostarPathResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CostarPath'] = ResolversParentTypes['CostarPath'],
> = {
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  paths?: Resolver<
    ReadonlyArray<ResolversTypes['CostarChain']>,
    ParentType,
    ContextType,
    RequireFields<CostarPathPathsArgs, 'first'>
  >;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CostarChainResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CostarChain'] = ResolversParentTypes['CostarChain'],
> = {
  hops?: Resolver<ReadonlyArray<ResolversTypes['CostarHop']>, ParentType, ContextType>;
};

export type CostarHopResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CostarHop'] = ResolversParentTypes['CostarHop'],
> = {
  from?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  sharedWorkCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  works?: Resolver<
    ReadonlyArray<ResolversTypes['Work']>,
    ParentType,
    ContextType,
    RequireFields<CostarHopWorksArgs, 'first'>
  >;
};

export type NoPathResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['NoPath'] = ResolversParentTypes['NoPath'],
> = {
  from?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  maxDepth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AmbiguousPersonResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AmbiguousPerson'] = ResolversParentTypes['AmbiguousPerson'],
> = {
  argument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  given?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  candidates?: Resolver<ReadonlyArray<ResolversTypes['PersonCandidate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonCandidateResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PersonCandidate'] = ResolversParentTypes['PersonCandidate'],
> = {
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  distinguishedBy?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UnknownPersonResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['UnknownPerson'] = ResolversParentTypes['UnknownPerson'],
> = {
  argument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  given?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suggestions?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AmbiguousWorkResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AmbiguousWork'] = ResolversParentTypes['AmbiguousWork'],
> = {
  argument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  given?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  candidates?: Resolver<ReadonlyArray<ResolversTypes['WorkCandidate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkCandidateResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WorkCandidate'] = ResolversParentTypes['WorkCandidate'],
> = {
  work?: Resolver<ResolversTypes['Work'], ParentType, ContextType>;
  distinguishedBy?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UnknownWorkResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['UnknownWork'] = ResolversParentTypes['UnknownWork'],
> = {
  argument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  given?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suggestions?: Resolver<ReadonlyArray<ResolversTypes['Work']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithheldResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Withheld'] = ResolversParentTypes['Withheld'],
> = {
  reason?: Resolver<ResolversTypes['WithheldReason'], ParentType, ContextType>;
  hint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RumorResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Rumor'] = ResolversParentTypes['Rumor'],
> = {
  people?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PairKind'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RelationshipStatus'], ParentType, ContextType>;
  firstAppearance?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  origins?: Resolver<ReadonlyArray<ResolversTypes['RumorOrigin']>, ParentType, ContextType>;
  firstPartyStatements?: Resolver<
    ResolversTypes['ClaimConnection'],
    ParentType,
    ContextType,
    RequireFields<RumorFirstPartyStatementsArgs, 'first'>
  >;
  spread?: Resolver<ResolversTypes['ProvenanceGraph'], ParentType, ContextType>;
  denials?: Resolver<
    ResolversTypes['ClaimConnection'],
    ParentType,
    ContextType,
    RequireFields<RumorDenialsArgs, 'first'>
  >;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RumorOriginResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RumorOrigin'] = ResolversParentTypes['RumorOrigin'],
> = {
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  firstSaid?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  claims?: Resolver<
    ResolversTypes['ClaimConnection'],
    ParentType,
    ContextType,
    RequireFields<RumorOriginClaimsArgs, 'first'>
  >;
};

export type NoRumorResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['NoRumor'] = ResolversParentTypes['NoRumor'],
> = {
  people?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PairKind'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  denials?: Resolver<
    ResolversTypes['ClaimConnection'],
    ParentType,
    ContextType,
    RequireFields<NoRumorDenialsArgs, 'first'>
  >;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProvenanceGraphResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProvenanceGraph'] = ResolversParentTypes['ProvenanceGraph'],
> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ProvenanceNode']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProvenanceEdge']>, ParentType, ContextType>;
};

export type ProvenanceNodeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProvenanceNode'] = ResolversParentTypes['ProvenanceNode'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ProvenanceNodeType'], ParentType, ContextType>;
  root?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProvenanceEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProvenanceEdge'] = ResolversParentTypes['ProvenanceEdge'],
> = {
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ProvenanceEdgeType'], ParentType, ContextType>;
};

export type ExplanationResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Explanation'] = ResolversParentTypes['Explanation'],
> = {
  prior?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  logOdds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  calibration?: Resolver<ResolversTypes['Calibration'], ParentType, ContextType>;
  caps?: Resolver<ReadonlyArray<ResolversTypes['Cap']>, ParentType, ContextType>;
  terms?: Resolver<ReadonlyArray<ResolversTypes['Term']>, ParentType, ContextType>;
  ending?: Resolver<Maybe<ResolversTypes['Explanation']>, ParentType, ContextType>;
};

export type CalibrationResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Calibration'] = ResolversParentTypes['Calibration'],
> = {
  a?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CapResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Cap'] = ResolversParentTypes['Cap'],
> = {
  code?: Resolver<ResolversTypes['CapCode'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TermResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Term'] = ResolversParentTypes['Term'],
> = {
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stance?: Resolver<ResolversTypes['TermStance'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  claims?: Resolver<
    ResolversTypes['ClaimConnection'],
    ParentType,
    ContextType,
    RequireFields<TermClaimsArgs, 'first'>
  >;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  contribution?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type WouldChangeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['WouldChange'] = ResolversParentTypes['WouldChange'],
> = {
  code?: Resolver<ResolversTypes['WouldChangeCode'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RelationshipStatus'], ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['Answer'], ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PersonResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  handles?: Resolver<ReadonlyArray<ResolversTypes['Handle']>, ParentType, ContextType>;
  externalIds?: Resolver<ResolversTypes['ExternalIds'], ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  birthDateDocument?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  privacy?: Resolver<ResolversTypes['Privacy'], ParentType, ContextType>;
  credits?: Resolver<
    ResolversTypes['CreditConnection'],
    ParentType,
    ContextType,
    RequireFields<PersonCreditsArgs, 'first'>
  >;
  relationships?: Resolver<
    ResolversTypes['RelationshipConnection'],
    ParentType,
    ContextType,
    RequireFields<PersonRelationshipsArgs, 'first'>
  >;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HandleResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Handle'] = ResolversParentTypes['Handle'],
> = {
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExternalIdsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ExternalIds'] = ResolversParentTypes['ExternalIds'],
> = {
  wikidata?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imdb?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tmdb?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WorkResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Work'] = ResolversParentTypes['Work'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WorkKind'], ParentType, ContextType>;
  premiered?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  ended?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  episodes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  basedOn?: Resolver<ReadonlyArray<ResolversTypes['Work']>, ParentType, ContextType>;
  externalIds?: Resolver<ResolversTypes['ExternalIds'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  credits?: Resolver<
    ResolversTypes['CreditConnection'],
    ParentType,
    ContextType,
    RequireFields<WorkCreditsArgs, 'first'>
  >;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CharacterResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Character'] = ResolversParentTypes['Character'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  work?: Resolver<ResolversTypes['Work'], ParentType, ContextType>;
  playedBy?: Resolver<
    ResolversTypes['CreditConnection'],
    ParentType,
    ContextType,
    RequireFields<CharacterPlayedByArgs, 'first'>
  >;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreditResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Credit'] = ResolversParentTypes['Credit'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  work?: Resolver<ResolversTypes['Work'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['CreditRole'], ParentType, ContextType>;
  character?: Resolver<Maybe<ResolversTypes['Character']>, ParentType, ContextType>;
  billing?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OnScreenRelationshipResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['OnScreenRelationship'] =
    ResolversParentTypes['OnScreenRelationship'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OnScreenKind'], ParentType, ContextType>;
  work?: Resolver<ResolversTypes['Work'], ParentType, ContextType>;
  characters?: Resolver<ReadonlyArray<ResolversTypes['Character']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClaimResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Claim'] = ResolversParentTypes['Claim'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ClaimKind'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  object?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  stance?: Resolver<ResolversTypes['Stance'], ParentType, ContextType>;
  modality?: Resolver<ResolversTypes['Modality'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  attributedTo?: Resolver<ReadonlyArray<ResolversTypes['Attribution']>, ParentType, ContextType>;
  anonymousInsider?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  onRecord?: Resolver<Maybe<ResolversTypes['OnRecord']>, ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['CitedEvidence']>, ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  assertedAt?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  retraction?: Resolver<Maybe<ResolversTypes['Retraction']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['ProvenanceGraph'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AttributionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Attribution'] = ResolversParentTypes['Attribution'],
> = {
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
};

export type OnRecordResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['OnRecord'] = ResolversParentTypes['OnRecord'],
> = {
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  as?: Resolver<ResolversTypes['Voice'], ParentType, ContextType>;
};

export type CitedEvidenceResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CitedEvidence'] = ResolversParentTypes['CitedEvidence'],
> = {
  stance?: Resolver<ResolversTypes['EvidenceStance'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
};

export type EvidenceResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EvidenceKind'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType>;
  capturedAt?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RetractionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Retraction'] = ResolversParentTypes['Retraction'],
> = {
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['RetractionReason'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DocumentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  retrievedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  contentHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  derivedFrom?: Resolver<ReadonlyArray<ResolversTypes['Document']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SourceKind'], ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outletType?: Resolver<Maybe<ResolversTypes['OutletType']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  reliability?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reliabilityBasis?: Resolver<ResolversTypes['ReliabilityBasis'], ParentType, ContextType>;
  trackRecord?: Resolver<ResolversTypes['TrackRecord'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrackRecordResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TrackRecord'] = ResolversParentTypes['TrackRecord'],
> = {
  known?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClaimConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ClaimConnection'] = ResolversParentTypes['ClaimConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ClaimEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Claim']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClaimEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ClaimEdge'] = ResolversParentTypes['ClaimEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
};

export type ChangeConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Change']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChangeEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
};

export type ChangeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change'],
> = {
  type?: Resolver<ResolversTypes['ChangeType'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
};

export type CreditConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CreditConnection'] = ResolversParentTypes['CreditConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CreditEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Credit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreditEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CreditEdge'] = ResolversParentTypes['CreditEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Credit'], ParentType, ContextType>;
};

export type SourceConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SourceConnection'] = ResolversParentTypes['SourceConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SourceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SourceEdge'] = ResolversParentTypes['SourceEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type RelationshipConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RelationshipConnection'] =
    ResolversParentTypes['RelationshipConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RelationshipEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RelationshipAnswer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RelationshipEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['RelationshipEdge'] = ResolversParentTypes['RelationshipEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RelationshipAnswer'], ParentType, ContextType>;
};

export type SearchHitResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit'],
> = {
  __resolveType: TypeResolveFn<'Person' | 'Work' | 'Character', ParentType, ContextType>;
};

export type SearchConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SearchHit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchHit'], ParentType, ContextType>;
};

export type PageInfoResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  EDTF?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  RelationshipResult?: RelationshipResultResolvers<ContextType>;
  RelationshipStatusResult?: RelationshipStatusResultResolvers<ContextType>;
  RumorResult?: RumorResultResolvers<ContextType>;
  CostarGraphResult?: CostarGraphResultResolvers<ContextType>;
  CostarPathResult?: CostarPathResultResolvers<ContextType>;
  PersonResult?: PersonResultResolvers<ContextType>;
  WorkResult?: WorkResultResolvers<ContextType>;
  RelationshipAnswer?: RelationshipAnswerResolvers<ContextType>;
  RelationshipStatusAnswer?: RelationshipStatusAnswerResolvers<ContextType>;
  CostarGraph?: CostarGraphResolvers<ContextType>;
  CostarNode?: CostarNodeResolvers<ContextType>;
  CostarEdge?: CostarEdgeResolvers<ContextType>;
  CostarPath?: CostarPathResolvers<ContextType>;
  CostarChain?: CostarChainResolvers<ContextType>;
  CostarHop?: CostarHopResolvers<ContextType>;
  NoPath?: NoPathResolvers<ContextType>;
  AmbiguousPerson?: AmbiguousPersonResolvers<ContextType>;
  PersonCandidate?: PersonCandidateResolvers<ContextType>;
  UnknownPerson?: UnknownPersonResolvers<ContextType>;
  AmbiguousWork?: AmbiguousWorkResolvers<ContextType>;
  WorkCandidate?: WorkCandidateResolvers<ContextType>;
  UnknownWork?: UnknownWorkResolvers<ContextType>;
  Withheld?: WithheldResolvers<ContextType>;
  Rumor?: RumorResolvers<ContextType>;
  RumorOrigin?: RumorOriginResolvers<ContextType>;
  NoRumor?: NoRumorResolvers<ContextType>;
  ProvenanceGraph?: ProvenanceGraphResolvers<ContextType>;
  ProvenanceNode?: ProvenanceNodeResolvers<ContextType>;
  ProvenanceEdge?: ProvenanceEdgeResolvers<ContextType>;
  Explanation?: ExplanationResolvers<ContextType>;
  Calibration?: CalibrationResolvers<ContextType>;
  Cap?: CapResolvers<ContextType>;
  Term?: TermResolvers<ContextType>;
  WouldChange?: WouldChangeResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Handle?: HandleResolvers<ContextType>;
  ExternalIds?: ExternalIdsResolvers<ContextType>;
  Work?: WorkResolvers<ContextType>;
  Character?: CharacterResolvers<ContextType>;
  Credit?: CreditResolvers<ContextType>;
  OnScreenRelationship?: OnScreenRelationshipResolvers<ContextType>;
  Claim?: ClaimResolvers<ContextType>;
  Attribution?: AttributionResolvers<ContextType>;
  OnRecord?: OnRecordResolvers<ContextType>;
  CitedEvidence?: CitedEvidenceResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  Retraction?: RetractionResolvers<ContextType>;
  Document?: DocumentResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  TrackRecord?: TrackRecordResolvers<ContextType>;
  ClaimConnection?: ClaimConnectionResolvers<ContextType>;
  ClaimEdge?: ClaimEdgeResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  CreditConnection?: CreditConnectionResolvers<ContextType>;
  CreditEdge?: CreditEdgeResolvers<ContextType>;
  SourceConnection?: SourceConnectionResolvers<ContextType>;
  SourceEdge?: SourceEdgeResolvers<ContextType>;
  RelationshipConnection?: RelationshipConnectionResolvers<ContextType>;
  RelationshipEdge?: RelationshipEdgeResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
};
