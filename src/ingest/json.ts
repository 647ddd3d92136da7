import { HearsayError, shown } from '../domain/errors.ts';

/** A JSON object with fields of any kind. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that a text holds. Throws INVALID_RECORD. */
export function jsonObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HearsayError('INVALID_RECORD', `Expected a JSON object, but got ${shown(text.slice(0, 60))}`);
  }
  if (isDeeper(value, MAX_DEPTH)) {
    throw new HearsayError(
      'INVALID_RECORD',
      `Expected JSON of at most ${MAX_DEPTH} levels, but got ${shown(text.slice(0, 60))}`,
    );
  }
  if (isObject(value)) return value;
  throw new HearsayError('INVALID_RECORD', `Expected a JSON object, but got ${shown(value)}`);
}

// No record of any dataset comes near; what looks at one level after the other has an end.
const MAX_DEPTH = 64;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const key in value) {
    if (isDeeper((value as Readonly<Record<string, unknown>>)[key], levels - 1)) return true;
  }
  return false;
}

/** True for what has named fields. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
