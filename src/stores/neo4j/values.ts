import neo4j from 'neo4j-driver';

/** What a statement is given: texts, numbers, booleans, bytes, null, and lists and objects of them. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * Parameters as the driver wants them: it sends every number as a floating-point one, so whole numbers are
 * wrapped. Without that, `LIMIT $limit` is refused and days are stored as 19000.0.
 */
export function bolt(parameters: Parameters): Parameters {
  return wrapped(parameters) as Parameters;
}

function wrapped(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(wrapped);
  const result: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) result[name] = wrapped(item);
  return result;
}
