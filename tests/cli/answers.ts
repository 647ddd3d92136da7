import type { AnswerParts, ClaimParts } from '../../src/cli/results.ts';

/** A claim that says as little as one can. */
export function claimOf(parts: Partial<ClaimParts> = {}): ClaimParts {
  return {
    id: 'claim/1',
    kind: 'DATING',
    stance: 'SUPPORTS',
    modality: 'REPORTED',
    subject: { id: 'person/ada', name: 'Ada Ash' },
    object: { id: 'person/bo', name: 'Bo Birch' },
    document: {
      id: 'document/1',
      title: null,
      url: null,
      published: null,
      source: { id: 'source/gazette', name: 'The Gazette' },
    },
    attributedTo: [],
    anonymousInsider: false,
    onRecord: null,
    evidence: [],
    locator: null,
    quote: null,
    validFrom: null,
    validTo: null,
    assertedAt: '2024-05-01',
    retraction: null,
    ...parts,
  };
}

/** An answer about two people of whom nothing is said. */
export function answerParts(parts: Partial<AnswerParts> = {}): AnswerParts {
  return {
    people: [
      { id: 'person/ada', name: 'Ada Ash' },
      { id: 'person/bo', name: 'Bo Birch' },
    ],
    status: 'NO_EVIDENCE',
    answer: 'UNKNOWN',
    confidence: null,
    ignorance: 1,
    kind: 'DATING',
    since: null,
    until: null,
    asOf: '2024-06-01',
    knownAt: '2024-06-01T10:00:00.000Z',
    lastHeard: null,
    independentSources: 0,
    summary: 'Unknown: as of 2024-06-01, nothing on file says whether they are dating.',
    supporting: { totalCount: 0, nodes: [] },
    denying: { totalCount: 0, nodes: [] },
    onScreen: [],
    wouldChange: [],
    explanation: null,
    truncated: false,
    engineVersion: '1',
    ...parts,
  };
}

/** A page of claims. */
export function claimsOf(...nodes: readonly ClaimParts[]): AnswerParts['supporting'] {
  return { totalCount: nodes.length, nodes };
}
