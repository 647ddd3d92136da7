import { HearsayError } from '../../domain/errors.ts';
import type { Transaction } from './connection.ts';
import * as scalars from './scalar-rows.ts';
import { MISSING } from './write-queries.ts';

type Referable = keyof typeof MISSING;

/** Collects what records of a change point at, so that one statement a type can tell what is not on file. */
export interface References {
  /** Notes that `from` points at these; null and absent ones are passed over. */
  add(type: Referable, from: string, ids: readonly (string | null)[]): void;
  /** Throws INVALID_RECORD naming the first pointer that leads nowhere. `isThere` knows what need not be asked. */
  check(transaction: Transaction, isThere: (type: Referable, id: string) => boolean): Promise<void>;
}

/** An empty collection. */
export function references(): References {
  const pointers = new Map<Referable, Map<string, string>>();
  return {
    add(type, from, ids) {
      const known = pointers.get(type) ?? new Map<string, string>();
      pointers.set(type, known);
      for (const id of ids) if (id !== null && !known.has(id)) known.set(id, from);
    },
    async check(transaction, isThere) {
      const missing = await Promise.all(
        [...pointers].map(async ([type, byId]) => {
          const ids = [...byId.keys()].filter((id) => !isThere(type, id));
          const [row] = ids.length === 0 ? [] : await transaction.run(MISSING[type], { ids });
          if (row === undefined) return null;
          const id = scalars.idOf(row);
          return `Expected ${id}, which ${byId.get(id)} points at, but got no such ${type}`;
        }),
      );
      const first = missing.find((message) => message !== null);
      if (first === undefined || first === null) return;
      throw new HearsayError('INVALID_RECORD', first, {
        hint: 'Bring it in the same change, or record it before.',
      });
    },
  };
}
