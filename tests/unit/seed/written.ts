import { readFileSync } from 'node:fs';
import type { GraphChange } from '../../../src/domain/change.ts';
import { HearsayError } from '../../../src/domain/errors.ts';
import { parseInstant } from '../../../src/domain/time.ts';
import { loadSeed } from '../../../src/ingest/seed/load.ts';

/** When and by whom tests record. */
export const recording = { at: parseInstant('2026-01-01T00:00:00Z'), by: 'tests' };

/** Loads a seed written in a test. */
export function load(text: string, file = 'test.yaml'): GraphChange {
  return loadSeed(text, file, recording);
}

/** The error that loading a seed ends in. */
export function refusal(text: string, file = 'test.yaml'): HearsayError {
  try {
    load(text, file);
  } catch (error) {
    if (error instanceof HearsayError) return error;
    throw error;
  }
  throw new Error('Expected the seed to be refused, but got it loaded');
}

/** A file of the repository. */
export function fileText(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}

/** The n-th YAML example of a Markdown file that a comment announces as tested. */
export function testedExample(path: string, index: number): string {
  const examples = [...fileText(path).matchAll(/<!-- A test [^>]*-->\s*```yaml\n([\s\S]*?)```/g)];
  return examples[index]?.[1] ?? '';
}

/** Two people, a source and a dated document, to put claims under. */
export const world = `
people:
  ann: { name: Ann Abel, aliases: [Annie], handles: { instagram: ann.abel } }
  bob: { name: Bób Baker, handles: { twitter: ['@bob', bobby] } }
sources:
  paper: { name: The Paper, kind: OUTLET, outletType: NEWS }
  fans: { name: fans, kind: FANDOM }
  ann-account: { name: Ann's account, kind: SOCIAL_ACCOUNT, person: ann }
documents:
  story: { source: paper, published: 2022-04-29 }
  post: { source: ann-account }
evidence:
  photo: { kind: PHOTO, document: post }
`;
