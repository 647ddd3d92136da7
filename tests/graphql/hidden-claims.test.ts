import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import type { Document, Evidence, Person } from '../../src/domain/entities.ts';
import { POLICY_PROFILES, type PolicyProfile } from '../../src/domain/policy.ts';
import { parseDate } from '../../src/domain/time.ts';
import { change, claim, credit, document, evidence, person, source, work } from '../support/builders.ts';
import { openGraph, type TestGraph } from '../support/graph.ts';

const ann = person('ann', 'Ann Archer', { birthDate: parseDate('1980-02-01') });
const bob = person('bob', 'Bob Baker', { birthDate: parseDate('1979') });
const cat = person('cat', 'Cat Carter', { birthDate: parseDate('2010-05') });
const dan = person('dan', 'Dan Draper', { birthDate: null });
const eve = person('eve', 'Eve Ellis', { privacy: 'PRIVATE' });
const fay = person('fay', 'Fay Fisher', { birthDate: null });
const people = [ann, bob, cat, dan, eve, fay];

const tabloid = source('tabloid');
const magazine = source('magazine', { outletType: 'CELEBRITY_MAGAZINE' });
const annsAccount = source('ann-account', { kind: 'SOCIAL_ACCOUNT', outletType: null, person: ann.id });
const story = document('story', tabloid, { title: 'A story' });
const feature = document('feature', magazine, { published: parseDate('2023-08') });
const post = document('post', annsAccount, { published: parseDate('2023-09-01') });
const photo = evidence('photo');
const debut = work('debut', 'The Debut', { premiered: parseDate('1985') });

const VISIBLE = change({
  people,
  sources: [tabloid, magazine, annsAccount],
  documents: [story, feature, post],
  evidence: [photo],
  works: [debut],
  credits: [credit(fay, debut), credit(ann, debut)],
  claims: [
    claim('ann-bob', [ann, bob], story, { evidence: [{ evidence: photo.id, stance: 'SUPPORTS' }] }),
    claim('ann-fay', [ann, fay], feature, { modality: 'RUMORED' }),
    claim('ann-denies-fay', [ann, fay], post, { stance: 'DENIES', modality: 'CONFIRMED' }),
    claim('bob-single', [bob, null], feature, { kind: 'SINGLE' }),
    claim('dan-bob-friends', [dan, bob], feature, { kind: 'FRIENDS' }),
  ],
});

/** What must be there before a hidden claim can come first. */
const BEGINNING = change({
  people,
  sources: [tabloid, magazine, annsAccount],
  documents: [story, feature, post],
  evidence: [photo],
});

/** Claims that no reader under `cautious` may see: a minor, an unknown age, a private person, a past as a minor. */
interface Hidden {
  readonly about: readonly [Person, Person | null];
  readonly rest: Partial<Claim>;
}
const HIDDEN: readonly Hidden[] = [
  { about: [ann, cat], rest: {} },
  { about: [bob, cat], rest: { kind: 'MARRIED' } },
  { about: [cat, null], rest: { kind: 'SINGLE' } },
  { about: [bob, dan], rest: {} },
  { about: [dan, null], rest: { kind: 'SINGLE' } },
  { about: [ann, eve], rest: {} },
  { about: [eve, bob], rest: { kind: 'FRIENDS' } },
  { about: [eve, cat], rest: { kind: 'PARENT_OF' } },
  { about: [ann, bob], rest: { validFrom: parseDate('1995'), validTo: parseDate('1996') } },
  { about: [ann, fay], rest: { assertedAt: parseDate('1990-01') } },
];

