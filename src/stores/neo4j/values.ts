import neo4j from 'neo4j-driver';

/** What a statement is given: texts, numbers, booleans, bytes, null, and lists and objects of them. */
export type Parameters = Readonly<Record<string, unknown>>;

/** The one parameter that a statement really has, with all others in it. */
const ALL = 'p';

/**
 * Parameters as the server gets them: as one map. It makes a plan for every combination of the types of parameters,
 * and of their sizes by powers of ten; a plan of a big statement takes it longer than a hundred answers. Of what is
 * in a map it looks at neither. The driver sends every number as a floating-point one, so whole numbers are wrapped:
 * without that, `LIMIT $limit` is refused and days are stored as 19000.0.
 */
export function bolt(parameters: Parameters): Parameters {
  return { [ALL]: wrapped(parameters) };
}

/** Cypher with its parameters where `bolt` puts them. */
export function withParameters(cypher: string): string {
  return cypher.replaceAll(/\$(\w+)/g, `$${ALL}.$1`);
}

function wrapped(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(wrapped);
  const result: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) result[name] = wrapped(item);
  return result;
}
