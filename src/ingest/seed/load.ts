import type { Recording } from '../../application/assemble-claim.ts';
import type { SeedContents } from '../../application/seed-files.ts';
import { emptyChange, type GraphChange } from '../../domain/change.ts';
import { harmlessNames } from '../../domain/screen-change.ts';
import { buildClaims } from './build-claims.ts';
import { buildDocuments, buildEvidence } from './build-documents.ts';
import { buildPeople, buildSources } from './build-people.ts';
import { buildCredits, buildWorks } from './build-works.ts';
import type { Building } from './building.ts';
import { mistakesIn } from './mistakes.ts';
import { scopeOf } from './scope.ts';
import { readSections } from './sections.ts';
import { noteSpecialCategories } from './special-claims.ts';
import { readYaml } from './yaml-source.ts';

/**
 * Reads a seed (docs/seed-format.md). Throws one `INVALID_RECORD` (`SPECIAL_CATEGORY` when that is all that is
 * wrong) that lists every mistake as file:line:column with what was wanted and what came.
 */
export function readSeed(text: string, file: string, context: Recording): SeedContents {
  const { source, mistakes: syntax } = readYaml(text, file);
  const mistakes = mistakesIn(source, 2);
  for (const { offset, message } of syntax) mistakes.addAt(offset, message);
  mistakes.throwAny();
  const records = readSections(source.data, mistakes);
  const scope = scopeOf(source, records, mistakes);
  const building: Building = { scope, mistakes, recording: context };
  const people = buildPeople(records.people, building);
  const sources = buildSources(records.sources, building);
  const documents = buildDocuments(records.documents, building);
  const evidence = buildEvidence(records.evidence, building);
  const works = buildWorks(records.works, building);
  const credits = buildCredits(records.credits, building);
  const claims = buildClaims(records, documents, building);
  noteSpecialCategories(records.claims, harmlessNames(people), building);
  mistakes.throwAny();
  const parts = { people, sources, documents, evidence, ...works, credits, claims };
  return { change: { ...emptyChange(context.at, context.by), ...parts }, outside: scope.outside };
}

/** What a seed puts into the graph; see `readSeed`. */
export function loadSeed(text: string, file: string, context: Recording): GraphChange {
  return readSeed(text, file, context).change;
}
