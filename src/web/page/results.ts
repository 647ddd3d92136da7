// Generated from queries.ts and schema.graphql by tests/web/queries.test.ts; `npx vitest -u` writes it anew.
/** The status as an answer to a yes-or-no question. */
export type Answer = 'YES' | 'PROBABLY' | 'UNCONFIRMED' | 'PROBABLY_NOT' | 'NO' | 'UNKNOWN';

/** Whether a piece of evidence can still be seen. */
export type Availability = 'LIVE' | 'DELETED' | 'UNKNOWN';

/** The rules that bound a confidence. */
export type CapCode = 'NO_HARD_EVIDENCE' | 'UNANSWERED_DENIAL' | 'SILENCE' | 'KINSHIP' | 'FLOOR' | 'CEILING';

/** Kinds of claim. There is none for orientation, health, religion or politics, and none can be added. */
export type ClaimKind =
  | 'DATING'
  | 'ENGAGED'
  | 'MARRIED'
  | 'FRIENDS'
  | 'PARENT_OF'
  | 'SIBLINGS'
  | 'FEUD'
  | 'COLLABORATORS'
  | 'SPLIT'
  | 'DIVORCED'
  | 'SINGLE';

/** What a piece of evidence is. */
export type EvidenceKind = 'PHOTO' | 'INTIMATE_PHOTO' | 'VIDEO' | 'POST' | 'INTERVIEW' | 'PUBLIC_RECORD';

/** What a document says of the evidence that it points at. */
export type EvidenceStance = 'SUPPORTS' | 'NEUTRAL';

/** How strongly a document puts a claim. */
export type Modality = 'CONFIRMED' | 'REPORTED' | 'RUMORED' | 'SPECULATED';

/** What two characters are to each other. */
export type OnScreenKind = 'COUPLE' | 'FRIENDS' | 'SIBLINGS' | 'PARENT_OF' | 'RIVALS';

/** Kinds of relationship between two people. */
export type PairKind =
  'DATING' | 'ENGAGED' | 'MARRIED' | 'FRIENDS' | 'PARENT_OF' | 'SIBLINGS' | 'FEUD' | 'COLLABORATORS';

/** Social platforms. */
export type Platform = 'INSTAGRAM' | 'TWITTER' | 'TIKTOK' | 'YOUTUBE' | 'FACEBOOK' | 'THREADS' | 'BLUESKY';

/** Where the evidence leaves a relationship. */
export type RelationshipStatus =
  'CONFIRMED' | 'REPORTED' | 'RUMORED' | 'DISPUTED' | 'DENIED' | 'ENDED' | 'NO_EVIDENCE';

/** What a document does with a claim. */
export type Stance = 'SUPPORTS' | 'DENIES' | 'ENDS' | 'CONTEXT';

/** Which way a group of claims counts. */
export type TermStance = 'SUPPORTS' | 'DENIES' | 'ENDS';

/** In which voice somebody is quoted. */
export type Voice = 'SELF' | 'REPRESENTATIVE';

/** Why an answer is withheld. */
export type WithheldReason = 'MINOR' | 'BIRTH_DATE_UNKNOWN' | 'PRIVATE_PERSON';

/** Events that are tried on an answer. */
export type WouldChangeCode =
  | 'FIRST_PARTY_CONFIRMATION'
  | 'FIRST_PARTY_DENIAL'
  | 'INDEPENDENT_TABLOID'
  | 'INDEPENDENT_CELEBRITY_MAGAZINE'
  | 'INDEPENDENT_NEWS'
  | 'INDEPENDENT_TRADE'
  | 'INDEPENDENT_FANDOM'
  | 'YEAR_OF_SILENCE';

/** What is read of a RelationshipAnswer. */
export type AnswerParts = {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly handles: readonly { readonly name: string }[];
  }[];
  readonly status: RelationshipStatus;
  readonly answer: Answer;
  readonly confidence: number | null;
  readonly ignorance: number;
  readonly kind: PairKind;
  readonly since: string | null;
  readonly until: string | null;
  readonly asOf: string;
  readonly knownAt: string;
  readonly lastHeard: string | null;
  readonly independentSources: number;
  readonly summary: string;
  readonly supporting: ClaimPage;
  readonly denying: ClaimPage;
  readonly wouldChange: readonly {
    readonly code: WouldChangeCode;
    readonly text: string;
    readonly status: RelationshipStatus;
  }[];
  readonly explanation: ({ readonly ending: ExplanationParts | null } & ExplanationParts) | null;
  readonly onScreen: readonly {
    readonly id: string;
    readonly kind: OnScreenKind;
    readonly work: { readonly title: string };
    readonly characters: readonly { readonly id: string; readonly name: string }[];
  }[];
  readonly truncated: boolean;
  readonly engineVersion: string;
};

/** What is read of a ClaimConnection. */
export type ClaimPage = {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly ClaimParts[];
};

/** What is read of a Claim. */
export type ClaimParts = {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly stance: Stance;
  readonly modality: Modality;
  readonly subject: { readonly id: string; readonly name: string };
  readonly object: { readonly id: string; readonly name: string } | null;
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly url: string | null;
    readonly source: {
      readonly id: string;
      readonly name: string;
      readonly person: { readonly id: string } | null;
    };
  };
  readonly attributedTo: readonly {
    readonly source: { readonly id: string; readonly name: string };
    readonly document: {
      readonly id: string;
      readonly title: string | null;
      readonly url: string | null;
    } | null;
  }[];
  readonly anonymousInsider: boolean;
  readonly onRecord: {
    readonly as: Voice;
    readonly person: { readonly id: string; readonly name: string };
  } | null;
  readonly evidence: readonly {
    readonly stance: EvidenceStance;
    readonly evidence: {
      readonly id: string;
      readonly kind: EvidenceKind;
      readonly url: string | null;
      readonly description: string | null;
      readonly availability: Availability;
      readonly capturedAt: string | null;
    };
  }[];
  readonly locator: string | null;
  readonly quote: string | null;
  readonly assertedAt: string;
};

