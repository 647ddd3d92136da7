import type { RecordCursor } from '../domain/record-walk.ts';

/** A slice, and the place after which it begins. */
export interface Placed<T> {
  readonly after: RecordCursor | null;
  readonly slice: T;
}

/** Slices one after the other, from a place (null: the beginning) to the end. */
export async function* slicesFrom<T extends { readonly next: RecordCursor | null }>(
  start: RecordCursor | null,
  read: (after: RecordCursor | null) => Promise<T>,
): AsyncGenerator<Placed<T>> {
  let after = start;
  do {
    const slice: T = await read(after);
    yield { after, slice };
    after = slice.next;
  } while (after !== null);
}
