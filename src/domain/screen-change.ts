import type { GraphChange } from './change.ts';
import type { Person } from './entities.ts';
import type { NodeId } from './ids.ts';
import { specialCategoryError, specialCategoryOf, type SpecialCategory } from './special-categories.ts';

/** A text that was left out of what was recorded, because it spoke of a special category. */
export interface DroppedText {
  readonly node: NodeId;
  readonly field: 'title' | 'description' | 'note' | 'url' | 'aliases' | 'network';
  readonly category: SpecialCategory;
}

/** A change without the optional texts that may not be kept, and which those were. */
export interface ScreenedChange {
  readonly change: GraphChange;
  readonly dropped: readonly DroppedText[];
}

/**
 * Keeps special categories out of a change. A claim whose quote, mention or id speaks of one is refused with
 * `SPECIAL_CATEGORY`; a title, an address, a description, a note, an alias or a network is left out and reported.
 */
export function screenChange(change: GraphChange): ScreenedChange {
  const names = harmlessNames(change.people);
  const dropped: DroppedText[] = [];
  refuseTexts(change, names);
  const { keep, keepUrl, keepAliases } = screenOf(names, dropped);
  const screened: GraphChange = {
    ...change,
    people: change.people.map(keepAliases),
    works: change.works.map((work) => ({
      ...keepAliases(work),
      network: keep(work.network, work.id, 'network'),
    })),
    characters: change.characters.map(keepAliases),
    documents: change.documents.map((document) => ({
      ...document,
      title: keep(document.title, document.id, 'title'),
      url: keepUrl(document.url, document.id),
    })),
    evidence: change.evidence.map((evidence) => ({
      ...evidence,
      description: keep(evidence.description, evidence.id, 'description'),
      url: keepUrl(evidence.url, evidence.id),
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

/** Names that do not count as words in a text: names of people, and the aliases that are kept. */
export function harmlessNames(people: readonly Pick<Person, 'name' | 'aliases'>[]): readonly string[] {
  const names = people.map(({ name }) => name);
  // An alias must not excuse itself, or it would switch the list off for its own words.
  const aliases = people.flatMap((person) => person.aliases);
  return [...names, ...aliases.filter((alias) => specialCategoryOf(alias, names) === null)];
}

/** What keeps an optional text, or leaves it out and adds it to `dropped`. */
function screenOf(names: readonly string[], dropped: DroppedText[]) {
  const drop = (category: SpecialCategory | null, node: NodeId, field: DroppedText['field']): boolean => {
    if (category !== null) dropped.push({ node, field, category });
    return category !== null;
  };
  const keep = (text: string | null, node: NodeId, field: DroppedText['field']): string | null =>
    text !== null && drop(specialCategoryOf(text, names), node, field) ? null : text;
  const keepUrl = (url: string | null, node: NodeId): string | null =>
    url !== null && drop(specialCategoryOf(wordsOfUrl(url), names), node, 'url') ? null : url;
  const keepAliases = <T extends { readonly id: NodeId; readonly aliases: readonly string[] }>(
    item: T,
  ): T => ({
    ...item,
    aliases: item.aliases.filter((alias) => !drop(specialCategoryOf(alias, names), item.id, 'aliases')),
  });
  return { keep, keepUrl, keepAliases };
}

/** An address as a text: its words are often the headline. */
function wordsOfUrl(url: string): string {
  return url
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, decoded)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function decoded(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    // Not UTF-8: no letters that anybody could read.
    return ' ';
  }
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
