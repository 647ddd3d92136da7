import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRelationship } from '../../../src/application/ask-relationship.ts';
import { askSingle } from '../../../src/application/ask-single.ts';
import type { Asking } from '../../../src/application/asking.ts';
import type { RelationshipAnswerModel } from '../../../src/application/models.ts';
import { referenceFromText } from '../../../src/application/person-reference.ts';
import { recordChange } from '../../../src/application/record.ts';
import { spreadOf, traceRumor } from '../../../src/application/trace-rumor.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import type { GraphStore } from '../../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../../src/stores/sqlite/open.ts';
import { generateSeed } from '../../worlds/generate-seed.ts';
import { fileText, load, recording } from './written.ts';

/** Who plays which part in a world, and when to ask. */
interface Cast {
  readonly single: string;
  readonly friend: string;
  readonly rumored: string;
  readonly creator: string;
  readonly misspelt: string;
  readonly outlet: string;
  readonly citedOutlet: string;
  readonly fans: string;
  readonly asOf: string;
  readonly dayBefore: string;
  readonly whenMinor: string;
  readonly handle: string;
}

const FIRST: Cast = {
  single: 'Kit Connor',
  friend: 'Joe Locke',
  rumored: 'Sebastian Croft',
  creator: 'Alice Oseman',
  misspelt: 'Kit Conor',
  outlet: 'Netflix Deed',
  citedOutlet: 'Netflix Life',
  fans: 'fans',
  asOf: '2022-04-29',
  dayBefore: '2022-04-28',
  whenMinor: '2022-01-01',
  handle: '@joelocke03',
};

function generated(seed: number): readonly [string, string, Cast] {
  const { yaml, names } = generateSeed(seed);
  const cast: Cast = {
    single: names.single.name,
    friend: names.friend.name,
    rumored: names.rumored.name,
    creator: names.creator.name,
    misspelt: names.misspelt,
    outlet: names.outlet,
    citedOutlet: names.citedOutlet,
    fans: names.fans,
    asOf: names.published,
    dayBefore: names.dayBefore,
    whenMinor: names.whenMinor,
    handle: `@${names.friend.handle}`,
  };
  return [`generated world ${seed}`, yaml, cast];
}

const WORLDS: readonly (readonly [string, string, Cast])[] = [
  ['the first seed', fileText('seeds/heartstopper.yaml'), FIRST],
  generated(1),
  generated(2022),
  generated(65537),
];

