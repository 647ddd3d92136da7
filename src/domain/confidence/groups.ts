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

/** Groups items by origin. Of items in order, the heaviest first, groups and members are in that order too. */
export function groupsOf(inOrder: readonly Scored[]): readonly Group[] {
  const byKey = new Map<string, { key: string; source: SourceId | null; members: Scored[]; value: number }>();
  for (const one of inOrder) {
    const { group: key, source } = one.item;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { key, source, members: [one], value: one.value });
    else known.members.push(one);
  }
  return [...byKey.values()];
}

/** Items in one order, the heaviest first, whatever order they come in. */
export function ordered(items: readonly Scored[]): readonly Scored[] {
  return [...items].sort(heavierFirst);
}

/** Orders items by value, then by the claim that brings them, then the claim itself before its evidence. */
export function heavierFirst(x: Scored, y: Scored): number {
  if (x.value !== y.value) return y.value - x.value;
  const claims = byCodeUnit(x.item.statement.claim.id, y.item.statement.claim.id);
  return claims === 0 ? byCodeUnit(x.item.evidence ?? '', y.item.evidence ?? '') : claims;
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
  const ids = new Set<ClaimId>();
  for (const { item } of items) ids.add(item.statement.claim.id);
  return [...ids];
}
