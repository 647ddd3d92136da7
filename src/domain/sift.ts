import type { OnConflict, Refusal } from './bulk.ts';
import type { GraphRecords } from './change.ts';
import type { Claim, Outcome } from './claim.ts';
import type {
  Character,
  Credit,
  Document,
  Evidence,
  ExternalIds,
  OnScreenRelationship,
  Person,
  Source,
  Work,
} from './entities.ts';
import { HearsayError } from './errors.ts';
import * as merge from './reconcile.ts';
import { yieldTo } from './yield.ts';

/** What is on file of what a batch brings, by id (outcomes by their claim). */
export interface OnFile {
  readonly people: ReadonlyMap<string, Person>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly works: ReadonlyMap<string, Work>;
  readonly characters: ReadonlyMap<string, Character>;
  readonly credits: ReadonlyMap<string, Credit>;
  readonly onScreen: ReadonlyMap<string, OnScreenRelationship>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}
type Part = keyof OnFile;

/** What of a batch can be stored without any contradiction, and why the rest cannot. */
export interface Sifted {
  readonly kept: GraphRecords;
  readonly refused: readonly Refusal[];
}

/**
 * Takes out of a batch what contradicts the file or points at nothing, so that the rest goes in whole. `known` are
 * those of the ids it points at that are on file; what it brings itself counts as well, as long as it stays.
 */
export function sift(
  records: GraphRecords,
  onFile: OnFile,
  known: ReadonlySet<string>,
  onConflict: OnConflict,
): Sifted {
  const refused = new Map<string, Refusal>();
  const kept = withoutConflicts(records, onFile, onConflict, refused);
  // A record that gives way takes over what the one on file points at, which nobody looked up: it is on file.
  const there = new Set([...known, ...pointersOnFile(onFile)]);
  return { kept: withoutOrphans(kept, there, refused), refused: [...refused.values()] };
}

function pointersOnFile(onFile: OnFile): readonly string[] {
  return YIELDING.flatMap((part) =>
    [...onFile[part].values()].flatMap((record) =>
      POINTERS[part](record as never).flatMap((id) => (id === null ? [] : [id])),
    ),
  );
}

function withoutConflicts(
  records: GraphRecords,
  onFile: OnFile,
  onConflict: OnConflict,
  refused: Map<string, Refusal>,
): GraphRecords {
  const settle = <T extends { readonly id: string }>(
    part: readonly T[],
    before: ReadonlyMap<string, T>,
    reconcile: (existing: T, incoming: T) => merge.Reconciled<T>,
    soften: ((existing: T, incoming: T) => T) | null,
  ): readonly T[] => {
    const now = new Map<string, T>();
    return part.flatMap((record) => {
      const existing = now.get(record.id) ?? before.get(record.id);
      const yields = existing !== undefined && soften !== null && onConflict === 'KEEP';
      try {
        if (yields) checkSame(existing, record);
        const softened = yields ? soften(existing, record) : record;
        now.set(record.id, existing === undefined ? softened : reconcile(existing, softened).value);
        return [softened];
      } catch (error) {
        refused.set(record.id, refusalOf(record.id, error));
        return [];
      }
    });
  };
  return {
    ...records,
    people: settle(records.people, onFile.people, merge.reconcilePerson, yieldTo.person),
    sources: settle(records.sources, onFile.sources, merge.reconcileSource, yieldTo.source),
    documents: settle(records.documents, onFile.documents, merge.reconcileDocument, yieldTo.document),
    evidence: settle(records.evidence, onFile.evidence, merge.reconcileEvidence, yieldTo.evidence),
    works: settle(records.works, onFile.works, merge.reconcileWork, yieldTo.work),
    characters: settle(records.characters, onFile.characters, merge.reconcileCharacter, yieldTo.character),
    credits: settle(records.credits, onFile.credits, merge.reconcileCredit, null),
    onScreen: settle(records.onScreen, onFile.onScreen, merge.reconcileOnScreen, null),
    claims: settle(records.claims, onFile.claims, merge.reconcileClaim, null),
    outcomes: settleOutcomes(records.outcomes, onFile.outcomes, refused),
  };
}

/**
 * Throws CONFLICT when a record of a catalogue meets one that only happens to have its id: none of the ids that
 * catalogues give them is the same.
 */
function checkSame<T extends { readonly id: string }>(existing: T, incoming: T): void {
  const [known, ids] = [existing, incoming].map(
    (each) => (each as { readonly externalIds?: ExternalIds }).externalIds,
  );
  if (ids === undefined || known === undefined) return;
  const given = (['wikidata', 'imdb', 'tmdb'] as const).filter((scheme) => ids[scheme] !== null);
  if (given.length === 0 || given.some((scheme) => ids[scheme] === known[scheme])) return;
  const came = given.map((scheme) => `${scheme} ${ids[scheme] ?? ''}`).join(', ');
  throw new HearsayError('CONFLICT', `Expected ${existing.id} to be ${came}, but got another on file`);
}

