import type { Character, Document, Evidence, ExternalIds, Person, Source, Work } from './entities.ts';
import * as rules from './merge-rules.ts';
import type { Rules } from './merge-rules.ts';
import { nameKey } from './names.ts';

/** What an incoming record still adds once it gives way wherever it contradicts the one on file. */
export const yieldTo = {
  person: (existing: Person, incoming: Person): Person => {
    const yielded = filled(rules.PERSON, existing, incoming);
    const { birthDate, birthDateDocument } = existing.birthDate === null ? incoming : existing;
    return { ...yielded, birthDate, birthDateDocument, aliases: aliasesOf(existing, incoming, 'name') };
  },
  source: (existing: Source, incoming: Source): Source => filled(rules.SOURCE, existing, incoming),
  document: (existing: Document, incoming: Document): Document => filled(rules.DOCUMENT, existing, incoming),
  evidence: (existing: Evidence, incoming: Evidence): Evidence => filled(rules.EVIDENCE, existing, incoming),
  work: (existing: Work, incoming: Work): Work => ({
    ...filled(rules.WORK, existing, incoming),
    aliases: aliasesOf(existing, incoming, 'title'),
  }),
  character: (existing: Character, incoming: Character): Character => ({
    ...filled(rules.CHARACTER, existing, incoming),
    aliases: aliasesOf(existing, incoming, 'name'),
  }),
} as const;

function filled<T extends object>(of: Rules<T>, existing: T, incoming: T): T {
  const yielded: Partial<T> = {};
  for (const field of Object.keys(of) as (keyof T)[]) {
    const isFact = of[field] === 'fact' || of[field] === 'date';
    yielded[field] = isFact ? (existing[field] ?? incoming[field]) : incoming[field];
    if (of[field] === 'ids') yielded[field] = ids(existing[field], incoming[field]);
  }
  return yielded as T;
}

function ids<V>(existing: V, incoming: V): V {
  const [before, more] = [existing as ExternalIds, incoming as ExternalIds];
  return {
    wikidata: before.wikidata ?? more.wikidata,
    imdb: before.imdb ?? more.imdb,
    tmdb: before.tmdb ?? more.tmdb,
  } as V;
}

/** What is called otherwise elsewhere is found under that name too; what only is spelled otherwise is found already. */
function aliasesOf<
  N extends string,
  T extends Readonly<Record<N, string>> & { readonly aliases: readonly string[] },
>(existing: T, incoming: T, field: N): readonly string[] {
  const known = new Set([existing[field], ...existing.aliases].map(nameKey));
  return [incoming[field], ...incoming.aliases].filter((name) => {
    const key = nameKey(name);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
