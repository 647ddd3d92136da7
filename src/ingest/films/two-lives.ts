/** More years than this between the first and the last film of a name are two people's, or one's and old footage. */
const CAREER = 75;
/** Only where the films stop for this long in between: careers of eighty years without such a stop are known. */
const PAUSE = 40;

/**
 * Tells apart people of one name who cannot have lived one life: films of both are in the list, but what they have in
 * common is the name. It has to know all years of a name before it can answer, whatever order they come in.
 */
export class TwoLives {
  readonly #years = new Map<string, Set<number>>();
  #secondFrom: ReadonlyMap<string, number> | null = null;

  note(name: string, year: number): void {
    const years = this.#years.get(name);
    if (years === undefined) this.#years.set(name, new Set([year]));
    else years.add(year);
  }

  /** True when a film of a year is that of a later person of this name. */
  isSecond(name: string, year: number): boolean {
    this.#secondFrom ??= this.#split();
    return year >= (this.#secondFrom.get(name) ?? Infinity);
  }

  #split(): ReadonlyMap<string, number> {
    const split = new Map<string, number>();
    for (const [name, found] of this.#years) {
      const years = [...found].sort((x, y) => x - y);
      const pauses = years
        .slice(1)
        .map((year, at) => ({ until: year, length: year - (years[at] as number) }));
      const [longest] = pauses.sort((x, y) => y.length - x.length || x.until - y.until);
      const career = (years.at(-1) as number) - (years[0] as number);
      if (career > CAREER && longest !== undefined && longest.length >= PAUSE) split.set(name, longest.until);
    }
    this.#years.clear();
    return split;
  }
}
