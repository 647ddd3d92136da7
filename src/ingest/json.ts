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
  if (isObject(value)) return value;
  throw new HearsayError('INVALID_RECORD', `Expected a JSON object, but got ${shown(value)}`);
}

/** True for what has named fields. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
