import type { BatchReceipt } from '../../domain/bulk.ts';
import type { ChangeReceipt } from '../../domain/change.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { EpochDay } from '../../domain/time.ts';
import type { ChangeEvent, NameCandidate, StoreCounts } from '../../ports/graph-store.ts';
import type { Row } from './connection.ts';

// Rows of one or two columns, and those that are not nodes.

/** Reads a count in the column `total`. */
export function total(row: Row | undefined): number {
  return (row?.['total'] ?? 0) as number;
}

/** Reads an id in the column `id`. */
export function idOf(row: Row): string {
  return row['id'] as string;
}

/** Reads the properties of a Change. */
export function changeEvent(properties: unknown): ChangeEvent {
  const { sequence, type, node, at, by } = properties as ChangeEvent;
  return { sequence, type, node, at, by };
}

/** Reads a person whom something shows to have been alive by a day earlier than known. */
export function seenEarlier(row: Row): {
  readonly id: PersonId;
  readonly day: EpochDay;
  readonly ageless: boolean;
} {
  return { id: row['id'] as PersonId, day: row['day'] as EpochDay, ageless: row['ageless'] as boolean };
}

/** Reads a node that was found by name, with its names in order. */
export function nameCandidate(row: Row): NameCandidate {
  const names = row['names'] as readonly string[];
  return {
    type: row['type'] as NameCandidate['type'],
    id: row['node'] as NameCandidate['id'],
    name: names[0] ?? '',
    names,
  };
}

/** Reads the receipt that a change was given. */
export function receipt(row: Row): Omit<ChangeReceipt, 'bookmark'> {
  return JSON.parse(row['receipt'] as string) as Omit<ChangeReceipt, 'bookmark'>;
}

/** Reads the receipt that a batch was given. */
export function batchReceipt(row: Row): Omit<BatchReceipt, 'bookmark'> {
  return JSON.parse(row['receipt'] as string) as Omit<BatchReceipt, 'bookmark'>;
}

/** Where a credit stands in lists, from the properties of a CREDITED. */
export function billingRank(properties: unknown): number {
  return (properties as { readonly billingRank: number }).billingRank;
}

/** Reads the counts of everything. */
export function counts(row: Row): StoreCounts {
  return { ...(row as StoreCounts) };
}
