import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { CreditColumns } from '../../src/domain/credit-columns.ts';
import { CREDIT_ROLES } from '../../src/domain/entities.ts';
import { GraphBuilder } from '../../src/costars/build.ts';
import type { CostarData } from '../../src/costars/graph-data.ts';
import { randomFor } from '../graph/random.ts';

/** Credits as numbers, each person, work and role once. */
export interface Credits {
  readonly people: number;
  readonly works: number;
  /** Of each credit, in the order in which they came. */
  readonly person: Uint32Array;
  readonly work: Uint32Array;
  /** Places in CREDIT_ROLES; 0 is ACTOR. */
  readonly role: Uint8Array;
}

/** A graph shaped like IMDb's: ten credits a work, five a person on average. */
export interface Shape {
  readonly name: string;
  readonly credits: number;
  /** Credits of one person more, each in a work of its own choice. */
  readonly supernode?: number;
}

export const GROWTH: readonly Shape[] = [
  { name: '10k', credits: 10_000 },
  { name: '100k', credits: 100_000 },
  { name: '1.5M', credits: 1_500_000 },
  { name: '10M', credits: 10_000_000 },
];

const ACTING = 0.8;
const SEED = 'costars';

/** Credits by a seed. The square of a uniform number makes few people very busy: the busiest has thousands. */
export function generated({ credits, supernode = 0 }: Shape): Credits {
  const random = randomFor(SEED, credits);
  const [people, works] = [Math.ceil(credits / 5), Math.ceil(credits / 10)];
  const drawn = new Float64Array(credits + supernode);
  for (let at = 0; at < credits; at += 1) {
    const work = random.whole(works);
    // Half of a cast is drawn from the work's own corner: people play with the same people again.
    const [spread, from] = random.chance(0.5) ? [200, (work * 2) % people] : [people, 0];
    const person = (from + Math.floor(spread * random.next() ** 2)) % people;
    const role = random.chance(ACTING) ? 0 : 1 + random.whole(CREDIT_ROLES.length - 1);
    drawn[at] = (person * works + work) * CREDIT_ROLES.length + role;
  }
  for (let at = 0; at < supernode; at += 1) {
    const work = Math.floor((at * works) / supernode);
    drawn[credits + at] = (people * works + work) * CREDIT_ROLES.length;
  }
  return distinct(drawn.sort(), people + (supernode > 0 ? 1 : 0), works);
}

function distinct(sorted: Float64Array, people: number, works: number): Credits {
  const kept = sorted.filter((value, at) => value !== sorted[at - 1]);
  const roles = CREDIT_ROLES.length;
  return {
    people,
    works,
    person: Uint32Array.from(kept, (value) => Math.floor(value / roles / works)),
    work: Uint32Array.from(kept, (value) => Math.floor(value / roles) % works),
    role: Uint8Array.from(kept, (value) => value % roles),
  };
}

/** Ids like those of IMDb. */
export const personId = (person: number): string => `person/nm${String(person).padStart(7, '0')}`;
const workId = (work: number): string => `work/tt${String(work).padStart(7, '0')}`;

const SLICE = 10_000;

/** Builds the graph as the service does, from slices of columns. */
export function built({ person, work, role }: Credits): CostarData {
  const builder = new GraphBuilder();
  for (let from = 0; from < person.length; from += SLICE) {
    const to = Math.min(from + SLICE, person.length);
    const column = (value: (at: number) => string): string =>
      Array.from({ length: to - from }, (_, index) => value(from + index)).join('\n');
    const slice: CreditColumns = {
      count: to - from,
      people: column((at) => personId(person[at] ?? 0)),
      works: column((at) => workId(work[at] ?? 0)),
      roles: column((at) => CREDIT_ROLES[role[at] ?? 0] ?? 'OTHER'),
      recordedAt: column(() => '2024-01-01T00:00:00.000Z'),
      premiered: column((at) => String(1950 + ((work[at] ?? 0) % 75))),
      privates: '0'.repeat(to - from),
      next: null,
    };
    builder.add(slice);
  }
  return builder.finish();
}

/** Films with their casts, one JSON object a line; there one name is one person. Null when there is no such file. */
export async function films(path: string | undefined): Promise<Credits | null> {
  if (path === undefined || !existsSync(path)) return null;
  const numbers = new Map<string, number>();
  const [person, work]: [number[], number[]] = [[], []];
  let works = 0;
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
  for await (const line of lines) {
    const { cast } = JSON.parse(line) as { readonly cast: readonly string[] };
    for (const name of new Set(cast)) {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      person.push(number);
      work.push(works);
    }
    works += 1;
  }
  return {
    people: numbers.size,
    works,
    person: Uint32Array.from(person),
    work: Uint32Array.from(work),
    role: new Uint8Array(person.length),
  };
}
