import fc from 'fast-check';
import { GraphBuilder } from '../../src/costars/build.ts';
import { LiveGraph } from '../../src/costars/live-graph.ts';
import type { CreditColumns } from '../../src/domain/credit-columns.ts';
import type { CreditRole } from '../../src/domain/entities.ts';
import type { PersonId, WorkId } from '../../src/domain/ids.ts';
import { parseDate, type Instant } from '../../src/domain/time.ts';
import type { CostarScope } from '../../src/ports/costar-search.ts';

/** A credit as far as co-stars go. */
export interface Part {
  readonly person: PersonId;
  readonly work: WorkId;
  readonly role: CreditRole;
  readonly recordedAt: Instant;
}

/** Credits, and what is said of their people and works. */
export interface CostarWorld {
  readonly parts: readonly Part[];
  readonly privates: ReadonlySet<PersonId>;
  readonly premiered: ReadonlyMap<WorkId, string>;
}

const INSTANTS = [
  '2024-01-01T00:00:00.000Z',
  '2024-02-01T00:00:00.000Z',
  '2024-03-01T00:00:00.000Z',
] as Instant[];
const DATES = ['1999', '2005-06-01', '2010-02'];

// Ids of different lengths that share beginnings: their order is not that of numbers.
const personIds = Array.from({ length: 9 }, (_, at) => `person/p${at * at}` as PersonId);
const workIds = Array.from({ length: 9 }, (_, at) => `work/w${at * 5}` as WorkId);

/** Any small world of co-stars. */
export const costarWorld: fc.Arbitrary<CostarWorld> = fc
  .record({
    parts: fc.array(
      fc.record({
        person: fc.constantFrom(...personIds),
        work: fc.constantFrom(...workIds),
        role: fc.constantFrom<CreditRole>('ACTOR', 'ACTOR', 'ACTOR', 'DIRECTOR', 'OTHER'),
        recordedAt: fc.constantFrom(...INSTANTS),
      }),
      { maxLength: 30 },
    ),
    privates: fc.subarray(personIds, { maxLength: 2 }),
    premiered: fc.array(fc.tuple(fc.constantFrom(...workIds), fc.constantFrom(...DATES)), { maxLength: 6 }),
  })
  .map(({ parts, privates, premiered }) => ({
    parts,
    privates: new Set(privates),
    premiered: new Map(premiered),
  }));

/** Any scope that such a world answers to. */
export const scope: fc.Arbitrary<CostarScope> = fc.record({
  roles: fc.constantFrom<readonly CreditRole[]>(['ACTOR'], ['ACTOR', 'DIRECTOR'], ['OTHER', 'ACTOR']),
  asOf: fc.constantFrom('2024', '2010-01-15', '2000').map((text) => parseDate(text).lastDay),
  knownAt: fc.constantFrom(null, null, ...INSTANTS),
});

/** Two of the people of such worlds. */
export const twoPeople = fc
  .tuple(fc.constantFrom(...personIds), fc.constantFrom(...personIds))
  .filter(([a, b]) => a !== b);

/** The columns of some parts, as a store gives them. */
function columnsOf({ parts, privates, premiered }: CostarWorld): CreditColumns {
  const column = (value: (part: Part) => string): string => parts.map(value).join('\n');
  return {
    count: parts.length,
    people: column(({ person }) => person),
    works: column(({ work }) => work),
    roles: column(({ role }) => role),
    recordedAt: column(({ recordedAt }) => recordedAt),
    premiered: column(({ work }) => premiered.get(work) ?? ''),
    privates: parts.map(({ person }) => (privates.has(person) ? '1' : '0')).join(''),
    next: null,
  };
}

/** A graph that was built of the first parts and heard of the others later. */
export function graphOf(world: CostarWorld, built: number): LiveGraph {
  const builder = new GraphBuilder();
  const early = world.parts.slice(0, built);
  // In two slices, so that numbering goes on from one to the other.
  builder.add(columnsOf({ ...world, parts: early.slice(0, 3) }));
  builder.add(columnsOf({ ...world, parts: early.slice(3) }));
  const graph = new LiveGraph(builder.finish());
  for (const { person, work, role, recordedAt } of world.parts.slice(built)) {
    graph.overlay.add(person, work, role, recordedAt);
    graph.overlay.setPrivate(person, world.privates.has(person));
    const date = world.premiered.get(work);
    graph.overlay.setPremiered(work, date === undefined ? null : parseDate(date).firstDay);
  }
  return graph;
}
