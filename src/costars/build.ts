import type { CreditColumns } from '../domain/credit-columns.ts';
import { HearsayError } from '../domain/errors.ts';
import { parseDate } from '../domain/time.ts';
import {
  entryOf,
  MAX_TABLE,
  NO_DAY,
  placeOf,
  placesFor,
  roleCode,
  ROLE_MASK,
  type CostarData,
} from './graph-data.ts';
import { packIds } from './id-table.ts';

/** Numbers that are added to, in memory that doubles. */
class Numbers {
  #values = new Uint32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const more = new Uint32Array(this.length * 2);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  get values(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}

/** Texts that are numbered in the order in which they come. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  get texts(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  /** The number of a text; a new one gets the next. */
  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const next = this.#numbers.size;
    this.#numbers.set(text, next);
    return next;
  }

  get size(): number {
    return this.#numbers.size;
  }
}

/** Makes a graph of credits that come in slices, in whatever order. */
export class GraphBuilder {
  readonly #people = new Numbering();
  readonly #works = new Numbering();
  readonly #instants = new Numbering();
  readonly #premiered: number[] = [];
  readonly #privates = new Set<number>();
  /** Of each credit: its person, its work and role in one, and when it was recorded. */
  readonly #personOf = new Numbers();
  readonly #partOf = new Numbers();
  readonly #recordedAt = new Numbers();

