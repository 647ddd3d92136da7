import { expect, test } from 'vitest';
import { pairOf } from '../../src/domain/claim.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate } from '../../src/domain/time.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, claim, credit, document, evidence, person, source, work } from '../support/builders.ts';
import type { OpenStore } from './opened-store.ts';

const today: Reader = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null };

/** How many statements a read executes does not depend on how much there is to read. */
export function statementContract(open: OpenStore): void {
  test('a read costs the same number of statements for one and for fifty of everything', async () => {
    // One after the other: stores of some kinds share one graph, which is empty when the second is opened.
    const one = await countsFor(open, 1);
    const fifty = await countsFor(open, 50);
    expect(fifty.counted).toEqual(one.counted);
    for (const count of Object.values(one.counted)) expect(count).toBeLessThanOrEqual(one.most);
  });
}

interface Counts {
  readonly counted: Readonly<Record<string, number>>;
  readonly most: number;
}

async function countsFor(open: OpenStore, size: number): Promise<Counts> {
  const { store, statements = () => [], mostStatements: most = 9 } = await open();
  const hub = person('hub', 'Hub');
  const others = Array.from({ length: size }, (_, at) => person(`p${at}`, `Other ${at}`));
  const sources = others.map((_, at) => source(`s${at}`));
  const documents = sources.map((one, at) => document(`d${at}`, one));
  const items = documents.map((one, at) => evidence(`e${at}`, { document: one.id }));
  const works = others.map((_, at) => work(`w${at}`, `Work ${at}`));
  const credits = works.map((one) => credit(hub, one));
  const claims = others.map((one, at) =>
    claim(`c${at}`, [hub, one], documents[at] ?? document('x', source('x')), {
      evidence: items.slice(at, at + 1).map(({ id }) => ({ evidence: id, stance: 'SUPPORTS' })),
      attributedTo: sources.slice(at, at + 1).map(({ id }) => ({ source: id, document: null })),
    }),
  );
  await store.apply(
    change({ people: [hub, ...others], sources, documents, evidence: items, works, credits, claims }),
  );
  const page = { first: 100, after: null };
  const all = [hub, ...others, ...sources, ...documents, ...items, ...works, ...credits, ...claims].map(
    ({ id }) => id,
  );
  const pairs = others.map((one) => pairOf(hub.id, one.id));
  const reads: Readonly<Record<string, (from: GraphStore) => Promise<unknown>>> = {
    nodes: (from) => from.nodes(all, today),
    findPeople: (from) => from.findPeople({ by: 'name', key: 'hub' }),
    pairDossier: (from) => from.pairDossier(pairs, today),
    personDossier: (from) => from.personDossier(hub.id, today),
    claimDossier: (from) =>
      from.claimDossier(
        claims.map(({ id }) => id),
        today,
      ),
    claims: (from) => from.claims({ people: [hub.id] }, today, page),
    relationshipsOf: (from) =>
      from.relationshipsOf(
        others.map(({ id }) => id),
        10,
        today,
      ),
    credits: (from) =>
      from.credits(
        works.map(({ id }) => id),
        null,
        null,
        page,
      ),
    onScreenBetween: (from) => from.onScreenBetween(pairs),
    sources: (from) => from.sources(page),
    outcomes: (from) =>
      from.outcomes(
        sources.map(({ id }) => id),
        today,
      ),
    changesAfter: (from) => from.changesAfter(0, 1_000, today),
    wholeFeed: (from) => from.changesAfter(0, 1_000, null),
    feedKey: (from) => from.feedKey(),
    records: (from) => from.records(null, 1_000),
    edges: (from) => from.edges(null, 1_000),
    readNote: (from) => from.readNote('none'),
    counts: (from) => from.counts(),
  };
  const counted: Record<string, number> = {};
  for (const [name, read] of Object.entries(reads)) {
    statements();
    await read(store);
    counted[name] = statements().length;
  }
  return { counted, most };
}
