import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/graphql-client.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';
import { generateSeed } from '../worlds/generate-seed.ts';
import type { WorldNames } from '../worlds/generate-names.ts';

// The questions that the first seed was written for, over HTTP, and the same of worlds with other names and dates.
const FIRST: WorldNames = {
  single: { key: 'kit-connor', name: 'Kit Connor', handle: 'kit.connor', birthDate: '2004-03-08' },
  friend: { key: 'joe-locke', name: 'Joe Locke', handle: 'joelocke03', birthDate: '2003-09-24' },
  rumored: {
    key: 'sebastian-croft',
    name: 'Sebastian Croft',
    handle: 'sebastiancroft',
    birthDate: '2001-12-16',
  },
  creator: { key: 'alice-oseman', name: 'Alice Oseman', handle: '', birthDate: '1994-10-16' },
  misspelt: 'Kit Conor',
  show: 'Heartstopper',
  network: 'Netflix',
  episodes: 8,
  characters: ['Nick Nelson', 'Charlie Spring', 'Ben Hope'],
  outlet: 'Netflix Deed',
  citedOutlet: 'Netflix Life',
  fans: 'fans',
  title: 'Heartstopper: Are Kit Connor and Joe Locke Together? IRL Update!',
  published: '2022-04-29',
  dayBefore: '2022-04-28',
  premiered: '2022-04-22',
  whenMinor: '2022-01-01',
};

