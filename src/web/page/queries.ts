/** What is read of a claim: who says what, on whose word, where, when, pointing at what. */
const CLAIM = `fragment ClaimParts on Claim {
  id
  kind
  stance
  modality
  subject { id name }
  object { id name }
  document { id title url source { id name person { id } } }
  attributedTo { source { id name } document { id title url } }
  anonymousInsider
  onRecord { as person { id name } }
  evidence { stance evidence { id kind url description availability capturedAt } }
  locator
  quote
  assertedAt
}`;

/** What is read of a page of claims, so that the next page can be asked for. */
const CLAIMS = `fragment ClaimPage on ClaimConnection {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes { ...ClaimParts }
}`;

const EXPLANATION = `fragment ExplanationParts on Explanation {
  prior
  logOdds
  calibration { a b }
  caps { code limit because }
  terms {
    group
    stance
    source { name }
    claims(first: 1) { totalCount }
    weight
    discount
    share
    contribution
  }
}`;

const ANSWER = `fragment AnswerParts on RelationshipAnswer {
  people { id name handles { name } }
  status
  answer
  confidence
  ignorance
  kind
  since
  until
  asOf
  knownAt
  lastHeard
  independentSources
  summary
  supporting(first: 10, after: $supportingAfter) { ...ClaimPage }
  denying(first: 10, after: $denyingAfter) { ...ClaimPage }
  wouldChange { code text status }
  explanation { ...ExplanationParts ending { ...ExplanationParts } }
  onScreen { id kind work { title } characters { id name } }
  truncated
  engineVersion
}`;

const AMBIGUOUS = `fragment AmbiguousParts on AmbiguousPerson {
  argument
  given
  candidates { person { id name } distinguishedBy }
}`;

const UNKNOWN = `fragment UnknownParts on UnknownPerson {
  argument
  given
  suggestions { id name credits(first: 1) { nodes { work { title } } } }
}`;

const WITHHELD = `fragment WithheldParts on Withheld {
  reason
  hint
}`;

const ANYTHING_BUT_AN_ANSWER = [AMBIGUOUS, UNKNOWN, WITHHELD];

function documentOf(operation: string, fragments: readonly string[]): string {
  return [operation, ...fragments].join('\n\n') + '\n';
}

const PAIR_FRAGMENTS = [ANSWER, CLAIMS, CLAIM, EXPLANATION, ...ANYTHING_BUT_AN_ANSWER];

/** Are these two dating? Names, ids and @handles as they were typed. */
export const IS_DATING = documentOf(
  `query IsDating($a: String!, $b: String!, $asOf: EDTF, $supportingAfter: String, $denyingAfter: String) {
  isDating(a: $a, b: $b, asOf: $asOf) {
    __typename
    ...AnswerParts
    ...AmbiguousParts
    ...UnknownParts
    ...WithheldParts
  }
}`,
  PAIR_FRAGMENTS,
);

/** Is one related to the other in the way asked about? */
export const ARE_RELATED = documentOf(
  `query AreRelated(
  $a: PersonRef!
  $b: PersonRef!
  $kind: PairKind!
  $asOf: EDTF
  $supportingAfter: String
  $denyingAfter: String
) {
  relationship(a: $a, b: $b, kind: $kind, asOf: $asOf) {
    __typename
    ...AnswerParts
    ...AmbiguousParts
    ...UnknownParts
    ...WithheldParts
  }
}`,
  PAIR_FRAGMENTS,
);

/** With whom is this person, and are they single? Without kinds: the romance kinds. */
export const WHO_IS_WITH = documentOf(
  `query WhoIsWith($who: PersonRef!, $kinds: [PairKind!], $asOf: EDTF) {
  person(ref: $who) {
    __typename
    ... on Person {
      id
      name
      relationships(kinds: $kinds, asOf: $asOf, first: 20) {
        totalCount
        truncated
        nodes {
          people { id name }
          kind
          status
          answer
          confidence
          asOf
          lastHeard
          summary
        }
      }
    }
    ...AmbiguousParts
    ...UnknownParts
  }
  relationshipStatus(of: $who, asOf: $asOf) {
    __typename
    ... on RelationshipStatusAnswer {
      person { id name }
      status
      answer
      confidence
      ignorance
      asOf
      knownAt
      lastHeard
      summary
      engineVersion
      claims(first: 20) { ...ClaimPage }
    }
    ...AmbiguousParts
    ...UnknownParts
    ...WithheldParts
  }
}`,
  [CLAIMS, CLAIM, ...ANYTHING_BUT_AN_ANSWER],
);

/** People whose names contain what was typed so far, or nearly. */
export const SUGGEST_PEOPLE = `query SuggestPeople($text: String!) {
  search(text: $text, types: [PERSON], first: 8) {
    nodes {
      __typename
      ... on Person {
        id
        name
        handles { platform name }
        credits(first: 1) { nodes { work { title } } }
      }
    }
  }
}
`;

/** Characters whose names are what was typed, or nearly, with who plays them. */
export const FIND_CHARACTERS = `query FindCharacters($text: String!) {
  search(text: $text, types: [CHARACTER], first: 3) {
    nodes {
      __typename
      ... on Character {
        name
        work { title }
        playedBy(first: 3) { nodes { person { id name } } }
      }
    }
  }
}
`;

/** Everybody who has been cited; the way to find what the graph holds without knowing a name in it. */
export const WHO_IS_CITED = `query WhoIsCited {
  sources(first: 20) { nodes { id name } }
}
`;

/** Pairs that a source speaks about. */
export const WHO_IS_TALKED_ABOUT = `query WhoIsTalkedAbout($source: ID!) {
  claims(filter: { source: $source, kinds: [DATING, ENGAGED, MARRIED] }, first: 20) {
    nodes {
      assertedAt
      subject { id name }
      object { id name }
    }
  }
}
`;

/** Every document that the page sends. */
export const PAGE_DOCUMENTS = [
  IS_DATING,
  ARE_RELATED,
  WHO_IS_WITH,
  SUGGEST_PEOPLE,
  FIND_CHARACTERS,
  WHO_IS_CITED,
  WHO_IS_TALKED_ABOUT,
] as const;
