import { gql } from 'graphql-tag';

/** What is read of a claim: who says what, on whose word, where, when, pointing at what. */
export const CLAIM = gql`
  fragment ClaimParts on Claim {
    id
    kind
    stance
    modality
    subject {
      id
      name
    }
    object {
      id
      name
    }
    document {
      id
      title
      url
      published
      source {
        id
        name
      }
    }
    attributedTo {
      source {
        id
        name
      }
      document {
        title
      }
    }
    anonymousInsider
    onRecord {
      as
      person {
        id
        name
      }
    }
    evidence {
      stance
      evidence {
        id
        kind
        description
        availability
      }
    }
    locator
    quote
    validFrom
    validTo
    assertedAt
    retraction {
      at
      reason
    }
  }
`;

const NUMBER = gql`
  fragment NumberParts on Explanation {
    prior
    logOdds
    calibration {
      a
      b
    }
    caps {
      code
      limit
      because
    }
    terms {
      group
      stance
      source {
        name
      }
      claims(first: 1) {
        totalCount
      }
      weight
      discount
      share
      contribution
    }
  }
`;

/** What is read of an answer about two people. */
export const ANSWER = gql`
  fragment AnswerParts on RelationshipAnswer {
    people {
      id
      name
    }
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
    supporting(first: 20) {
      totalCount
      nodes {
        ...ClaimParts
      }
    }
    denying(first: 20) {
      totalCount
      nodes {
        ...ClaimParts
      }
    }
    onScreen {
      id
      kind
      work {
        id
        title
      }
      characters {
        id
        name
      }
    }
    wouldChange {
      code
      text
      status
      answer
      confidence
    }
    explanation {
      ...NumberParts
      ending {
        ...NumberParts
      }
    }
    truncated
    engineVersion
  }
  ${CLAIM}
  ${NUMBER}
`;

/** What is read of people of one name. */
export const AMBIGUOUS = gql`
  fragment AmbiguousParts on AmbiguousPerson {
    argument
    given
    candidates {
      person {
        id
        name
      }
      distinguishedBy
    }
  }
`;

/** What is read when nobody has a name. */
export const UNKNOWN = gql`
  fragment UnknownParts on UnknownPerson {
    argument
    given
    suggestions {
      id
      name
    }
  }
`;

/** What is read of a question that is not answered. */
export const WITHHELD = gql`
  fragment WithheldParts on Withheld {
    reason
    hint
  }
`;