/** What is read of a Explanation. */
export type ExplanationParts = {
  readonly prior: number;
  readonly logOdds: number;
  readonly calibration: { readonly a: number; readonly b: number };
  readonly caps: readonly { readonly code: CapCode; readonly limit: number; readonly because: string }[];
  readonly terms: readonly {
    readonly group: string;
    readonly stance: TermStance;
    readonly source: { readonly name: string } | null;
    readonly claims: { readonly totalCount: number };
    readonly weight: number;
    readonly discount: number;
    readonly share: number;
    readonly contribution: number;
  }[];
};

/** What is read of a AmbiguousPerson. */
export type AmbiguousParts = {
  readonly argument: string;
  readonly given: string;
  readonly candidates: readonly {
    readonly person: { readonly id: string; readonly name: string };
    readonly distinguishedBy: readonly string[];
  }[];
};

/** What is read of a UnknownPerson. */
export type UnknownParts = {
  readonly argument: string;
  readonly given: string;
  readonly suggestions: readonly {
    readonly id: string;
    readonly name: string;
    readonly credits: { readonly nodes: readonly { readonly work: { readonly title: string } }[] };
  }[];
};

/** What is read of a Withheld. */
export type WithheldParts = { readonly reason: WithheldReason; readonly hint: string };

/** The data of the query IsDating. */
export type IsDatingData = {
  readonly isDating:
    | ({ readonly __typename: 'RelationshipAnswer' } & AnswerParts)
    | ({ readonly __typename: 'AmbiguousPerson' } & AmbiguousParts)
    | ({ readonly __typename: 'UnknownPerson' } & UnknownParts)
    | ({ readonly __typename: 'Withheld' } & WithheldParts);
};

/** The data of the query AreRelated. */
export type AreRelatedData = {
  readonly relationship:
    | ({ readonly __typename: 'RelationshipAnswer' } & AnswerParts)
    | ({ readonly __typename: 'AmbiguousPerson' } & AmbiguousParts)
    | ({ readonly __typename: 'UnknownPerson' } & UnknownParts)
    | ({ readonly __typename: 'Withheld' } & WithheldParts);
};

/** The data of the query WhoIsWith. */
export type WhoIsWithData = {
  readonly person:
    | ({ readonly __typename: 'Person' } & {
        readonly id: string;
        readonly name: string;
        readonly relationships: {
          readonly totalCount: number;
          readonly truncated: boolean;
          readonly nodes: readonly {
            readonly people: readonly { readonly id: string; readonly name: string }[];
            readonly kind: PairKind;
            readonly status: RelationshipStatus;
            readonly answer: Answer;
            readonly confidence: number | null;
            readonly asOf: string;
            readonly lastHeard: string | null;
            readonly summary: string;
          }[];
        };
      })
    | ({ readonly __typename: 'AmbiguousPerson' } & AmbiguousParts)
    | ({ readonly __typename: 'UnknownPerson' } & UnknownParts);
  readonly relationshipStatus:
    | ({ readonly __typename: 'RelationshipStatusAnswer' } & {
        readonly person: { readonly id: string; readonly name: string };
        readonly status: RelationshipStatus;
        readonly answer: Answer;
        readonly confidence: number | null;
        readonly ignorance: number;
        readonly asOf: string;
        readonly knownAt: string;
        readonly lastHeard: string | null;
        readonly summary: string;
        readonly engineVersion: string;
        readonly claims: ClaimPage;
      })
    | ({ readonly __typename: 'AmbiguousPerson' } & AmbiguousParts)
    | ({ readonly __typename: 'UnknownPerson' } & UnknownParts)
    | ({ readonly __typename: 'Withheld' } & WithheldParts);
};

/** The data of the query SuggestPeople. */
export type SuggestPeopleData = {
  readonly search: {
    readonly nodes: readonly (
      | ({ readonly __typename: 'Person' } & {
          readonly id: string;
          readonly name: string;
          readonly handles: readonly { readonly platform: Platform; readonly name: string }[];
          readonly credits: { readonly nodes: readonly { readonly work: { readonly title: string } }[] };
        })
      | { readonly __typename: 'Work' }
      | { readonly __typename: 'Character' }
    )[];
  };
};

/** The data of the query FindCharacters. */
export type FindCharactersData = {
  readonly search: {
    readonly nodes: readonly (
      | { readonly __typename: 'Person' }
      | { readonly __typename: 'Work' }
      | ({ readonly __typename: 'Character' } & {
          readonly name: string;
          readonly work: { readonly title: string };
          readonly playedBy: {
            readonly nodes: readonly { readonly person: { readonly id: string; readonly name: string } }[];
          };
        })
    )[];
  };
};

/** The data of the query WhoIsCited. */
export type WhoIsCitedData = {
  readonly sources: { readonly nodes: readonly { readonly id: string; readonly name: string }[] };
};

/** The data of the query WhoIsTalkedAbout. */
export type WhoIsTalkedAboutData = {
  readonly claims: {
    readonly nodes: readonly {
      readonly assertedAt: string;
      readonly subject: { readonly id: string; readonly name: string };
      readonly object: { readonly id: string; readonly name: string } | null;
    }[];
  };
};
