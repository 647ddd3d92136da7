import { byCodeUnit, type ClaimId, type SourceId } from '../ids.ts';
import type { Item } from './items.ts';
import type { Parameters } from './parameters.ts';

/** An item with what time and rules leave of it, 0 to 1. */
export interface Scored {
  readonly item: Item;
  readonly kept: number;
  /** What goes into the pool. */
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

/** An item of which time and rules leave `kept`; naming one person only takes its part too. */
export function scored(item: Item, left: number, parameters: Parameters): Scored {
  const kept = item.oneSided ? parameters.single * left : left;
  return { item, kept, value: item.weight * kept };
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

/** The largest of a number per group: what each origin weighs when measured in another way. */
export function largestByGroup(
  items: readonly Scored[],
  measure: (one: Scored) => number,
): readonly number[] {
  const largest = new Map<string, number>();
  for (const one of items) {
    const value = measure(one);
    const known = largest.get(one.item.group);
    if (known === undefined || value > known) largest.set(one.item.group, value);
  }
  return [...largest.values()];
}

/** The claims of items, each once, in the order given. */
export function claimsOf(items: readonly Scored[]): readonly ClaimId[] {
  return [...new Set(items.map(({ item }) => item.statement.claim.id))];
}
