import type { PersonReference } from '../../application/person-reference.ts';
import type { WorkReference } from '../../application/find-work.ts';
import type { PersonRef, WorkRef } from '../generated.ts';

/** A `PersonRef` as the application takes it; the schema sees to it that exactly one part is given. */
export function personReference(ref: PersonRef): PersonReference {
  if (ref.id !== undefined) return { by: 'id', id: ref.id };
  if (ref.name !== undefined) return { by: 'name', name: ref.name };
  if (ref.handle !== undefined) return { by: 'handle', platform: ref.handle.platform, name: ref.handle.name };
  if (ref.wikidata !== undefined) return { by: 'wikidata', value: ref.wikidata };
  if (ref.imdb !== undefined) return { by: 'imdb', value: ref.imdb };
  return { by: 'tmdb', value: ref.tmdb };
}

/** A `WorkRef` likewise. */
export function workReference(ref: WorkRef): WorkReference {
  if (ref.id !== undefined) return { by: 'id', value: ref.id };
  if (ref.title !== undefined) return { by: 'title', value: ref.title };
  if (ref.wikidata !== undefined) return { by: 'wikidata', value: ref.wikidata };
  if (ref.imdb !== undefined) return { by: 'imdb', value: ref.imdb };
  return { by: 'tmdb', value: ref.tmdb };
}
