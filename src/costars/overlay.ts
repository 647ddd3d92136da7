import type { CreditRole } from '../domain/entities.ts';
import type { PersonId, WorkId } from '../domain/ids.ts';
import type { EpochDay, Instant } from '../domain/time.ts';
import { indexOfId } from './id-table.ts';
import { NO_DAY, placeOf, roleCode, ROLE_MASK, type CostarData } from './graph-data.ts';

/** A credit that came after the graph was built, as both of its nodes have it. */
export interface LateCredit {
  readonly role: number;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
}

/** The late credits of a node by the node at their other end. */
export type LateCredits = ReadonlyMap<number, readonly LateCredit[]>;

const NOTHING: LateCredits = new Map();

/** What has been recorded since a graph was built. New nodes are numbered from where those of the graph end. */
export class Overlay {
  readonly #data: CostarData;
  readonly #base: number;
  readonly #credits = new Map<number, Map<number, LateCredit[]>>();
  readonly #nodes = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #days: number[] = [];
  readonly #privates = new Set<number>();
  #size = 0;

  constructor(data: CostarData) {
    this.#data = data;
    this.#base = data.people.size + data.works.size;
  }

  /** How many credits are in it. */
  get size(): number {
    return this.#size;
  }

  /** All nodes, those of the graph included. */
  get nodes(): number {
    return this.#base + this.#ids.length;
  }

  /** The late credits of a node. */
  of(node: number): LateCredits {
    return this.#credits.get(node) ?? NOTHING;
  }

  /** The node of an id, or -1. */
  nodeOf(id: string): number {
    const { people, works } = this.#data;
    const place = indexOfId(people, id);
    if (place >= 0) return place;
    const work = indexOfId(works, id);
    return work >= 0 ? people.size + work : (this.#nodes.get(id) ?? -1);
  }

  /** The id of a node that the graph does not have. */
  idOf(node: number): string {
    return this.#ids[node - this.#base] ?? '';
  }

  /** The first day on which a late work may have been shown. */
  dayOf(node: number): number {
    return this.#days[node - this.#base] ?? NO_DAY;
  }

  /** Whether a late person is PRIVATE. */
  isPrivate(node: number): boolean {
    return this.#privates.has(node);
  }

  /** Adds a credit that may be there already. */
  add(personId: PersonId, workId: WorkId, role: CreditRole, at: Instant): void {
    const person = this.#take(personId);
    const work = this.#take(workId);
    const code = roleCode(role);
    if (this.#isInGraph(person, work, code)) return;
    if (
      this.of(person)
        .get(work)
        ?.some((each) => each.role === code) === true
    )
      return;
    const credit: LateCredit = { role: code, recordedAt: Date.parse(at) };
    this.#append(person, work, credit);
    this.#append(work, person, credit);
    this.#size += 1;
  }

  /** Says when a work was first shown. What nobody has a credit in does not matter here. */
  setPremiered(work: WorkId, day: EpochDay | null): void {
    const node = this.nodeOf(work);
    if (node < 0) return;
    if (node < this.#base) this.#data.premiered[node - this.#data.people.size] = day ?? NO_DAY;
    else this.#days[node - this.#base] = day ?? NO_DAY;
  }

  /** Says whether a person is PRIVATE. */
  setPrivate(person: PersonId, isPrivate: boolean): void {
    const node = this.nodeOf(person);
    if (node < 0) return;
    if (node < this.#base) {
      const { privates } = this.#data;
      const bit = 1 << (node & 7);
      const byte = privates[node >> 3] ?? 0;
      privates[node >> 3] = isPrivate ? byte | bit : byte & ~bit;
    } else if (isPrivate) this.#privates.add(node);
    else this.#privates.delete(node);
  }

  #take(id: string): number {
    const known = this.nodeOf(id);
    if (known >= 0) return known;
    const node = this.nodes;
    this.#nodes.set(id, node);
    this.#ids.push(id);
    this.#days.push(NO_DAY);
    return node;
  }

  #append(node: number, other: number, credit: LateCredit): void {
    const credits = this.#credits.get(node) ?? new Map<number, LateCredit[]>();
    this.#credits.set(node, credits);
    credits.set(other, [...(credits.get(other) ?? []), credit]);
  }

  #isInGraph(person: number, work: number, role: number): boolean {
    if (person >= this.#base || work >= this.#base) return false;
    const { entries, people } = this.#data;
    const place = work - people.size;
    for (
      let at = firstEntry(this.#data, person, place);
      at < (this.#data.offsets[person + 1] ?? 0);
      at += 1
    ) {
      const entry = entries[at] ?? 0;
      if (placeOf(entry) !== place) return false;
      if ((entry & ROLE_MASK) === role) return true;
    }
    return false;
  }
}

/** Where among a node's entries those that name `place` begin, or would. */
export function firstEntry({ offsets, entries }: CostarData, node: number, place: number): number {
  let low = offsets[node] ?? 0;
  let high = offsets[node + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (placeOf(entries[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
