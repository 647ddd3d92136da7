import type { CreditId } from './ids.ts';

/**
 * Some of the credits on file, as far as the co-star graph needs them, in columns of text: a value a credit, a line
 * feed between two. No id, role or date has one. Millions of credits cross threads in this form, where a text is
 * copied at once and a record is taken apart and put together again.
 */
export interface CreditColumns {
  readonly count: number;
  readonly people: string;
  readonly works: string;
  readonly roles: string;
  readonly recordedAt: string;
  /** When the work was first shown, as it is written; empty where nobody says. */
  readonly premiered: string;
  /** One digit a credit without anything between: 1 where the person is PRIVATE. */
  readonly privates: string;
  /** Where to go on; null: these were the last. */
  readonly next: CreditId | null;
}

/** A slice with nothing in it. */
export const NO_CREDITS: CreditColumns = {
  count: 0,
  people: '',
  works: '',
  roles: '',
  recordedAt: '',
  premiered: '',
  privates: '',
  next: null,
};
