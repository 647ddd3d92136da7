import type { RecordReceipt } from '../../application/record.ts';
import type { WithheldReason } from '../../domain/policy.ts';
import { counted } from './words.ts';

const WHY: Readonly<Record<WithheldReason, string>> = {
  MINOR: 'somebody was under 18',
  BIRTH_DATE_UNKNOWN: 'a birth date is unknown',
  PRIVATE_PERSON: 'somebody is private',
};

/** What a write did: "3 added, 1 added to, 12 there already". */
export function receiptText({ created, updated, unchanged, dropped, hidden }: RecordReceipt): string {
  const parts = [
    `${created.length} added`,
    ...(updated.length > 0 ? [`${updated.length} added to`] : []),
    `${unchanged} there already`,
    ...(dropped.length > 0 ? [`${counted(dropped.length, 'optional text')} left out for what it says`] : []),
    ...hidden.map(
      ({ reason, claims }) => `${counted(claims, 'claim')} not shown by default because ${WHY[reason]}`,
    ),
  ];
  return parts.join(', ');
}
