import { byCodeUnit, type ClaimId, type SourceId } from '../ids.ts';
import type { Item } from './items.ts';

/** An item with what time and rules leave of it. */
export interface Scored {
  readonly item: Item;
  /** What age leaves of it, 0 to 1. */
  readonly decay: number;
  /** What age and every rule together leave of it, 0 to 1. */
  readonly kept: number;
  /** What goes into the pool: weight times what is kept. */
  readonly value: number;
}

/** Everything of one origin on one side. It weighs as much as its heaviest member; copies add nothing. */
export interface Group {
  readonly key: string;
  readonly source: SourceId | null;
  /** The heaviest first. */
  readonly members: readonly Scored[];
  readonly value: number;
}

/** Groups items by origin, the heaviest group first; ties fall by names, so that no order of claims matters. */
export function groupsOf(items: readonly Scored[]): readonly Group[] {
  const byKey = new Map<string, Scored[]>();
  for (const one of items) {
    const known = byKey.get(one.item.group);
    if (known === undefined) byKey.set(one.item.group, [one]);
    else known.push(one);
  }
  const groups: Group[] = [];
  for (const [key, members] of byKey) {
    if (members.length > 1) members.sort(heavierFirst);
    const [heaviest] = members as [Scored];
    groups.push({ key, source: heaviest.item.source, members, value: heaviest.value });
  }
  return groups.sort((x, y) => y.value - x.value || byCodeUnit(x.key, y.key));
}

/** Orders items by value, then by the claim that brings them. */
export function heavierFirst(x: Scored, y: Scored): number {
  return y.value - x.value || byCodeUnit(x.item.statement.claim.id, y.item.statement.claim.id);
}

/** The largest of a number per origin: what each weighs, in no particular order. */
export function largestByGroup<T>(
  some: readonly T[],
  itemOf: (one: T) => Item,
  measure: (one: T) => number,
): Iterable<number> {
  const largest = new Map<string, number>();
  for (const one of some) {
    const { group } = itemOf(one);
    const value = measure(one);
    const known = largest.get(group);
    if (known === undefined || value > known) largest.set(group, value);
  }
  return largest.values();
}

/** The claims of items, each once, in the order given. */
export function claimsOf(items: readonly Scored[]): readonly ClaimId[] {
  return [...new Set(items.map(({ item }) => item.statement.claim.id))];
}
