import type { GraphChange } from '../../domain/change.ts';
import type { Claim, Outcome } from '../../domain/claim.ts';
import type {
  Character,
  Credit,
  Document,
  Evidence,
  OnScreenRelationship,
  Person,
  Source,
  Work,
} from '../../domain/entities.ts';
import type { ClaimId, NodeId } from '../../domain/ids.ts';
import type { ChangeEvent } from '../../ports/graph-store.ts';
import { references, type References } from './references.ts';

/** Records of each type by id; outcomes by their claim. */
export interface RecordsById {
  readonly people: Map<string, Person>;
  readonly sources: Map<string, Source>;
  readonly documents: Map<string, Document>;
  readonly evidence: Map<string, Evidence>;
  readonly works: Map<string, Work>;
  readonly characters: Map<string, Character>;
  readonly credits: Map<string, Credit>;
  readonly onScreen: Map<string, OnScreenRelationship>;
  readonly claims: Map<string, Claim>;
  readonly outcomes: Map<string, Outcome>;
}
export type RecordType = keyof RecordsById;

/** No records. */
export function noRecords(): RecordsById {
  return {
    people: new Map(),
    sources: new Map(),
    documents: new Map(),
    evidence: new Map(),
    works: new Map(),
    characters: new Map(),
    credits: new Map(),
    onScreen: new Map(),
    claims: new Map(),
    outcomes: new Map(),
  };
}

/**
 * What one change does, worked out in memory before anything is written: so a change that is refused has left
 * nothing behind, and others can share its transaction.
 */
export interface Writing {
  readonly change: GraphChange;
  /** What is on file of what the change names, and from then on as the change leaves it. */
  readonly onFile: RecordsById;
  /** Credits on file by the part they are for. */
  readonly creditOfPart: Map<string, Credit>;
  /** What is to be stored, as it will be. */
  readonly stored: RecordsById;
  readonly references: References;
  readonly created: Set<NodeId>;
  readonly updated: Set<NodeId>;
  readonly events: { readonly type: ChangeEvent['type']; readonly node: NodeId }[];
  unchanged: number;
  /** Claims that are new or taken back. */
  readonly claims: Set<ClaimId>;
  /** On file already, with something added that claims or edges may depend on. */
  readonly touched: Readonly<Record<'people' | 'sources' | 'documents' | 'evidence', Set<string>>>;
  /** New or newly dated: they may show that somebody lived earlier than known. */
  readonly dated: Readonly<Record<'credits' | 'documents' | 'works', Set<string>>>;
}

/** What is to be stored, and what is derived anew because of it. */
export type Written = Pick<Writing, 'stored' | 'created' | 'claims' | 'touched' | 'dated'>;

/** What changes that follow on each other store together: of each record the last state. */
export function joined(writings: readonly Writing[]): Written {
  const [only, ...others] = writings;
  if (only !== undefined && others.length === 0) return only;
  const all = <T>(of: (writing: Writing) => Iterable<T>): Set<T> =>
    new Set(writings.flatMap((one) => [...of(one)]));
  const records = <T>(of: (stored: RecordsById) => ReadonlyMap<string, T>): Map<string, T> =>
    new Map(writings.flatMap(({ stored }) => [...of(stored)]));
  return {
    stored: {
      people: records((stored) => stored.people),
      sources: records((stored) => stored.sources),
      documents: records((stored) => stored.documents),
      evidence: records((stored) => stored.evidence),
      works: records((stored) => stored.works),
      characters: records((stored) => stored.characters),
      credits: records((stored) => stored.credits),
      onScreen: records((stored) => stored.onScreen),
      claims: records((stored) => stored.claims),
      outcomes: records((stored) => stored.outcomes),
    },
    created: all(({ created }) => created),
    claims: all(({ claims }) => claims),
    touched: {
      people: all(({ touched }) => touched.people),
      sources: all(({ touched }) => touched.sources),
      documents: all(({ touched }) => touched.documents),
      evidence: all(({ touched }) => touched.evidence),
    },
    dated: {
      credits: all(({ dated }) => dated.credits),
      documents: all(({ dated }) => dated.documents),
      works: all(({ dated }) => dated.works),
    },
  };
}

/** The start of a change: nothing done. */
export function begin(change: GraphChange, onFile: RecordsById, creditOfPart: Map<string, Credit>): Writing {
  return {
    change,
    onFile,
    creditOfPart,
    stored: noRecords(),
    references: references(),
    created: new Set(),
    updated: new Set(),
    events: [],
    unchanged: 0,
    claims: new Set(),
    touched: { people: new Set(), sources: new Set(), documents: new Set(), evidence: new Set() },
    dated: { credits: new Set(), documents: new Set(), works: new Set() },
  };
}

/** Notes what became of one record of the change. */
export function note(writing: Writing, node: NodeId, what: ChangeEvent['type'] | 'UNCHANGED'): void {
  if (what === 'UNCHANGED') {
    writing.unchanged += 1;
    return;
  }
  (what === 'CREATED' ? writing.created : writing.updated).add(node);
  writing.events.push({ type: what, node });
}
