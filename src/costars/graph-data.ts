import { CREDIT_ROLES, type CreditRole } from '../domain/entities.ts';
import type { IdTable } from './id-table.ts';

/**
 * A whole co-star graph in compressed sparse rows. People are the nodes 0 to people.size - 1 in the order of their
 * ids, works the nodes after them in the order of theirs. Credits that say the same of a person, a work and a role
 * (parts as several characters) are one.
 */
export interface CostarData {
  readonly people: IdTable;
  readonly works: IdTable;
  /** The credits of node n are `entries[offsets[n]]` up to `entries[offsets[n + 1]]`. */
  readonly offsets: Uint32Array;
  /**
   * For a person the works, for a work the people, each by its place in its table, shifted by ROLE_BITS, with the
   * role below; ascending. First those of people, then those of works.
   */
  readonly entries: Uint32Array;
  /** The first day on which each work may have been shown; NO_DAY where nobody says. */
  readonly premiered: Int32Array;
  /** A bit for each person who is PRIVATE. */
  readonly privates: Uint8Array;
  /** The moments at which credits were recorded, as milliseconds since 1970, ascending. */
  readonly instants: Float64Array;
  /**
   * For each entry of a work which of the moments it was recorded at: by the bytes that the number of moments
   * needs, and nothing when there is one only, as after one import.
   */
  readonly recorded: Uint8Array | Uint16Array | Uint32Array | null;
}

/** The bits that a role takes. */
const ROLE_BITS = 4;
/** Selects the role of an entry. */
export const ROLE_MASK = (1 << ROLE_BITS) - 1;
/** Before every day: a work without a date is never too late. */
export const NO_DAY = -0x8000_0000;
/** As many people or works as an entry can name. */
export const MAX_TABLE = 2 ** (32 - ROLE_BITS);

/** How an entry names a role. */
export function roleCode(role: string): number {
  const code = CREDIT_ROLES.indexOf(role as CreditRole);
  return code < 0 ? CREDIT_ROLES.indexOf('OTHER') : code;
}

/** The roles as a set of bits, one a code. */
export function roleMask(roles: readonly CreditRole[]): number {
  return roles.reduce((mask, role) => mask | (1 << roleCode(role)), 0);
}

/** Which bytes the places of `count` moments need. */
export function placesFor(count: number, length: number): CostarData['recorded'] {
  if (count <= 1) return null;
  if (count <= 0x100) return new Uint8Array(length);
  return count <= 0x1_0000 ? new Uint16Array(length) : new Uint32Array(length);
}

/** A place in a table from an entry, and the reverse. */
export const placeOf = (entry: number): number => entry >>> ROLE_BITS;
export const entryOf = (place: number, role: number): number => ((place << ROLE_BITS) | role) >>> 0;

/** The bytes that a graph keeps in memory. */
export function bytesOf(data: CostarData): number {
  const { people, works, offsets, entries, premiered, privates, instants, recorded } = data;
  const arrays = [
    ...[people.blocks, people.bytes, works.blocks, works.bytes],
    ...[offsets, entries, premiered, privates, instants],
  ];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, recorded?.byteLength ?? 0);
}
