import * as claimRows from './claim-rows.ts';
import type { Transaction } from './connection.ts';
import { LINKS, type Link, type LinkKind } from './links.ts';
import * as parameters from './parameters.ts';
import * as rows from './rows.ts';
import type { Parameters } from './values.ts';
import { LINKED } from './walk-queries.ts';

/** Records that the relationships and the indexed properties of their nodes are checked of. */
export type Checked = keyof typeof LINKED;

interface Check<T> {
  readonly read: (properties: unknown) => T;
  readonly write: (value: T) => Parameters;
  readonly links: readonly LinkKind<T>[];
}

const CHECKS: { readonly [K in Checked]: (record: unknown, links: readonly unknown[]) => boolean } = {
  people: check({
    read: (record) => rows.personFacts(record).person,
    write: parameters.person,
    links: LINKS.people,
  }),
  sources: check({ read: rows.source, write: parameters.source, links: LINKS.sources }),
  documents: check({ read: rows.document, write: parameters.document, links: LINKS.documents }),
  evidence: check({ read: rows.evidence, write: parameters.evidence, links: LINKS.evidence }),
  works: check({ read: rows.work, write: parameters.work, links: LINKS.works }),
  characters: check({ read: rows.character, write: parameters.character, links: LINKS.characters }),
  claims: check({
    read: (record) => claimRows.claim(record, null),
    write: parameters.claim,
    links: LINKS.claims,
  }),
  outcomes: check({ read: claimRows.outcome, write: parameters.outcome, links: LINKS.outcomes }),
  credits: check({ read: rows.credit, write: parameters.credit, links: [] }),
  onScreen: check({ read: rows.onScreen, write: parameters.onScreen, links: [] }),
};

/** The names of everything that is checked. */
export const CHECKED = Object.keys(CHECKS) as readonly Checked[];

/**
 * Those of some records that point at what is not there, whose relationships say other than their properties, or
 * whose properties for indexes are not what they would be now.
 */
export async function wronglyLinked(
  transaction: Transaction,
  type: Checked,
  ids: readonly string[],
): Promise<readonly string[]> {
  const right = new Set<string>();
  for (const row of await transaction.run(LINKED[type], { ids })) {
    const record = row['record'] as { readonly id?: string; readonly claim?: string };
    const isRight = row['astray'] !== true && CHECKS[type](record, row['links'] as readonly unknown[]);
    if (isRight) right.add(record.id ?? record.claim ?? '');
  }
  return ids.filter((id) => !right.has(id));
}

function check<T>({ read, write, links }: Check<T>) {
  return (record: unknown, stored: readonly unknown[]): boolean => {
    const value = read(record);
    const wanted = links.flatMap((kind) => kind.of(value).map((link) => textOfLink(kind, link)));
    const found = (stored as readonly [string, string, object][]).map((link) => textOf(link));
    return wanted.sort().join('\n') === found.sort().join('\n') && holds(record as Parameters, write(value));
  };
}

function textOfLink<T>({ type }: LinkKind<T>, { to, properties }: Link): string {
  return textOf([type, to, properties]);
}

function textOf([type, to, properties]: readonly [string, string, object]): string {
  const given = Object.entries(properties).filter(([, value]) => value !== null);
  return JSON.stringify([type, to, given.sort(([x], [y]) => (x < y ? -1 : 1))]);
}

/** True when a node has every one of these properties as it would be written now. */
function holds(record: Parameters, wanted: Parameters): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => JSON.stringify(record[name] ?? null) === JSON.stringify(value),
  );
}
