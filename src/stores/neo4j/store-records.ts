import type { ClaimId } from '../../domain/ids.ts';
import { characterNames, personNames, workNames, type NameEntry } from '../../domain/name-entries.ts';
import { bareHandle } from '../../domain/names.ts';
import type { Statement, Transaction } from './connection.ts';
import { handleId, LINKS, type LinkedType, type LinkKind } from './links.ts';
import { indexNames } from './name-index.ts';
import * as parameters from './parameters.ts';
import type { Parameters } from './values.ts';
import * as cypher from './write-queries.ts';
import type { Written } from './writing.ts';

type Run = (statement: Statement, list: string, items: readonly unknown[]) => void;

/** Stores what a change has worked out: nodes first, then relationships, then names. */
export async function storeRecords(transaction: Transaction, writing: Written): Promise<void> {
  const running: Promise<unknown>[] = [];
  // Statements of a transaction run in the order in which they are sent, and need not wait for each other's answer.
  const run: Run = (statement, list, items) => {
    if (items.length > 0) running.push(transaction.run(statement, { [list]: items }));
  };
  putNodes(run, writing);
  putRelationships(run, writing);
  linkNodes(run, writing);
  linkClaims(run, writing);
  await Promise.all(running);
  const entries = namesOf(writing);
  if (entries.length > 0) await indexNames(transaction, entries);
}

function putNodes(run: Run, { stored }: Written): void {
  run(cypher.PUT.people, 'records', recordsOf(stored.people, parameters.person));
  run(cypher.PUT.sources, 'records', recordsOf(stored.sources, parameters.source));
  run(cypher.PUT.documents, 'records', recordsOf(stored.documents, parameters.document));
  run(cypher.PUT.evidence, 'records', recordsOf(stored.evidence, parameters.evidence));
  run(cypher.PUT.works, 'records', recordsOf(stored.works, parameters.work));
  run(cypher.PUT.characters, 'records', recordsOf(stored.characters, parameters.character));
  run(cypher.PUT.claims, 'records', recordsOf(stored.claims, parameters.claim));
  run(cypher.PUT.outcomes, 'records', recordsOf(stored.outcomes, parameters.outcome));
  const handles = [...stored.people.values()].flatMap((person) => person.handles);
  const nodes = handles.map((handle) => ({
    id: handleId(handle),
    platform: handle.platform,
    name: bareHandle(handle.name),
  }));
  run(cypher.PUT_HANDLES, 'records', nodes);
}

function putRelationships(run: Run, { stored, created }: Written): void {
  const credits = recordsOf(stored.credits, parameters.credit);
  run(cypher.CREATE_CREDITS, 'records', credits);
  run(
    cypher.LINK_PLAYED,
    'records',
    credits.filter((credit) => credit['character'] !== null),
  );
  const isNew = (id: string): boolean => created.has(id as ClaimId);
  const onScreen = [...stored.onScreen.values()];
  const [fresh, more] = [onScreen.filter(({ id }) => isNew(id)), onScreen.filter(({ id }) => !isNew(id))];
  run(cypher.CREATE_ON_SCREEN, 'records', fresh.map(parameters.onScreen));
  run(cypher.UPDATE_ON_SCREEN, 'records', more.map(parameters.onScreen));
}

function linkNodes(run: Run, { stored }: Written): void {
  link(run, 'people', LINKS.people, stored.people.values());
  link(run, 'sources', LINKS.sources, stored.sources.values());
  link(run, 'documents', LINKS.documents, stored.documents.values());
  link(run, 'evidence', LINKS.evidence, stored.evidence.values());
  link(run, 'works', LINKS.works, stored.works.values());
  link(run, 'characters', LINKS.characters, stored.characters.values());
}

/** A claim on file only ever gets a retraction, so that only new ones are linked. */
function linkClaims(run: Run, { stored, created }: Written): void {
  const fresh = [...stored.claims.values()].filter(({ id }) => created.has(id));
  link(run, 'claims', LINKS.claims, fresh);
  run(
    cypher.SET_SOURCE_OF_CLAIMS,
    'ids',
    fresh.map(({ id }) => id),
  );
  link(run, 'outcomes', LINKS.outcomes, stored.outcomes.values());
  run(cypher.LINK_JUDGED, 'ids', [...stored.outcomes.keys()]);
}

function link<T>(run: Run, type: LinkedType, kinds: readonly LinkKind<T>[], values: Iterable<T>): void {
  const all = [...values];
  const links = kinds.map((kind) => all.flatMap(kind.of));
  if (links.some((of) => of.length > 0)) run(cypher.LINK[type], 'links', links);
}

function namesOf({ stored }: Written): readonly NameEntry[] {
  return [
    ...[...stored.people.values()].map(personNames),
    ...[...stored.works.values()].map(workNames),
    ...[...stored.characters.values()].map(characterNames),
  ];
}

function recordsOf<T>(
  records: ReadonlyMap<string, T>,
  parameter: (value: T) => Parameters,
): readonly Parameters[] {
  return [...records.values()].map(parameter);
}
