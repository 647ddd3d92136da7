/**
 * Cypher for the values of properties of each node of a list, in their order. Of many nodes with the names of their
 * properties, the names would be half of what is sent, and more than half of what reading it costs.
 */
export function valuesOf(list: string, properties: readonly string[]): string {
  return `[p IN [n IN ${list} | properties(n)] | [${properties.map((name) => `p.${name}`).join(', ')}]]`;
}

/** What `valuesOf` gives of one node, with the names again. What it does not have is null. */
export function propertiesOf(names: readonly string[], values: unknown): Readonly<Record<string, unknown>> {
  const properties: Record<string, unknown> = {};
  names.forEach((name, at) => {
    properties[name] = (values as readonly unknown[])[at];
  });
  return properties;
}
