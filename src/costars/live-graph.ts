import type { PersonId, WorkId } from '../domain/ids.ts';
import type { CostarScope } from '../ports/costar-search.ts';
import { bytesOf, NO_DAY, placeOf, roleMask, ROLE_MASK, type CostarData } from './graph-data.ts';
import { idAt } from './id-table.ts';
import { firstEntry, Overlay, type LateCredit } from './overlay.ts';

/** Room for nodes that come later, before the marks have to be made anew. */
const SPARE_NODES = 1_024;
/** Generations of marks before they are wiped: a mark has 16 bits for its generation and 16 for what it says. */
const GENERATIONS = 0x1_0000;
const PAYLOAD = 0xffff;
/** The most that a mark can say. */
export const MAX_MARK = PAYLOAD;

/** Nodes in memory that is kept from search to search. */
export class NodeList {
  values = new Uint32Array(256);
  length = 0;

  /** Empties it and sees to it that it has room for `most`. */
  clear(most: number): void {
    if (most > this.values.length) this.values = new Uint32Array(2 * most);
    this.length = 0;
  }

  add(node: number): void {
    this.values[this.length] = node;
    this.length += 1;
  }
}

/** A scope with its roles as bits and its moment as a number. */
interface Sieve {
  readonly mask: number;
  readonly asOf: number;
  readonly knownAt: number;
  /** How many of the graph's moments are no later than knownAt. */
  readonly moments: number;
}

/**
 * A graph with what came after it, and everything that searching needs: which neighbours a scope lets through, and
 * marks on nodes that are valid until the next generation. One search at a time: they are short and do not wait.
 */
export class LiveGraph {
  readonly data: CostarData;
  readonly overlay: Overlay;
  /** Marked nodes and frontiers: room for every node once. */
  queue: Uint32Array;
  /** Works of somebody, and people of a work: of the graph, since others are searched while a search is interrupted. */
  readonly works = new NodeList();
  readonly cast = new NodeList();
  #marks: Uint32Array;
  #generation = 0;
  readonly #ids = new Map<number, string>();
  #sieve: Sieve = { mask: 0, asOf: 0, knownAt: Infinity, moments: 0 };
  /** Entries that were looked at since the search began. */
  spent = 0;

  constructor(data: CostarData) {
    this.data = data;
    this.overlay = new Overlay(data);
    this.#marks = new Uint32Array(this.overlay.nodes + SPARE_NODES);
    this.queue = new Uint32Array(this.#marks.length);
  }

  /** The bytes that it keeps in memory, but for the overlay. */
  get bytes(): number {
    return bytesOf(this.data) + this.#marks.byteLength + this.queue.byteLength;
  }

  /** Begins a search within a scope. */
  begin({ roles, asOf, knownAt }: CostarScope): void {
    const at = knownAt === null ? Infinity : Date.parse(knownAt);
    this.#sieve = { mask: roleMask(roles), asOf, knownAt: at, moments: this.#momentsUntil(at) };
    this.spent = 0;
    this.#ids.clear();
    if (this.overlay.nodes <= this.#marks.length) return;
    this.#marks = new Uint32Array(2 * this.overlay.nodes);
    this.queue = new Uint32Array(this.#marks.length);
    this.#generation = 0;
  }

  #momentsUntil(at: number): number {
    const { instants } = this.data;
    let count = instants.length;
    while (count > 0 && (instants[count - 1] ?? 0) > at) count -= 1;
    return count;
  }

  /** The node of somebody who may be in an answer, or -1. */
  personNode(id: PersonId): number {
    const node = this.overlay.nodeOf(id);
    return node < 0 || this.#isPrivate(node) ? -1 : node;
  }

  personId(node: number): PersonId {
    return this.#known(node) as PersonId;
  }

  workId(node: number): WorkId {
    return this.#known(node) as WorkId;
  }

  /** An id of the answer, which names most of its nodes several times. */
  #known(node: number): string {
    const known = this.#ids.get(node) ?? this.#idOf(node);
    this.#ids.set(node, known);
    return known;
  }

  #idOf(node: number): string {
    const { people, works } = this.data;
    if (node < people.size) return idAt(people, node);
    const place = node - people.size;
    return place < works.size ? idAt(works, place) : this.overlay.idOf(node);
  }