const hiddenClaims = fc.uniqueArray(
  fc.record({
    which: fc.nat(HIDDEN.length - 1),
    stance: fc.constantFrom('SUPPORTS', 'DENIES', 'ENDS', 'CONTEXT'),
    modality: fc.constantFrom('CONFIRMED', 'REPORTED', 'RUMORED'),
    ownDocument: fc.boolean(),
    ownEvidence: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4, selector: (hidden) => hidden.which },
);

function hiddenChange(
  picked: readonly {
    which: number;
    stance: string;
    modality: string;
    ownDocument: boolean;
    ownEvidence: boolean;
  }[],
) {
  const documents: Document[] = [];
  const items: Evidence[] = [];
  const claims: Claim[] = [];
  for (const { which, stance, modality, ownDocument, ownEvidence } of picked) {
    const { about, rest } = HIDDEN[which] as Hidden;
    const inDocument = ownDocument
      ? document(`hidden-${which}`, tabloid, { published: parseDate('2023-10-02'), title: 'Hidden' })
      : story;
    if (ownDocument) documents.push(inDocument);
    const cited = ownEvidence
      ? evidence(`hidden-${which}`, { document: inDocument.id, description: 'hidden' })
      : photo;
    if (ownEvidence) items.push(cited);
    claims.push(
      claim(`hidden-${which}`, about, inDocument, {
        ...rest,
        stance: stance as Claim['stance'],
        modality: modality as Claim['modality'],
        evidence: [{ evidence: cited.id, stance: 'SUPPORTS' }],
      }),
    );
  }
  return change({ documents, evidence: items, claims });
}

const ANSWER = `
  __typename
  ... on RelationshipAnswer {
    people { id } status answer confidence ignorance kind since until lastHeard independentSources truncated
    supporting { totalCount edges { cursor node { id } } } denying { totalCount nodes { id } }
    explanation { logOdds caps { code limit because } terms { group weight discount contribution claims { totalCount } } }
    wouldChange { code status confidence } summary onScreen { id }
  }
  ... on Withheld { reason hint }`;

const PERSON = `
  relationships(first: 50, statuses: [CONFIRMED, REPORTED, RUMORED, DISPUTED, DENIED, ENDED, NO_EVIDENCE],
    kinds: [DATING, ENGAGED, MARRIED, FRIENDS, PARENT_OF, SIBLINGS]) {
    totalCount truncated pageInfo { hasNextPage endCursor } edges { cursor node { ${ANSWER} } }
  }
  credits { totalCount nodes { id } }`;

const CLAIMS = `totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id provenance { nodes { id root } edges { from to type } } } }`;

/** Every way in which a client can look at this world, as one list of documents. */
function everyQuestion(asOf: string): readonly string[] {
  const pairs = people.flatMap((a, i) => people.slice(i + 1).map((b) => [a, b] as const));
  const ids = [
    ...HIDDEN.flatMap((_, i) => [`claim/hidden-${i}`, `document/hidden-${i}`, `evidence/hidden-${i}`]),
    story.id,
    photo.id,
    'claim/ann-bob',
  ];
  const times = `asOf: "${asOf}"`;
  return [
    ...pairs.flatMap(([a, b]) => [
      `{ relationship(a: { id: "${a.id}" }, b: { id: "${b.id}" }, ${times}) { ${ANSWER} } }`,
      `{ relationship(a: { id: "${a.id}" }, b: { id: "${b.id}" }, kind: FRIENDS, ${times}) { ${ANSWER} } }`,
      `{ rumor(a: { id: "${a.id}" }, b: { id: "${b.id}" }, ${times}) { __typename
          ... on Rumor { firstAppearance { id } origins { source { id } firstSaid claims { totalCount } }
            firstPartyStatements { totalCount } spread { nodes { id } edges { from to } } denials { totalCount } }
          ... on NoRumor { denials { totalCount } } ... on Withheld { reason } } }`,
      `{ costarPath(from: { id: "${a.id}" }, to: { id: "${b.id}" }, ${times}) { __typename
          ... on CostarPath { length truncated paths { hops { from { id } to { id } works { id } } } }
          ... on NoPath { maxDepth truncated } } }`,
      `{ claims(filter: { person: { id: "${a.id}" }, with: { id: "${b.id}" } }, ${times}) { ${CLAIMS} } }`,
    ]),
    ...people.flatMap((one) => [
      `{ relationshipStatus(of: { id: "${one.id}" }, ${times}) { __typename
          ... on RelationshipStatusAnswer { status answer confidence ignorance lastHeard summary claims { totalCount nodes { id } } }
          ... on Withheld { reason } } }`,
      `{ costarGraph(root: { id: "${one.id}" }, depth: 2, ${times}) { ... on CostarGraph { truncated
          nodes { person { id } depth sharedWorkCount x y } edges { a { id } b { id } sharedWorkCount works { id } } } } }`,
      `{ person(ref: { id: "${one.id}" }) { ... on Person { ${PERSON} } } }`,
      `{ claims(filter: { person: { id: "${one.id}" } }, ${times}) { ${CLAIMS} } }`,
    ]),
    ...[tabloid, magazine, annsAccount].map(
      (of) => `{ claims(filter: { source: "${of.id}" }, first: 2) { ${CLAIMS} } }`,
    ),
    `{ claims(filter: { document: "${story.id}" }) { ${CLAIMS} } }`,
    `{ claims(filter: { document: "document/hidden-0" }) { ${CLAIMS} } }`,
    `{ claims(filter: { evidence: "${photo.id}", includeRetracted: true }) { ${CLAIMS} } }`,
    `{ nodes(ids: ${JSON.stringify(ids)}) { __typename id } }`,
    `{ sources(first: 100) { totalCount edges { cursor node { id reliability trackRecord { known held } } } } }`,
    `{ search(text: "a", first: 50) { totalCount edges { cursor } } }`,
    `{ search(text: "hidden", first: 50) { totalCount edges { cursor } } }`,
  ];
}

async function everyAnswer(graph: TestGraph, asOf: string): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const question of everyQuestion(asOf)) answers.push(JSON.stringify(await graph.ask(question)));
  return [...answers, ...(await feedAsTold(graph))];
}

