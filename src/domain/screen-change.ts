import type { GraphChange } from './change.ts';
import type { Character, Credit, Person } from './entities.ts';
import type { NodeId } from './ids.ts';
import { specialCategoryError, specialCategoryOf, type SpecialCategory } from './special-categories.ts';

/** A text that was left out of what was recorded, because it spoke of a special category. */
export interface DroppedText {
  readonly node: NodeId;
  readonly field: 'title' | 'description' | 'note' | 'url' | 'aliases' | 'network' | 'name';
  readonly category: SpecialCategory;
}

/** A change without the optional texts that may not be kept, and which those were. */
export interface ScreenedChange {
  readonly change: GraphChange;
  readonly dropped: readonly DroppedText[];
}

/**
 * Keeps special categories out of a change. A claim whose quote, mention, place or id speaks of one is refused with
 * `SPECIAL_CATEGORY`; a title, an address, a description, a note, an alias or a network is left out and reported. So is
 * a character whose name does: its credits stay, without it.
 */
export function screenChange(change: GraphChange): ScreenedChange {
  const names = harmlessNames(change.people);
  const dropped: DroppedText[] = [];
  refuseTexts(change, names);
  const { keep, keepUrl, keepAliases } = screenOf(names, dropped);
  const characters = change.characters.filter((each) => keep(textOf(each), each.id, 'name') !== null);
  const kept = new Set(characters.map(({ id }) => id));
  const isGone = new Set(change.characters.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
  const screened: GraphChange = {
    ...change,
    people: change.people.map(keepAliases),
    works: change.works.map((work) => ({
      ...keepAliases(work),
      network: keep(work.network, work.id, 'network'),
    })),
    characters: characters.map(keepAliases),
    credits: change.credits.map((credit) =>
      credit.character !== null && isGone.has(credit.character) ? { ...credit, character: null } : credit,
    ),
    onScreen: change.onScreen.filter((relation) => !relation.characters.some((id) => isGone.has(id))),
    claims: change.claims.map((claim) =>
      claim.retraction === null
        ? claim
        : {
            ...claim,
            retraction: { ...claim.retraction, note: keep(claim.retraction.note, claim.id, 'note') },
          },
    ),
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
  const names = people.map(({ name }) => name).filter((name) => !SENTENCE.test(name));
  // An alias must not excuse itself, or it would switch the list off for its own words.
  const aliases = people.flatMap((person) => person.aliases);
  return [...names, ...aliases.filter((alias) => specialCategoryOf(alias, names) === null)];
}

// A name that says something would switch the list off for what it says. Nobody is called by these words.
const SENTENCE =
  /(?<!\p{L})(?:is|isn['’]?t|are|am|was|were|be|been|being|has|had|have|having|he|she|they|him|her|his|their|came|comes?|coming|out|says?|said|not|never|also|and|or|but|because|who|that|very|totally|truly|really|secretly|openly|es|est|ist)(?!\p{L})/iu;

/** What an id says to whoever reads it. */
function wordsOfId(id: string): string {
  return id.slice(id.indexOf('/') + 1).replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
}

/** What a character is called, and what its id adds to that: most are made of the name. */
function textOf({ id, name }: Character): string {
  const said = wordsOfId(id);
  const called = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return said.endsWith(called) ? name : `${name} / ${said}`;
}

/** Throws `SPECIAL_CATEGORY` when the id of a credit speaks of one beyond the ids and the part that it is made of. */
export function refuseCreditId(
  { id, person, work, character, role }: Credit,
  names: readonly string[],
): void {
  const parts = [person, work, ...(character === null ? [] : [character])].map((part) =>
    part.slice(part.indexOf('/') + 1),
  );
  const rest = [...parts, role.toLowerCase()].reduce((text, part) => text.replaceAll(part, ' '), id.slice(7));
  // Most are made of those alone.
  if (/[a-z]{3}/i.test(rest)) refuse('id', wordsOfId(rest), names);
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
    refuse('locator', claim.locator === null ? null : wordsOfId(claim.locator), names);
    refuse('who took it back', claim.retraction?.by ?? null, names);
    refuse('mention', claim.subjectMention?.text ?? null, names);
    refuse('mention', claim.objectMention?.text ?? null, names);
  }
  // Ids are shown to readers, and a readable one is a text like any other.
  const ids = [...change.claims, ...change.documents, ...change.evidence, ...change.onScreen].map(
    ({ id }) => id,
  );
  for (const id of ids) refuse('id', id.replaceAll('/', ' '), names);
  for (const credit of change.credits) refuseCreditId(credit, names);
  for (const { retraction } of change.retractions) refuse('who took it back', retraction.by, names);
}

function refuse(what: string, text: string | null, names: readonly string[]): void {
  const category = text === null ? null : specialCategoryOf(text, names);
  if (category !== null) throw specialCategoryError(what, category);
}
