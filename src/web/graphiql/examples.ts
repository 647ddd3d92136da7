import type { TalkedAbout } from '../page/talked-about.ts';

/** A query to try, with variables as JSON. */
export interface Example {
  readonly query: string;
  readonly variables: string;
}

/** Are two people dating, who says so, and what is that worth? */
const ARE_THEY_DATING = `# Ctrl-Enter runs this. Its variables are below.
query AreTheyDating($a: String!, $b: String!, $asOf: EDTF) {
  isDating(a: $a, b: $b, asOf: $asOf) {
    __typename
    ... on RelationshipAnswer {
      status
      answer
      confidence
      summary
      lastHeard
      independentSources
      supporting(first: 5) {
        totalCount
        nodes {
          modality
          document { title source { name } }
          attributedTo { source { name } }
          evidence { stance evidence { description availability } }
        }
      }
      denying(first: 5) {
        totalCount
        nodes { kind stance modality document { title source { name } } }
      }
      wouldChange { text status confidence }
    }
    ... on AmbiguousPerson { argument candidates { person { id name } distinguishedBy } }
    ... on UnknownPerson { argument given suggestions { id name } }
    ... on Withheld { reason hint }
  }
}
`;

/** Where does a rumor come from, and who passed it on? */
const WHERE_FROM = `query WhereDoesItComeFrom($a: PersonRef!, $b: PersonRef!, $asOf: EDTF) {
  rumor(a: $a, b: $b, asOf: $asOf) {
    __typename
    ... on Rumor {
      status
      firstAppearance { published title source { name } }
      origins { source { name kind reliability reliabilityBasis } firstSaid }
      firstPartyStatements { totalCount }
      spread {
        nodes { id label type root }
        edges { from to type }
      }
      denials { totalCount }
    }
    ... on NoRumor { people { name } denials { totalCount } }
    ... on AmbiguousPerson { argument candidates { person { id name } distinguishedBy } }
    ... on UnknownPerson { argument given suggestions { id name } }
    ... on Withheld { reason hint }
  }
}
`;

/** With whom is somebody said to be, and are they said to be single? */
const WITH_WHOM = `query WithWhom($who: PersonRef!, $asOf: EDTF) {
  person(ref: $who) {
    __typename
    ... on Person {
      name
      relationships(asOf: $asOf, first: 10) {
        totalCount
        nodes { people { name } kind status answer confidence lastHeard }
      }
      credits(first: 10) { nodes { role work { title premiered } character { name } } }
    }
    ... on AmbiguousPerson { candidates { person { id name } distinguishedBy } }
    ... on UnknownPerson { given suggestions { id name } }
  }
  relationshipStatus(of: $who, asOf: $asOf) {
    __typename
    ... on RelationshipStatusAnswer { status answer confidence summary }
    ... on Withheld { reason hint }
  }
}
`;

/** Who has been cited, and how reliable are they? */
const WHO_IS_CITED = `query WhoIsCited {
  sources(first: 20) {
    totalCount
    nodes { id name kind outletType reliability reliabilityBasis trackRecord { known held } }
  }
}
`;

/** What is on file under a piece of a name? */
const FIND = `query Find($text: String!) {
  search(text: $text, first: 10) {
    totalCount
    nodes {
      __typename
      ... on Person { id name aliases handles { platform name } }
      ... on Work { id title kind premiered }
      ... on Character { id name work { title } playedBy(first: 5) { nodes { person { name } } } }
    }
  }
}
`;

/** The documents of all examples. */
export const EXAMPLE_DOCUMENTS = [ARE_THEY_DATING, WHERE_FROM, WITH_WHOM, WHO_IS_CITED, FIND] as const;

/** The examples for a graph in which these two are talked about; those that need no name when nobody is. */
export function examplesFor(pair: TalkedAbout | null): readonly Example[] {
  const example = (query: string, variables: object): Example => ({
    query,
    variables: JSON.stringify(variables, null, 2),
  });
  if (pair === null) return [example(WHO_IS_CITED, {}), example(FIND, { text: 'an' })];
  const { a, b, said } = pair;
  return [
    example(ARE_THEY_DATING, { a: a.id, b: b.id, asOf: said }),
    example(WHERE_FROM, { a: { id: a.id }, b: { id: b.id }, asOf: said }),
    example(WITH_WHOM, { who: { id: a.id }, asOf: said }),
    example(WHO_IS_CITED, {}),
    example(FIND, { text: a.name.slice(0, 4) }),
  ];
}
