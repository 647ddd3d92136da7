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

/** What the origins of one side weigh, each as much as its heaviest item, in no particular order. */
export interface Weights {
  /** After age and every rule. */
  readonly now: readonly number[];
  /** As `now`, but no item starts with more than a bound. */
  readonly bounded: readonly number[];
  /** As if age took nothing. */
  readonly ageless: readonly number[];
}

type Mutable<T> = { -readonly [Key in keyof T]: number[] };

/** Measures the origins of some items; `ageless` tells what an item weighs without age. */
export function weightsOf(
  items: readonly Scored[],
  bound: number,
  ageless: (one: Scored) => number,
): Weights {
  const slots = new Map<string, number>();
  const weights: Mutable<Weights> = { now: [], bounded: [], ageless: [] };
  for (const one of items) {
    const { group, weight } = one.item;
    let slot = slots.get(group);
    if (slot === undefined) {
      slot = slots.size;
      slots.set(group, slot);
    }
    raise(weights.now, slot, one.value);
    raise(weights.bounded, slot, weight > bound ? bound * one.kept : one.value);
    raise(weights.ageless, slot, ageless(one));
  }
  return weights;
}

function raise(weights: number[], slot: number, weight: number): void {
  const known = weights[slot];
  if (known === undefined || weight > known) weights[slot] = weight;
}

/** The claims of items, each once, in the order given. */
export function claimsOf(items: readonly Scored[]): readonly ClaimId[] {
  return [...new Set(items.map(({ item }) => item.statement.claim.id))];
}