  /** Takes a slice. */
  add(slice: CreditColumns): void {
    if (slice.count === 0) return;
    const people = slice.people.split('\n');
    const works = slice.works.split('\n');
    const roles = slice.roles.split('\n');
    const recordedAt = slice.recordedAt.split('\n');
    const premiered = slice.premiered.split('\n');
    for (let index = 0; index < slice.count; index += 1) {
      const person = this.#people.of(people[index] ?? '');
      const work = this.#works.of(works[index] ?? '');
      if (work === this.#premiered.length) this.#premiered.push(dayOf(premiered[index] ?? ''));
      if (slice.privates[index] === '1') this.#privates.add(person);
      this.#personOf.push(person);
      this.#partOf.push(entryOf(work, roleCode(roles[index] ?? '')));
      this.#recordedAt.push(this.#instants.of(recordedAt[index] ?? ''));
    }
    if (Math.max(this.#people.size, this.#works.size) > MAX_TABLE) throw tooMany();
  }

  /** The graph of all that was added. */
  finish(): CostarData {
    const people = ranked(this.#people.texts);
    const works = ranked(this.#works.texts);
    const instants = ranked(this.#instants.texts);
    const casts = this.#casts(people.rankOf, works.rankOf, instants.rankOf);
    const premiered = new Int32Array(works.sorted.length);
    this.#premiered.forEach((day, number) => (premiered[works.rankOf[number] ?? 0] = day));
    const privates = new Uint8Array(Math.ceil(people.sorted.length / 8));
    for (const number of this.#privates) {
      const place = people.rankOf[number] ?? 0;
      privates[place >> 3] = (privates[place >> 3] ?? 0) | (1 << (place & 7));
    }
    return {
      people: packIds('person/', people.sorted),
      works: packIds('work/', works.sorted),
      ...bothWays(people.sorted.length, casts),
      premiered,
      privates,
      instants: Float64Array.from(instants.sorted, (text) => Date.parse(text)),
      recorded: narrow(casts.recorded, instants.sorted.length),
    };
  }

  /** What each work has of people, by people and role, each once, with the earliest moment it was recorded at. */
  #casts(personRank: Uint32Array, workRank: Uint32Array, instantRank: Uint32Array): Casts {
    const persons = this.#personOf.values;
    const parts = this.#partOf.values;
    const recordedAt = this.#recordedAt.values;
    const byPerson = sortedBy(persons, personRank);
    const starts = new Uint32Array(workRank.length + 1);
    for (const part of parts) {
      const place = (workRank[placeOf(part)] ?? 0) + 1;
      starts[place] = (starts[place] ?? 0) + 1;
    }
    accumulate(starts);
    const fill = starts.slice();
    const entries = new Uint32Array(parts.length);
    const recorded = new Uint32Array(parts.length);
    for (const credit of byPerson) {
      const part = parts[credit] ?? 0;
      const work = workRank[placeOf(part)] ?? 0;
      const at = fill[work] ?? 0;
      fill[work] = at + 1;
      entries[at] = entryOf(personRank[persons[credit] ?? 0] ?? 0, part & ROLE_MASK);
      recorded[at] = instantRank[recordedAt[credit] ?? 0] ?? 0;
    }
    return distinct({ starts, entries, recorded });
  }
}

interface Casts {
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
  readonly recorded: Uint32Array;
}

function dayOf(premiered: string): number {
  return premiered === '' ? NO_DAY : parseDate(premiered).firstDay;
}

/** Texts sorted by code unit, and the rank of each by its number. */
function ranked(texts: readonly string[]): {
  readonly sorted: readonly string[];
  readonly rankOf: Uint32Array;
} {
  // Without a comparison of ours they are compared by code unit, and much faster.
  const numbers = new Map(texts.map((text, number) => [text, number]));
  const sorted = texts.toSorted();
  const rankOf = new Uint32Array(texts.length);
  sorted.forEach((text, rank) => (rankOf[numbers.get(text) ?? 0] = rank));
  return { sorted, rankOf };
}

/** The places of `keys` in the order of their ranks; among equals, in the order in which they came. */
function sortedBy(keys: Uint32Array, rankOf: Uint32Array): Uint32Array {
  const starts = new Uint32Array(rankOf.length + 1);
  for (const key of keys) {
    const place = (rankOf[key] ?? 0) + 1;
    starts[place] = (starts[place] ?? 0) + 1;
  }
  accumulate(starts);
  const order = new Uint32Array(keys.length);
  keys.forEach((key, index) => {
    const rank = rankOf[key] ?? 0;
    const at = starts[rank] ?? 0;
    order[at] = index;
    starts[rank] = at + 1;
  });
  return order;
}

function accumulate(counts: Uint32Array): void {
  for (let index = 1; index < counts.length; index += 1) {
    counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
  }
}

/** Within each work, whose people are in order already: roles in order, and each entry once. */
function distinct({ starts, entries, recorded }: Casts): Casts {
  const newStarts = new Uint32Array(starts.length);
  let length = 0;
  for (let work = 0; work + 1 < starts.length; work += 1) {
    newStarts[work] = length;
    const first = length;
    for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
      length = insert(entries, recorded, first, length, entries[at] ?? 0, recorded[at] ?? 0);
    }
  }
  newStarts[starts.length - 1] = length;
  return { starts: newStarts, entries: entries.slice(0, length), recorded: recorded.slice(0, length) };
}

/** Puts an entry into the sorted stretch from `first` to `length`, in whose last few places it belongs. */
function insert(
  entries: Uint32Array,
  recorded: Uint32Array,
  first: number,
  length: number,
  entry: number,
  moment: number,
): number {
  let at = length;
  while (at > first && (entries[at - 1] ?? 0) > entry) at -= 1;
  if (at > first && entries[at - 1] === entry) {
    recorded[at - 1] = Math.min(recorded[at - 1] ?? 0, moment);
    return length;
  }
  entries.copyWithin(at + 1, at, length);
  recorded.copyWithin(at + 1, at, length);
  entries[at] = entry;
  recorded[at] = moment;
  return length + 1;
}

/** Puts what each person has of works before what each work has of people. */
function bothWays(people: number, casts: Casts): Pick<CostarData, 'offsets' | 'entries'> {
  const works = casts.starts.length - 1;
  const credits = casts.entries.length;
  const offsets = new Uint32Array(people + works + 1);
  for (const entry of casts.entries) offsets[placeOf(entry) + 1] = (offsets[placeOf(entry) + 1] ?? 0) + 1;
  accumulate(offsets.subarray(0, people + 1));
  const fill = offsets.slice(0, people);
  const entries = new Uint32Array(2 * credits);
  for (let work = 0; work < works; work += 1) {
    for (let at = casts.starts[work] ?? 0; at < (casts.starts[work + 1] ?? 0); at += 1) {
      const entry = casts.entries[at] ?? 0;
      const person = placeOf(entry);
      const place = fill[person] ?? 0;
      entries[place] = entryOf(work, entry & ROLE_MASK);
      fill[person] = place + 1;
    }
  }
  entries.set(casts.entries, credits);
  for (let work = 0; work < works; work += 1) {
    offsets[people + work] = credits + (casts.starts[work] ?? 0);
  }
  offsets[people + works] = 2 * credits;
  return { offsets, entries };
}

function narrow(recorded: Uint32Array, moments: number): CostarData['recorded'] {
  const places = placesFor(moments, recorded.length);
  places?.set(recorded);
  return places;
}

function tooMany(): HearsayError {
  return new HearsayError(
    'INTERNAL',
    `Expected at most ${MAX_TABLE} people and ${MAX_TABLE} works, but got more`,
  );
}
