import { creditIdOf, onScreenIdOf } from '../../application/assemble-claim.ts';
import type { Character, Credit, OnScreenKind, OnScreenRelationship, Work } from '../../domain/entities.ts';
import { shown } from '../../domain/errors.ts';
import { byCodeUnit, type CharacterId, type WorkId } from '../../domain/ids.ts';
import { dateOf, readEach, type Building } from './building.ts';
import { textOrNull } from './build-people.ts';
import { characterIdOf, idOfKey } from './scope.ts';
import type { SeedRecord } from './sections.ts';
import type { Path } from './yaml-source.ts';

/** Works with the fiction that plays in them. */
export interface BuiltWorks {
  readonly works: readonly Work[];
  readonly characters: readonly Character[];
  readonly onScreen: readonly OnScreenRelationship[];
}

/** The works of a file. */
export function buildWorks(records: readonly SeedRecord<'works'>[], building: Building): BuiltWorks {
  const built = records.flatMap((record) => {
    const id = idOfKey('work', record.key);
    return id === null || record.written === null ? [] : [buildWork(id, record, record.written, building)];
  });
  return {
    works: built.map(({ work }) => work),
    characters: built.flatMap(({ characters }) => characters),
    onScreen: built.flatMap(({ onScreen }) => onScreen),
  };
}

type WrittenWork = NonNullable<SeedRecord<'works'>['written']>;

function buildWork(id: WorkId, { path }: SeedRecord<'works'>, written: WrittenWork, building: Building) {
  const { scope, mistakes } = building;
  const basedOn = readEach(written.basedOn, [...path, 'basedOn'], (key, at) => scope.id('work', key, at));
  if (basedOn.includes(id)) mistakes.add([...path, 'basedOn'], `Expected other works, but got ${id} itself`);
  const premiered = dateOf(written.premiered);
  const ended = dateOf(written.ended);
  if (premiered !== null && ended !== null && ended.lastDay < premiered.firstDay) {
    mistakes.add([...path, 'ended'], `Expected a date not before ${premiered.text}, but got ${ended.text}`);
  }
  const work: Work = {
    id,
    title: written.title,
    aliases: written.aliases ?? [],
    kind: written.kind,
    premiered,
    ended,
    network: written.network ?? null,
    episodes: written.episodes ?? null,
    basedOn,
    externalIds: {
      wikidata: written.wikidata ?? null,
      imdb: written.imdb ?? null,
      tmdb: textOrNull(written.tmdb),
    },
    document: scope.optionalId('document', written.document, [...path, 'document']),
  };
  return { work, characters: charactersOf(id, written), onScreen: onScreenOf(id, path, written, building) };
}

function charactersOf(work: WorkId, written: WrittenWork): readonly Character[] {
  return Object.entries(written.characters ?? {}).flatMap(([key, character]) => {
    const id = characterIdOf(work, key);
    if (id === null) return [];
    const { name, aliases } = typeof character === 'string' ? { name: character, aliases: null } : character;
    return { id, name: name.trim(), aliases: aliases ?? [], work };
  });
}

function onScreenOf(
  work: WorkId,
  path: Path,
  written: WrittenWork,
  building: Building,
): readonly OnScreenRelationship[] {
  const { scope, mistakes } = building;
  const seen = new Set<string>();
  return readEach(written.onScreen, [...path, 'onScreen'], (relation, at) => {
    const read = (key: string, where: Path) => characterOf(work, key, where, building);
    const [first, second] = readEach(relation.between, [...at, 'between'], read);
    const document = scope.optionalId('document', relation.document, [...at, 'document']);
    if (first === undefined || second === undefined) return null;
    if (first === second) {
      mistakes.add([...at, 'between'], `Expected two different characters, but got ${first} twice`);
      return null;
    }
    const body = { work, kind: relation.kind, characters: inOrder(relation.kind, first, second) };
    const id = onScreenIdOf(body);
    if (seen.has(id)) mistakes.add(at, 'Expected every on-screen relation once, but got this one again');
    seen.add(id);
    return { id, ...body, document };
  });
}

function inOrder(
  kind: OnScreenKind,
  first: CharacterId,
  second: CharacterId,
): readonly [CharacterId, CharacterId] {
  return kind === 'PARENT_OF' || byCodeUnit(first, second) < 0 ? [first, second] : [second, first];
}

/** A character of `work` by key or id. One of another work becomes a mistake. */
function characterOf(
  work: WorkId,
  key: string,
  path: Path,
  { scope, mistakes }: Building,
): CharacterId | null {
  const id = characterIdOf(work, key);
  const isFull = key.startsWith('character/');
  if (id !== null && isFull && !id.startsWith(`${work.replace(/^work\//, 'character/')}/`)) {
    mistakes.add(path, `Expected a character of ${work}, but got ${id}`);
    return null;
  }
  if (id === null || (!isFull && scope.defines(work) && !scope.defines(id))) {
    mistakes.add(path, `Expected a character that ${work} has in this file, but got ${shown(key)}`);
    return null;
  }
  return scope.id('character', id, path);
}

/** The credits of a file. */
export function buildCredits(
  records: readonly SeedRecord<'credits'>[],
  building: Building,
): readonly Credit[] {
  const seen = new Set<string>();
  return records.flatMap(({ path, written }) => {
    if (written === null) return [];
    const credit = buildCredit(path, written, building);
    if (credit === null) return [];
    if (seen.has(credit.id))
      building.mistakes.add(path, 'Expected every credit once, but got this one again');
    seen.add(credit.id);
    return [credit];
  });
}

function buildCredit(
  path: Path,
  written: NonNullable<SeedRecord<'credits'>['written']>,
  building: Building,
): Credit | null {
  const { scope, recording } = building;
  const person = scope.person(written.person, [...path, 'person'])?.person ?? null;
  const work = scope.id('work', written.work, [...path, 'work']);
  const document = scope.optionalId('document', written.document, [...path, 'document']);
  const key = written.character ?? null;
  const character =
    key === null || work === null ? null : characterOf(work, key, [...path, 'character'], building);
  if (person === null || work === null || (key !== null && character === null)) return null;
  const body = { person, work, role: written.role, character };
  return {
    id: creditIdOf(body),
    ...body,
    billing: written.billing ?? null,
    document,
    confidence: written.confidence ?? null,
    recordedAt: recording.at,
  };
}
