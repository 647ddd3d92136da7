import type { Handle, Person, PLATFORMS, Source } from '../../domain/entities.ts';
import { problemOfSource } from '../../domain/validate-source.ts';
import { pastDateOf, type Building } from './building.ts';
import { bareAccount, idOfKey } from './scope.ts';
import type { SeedRecord } from './sections.ts';

/** The people of a file. */
export function buildPeople(records: readonly SeedRecord<'people'>[], building: Building): readonly Person[] {
  const people = records.flatMap((record) => buildPerson(record, building) ?? []);
  noteSharedIds(records, building);
  return people;
}

function buildPerson({ key, path, written }: SeedRecord<'people'>, building: Building): Person | null {
  const id = idOfKey('person', key);
  if (written === null || id === null) return null;
  const { scope, mistakes } = building;
  const birthDate = pastDateOf(written.birthDate, [...path, 'birthDate'], building);
  const documentPath = [...path, 'birthDateDocument'];
  const birthDateDocument = scope.optionalId('document', written.birthDateDocument, documentPath);
  if (birthDate === null && birthDateDocument !== null) {
    mistakes.add(documentPath, 'Expected a birthDate beside birthDateDocument, but it is missing');
  }
  return {
    id,
    name: written.name.trim(),
    aliases: (written.aliases ?? []).map((alias) => alias.trim()),
    handles: handlesOf(written.handles ?? {}),
    externalIds: {
      wikidata: written.wikidata ?? null,
      imdb: written.imdb ?? null,
      tmdb: textOrNull(written.tmdb),
    },
    birthDate,
    birthDateDocument,
    privacy: written.privacy ?? 'PUBLIC_FIGURE',
  };
}

type WrittenHandles = NonNullable<NonNullable<SeedRecord<'people'>['written']>['handles']>;

function handlesOf(written: WrittenHandles): readonly Handle[] {
  return Object.entries(written).flatMap(([platform, accounts]) =>
    [accounts ?? []].flat().map((account) => ({
      // The schema's keys are the platforms in lower case.
      platform: platform.toUpperCase() as (typeof PLATFORMS)[number],
      name: bareAccount(account),
    })),
  );
}

/** Text for an id that may be written as a number. */
export function textOrNull(written: string | number | null | undefined): string | null {
  return written === null || written === undefined ? null : String(written);
}

/** Two people with one account or one catalogue id are one person, or a slip of the pen. */
function noteSharedIds(records: readonly SeedRecord<'people'>[], { mistakes }: Building): void {
  const owners = new Map<string, string>();
  for (const { key, path, written } of records) {
    if (written === null) continue;
    const handles = handlesOf(written.handles ?? {}).map(
      ({ platform, name }) => `${platform} @${name.toLowerCase()}`,
    );
    const external = (['wikidata', 'imdb', 'tmdb'] as const).flatMap((scheme) => {
      const value = textOrNull(written[scheme]);
      return value === null ? [] : [`${scheme} ${value}`];
    });
    for (const mark of [...handles, ...external]) {
      const owner = owners.get(mark);
      if (owner !== undefined && owner !== key) {
        mistakes.add(path, `Expected ${mark} to be one person's, but got it for ${owner} and ${key}`);
      }
      owners.set(mark, key);
    }
  }
}

/** The sources of a file. */
export function buildSources(
  records: readonly SeedRecord<'sources'>[],
  building: Building,
): readonly Source[] {
  return records.flatMap(({ key, path, written }) => {
    const id = idOfKey('source', key);
    if (written === null || id === null) return [];
    const person =
      written.person === null || written.person === undefined
        ? null
        : building.scope.person(written.person, [...path, 'person']);
    const source: Source = {
      id,
      name: written.name.trim(),
      kind: written.kind,
      domain: written.domain ?? null,
      outletType: written.outletType ?? null,
      person: person?.person ?? null,
      reliability: written.reliability ?? null,
    };
    const problem = problemOfSource(source);
    const unresolved =
      problem?.field === 'person' &&
      written.person !== null &&
      written.person !== undefined &&
      person === null;
    if (problem !== null && !unresolved) building.mistakes.add([...path, problem.field], problem.message);
    return [source];
  });
}