/** A question written for the first seed, asked of another world. */
function question(name: string, world: WorldNames): string {
  const replacements: readonly (readonly [string, string])[] = [
    [FIRST.misspelt, world.misspelt],
    [FIRST.single.name, world.single.name],
    [FIRST.friend.name, world.friend.name],
    [FIRST.rumored.name, world.rumored.name],
    [FIRST.creator.name, world.creator.name],
    [FIRST.single.handle, world.single.handle],
    ['charlie spring', world.characters[1].toLowerCase()],
    [FIRST.published, world.published],
    ['"2022"', `"${world.published.slice(0, 4)}"`],
  ];
  const text = readFileSync(new URL(`questions/${name}.graphql`, import.meta.url), 'utf8');
  return replacements.reduce((left, [from, to]) => left.replaceAll(from, to), text);
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-questions-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function generated(seed: number): readonly [string, string, WorldNames] {
  const { yaml, names } = generateSeed(seed);
  const file = join(folder, `world-${seed}.yaml`);
  writeFileSync(file, yaml);
  return [`generated world ${seed}`, file, names];
}

describe.each([['the first seed', 'seeds/heartstopper.yaml', FIRST] as const, generated(7), generated(4711)])(
  '%s',
  (_, seed, world) => {
    let server: RunningServer;
    beforeAll(async () => {
      server = await startServer([seed]);
    });
    afterAll(() => server.stop());

    async function data(document: string): Promise<Record<string, unknown>> {
      const answer = await ask(server.base, document);
      expect(answer.errors).toBeUndefined();
      return answer.data as Record<string, unknown>;
    }

    test('denies what was denied, and says through whom', async () => {
      const { isDating } = await data(question('1-kit-and-joe', world));
      expect(isDating).toMatchObject({
        __typename: 'RelationshipAnswer',
        status: 'DENIED',
        answer: 'NO',
        asOf: world.published,
        onScreen: [{ kind: 'COUPLE', work: { title: world.show } }],
        denying: {
          nodes: expect.arrayContaining([
            expect.objectContaining({
              stance: 'DENIES',
              attributedTo: [expect.objectContaining({ source: { name: world.citedOutlet } })],
            }),
          ]) as unknown,
        },
      });
      const { confidence, summary } = isDating as { confidence: number; summary: string };
      expect(confidence).toBeLessThan(0.05);
      expect(summary).toContain(`${world.outlet} (citing ${world.citedOutlet}) denied it`);
      expect(summary).toContain('No public statement by either of them is on file');
      expect(summary).toMatch(new RegExp(`In fiction.*a couple in ${world.show}`));
    });

    test('keeps a rumor a rumor, from one origin however often it is said', async () => {
      const { isDating } = await data(question('2-joe-and-sebastian', world));
      expect(isDating).toMatchObject({
        status: 'RUMORED',
        answer: 'UNCONFIRMED',
        independentSources: 1,
        supporting: { totalCount: 2 },
      });
      const answer = isDating as {
        confidence: number;
        supporting: {
          nodes: { locator: string; evidence: { stance: string; evidence: { availability: string } }[] }[];
        };
        explanation: { prior: number; logOdds: number; caps: unknown[]; terms: { contribution: number }[] };
        wouldChange: unknown[];
      };
      expect(answer.confidence).toBeLessThan(0.15);
      const evidence = answer.supporting.nodes.flatMap((claim) => claim.evidence);
      expect(evidence.map((cited) => cited.stance)).toEqual(['NEUTRAL', 'NEUTRAL']);
      expect(evidence.map((cited) => cited.evidence.availability)).toContain('DELETED');
      const { prior, terms, caps } = answer.explanation;
      const logOdds = terms.reduce((sum, term) => sum + term.contribution, Math.log(prior / (1 - prior)));
      expect(caps).toEqual([]);
      expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(answer.confidence, 12);
      expect(answer.wouldChange.length).toBeGreaterThan(0);
    });

    test('says who is reported to be single', async () => {
      const { relationshipStatus } = await data(question('3-kit-single', world));
      expect(relationshipStatus).toMatchObject({
        __typename: 'RelationshipStatusAnswer',
        person: { name: world.single.name },
        kind: 'SINGLE',
        status: 'REPORTED',
        answer: 'PROBABLY',
      });
    });

    test('says who played a character, in what', async () => {
      const { search } = await data(question('4-charlie-spring', world));
      expect((search as { nodes: unknown[] }).nodes[0]).toMatchObject({
        name: world.characters[1],
        work: {
          title: world.show,
          kind: 'SERIES',
          network: world.network,
          premiered: world.premiered,
          episodes: world.episodes,
          creators: { nodes: [{ person: { name: world.creator.name } }] },
        },
        playedBy: { nodes: [{ role: 'ACTOR', person: { name: world.friend.name } }] },
      });
    });

    test('says who played with whom, and how two of them connect', async () => {
      const { costarGraph, costarPath } = await data(question('5-costars', world));
      const { single, friend, rumored, show } = world;
      expect(costarGraph).toMatchObject({ root: { name: single.name }, truncated: false });
      const { nodes } = costarGraph as {
        readonly nodes: readonly { readonly person: { readonly name: string } }[];
      };
      const costars = nodes.slice(1).map(({ person }) => person.name);
      expect(costars.sort()).toEqual([friend.name, rumored.name].sort());
      expect(costarPath).toMatchObject({
        __typename: 'CostarPath',
        length: 1,
        paths: [
          { hops: [{ from: { name: single.name }, to: { name: rumored.name }, works: [{ title: show }] }] },
        ],
      });
    });

    test('traces a rumor to its origin', async () => {
      const { rumor } = await data(question('6-croft-rumor', world));
      expect(rumor).toMatchObject({
        __typename: 'Rumor',
        firstAppearance: { published: world.published, title: world.title, source: { name: world.outlet } },
        origins: [{ source: { name: world.fans, kind: 'FANDOM' } }],
        firstPartyStatements: { totalCount: 0 },
      });
      const { spread } = rumor as { spread: { nodes: { type: string }[] } };
      expect(spread.nodes.filter((node) => node.type === 'EVIDENCE')).toHaveLength(2);
    });

    test('says nothing where nobody has said anything', async () => {
      const { relationship, nobody } = await data(question('8-no-evidence', world));
      expect(relationship).toMatchObject({
        status: 'NO_EVIDENCE',
        answer: 'UNKNOWN',
        confidence: null,
        independentSources: 0,
        supporting: { totalCount: 0 },
        denying: { totalCount: 0 },
      });
      expect(nobody).toMatchObject({
        __typename: 'UnknownPerson',
        argument: 'a',
        given: world.misspelt,
        suggestions: [{ id: `person/${world.single.key}` }],
      });
    });

    const ANSWER =
      '{ __typename ... on RelationshipAnswer { status people { id } confidence summary supporting { edges { cursor } } } ... on Withheld { reason } }';

    test('gives one answer to one question, however it is asked', async () => {
      const spellings = (of: WorldNames['friend']): string[] => [
        of.name,
        of.name.toUpperCase(),
        `  ${of.name.replace(' ', '   ')} `,
        of.name.replace('e', 'é'),
        `@${of.handle}`,
        `@${of.handle.toUpperCase()}`,
        `person/${of.key}`,
      ];
      const pairs = spellings(world.friend).flatMap((a) =>
        spellings(world.rumored).map((b) => [a, b] as const),
      );
      const answers = new Set<string>();
      for (const [a, b] of pairs) {
        for (const [x, y] of [
          [a, b],
          [b, a],
        ]) {
          const asked = await ask(
            server.base,
            `query ($x: String!, $y: String!) { isDating(a: $x, b: $y, asOf: "${world.published}") ${ANSWER} }`,
            { x, y },
          );
          answers.add(JSON.stringify(asked.data));
        }
      }
      expect(answers.size).toBe(1);
    });

    test('knows nothing before anybody said it, nothing before it was recorded, and nothing of minors', async () => {
      const [a, b] = [world.friend.name, world.rumored.name];
      const asked = await data(`{
        before: isDating(a: "${a}", b: "${b}", asOf: "${world.dayBefore}") ${ANSWER}
        unrecorded: isDating(a: "${a}", b: "${b}", asOf: "${world.published}", knownAt: "2015-01-01T00:00:00Z") ${ANSWER}
        minor: isDating(a: "${a}", b: "${world.single.name}", asOf: "${world.whenMinor}") ${ANSWER}
        rumorBefore: rumor(a: { name: "${a}" }, b: { name: "${b}" }, asOf: "${world.dayBefore}") { __typename }
        singleUnrecorded: relationshipStatus(of: { name: "${world.single.name}" }, asOf: "${world.published}", knownAt: "2015-01-01T00:00:00Z") { ... on RelationshipStatusAnswer { status } }
      }`);
      expect(asked).toMatchObject({
        before: { status: 'NO_EVIDENCE' },
        unrecorded: { status: 'NO_EVIDENCE' },
        minor: { __typename: 'Withheld', reason: 'MINOR' },
        rumorBefore: { __typename: 'NoRumor' },
        singleUnrecorded: { status: 'NO_EVIDENCE' },
      });
    });

    test('answers who somebody is dating', async () => {
      const { person } = await data(
        `{ person(ref: { name: "${world.friend.name}" }) { ... on Person { relationships(asOf: "${world.published}") { totalCount nodes { status people { name } } } } } }`,
      );
      const { relationships } = person as {
        relationships: { nodes: { status: string; people: { name: string }[] }[] };
      };
      const said = relationships.nodes.map((node) =>
        [node.status, ...node.people.map((one) => one.name)].sort(),
      );
      expect(said.sort()).toEqual(
        [
          ['RUMORED', world.friend.name, world.rumored.name].sort(),
          ['DENIED', world.friend.name, world.single.name].sort(),
        ].sort(),
      );
    });

    test('asked years later says when it was last heard', async () => {
      const { isDating } = await data(
        `{ isDating(a: "${world.friend.name}", b: "${world.rumored.name}", asOf: "2031-01-01") { ... on RelationshipAnswer { lastHeard summary } } }`,
      );
      expect(isDating).toMatchObject({
        lastHeard: world.published,
        summary: expect.stringContaining(`last heard of on ${world.published}`) as unknown,
      });
    });
  },
);
