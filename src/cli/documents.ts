import { gql } from 'graphql-tag';
import { AMBIGUOUS, ANSWER, CLAIM, UNKNOWN, WITHHELD } from './fragments.ts';

/** Are these two dating? Names, ids and @handles as they were typed. */
export const IS_DATING = gql`
  query IsDating($a: String!, $b: String!, $asOf: EDTF, $knownAt: DateTime) {
    isDating(a: $a, b: $b, asOf: $asOf, knownAt: $knownAt) {
      __typename
      ...AnswerParts
      ...AmbiguousParts
      ...UnknownParts
      ...WithheldParts
    }
  }
  ${ANSWER}
  ${AMBIGUOUS}
  ${UNKNOWN}
  ${WITHHELD}
`;

/** Are these two related in the way asked about? */
export const ARE_RELATED = gql`
  query AreRelated($a: PersonRef!, $b: PersonRef!, $kind: PairKind!, $asOf: EDTF, $knownAt: DateTime) {
    relationship(a: $a, b: $b, kind: $kind, asOf: $asOf, knownAt: $knownAt) {
      __typename
      ...AnswerParts
      ...AmbiguousParts
      ...UnknownParts
      ...WithheldParts
    }
  }
  ${ANSWER}
  ${AMBIGUOUS}
  ${UNKNOWN}
  ${WITHHELD}
`;

/** Who is this person related to, and are they single? */
export const WHO_IS_WITH = gql`
  query WhoIsWith($who: PersonRef!, $kinds: [PairKind!], $asOf: EDTF, $knownAt: DateTime) {
    person(ref: $who) {
      __typename
      ... on Person {
        id
        name
        relationships(kinds: $kinds, asOf: $asOf, knownAt: $knownAt, first: 20) {
          totalCount
          truncated
          nodes {
            people {
              id
              name
            }
            kind
            status
            answer
            confidence
            asOf
            lastHeard
            independentSources
            summary
          }
        }
      }
      ...AmbiguousParts
      ...UnknownParts
    }
    relationshipStatus(of: $who, asOf: $asOf, knownAt: $knownAt) {
      __typename
      ... on RelationshipStatusAnswer {
        person {
          id
          name
        }
        status
        answer
        confidence
        ignorance
        asOf
        knownAt
        lastHeard
        summary
        engineVersion
        claims(first: 20) {
          totalCount
          nodes {
            ...ClaimParts
          }
        }
      }
      ...AmbiguousParts
      ...UnknownParts
      ...WithheldParts
    }
  }
  ${CLAIM}
  ${AMBIGUOUS}
  ${UNKNOWN}
  ${WITHHELD}
`;

/** Who is meant by a name, an id or an account? */
export const FIND_PERSON = gql`
  query FindPerson($who: PersonRef!) {
    person(ref: $who) {
      __typename
      ... on Person {
        id
        name
      }
      ...AmbiguousParts
      ...UnknownParts
    }
  }
  ${AMBIGUOUS}
  ${UNKNOWN}
`;

/** Claims, the latest said first. */
export const LIST_CLAIMS = gql`
  query ListClaims($filter: ClaimFilter!, $asOf: EDTF, $knownAt: DateTime, $first: Int!, $after: String) {
    claims(filter: $filter, asOf: $asOf, knownAt: $knownAt, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ClaimParts
      }
    }
  }
  ${CLAIM}
`;

/** Everybody who has been cited. */
export const LIST_SOURCES = gql`
  query ListSources($first: Int!, $after: String) {
    sources(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        kind
        outletType
        domain
        reliability
        reliabilityBasis
        trackRecord {
          known
          held
        }
      }
    }
  }
`;

/** Couples that a source speaks about; the way to find what the graph holds without knowing a name in it. */
export const TALKED_ABOUT = gql`
  query TalkedAbout($source: ID!) {
    claims(filter: { source: $source, kinds: [DATING, ENGAGED, MARRIED] }, first: 20) {
      nodes {
        assertedAt
        subject {
          id
          name
        }
        object {
          id
          name
        }
      }
    }
  }
`;

/** Every document that the command line asks with. */
export const DOCUMENTS = [
  IS_DATING,
  ARE_RELATED,
  WHO_IS_WITH,
  FIND_PERSON,
  LIST_CLAIMS,
  LIST_SOURCES,
  TALKED_ABOUT,
] as const;