interface FeedPage {
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * The feed, with its cursors by what they mean: what each page of two says, and what follows each single cursor.
 * Their texts differ from store to store, since each has a key of its own; their length must not.
 */
async function feedAsTold(graph: TestGraph): Promise<readonly string[]> {
  const page = async (first: number, after: string | null): Promise<FeedPage> => {
    const { data, errors } = await graph.ask(
      `query ($first: Int, $after: String) { changes(first: $first, after: $after) {
        edges { cursor node { type at node { __typename id } } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
      { first, after },
    );
    expect(errors).toBeUndefined();
    return data?.['changes'] as FeedPage;
  };
  const said = ({ edges, pageInfo }: FeedPage): string =>
    JSON.stringify([
      edges.map(({ cursor, node }) => [cursor.length, node]),
      { ...pageInfo, endCursor: pageInfo.endCursor?.length },
    ]);
  const pages: FeedPage[] = [await page(2, null)];
  for (let last = pages.at(-1); last?.pageInfo.hasNextPage === true; last = pages.at(-1)) {
    pages.push(await page(2, last.pageInfo.endCursor));
  }
  const cursors = pages.flatMap(({ edges }) => edges.map(({ cursor }) => cursor));
  const following = await Promise.all(cursors.map((cursor) => page(100, cursor)));
  return [...pages, ...following, await page(100, null)].map(said);
}

describe('a hidden claim', () => {
  const without = new Map<PolicyProfile, Promise<TestGraph>>();
  const baseline = (profile: PolicyProfile): Promise<TestGraph> => {
    const known = without.get(profile) ?? openGraph([VISIBLE], { profile });
    without.set(profile, known);
    return known;
  };
  afterAll(async () => {
    for (const graph of without.values()) await (await graph).close();
  });

  test.each(['2024-01-01', '2023-07'])('changes nothing that a client can see as of %s', async (asOf) => {
    const expected = await everyAnswer(await baseline('cautious'), asOf);
    await fc.assert(
      fc.asyncProperty(hiddenClaims, fc.boolean(), async (picked, isFirst) => {
        const hidden = hiddenChange(picked);
        const changes = isFirst ? [BEGINNING, hidden, VISIBLE] : [VISIBLE, hidden];
        const graph = await openGraph(changes, { profile: 'cautious' });
        try {
          expect(await everyAnswer(graph, asOf)).toEqual(expected);
        } finally {
          await graph.close();
        }
      }),
      { numRuns: 12 },
    );
  });

  test('of somebody else than the people concerned changes nothing under strict', async () => {
    const graph = await openGraph(
      [
        VISIBLE,
        change({
          claims: [claim('gossip', [ann, bob], feature, { kind: 'MARRIED', modality: 'CONFIRMED' })],
        }),
      ],
      { profile: 'strict' },
    );
    expect(await everyAnswer(graph, '2024-01-01')).toEqual(
      await everyAnswer(await baseline('strict'), '2024-01-01'),
    );
    await graph.close();
  });

  test('would be noticed by this comparison if it were shown', async () => {
    const shown = change({ claims: [claim('shown', [ann, bob], feature)] });
    const graph = await openGraph([VISIBLE, shown], { profile: 'cautious' });
    expect(await everyAnswer(graph, '2024-01-01')).not.toEqual(
      await everyAnswer(await baseline('cautious'), '2024-01-01'),
    );
    await graph.close();
  });

  test.each(POLICY_PROFILES)('about a minor is shown under no profile (%s)', async (profile) => {
    const graph = await openGraph([VISIBLE, change({ claims: [claim('minor', [ann, cat], story)] })], {
      profile,
    });
    expect(await everyAnswer(graph, '2024-01-01')).toEqual(
      await everyAnswer(await baseline(profile), '2024-01-01'),
    );
    await graph.close();
  });
});
