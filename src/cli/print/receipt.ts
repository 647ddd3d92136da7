import type { RecordReceipt } from '../../application/record.ts';
import { counted } from './words.ts';

/** What a write did: "3 added, 1 added to, 12 there already". */
export function receiptText({ created, updated, unchanged, dropped }: RecordReceipt): string {
  const parts = [
    `${created.length} added`,
    ...(updated.length > 0 ? [`${updated.length} added to`] : []),
    `${unchanged} there already`,
    ...(dropped.length > 0 ? [`${counted(dropped.length, 'optional text')} left out for what it says`] : []),
  ];
  return parts.join(', ');
}