describe.each(WORLDS)('%s', (_name, yaml, cast) => {
  let folder = '';
  let store: GraphStore;
  let asking: Asking;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearsay-world-'));
    store = await openSqliteStore(join(folder, 'graph.sqlite'));
    await recordChange(store, load(yaml));
    asking = { store, clock: { now: () => recording.at }, profile: 'cautious' };
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (a: string, b: string, asOf: string | null = cast.asOf, knownAt: string | null = null) =>
    askRelationship(asking, {
      a: referenceFromText(a),
      b: referenceFromText(b),
      kind: 'DATING',
      asOf,
      knownAt,
    });
  const answer = async (
    a: string,
    b: string,
    asOf?: string | null,
    knownAt?: string,
  ): Promise<RelationshipAnswerModel> => {
    const outcome = await ask(a, b, asOf, knownAt);
    if (outcome.type !== 'RelationshipAnswer') throw new Error(`Expected an answer, but got ${outcome.type}`);
    return outcome;
  };
  const claimsOf = ({ dossier }: RelationshipAnswerModel, ids: readonly string[]): readonly Claim[] =>
    dossier.claims.filter((claim) => ids.includes(claim.id));
  const attributions = (model: RelationshipAnswerModel, claims: readonly Claim[]) =>
    claims.flatMap((claim) => claim.attributedTo.map((step) => model.dossier.sources.get(step.source)?.name));

  test('says no of the friends, citing the denial that was relayed', async () => {
    const model = await answer(cast.single, cast.friend);
    expect(model.verdict).toMatchObject({ status: 'DENIED', answer: 'NO', kind: 'DATING' });
    expect(model.verdict.confidence).toBeLessThanOrEqual(0.05);
    const denials = claimsOf(model, model.verdict.denying);
    expect(denials.length).toBeGreaterThan(1);
    expect(attributions(model, denials)).toContain(cast.citedOutlet);
  });

  test('leaves the rumor unconfirmed, resting on one origin however often it is said', async () => {
    const model = await answer(cast.friend, cast.rumored);
    expect(model.verdict).toMatchObject({ status: 'RUMORED', answer: 'UNCONFIRMED', independentSources: 1 });
    expect(model.verdict.confidence).toBeLessThan(0.15);
    const supports = claimsOf(model, model.verdict.supporting);
    expect(supports.map(({ modality }) => modality).sort()).toEqual(['REPORTED', 'RUMORED']);
    expect(attributions(model, supports)).toEqual([cast.fans]);
    const cited = supports.flatMap(({ evidence }) => evidence);
    expect(cited.map(({ stance }) => stance)).toEqual(['NEUTRAL', 'NEUTRAL']);
    const availabilities = cited.map(({ evidence }) => model.dossier.evidence.get(evidence)?.availability);
    expect(availabilities.sort()).toEqual(['DELETED', 'UNKNOWN']);
  });

  test('reports that one of them is single', async () => {
    const outcome = await askSingle(asking, { of: referenceFromText(cast.single), asOf: cast.asOf });
    expect(outcome).toMatchObject({ type: 'RelationshipStatusAnswer', verdict: { status: 'REPORTED' } });
  });

  test('traces the rumor to the fans, who had it from two posts, and to nobody themselves', async () => {
    const outcome = await traceRumor(asking, {
      a: referenceFromText(cast.friend),
      b: referenceFromText(cast.rumored),
      kind: 'DATING',
      asOf: cast.asOf,
    });
    if (outcome.type !== 'Rumor') throw new Error(`Expected a rumor, but got ${outcome.type}`);
    expect(outcome.origins.map(({ source }) => source.name)).toEqual([cast.fans]);
    expect(outcome.firstPartyStatements.ids).toEqual([]);
    const spread = spreadOf(outcome.answer);
    expect(spread.nodes.filter(({ type }) => type === 'EVIDENCE')).toHaveLength(2);
    expect(spread.nodes.map(({ label }) => label)).toEqual(expect.arrayContaining([cast.outlet, cast.fans]));
  });

  test('knows nothing of two people about whom nothing is said', async () => {
    const { verdict } = await answer(cast.creator, cast.single);
    expect(verdict).toMatchObject({
      status: 'NO_EVIDENCE',
      answer: 'UNKNOWN',
      confidence: null,
      independentSources: 0,
      supporting: [],
      denying: [],
    });
  });

  test('suggests who may be meant by a name with a letter missing', async () => {
    const outcome = await ask(cast.misspelt, cast.friend);
    if (outcome.type !== 'UnknownPerson') throw new Error(`Expected nobody, but got ${outcome.type}`);
    expect(outcome.suggestions[0]?.person.name).toBe(cast.single);
  });

  test('knew nothing the day before, nor before it was told, and says nothing of minors', async () => {
    expect((await answer(cast.friend, cast.rumored, cast.dayBefore)).verdict.status).toBe('NO_EVIDENCE');
    const untold = await answer(cast.friend, cast.rumored, cast.asOf, '2025-12-31T00:00:00Z');
    expect(untold.verdict.status).toBe('NO_EVIDENCE');
    expect(await ask(cast.single, cast.friend, cast.whenMinor)).toMatchObject({
      type: 'Withheld',
      reason: 'MINOR',
    });
  });

  test('answers alike whichever way the two are named', async () => {
    const { verdict } = await answer(cast.friend, cast.rumored);
    const ways: readonly (readonly [string, string])[] = [
      [cast.rumored, cast.friend],
      [cast.handle, cast.rumored.toUpperCase()],
      [`  ${cast.friend.toLowerCase()} `, `person/${cast.rumored.toLowerCase().replace(' ', '-')}`],
    ];
    for (const [a, b] of ways) expect((await answer(a, b)).verdict).toEqual(verdict);
  });

  test('says when it was last heard of, years later', async () => {
    const { verdict } = await answer(cast.friend, cast.rumored, null);
    expect(verdict.lastHeard?.text).toBe(cast.asOf);
  });

  test('has who played whom, in what', async () => {
    const hits = await store.searchNames(cast.single, ['person'], 10);
    expect(hits.map(({ name }) => name)).toContain(cast.single);
    const [work] = load(yaml).works;
    if (work === undefined) throw new Error('Expected a work, but got none');
    const page = { first: 100, after: null };
    const credits = await store.credits([work.id], null, null, page);
    const roles = [...credits.values()].flatMap(({ items }) => items.map(({ value }) => value.role));
    expect(roles.sort()).toEqual(['ACTOR', 'ACTOR', 'ACTOR', 'CREATOR']);
    const based = await store.nodes(work.basedOn, null);
    expect([...based.values()].map(({ value }) => ('kind' in value ? value.kind : null)).sort()).toEqual([
      'COMIC',
      'GRAPHIC_NOVEL',
    ]);
  });
});
