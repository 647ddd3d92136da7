import type { ClaimId, SourceId } from '../ids.ts';
import { byCodeUnit } from '../ids.ts';
import type { Testimony } from './testimony.ts';

/** Testimonies that come from one origin; they count once, as the heaviest of them. */
export interface Group {
  readonly key: string;
  readonly source: SourceId | null;
  readonly claims: readonly ClaimId[];
  /** Of its heaviest member, before and after the discount. */
  readonly weight: number;
  readonly discounted: number;
}

/** Groups by origin, the heaviest first; `discount` gives what is left of a testimony, 0 to 1. */
export function groupsOf(
  testimonies: readonly Testimony[],
  discount: (testimony: Testimony) => number,
): readonly Group[] {
  const members = new Map<string, { readonly testimony: Testimony; readonly discounted: number }[]>();
  for (const testimony of testimonies) {
    const member = { testimony, discounted: testimony.weight * discount(testimony) };
    const list = members.get(testimony.group);
    if (list === undefined) members.set(testimony.group, [member]);
    else list.push(member);
  }
  const groups = [...members].map(([key, list]) => {
    list.sort(
      (x, y) =>
        y.discounted - x.discounted ||
        y.testimony.weight - x.testimony.weight ||
        byCodeUnit(x.testimony.claim, y.testimony.claim),
    );
    const [heaviest] = list;
    return {
      key,
      source: list.map((m) => m.testimony.source ?? '').sort(byCodeUnit)[0] || null,
      claims: [...new Set(list.map((member) => member.testimony.claim))],
      weight: heaviest?.testimony.weight ?? 0,
      discounted: heaviest?.discounted ?? 0,
    } as Group;
  });
  return groups.sort((x, y) => y.discounted - x.discounted || byCodeUnit(x.key, y.key));
}
