import type { Credit, Document, OnScreenRelationship, Person, Source, Work } from '../../domain/entities.ts';
import type { Character, Evidence } from '../../domain/entities.ts';
import type { NodeId } from '../../domain/ids.ts';
import { characterNames, personNames, workNames, type NameEntry } from '../../domain/name-entries.ts';
import { bareHandle } from '../../domain/names.ts';
import * as merge from '../../domain/reconcile.ts';
import type { Parameters, Statement } from './connection.ts';
import { indexNames, unindexNames } from './name-index.ts';
import * as parameters from './parameters.ts';
import * as rows from './rows.ts';
import * as sql from './write-queries.ts';
import { note, type Writing } from './writing.ts';

/** Writes everything that a claim can point at. */
export function writeNodes(writing: Writing): void {
  const { change } = writing;
  for (const person of change.people) writePerson(writing, person);
  for (const source of change.sources) writeSource(writing, source);
  for (const document of change.documents) writeDocument(writing, document);
  for (const evidence of change.evidence) writeEvidence(writing, evidence);
  for (const work of change.works) writeWork(writing, work);
  for (const character of change.characters) writeCharacter(writing, character);
  for (const credit of change.credits) writeCredit(writing, credit);
  for (const onScreen of change.onScreen) writeOnScreen(writing, onScreen);
}

/** How records of one type are read, brought together with what is on file, and stored. */
interface Kind<T> {
  readonly one: Statement;
  readonly read: (row: unknown) => T;
  readonly reconcile: (existing: T, incoming: T) => merge.Reconciled<T>;
  readonly put: Statement;
  readonly parameters: (value: T) => Parameters;
}

interface Written<T> {
  /** As it was on file before; null when it is new. */
  readonly before: T | null;
  readonly value: T;
}

/** Stores a record or what it adds to the one on file. Null when it adds nothing. */
function write<T extends { readonly id: NodeId }>(
  writing: Writing,
  kind: Kind<T>,
  incoming: T,
): Written<T> | null {
  const { db } = writing;
  const row = db.get(kind.one, { id: incoming.id });
  const before = row === undefined ? null : kind.read(row);
  const merged = before === null ? { value: incoming, changed: true } : kind.reconcile(before, incoming);
  if (!merged.changed) {
    note(writing, incoming.id, 'UNCHANGED');
    return null;
  }
  db.run(kind.put, kind.parameters(merged.value));
  note(writing, incoming.id, before === null ? 'CREATED' : 'UPDATED');
  return { before, value: merged.value };
}

const PERSON: Kind<Person> = {
  one: sql.ONE.person,
  read: (row) => rows.personFacts(row).person,
  reconcile: merge.reconcilePerson,
  put: sql.PUT.person,
  parameters: parameters.person,
};

function writePerson(writing: Writing, incoming: Person): void {
  const written = write(writing, PERSON, incoming);
  if (written === null) return;
  const { before, value } = written;
  writing.references.add('document', value.id, [value.birthDateDocument]);
  for (const handle of value.handles) {
    const lower = bareHandle(handle.name);
    writing.db.run(sql.LINK.handle, { lower, platform: handle.platform, person: value.id });
  }
  name(writing, personNames(value), before === null);
  const isSeenOtherwise =
    before !== null && (before.birthDate !== value.birthDate || before.privacy !== value.privacy);
  if (isSeenOtherwise) writing.touched.people.add(value.id);
}

const SOURCE: Kind<Source> = {
  one: sql.ONE.source,
  read: rows.source,
  reconcile: merge.reconcileSource,
  put: sql.PUT.source,
  parameters: parameters.source,
};

function writeSource(writing: Writing, incoming: Source): void {
  const written = write(writing, SOURCE, incoming);
  if (written === null) return;
  writing.references.add('person', written.value.id, [written.value.person]);
  if (written.before !== null) writing.touched.sources.add(written.value.id);
}

const DOCUMENT: Kind<Document> = {
  one: sql.ONE.document,
  read: rows.document,
  reconcile: merge.reconcileDocument,
  put: sql.PUT.document,
  parameters: parameters.document,
};

