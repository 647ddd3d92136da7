import { HearsayError } from '../../domain/errors.ts';
import { byCodeUnit } from '../../domain/ids.ts';

/** Types of records that others point at. */
export type Referable = 'person' | 'source' | 'document' | 'evidence' | 'work' | 'character';

/** Collects what records of a change point at. */
export interface References {
  /** Notes that `from` points at these; null and absent ones are passed over. */
  add(type: Referable, from: string, ids: readonly (string | null)[]): void;
  /** Throws INVALID_RECORD naming the first pointer that leads nowhere. */
  check(isMissing: (type: Referable, id: string) => boolean): void;
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
    check(isMissing) {
      for (const [type, byId] of pointers) {
        const [id] = [...byId.keys()].filter((each) => isMissing(type, each)).sort(byCodeUnit);
        if (id === undefined) continue;
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
