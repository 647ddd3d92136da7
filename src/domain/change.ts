import type { Claim, Outcome, Retraction } from './claim.ts';
import type {
  Character,
  Credit,
  Document,
  Evidence,
  OnScreenRelationship,
  Person,
  Source,
  Work,
} from './entities.ts';
import type { ClaimId, NodeId } from './ids.ts';
import type { Instant } from './time.ts';

/** Records of every type. */
export interface GraphRecords {
  readonly people: readonly Person[];
  readonly sources: readonly Source[];
  readonly documents: readonly Document[];
  readonly evidence: readonly Evidence[];
  readonly works: readonly Work[];
  readonly characters: readonly Character[];
  readonly credits: readonly Credit[];
  readonly onScreen: readonly OnScreenRelationship[];
  readonly claims: readonly Claim[];
  readonly retractions: readonly { readonly claim: ClaimId; readonly retraction: Retraction }[];
  readonly outcomes: readonly Outcome[];
}

/** What one write puts into the graph. It is applied whole or not at all. */
export interface GraphChange extends GraphRecords {
  /** When, and by whom. */
  readonly at: Instant;
  readonly by: string;
}

/** No records of any type, to spread the rest into. */
export const NO_RECORDS: GraphRecords = {
  people: [],
  sources: [],
  documents: [],
  evidence: [],
  works: [],
  characters: [],
  credits: [],
  onScreen: [],
  claims: [],
  retractions: [],
  outcomes: [],
};

/** A change with nothing in it, to spread the rest into. */
export function emptyChange(at: Instant, by: string): GraphChange {
  return { ...NO_RECORDS, at, by };
}

/** What a write did: which nodes are new, which were added to, and how many were there already. */
export interface ChangeReceipt {
  readonly created: readonly NodeId[];
  readonly updated: readonly NodeId[];
  readonly unchanged: number;
  /** The feed's sequence number after the write. */
  readonly sequence: number;
  /** For `seeing`: reads with it see this write, on any server. Null where every read sees every finished write. */
  readonly bookmark: string | null;
}
