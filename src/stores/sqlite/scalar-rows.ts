import type { Pair } from '../../domain/claim.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { IndexedKey, TrigramFrequency } from '../../domain/near-names.ts';
import type { EpochDay } from '../../domain/time.ts';
import type { ChangeEvent, CreditOwner, SearchableType, StoreCounts } from '../../ports/graph-store.ts';

// Rows of one or two columns, and those that are not nodes.

/** Reads a count. */
export function total(unknownRow: unknown): number {
  return (unknownRow as { readonly total: number }).total;
}

/** Whose credit, or whose total, a row is. */
export function ownerOf(unknownRow: unknown): CreditOwner {
  return (unknownRow as { readonly owner: CreditOwner }).owner;
}

/** Where a credit stands in lists: its billing, or after all that have one. */
export function billingRank(unknownRow: unknown): number {
  return (unknownRow as { readonly billing_rank: number }).billing_rank;
}

/** Reads an entry of the change feed. */
export function changeEvent(unknownRow: unknown): ChangeEvent {
  return { ...(unknownRow as ChangeEvent) };
}

/** Reads the counts of everything. */
export function counts(unknownRow: unknown): StoreCounts {
  return { ...(unknownRow as StoreCounts) };
}

/** Reads a row that is an id. */
export function idOf(unknownRow: unknown): string {
  return (unknownRow as { readonly id: string }).id;
}

/** Reads a person whom something shows to have been alive by a day earlier than known. */
export function seenEarlier(unknownRow: unknown): {
  readonly id: PersonId;
  readonly day: EpochDay;
  readonly ageless: boolean;
} {
  const row = unknownRow as { readonly id: PersonId; readonly day: EpochDay; readonly ageless: 0 | 1 };
  return { id: row.id, day: row.day, ageless: row.ageless === 1 };
}

/** Reads the number that a name is indexed under. */
export function keyId(unknownRow: unknown): number {
  return (unknownRow as { readonly key_id: number }).key_id;
}

/** Reads which node a name belongs to. */
export function nodeOf(unknownRow: unknown): string {
  return (unknownRow as { readonly node: string }).node;
}

/** Reads a name together with what it names. */
export function indexedName(unknownRow: unknown): {
  readonly node: string;
  readonly type: SearchableType;
  readonly text: string;
} {
  return {
    ...(unknownRow as { readonly node: string; readonly type: SearchableType; readonly text: string }),
  };
}

/** Reads how many names a trigram occurs in. */
export function frequency(unknownRow: unknown): TrigramFrequency {
  const row = unknownRow as { readonly id: string; readonly total: number };
  return { term: row.id, names: row.total };
}

/** Reads the key of a name together with what it names. */
export function indexedKey(unknownRow: unknown): IndexedKey {
  return { ...(unknownRow as IndexedKey) };
}

/** Reads a pair of people. */
export function pair(unknownRow: unknown): Pair {
  return { ...(unknownRow as Pair) };
}

/** Reads anything as JSON text, to compare rows that never become domain types. */
export function asText(unknownRow: unknown): string {
  return JSON.stringify(unknownRow);
}

/** Reads an id of another catalogue and the id here. */
export function externalId(unknownRow: unknown): readonly [string, string] {
  const row = unknownRow as { readonly value: string; readonly id: string };
  return [row.value, row.id];
}

/** Reads a credit that cannot be stored: where it stands in its batch, and what it misses or meets. */
export function refusedCredit(unknownRow: unknown): {
  readonly line: number;
  readonly id: string;
  readonly missing: string;
} {
  return { ...(unknownRow as { readonly line: number; readonly id: string; readonly missing: string }) };
}