function writeDocument(writing: Writing, incoming: Document): void {
  const written = write(writing, DOCUMENT, incoming);
  if (written === null) return;
  const { before, value } = written;
  writing.references.add('source', value.id, [value.source]);
  writing.references.add('document', value.id, value.derivedFrom);
  writing.references.add('person', value.id, value.names);
  link(writing, sql.LINK.origin, value.id, value.derivedFrom);
  link(writing, sql.LINK.mention, value.id, value.names);
  // Nothing that is on file points at a document that is new.
  if (before !== null || value.names.length > 0) writing.dated.documents.add(value.id);
  if (before !== null) writing.touched.documents.add(value.id);
}

const EVIDENCE: Kind<Evidence> = {
  one: sql.ONE.evidence,
  read: rows.evidence,
  reconcile: merge.reconcileEvidence,
  put: sql.PUT.evidence,
  parameters: parameters.evidence,
};

function writeEvidence(writing: Writing, incoming: Evidence): void {
  const written = write(writing, EVIDENCE, incoming);
  if (written === null) return;
  writing.references.add('document', written.value.id, [written.value.document]);
  if (written.before !== null) writing.touched.evidence.add(written.value.id);
}

const WORK: Kind<Work> = {
  one: sql.ONE.work,
  read: rows.work,
  reconcile: merge.reconcileWork,
  put: sql.PUT.work,
  parameters: parameters.work,
};

function writeWork(writing: Writing, incoming: Work): void {
  const written = write(writing, WORK, incoming);
  if (written === null) return;
  const { before, value } = written;
  writing.references.add('document', value.id, [value.document]);
  writing.references.add('work', value.id, value.basedOn);
  link(writing, sql.LINK.basis, value.id, value.basedOn);
  name(writing, workNames(value), before === null);
  if (before !== null && before.premiered !== value.premiered) writing.dated.works.add(value.id);
}

const CHARACTER: Kind<Character> = {
  one: sql.ONE.character,
  read: rows.character,
  reconcile: merge.reconcileCharacter,
  put: sql.PUT.character,
  parameters: parameters.character,
};

function writeCharacter(writing: Writing, incoming: Character): void {
  const written = write(writing, CHARACTER, incoming);
  if (written === null) return;
  writing.references.add('work', written.value.id, [written.value.work]);
  name(writing, characterNames(written.value), written.before === null);
}

const CREDIT: Kind<Credit> = {
  one: sql.ONE.credit,
  read: rows.credit,
  reconcile: merge.reconcileCredit,
  put: sql.PUT.credit,
  parameters: parameters.credit,
};

function writeCredit(writing: Writing, incoming: Credit): void {
  const { id, person, work, role, character } = incoming;
  const stated = writing.db.get(sql.CREDIT_OF_PART, { person, work, role, character });
  if (stated !== undefined && rows.credit(stated).id !== id) {
    note(writing, id, 'UNCHANGED');
    return;
  }
  if (write(writing, CREDIT, incoming) === null) return;
  writing.references.add('person', id, [person]);
  writing.references.add('work', id, [work]);
  writing.references.add('character', id, [character]);
  writing.references.add('document', id, [incoming.document]);
  writing.dated.credits.add(id);
}

const ON_SCREEN: Kind<OnScreenRelationship> = {
  one: sql.ONE.onScreen,
  read: rows.onScreen,
  reconcile: merge.reconcileOnScreen,
  put: sql.PUT.onScreen,
  parameters: parameters.onScreen,
};

function writeOnScreen(writing: Writing, incoming: OnScreenRelationship): void {
  const written = write(writing, ON_SCREEN, incoming);
  if (written === null) return;
  const { id, characters, work, document } = written.value;
  writing.references.add('character', id, characters);
  writing.references.add('work', id, [work]);
  writing.references.add('document', id, [document]);
}

function name({ db, names }: Writing, entry: NameEntry, isNew: boolean): void {
  if (names === 'NOW') indexNames(db, entry, isNew);
  else if (!isNew) unindexNames(db, entry.node);
}

function link(writing: Writing, statement: Statement, from: string, to: readonly string[]): void {
  for (const each of to) writing.db.run(statement, { from, to: each });
}
