/** Keeps the first few of many nodes in some order. Its memory is that of the few. */
export class SmallestNodes {
  readonly #most: number;
  readonly #compare: (a: number, b: number) => number;
  readonly #nodes: number[] = [];
  #isCut = false;

  constructor(most: number, compare: (a: number, b: number) => number) {
    this.#most = most;
    this.#compare = compare;
  }

  /** The first ones, in order. */
  get nodes(): readonly number[] {
    return this.#nodes;
  }

  /** Whether there were more. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Takes a node into account; one that is there already changes nothing. */
  add(node: number): void {
    let low = 0;
    let high = this.#nodes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(this.#nodes[middle] ?? 0, node);
      if (order === 0) return;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    if (low < this.#most) this.#nodes.splice(low, 0, node);
    if (low >= this.#most || this.#nodes.length > this.#most) this.#isCut = true;
    if (this.#nodes.length > this.#most) this.#nodes.pop();
  }
}
