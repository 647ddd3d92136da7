import type { GraphChange } from './change.ts';
import type { ClaimId, DocumentId, EvidenceId } from './ids.ts';
import { specialCategoryError, specialCategoryOf, type SpecialCategory } from './special-categories.ts';

/** A text that was left out of what was recorded, because it spoke of a special category. */
export interface DroppedText {
  readonly node: DocumentId | EvidenceId | ClaimId;
  readonly field: 'title' | 'description' | 'note';
  readonly category: SpecialCategory;
}

/** A change without the optional texts that may not be kept, and which those were. */
export interface ScreenedChange {
  readonly change: GraphChange;
  readonly dropped: readonly DroppedText[];
}

/**
 * Keeps special categories out of a change. A claim whose quote, mention or id speaks of one is refused with
 * `SPECIAL_CATEGORY`; a document's title, a description of evidence or a note is left out and reported.
 */
export function screenChange(change: GraphChange): ScreenedChange {
  const names = change.people.flatMap((person) => [person.name, ...person.aliases]);
  const dropped: DroppedText[] = [];
  refuseTexts(change, names);
  const keep = (
    text: string | null,
    node: DroppedText['node'],
    field: DroppedText['field'],
  ): string | null => {
    const category = text === null ? null : specialCategoryOf(text, names);
    if (category !== null) dropped.push({ node, field, category });
    return category === null ? text : null;
  };
  const screened: GraphChange = {
    ...change,
    documents: change.documents.map((document) => ({
      ...document,
      title: keep(document.title, document.id, 'title'),
    })),
    evidence: change.evidence.map((evidence) => ({
      ...evidence,
      description: keep(evidence.description, evidence.id, 'description'),
    })),
    retractions: change.retractions.map(({ claim, retraction }) => ({
      claim,
      retraction: { ...retraction, note: keep(retraction.note, claim, 'note') },
    })),
    outcomes: change.outcomes.map((outcome) => ({
      ...outcome,
      note: keep(outcome.note, outcome.claim, 'note'),
    })),
  };
  return { change: screened, dropped };
}

function refuseTexts(change: GraphChange, names: readonly string[]): void {
  for (const claim of change.claims) {
    refuse(`quote of ${claim.id}`, claim.quote, names);
    refuse('mention', claim.subjectMention?.text ?? null, names);
    refuse('mention', claim.objectMention?.text ?? null, names);
  }
  // Ids are shown to readers, and a readable one is a text like any other.
  const ids = [...change.claims, ...change.documents, ...change.evidence].map(({ id }) => id);
  for (const id of ids) refuse('id', id.replaceAll('/', ' '), names);
}

function refuse(what: string, text: string | null, names: readonly string[]): void {
  const category = text === null ? null : specialCategoryOf(text, names);
  if (category !== null) throw specialCategoryError(what, category);
}