function settleOutcomes(
  outcomes: readonly Outcome[],
  before: ReadonlyMap<string, Outcome>,
  refused: Map<string, Refusal>,
): readonly Outcome[] {
  const now = new Map(before);
  return outcomes.filter((outcome) => {
    const existing = now.get(outcome.claim);
    try {
      now.set(
        outcome.claim,
        existing === undefined ? outcome : merge.reconcileOutcome(existing, outcome).value,
      );
      return true;
    } catch (error) {
      refused.set(outcome.claim, refusalOf(outcome.claim, error));
      return false;
    }
  });
}

function refusalOf(id: string, error: unknown): Refusal {
  if (!(error instanceof HearsayError)) throw error;
  return { id, code: error.code, message: error.message };
}

/** What falls takes along what points at it, until nothing falls any more. */
function withoutOrphans(
  records: GraphRecords,
  known: ReadonlySet<string>,
  refused: Map<string, Refusal>,
): GraphRecords {
  let kept = records;
  for (let before = -1; before !== refused.size;) {
    before = refused.size;
    const here = idsIn(kept);
    const isThere = (id: string): boolean => here.has(id) || known.has(id);
    const stays = <T>(
      part: readonly T[],
      name: keyof GraphRecords,
      idOf: (record: T) => string,
    ): readonly T[] =>
      part.filter((record) => {
        const missing = POINTERS[name](record as never).find((id) => id !== null && !isThere(id));
        if (missing === undefined || missing === null) return true;
        refused.set(idOf(record), orphan(idOf(record), missing));
        return false;
      });
    const id = (record: { readonly id: string }): string => record.id;
    const claim = (record: { readonly claim: string }): string => record.claim;
    kept = {
      people: stays(kept.people, 'people', id),
      sources: stays(kept.sources, 'sources', id),
      documents: stays(kept.documents, 'documents', id),
      evidence: stays(kept.evidence, 'evidence', id),
      works: stays(kept.works, 'works', id),
      characters: stays(kept.characters, 'characters', id),
      credits: stays(kept.credits, 'credits', id),
      onScreen: stays(kept.onScreen, 'onScreen', id),
      claims: stays(kept.claims, 'claims', id),
      retractions: stays(kept.retractions, 'retractions', claim),
      outcomes: stays(kept.outcomes, 'outcomes', claim),
    };
  }
  return kept;
}

function orphan(id: string, missing: string): Refusal {
  const message = `Expected ${missing}, which ${id} points at, but got nothing of that id`;
  return { id, code: 'INVALID_RECORD', message };
}

function idsIn(records: GraphRecords): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const part of ID_PARTS) for (const { id } of records[part]) ids.add(id);
  return ids;
}

// Parts of which a record may give way to the one on file: see yieldTo.
const YIELDING = [
  'people',
  'sources',
  'documents',
  'evidence',
  'works',
  'characters',
] as const satisfies readonly Part[];
const ID_PARTS = [...YIELDING, 'claims'] as const satisfies readonly Part[];

type Pointers<T> = (record: T) => readonly (string | null)[];
const POINTERS: { readonly [K in keyof GraphRecords]: Pointers<GraphRecords[K][number]> } = {
  people: ({ birthDateDocument }) => [birthDateDocument],
  sources: ({ person }) => [person],
  documents: ({ source, derivedFrom, names }) => [source, ...derivedFrom, ...names],
  evidence: ({ document }) => [document],
  works: ({ document, basedOn }) => [document, ...basedOn],
  characters: ({ work }) => [work],
  credits: ({ person, work, character, document }) => [person, work, character, document],
  onScreen: ({ characters, work, document }) => [...characters, work, document],
  claims: (claim) => [
    claim.subject,
    claim.object,
    claim.document,
    claim.onRecord?.person ?? null,
    ...claim.attributedTo.flatMap(({ source, document }) => [source, document]),
    ...claim.evidence.map(({ evidence }) => evidence),
  ],
  retractions: ({ claim }) => [claim],
  outcomes: ({ claim }) => [claim],
};

/** Every id that records of a batch point at and that the batch does not bring itself. */
export function pointedAt(records: GraphRecords): ReadonlySet<string> {
  const here = idsIn(records);
  const ids = new Set<string>();
  for (const part of Object.keys(POINTERS) as readonly (keyof GraphRecords)[]) {
    for (const record of records[part]) {
      for (const id of POINTERS[part](record as never)) if (id !== null && !here.has(id)) ids.add(id);
    }
  }
  return ids;
}
