import {
  partOf,
  type Character,
  type Credit,
  type Document,
  type Evidence,
  type OnScreenRelationship,
  type Person,
  type Source,
  type Work,
} from '../../domain/entities.ts';
import type { NodeId } from '../../domain/ids.ts';
import * as merge from '../../domain/reconcile.ts';
import { note, type Writing } from './writing.ts';

/** Works out what is to be written of everything that a claim can point at. Throws CONFLICT. */
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

/** Where records of one type are found and put, and how two of them come together. */
interface Kind<T> {
  readonly onFile: Map<string, T>;
  readonly stored: Map<string, T>;
  readonly reconcile: (existing: T, incoming: T) => merge.Reconciled<T>;
}

interface Written<T> {
  /** As it was on file before; null when it is new. */
  readonly before: T | null;
  readonly value: T;
}

/** Puts aside a record or what it adds to the one on file. Null when it adds nothing. */
function write<T extends { readonly id: NodeId }>(
  writing: Writing,
  { onFile, stored, reconcile }: Kind<T>,
  incoming: T,
): Written<T> | null {
  const before = onFile.get(incoming.id) ?? null;
  const merged = before === null ? { value: incoming, changed: true } : reconcile(before, incoming);
  if (!merged.changed) {
    note(writing, incoming.id, 'UNCHANGED');
    return null;
  }
  onFile.set(incoming.id, merged.value);
  stored.set(incoming.id, merged.value);
  note(writing, incoming.id, before === null ? 'CREATED' : 'UPDATED');
  return { before, value: merged.value };
}

function writePerson(writing: Writing, incoming: Person): void {
  const { onFile, stored } = writing;
  const kind = { onFile: onFile.people, stored: stored.people, reconcile: merge.reconcilePerson };
  const written = write(writing, kind, incoming);
  if (written === null) return;
  const { before, value } = written;
  writing.references.add('document', value.id, [value.birthDateDocument]);
  const isSeenOtherwise =
    before !== null && (before.birthDate !== value.birthDate || before.privacy !== value.privacy);
  if (isSeenOtherwise) writing.touched.people.add(value.id);
}

function writeSource(writing: Writing, incoming: Source): void {
  const { onFile, stored } = writing;
  const kind = { onFile: onFile.sources, stored: stored.sources, reconcile: merge.reconcileSource };
  const written = write(writing, kind, incoming);
  if (written === null) return;
  writing.references.add('person', written.value.id, [written.value.person]);
  if (written.before !== null) writing.touched.sources.add(written.value.id);
}

function writeDocument(writing: Writing, incoming: Document): void {
  const { onFile, stored } = writing;
  const kind = { onFile: onFile.documents, stored: stored.documents, reconcile: merge.reconcileDocument };
  const written = write(writing, kind, incoming);
  if (written === null) return;
  const { before, value } = written;
  writing.references.add('source', value.id, [value.source]);
  writing.references.add('document', value.id, value.derivedFrom);
  writing.references.add('person', value.id, value.names);
  // Nothing that is on file points at a document that is new.
  if (before !== null || value.names.length > 0) writing.dated.documents.add(value.id);
  if (before !== null) writing.touched.documents.add(value.id);
}

function writeEvidence(writing: Writing, incoming: Evidence): void {
  const { onFile, stored } = writing;
  const kind = { onFile: onFile.evidence, stored: stored.evidence, reconcile: merge.reconcileEvidence };
  const written = write(writing, kind, incoming);
  if (written === null) return;
  writing.references.add('document', written.value.id, [written.value.document]);
  if (written.before !== null) writing.touched.evidence.add(written.value.id);
}

function writeWork(writing: Writing, incoming: Work): void {
  const { onFile, stored } = writing;
  const kind = { onFile: onFile.works, stored: stored.works, reconcile: merge.reconcileWork };
  const written = write(writing, kind, incoming);
  if (written === null) return;
  const { before, value } = written;
  writing.references.add('document', value.id, [value.document]);
  writing.references.add('work', value.id, value.basedOn);
  if (before !== null && before.premiered !== value.premiered) writing.dated.works.add(value.id);
}

function writeCharacter(writing: Writing, incoming: Character): void {
  const { onFile, stored } = writing;
  const kind = { onFile: onFile.characters, stored: stored.characters, reconcile: merge.reconcileCharacter };
  const written = write(writing, kind, incoming);
  if (written !== null) writing.references.add('work', written.value.id, [written.value.work]);
}

function writeCredit(writing: Writing, incoming: Credit): void {
  const { id, person, work, character, document } = incoming;
  const stated = writing.creditOfPart.get(partOf(incoming));
  if (stated !== undefined && stated.id !== id) {
    note(writing, id, 'UNCHANGED');
    return;
  }
  const { onFile, stored } = writing;
  const kind = { onFile: onFile.credits, stored: stored.credits, reconcile: merge.reconcileCredit };
  if (write(writing, kind, incoming) === null) return;
  writing.creditOfPart.set(partOf(incoming), incoming);
  writing.references.add('person', id, [person]);
  writing.references.add('work', id, [work]);
  writing.references.add('character', id, [character]);
  writing.references.add('document', id, [document]);
  writing.dated.credits.add(id);
}

function writeOnScreen(writing: Writing, incoming: OnScreenRelationship): void {
  const { onFile, stored } = writing;
  const kind = { onFile: onFile.onScreen, stored: stored.onScreen, reconcile: merge.reconcileOnScreen };
  const written = write(writing, kind, incoming);
  if (written === null) return;
  const { id, characters, work, document } = written.value;
  writing.references.add('character', id, characters);
  writing.references.add('work', id, [work]);
  writing.references.add('document', id, [document]);
}