  /** The order of ids, among people or among works. */
  readonly compare = (a: number, b: number): number => {
    const base = this.data.people.size + this.data.works.size;
    if (a < base && b < base) return a - b;
    const [first, second] = [this.#idOf(a), this.#idOf(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  };

  /** As many entries as reading a node's neighbours looks at. */
  degree(node: number): number {
    const { offsets, people, works } = this.data;
    const own = node < people.size + works.size ? (offsets[node + 1] ?? 0) - (offsets[node] ?? 0) : 0;
    return own + (this.overlay.size === 0 ? 0 : this.overlay.of(node).size);
  }

  /** Forgets all marks. */
  unmark(): void {
    this.#generation += 1;
    if (this.#generation < GENERATIONS) return;
    this.#marks.fill(0);
    this.#generation = 1;
  }

  /** What a node is marked with, 1 to MAX_MARK; 0 when it is not. */
  marked(node: number): number {
    const mark = this.#marks[node] ?? 0;
    return mark >>> 16 === this.#generation ? mark & PAYLOAD : 0;
  }

  mark(node: number, payload: number): void {
    this.#marks[node] = ((this.#generation << 16) | payload) >>> 0;
  }

  /** Lists the works of a person within the scope, each once, in the order of ids but for late ones. */
  worksOf(person: number, into: NodeList): void {
    const { data } = this;
    const { mask, asOf, moments } = this.#sieve;
    const isAll = moments === data.instants.length;
    into.clear(this.#spend(person));
    const base = data.people.size;
    const end = person < base ? (data.offsets[person + 1] ?? 0) : 0;
    let last = -1;
    for (let at = person < base ? (data.offsets[person] ?? 0) : 0; at < end; at += 1) {
      const entry = data.entries[at] ?? 0;
      const work = placeOf(entry);
      if (work === last || ((mask >>> (entry & ROLE_MASK)) & 1) === 0) continue;
      if ((data.premiered[work] ?? NO_DAY) > asOf) continue;
      if (!isAll && !this.#isKnown(base + work, person, entry & ROLE_MASK)) continue;
      last = work;
      into.add(base + work);
    }
    if (this.overlay.size === 0) return;
    for (const [work, credits] of this.overlay.of(person)) {
      const isLate = credits.some(this.#lets) && this.#dayOf(work) <= asOf;
      if (isLate && !this.#hasInGraph(person, work)) into.add(work);
    }
  }

  /** Lists the people of a work within the scope, each once. The work is one that worksOf has given. */
  castOf(work: number, into: NodeList): void {
    const { data } = this;
    const { mask, moments } = this.#sieve;
    into.clear(this.#spend(work));
    const isInGraph = work < data.people.size + data.works.size;
    const end = isInGraph ? (data.offsets[work + 1] ?? 0) : 0;
    const isAll = moments === data.instants.length;
    let last = -1;
    for (let at = isInGraph ? (data.offsets[work] ?? 0) : 0; at < end; at += 1) {
      const entry = data.entries[at] ?? 0;
      const person = placeOf(entry);
      if (person === last || ((mask >>> (entry & ROLE_MASK)) & 1) === 0) continue;
      if (!isAll && this.#momentAt(at) >= moments) continue;
      if (((data.privates[person >> 3] ?? 0) >>> (person & 7)) & 1) continue;
      last = person;
      into.add(person);
    }
    if (this.overlay.size === 0) return;
    for (const [person, credits] of this.overlay.of(work)) {
      const isLate = credits.some(this.#lets) && !this.#isPrivate(person);
      if (isLate && !this.#hasInGraph(person, work)) into.add(person);
    }
  }

  /**
   * Counts everybody of a work within the scope in their marks, but for who is marked MAX_MARK. Whoever is new goes
   * into the queue behind the first `found`; returns how many are there then. `spare` is for its own use.
   */
  countCast(work: number, found: number, spare: NodeList): number {
    const { data, queue } = this;
    const { mask, moments } = this.#sieve;
    if (this.overlay.size > 0 || moments < data.instants.length) return this.#countList(work, found, spare);
    this.#spend(work);
    const { entries, privates } = data;
    const marks = this.#marks;
    const generation = this.#generation * (PAYLOAD + 1);
    const end = data.offsets[work + 1] ?? 0;
    let count = found;
    let last = -1;
    for (let at = data.offsets[work] ?? 0; at < end; at += 1) {
      const entry = entries[at] ?? 0;
      const person = placeOf(entry);
      if (person === last || ((mask >>> (entry & ROLE_MASK)) & 1) === 0) continue;
      if (((privates[person >> 3] ?? 0) >>> (person & 7)) & 1) continue;
      last = person;
      // A mark of this generation is the generation's number with what it says behind it.
      const counted = (marks[person] ?? 0) - generation;
      if (counted < 0 || counted > PAYLOAD) {
        marks[person] = generation + 1;
        queue[count] = person;
        count += 1;
      } else if (counted < MAX_MARK - 1) {
        marks[person] = generation + counted + 1;
      }
    }
    return count;
  }

  #countList(work: number, found: number, spare: NodeList): number {
    this.castOf(work, spare);
    let count = found;
    for (let place = 0; place < spare.length; place += 1) {
      const person = spare.values[place] ?? 0;
      const counted = this.marked(person);
      if (counted === 0) {
        this.queue[count] = person;
        count += 1;
      }
      // Beyond what a mark can count all are equal.
      if (counted < MAX_MARK - 1) this.mark(person, counted + 1);
    }
    return count;
  }

  #spend(node: number): number {
    const degree = this.degree(node);
    this.spent += degree;
    return degree;
  }

  /** Whether a person has a credit in a work within the scope, the work's date aside. */
  isIn(person: number, work: number): boolean {
    this.spent += 1;
    if (this.#hasInGraph(person, work)) return true;
    if (this.overlay.size === 0) return false;
    return this.overlay.of(person).get(work)?.some(this.#lets) === true;
  }

  #hasInGraph(person: number, work: number): boolean {
    const { data } = this;
    const base = data.people.size;
    if (person >= base || work >= base + data.works.size) return false;
    const place = work - base;
    const end = data.offsets[person + 1] ?? 0;
    for (let at = firstEntry(data, person, place); at < end; at += 1) {
      const entry = data.entries[at] ?? 0;
      if (placeOf(entry) !== place) return false;
      const isRole = ((this.#sieve.mask >>> (entry & ROLE_MASK)) & 1) === 1;
      if (isRole && this.#isKnown(work, person, entry & ROLE_MASK)) return true;
    }
    return false;
  }

  /** Whether a credit of the graph was recorded by then; the moment is kept with the work. */
  #isKnown(work: number, person: number, role: number): boolean {
    const { moments } = this.#sieve;
    const { data } = this;
    if (moments === data.instants.length) return true;
    const end = data.offsets[work + 1] ?? 0;
    for (let at = firstEntry(data, work, person); at < end; at += 1) {
      if (((data.entries[at] ?? 0) & ROLE_MASK) === role) return this.#momentAt(at) < moments;
    }
    return false;
  }

  #momentAt(at: number): number {
    const { recorded, entries } = this.data;
    return recorded?.[at - entries.length / 2] ?? 0;
  }

  readonly #lets = ({ role, recordedAt }: LateCredit): boolean =>
    ((this.#sieve.mask >>> role) & 1) === 1 && recordedAt <= this.#sieve.knownAt;

  #dayOf(work: number): number {
    const place = work - this.data.people.size;
    return place < this.data.works.size ? (this.data.premiered[place] ?? NO_DAY) : this.overlay.dayOf(work);
  }

  #isPrivate(person: number): boolean {
    if (person >= this.data.people.size) return this.overlay.isPrivate(person);
    return (((this.data.privates[person >> 3] ?? 0) >>> (person & 7)) & 1) === 1;
  }
}
