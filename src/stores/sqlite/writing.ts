import type { GraphChange } from '../../domain/change.ts';
import type { Claim } from '../../domain/claim.ts';
import type { ClaimId, NodeId } from '../../domain/ids.ts';
import type { ChangeEvent } from '../../ports/graph-store.ts';
import type { Connection } from './connection.ts';
import { references, type References } from './references.ts';

/** What one change has done so far, and what is therefore to be derived anew at its end. */
export interface Writing {
  readonly db: Connection;
  readonly change: GraphChange;
  /** Whether names go into the index now, or once `indexPendingNames` runs. */
  readonly names: 'NOW' | 'LATER';
  readonly references: References;
  readonly created: Set<NodeId>;
  readonly updated: Set<NodeId>;
  readonly events: { readonly type: ChangeEvent['type']; readonly node: NodeId }[];
  unchanged: number;
  /** Claims that are new. They are stored at the end, once, together with what is derived from them. */
  readonly fresh: Map<ClaimId, Claim>;
  /** Claims on file that were taken back. */
  readonly retracted: Set<ClaimId>;
  /** Claims of which was said what became of them. */
  readonly judged: Set<ClaimId>;
  /** On file already, with something added that claims or edges may depend on. */
  readonly touched: Readonly<Record<'people' | 'sources' | 'documents' | 'evidence', Set<string>>>;
  /** New or newly dated: they may show that somebody lived earlier than known. */
  readonly dated: Readonly<Record<'credits' | 'documents' | 'works', Set<string>>>;
}

/** The start of a change: nothing done. */
export function begin(db: Connection, change: GraphChange, names: Writing['names'] = 'NOW'): Writing {
  return {
    db,
    change,
    names,
    references: references(),
    created: new Set(),
    updated: new Set(),
    events: [],
    unchanged: 0,
    fresh: new Map(),
    retracted: new Set(),
    judged: new Set(),
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
