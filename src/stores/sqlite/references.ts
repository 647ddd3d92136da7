import { HearsayError } from '../../domain/errors.ts';
import type { Connection } from './connection.ts';
import * as scalars from './scalar-rows.ts';
import { MISSING } from './write-queries.ts';

type Referable = keyof typeof MISSING;

/** Collects what records of a change point at, so that one statement a type can tell what is not on file. */
export interface References {
  /** Notes that `from` points at these; null and absent ones are passed over. */
  add(type: Referable, from: string, ids: readonly (string | null)[]): void;
  /** Throws INVALID_RECORD naming the first pointer that leads nowhere; what the change has created is there. */
  check(db: Connection, created: ReadonlySet<string>): void;
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
    check(db, created) {
      for (const [type, byId] of pointers) {
        const ids = [...byId.keys()].filter((id) => !created.has(id));
        if (ids.length === 0) continue;
        const row = db.get(MISSING[type], { ids: JSON.stringify(ids) });
        if (row === undefined) continue;
        const id = scalars.idOf(row);
        throw new HearsayError(
          'INVALID_RECORD',
          `Expected ${id}, which ${byId.get(id)} points at, but got no such ${type}`,
          {
            hint: 'Bring it in the same change, or record it before.',
          },
        );
      }
    },
  };
}
