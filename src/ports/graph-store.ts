import type { Batch, BatchReceipt } from '../domain/bulk.ts';
import type { ChangeReceipt, GraphChange } from '../domain/change.ts';
import type { Claim, Outcome, Pair } from '../domain/claim.ts';
import type { CreditColumns } from '../domain/credit-columns.ts';
import type { Dossier } from '../domain/dossier.ts';
import type {
  Character,
  Credit,
  CreditRole,
  Document,
  Evidence,
  OnScreenRelationship,
  PersonFacts,
  Platform,
  Source,
  Work,
} from '../domain/entities.ts';
import type {
  CharacterId,
  ClaimId,
  CreditId,
  DocumentId,
  EvidenceId,
  IdByType,
  NodeId,
  PersonId,
  SourceId,
  WorkId,
} from '../domain/ids.ts';
import type { ClaimKind, Stance } from '../domain/kinds.ts';
import type { Reader } from '../domain/policy.ts';
import type { EdgeSlice, RecordCursor, RecordSlice } from '../domain/record-walk.ts';
import type { Instant } from '../domain/time.ts';
import type { DerivedRelationship } from '../domain/verdict.ts';

/** A stretch of an ordered list. `after` is the sort key of the last item already seen. */
export interface PageRequest {
  readonly first: number;
  readonly after: SortKey | null;
}
/** What a list is ordered by, ending in an id, so that a cursor stays where it is under inserts. */
export type SortKey = readonly (string | number)[];

export interface Page<T> {
  readonly items: readonly { readonly key: SortKey; readonly value: T }[];
  readonly hasMore: boolean;
  /** Of the whole list as this reader sees it. */
  readonly total: number;
}

/** A node together with its type, as `node(id)` finds it. */
export type GraphNode =
  | { readonly type: 'person'; readonly value: PersonFacts }
  | { readonly type: 'work'; readonly value: Work }
  | { readonly type: 'character'; readonly value: Character }
  | { readonly type: 'source'; readonly value: Source }
  | { readonly type: 'document'; readonly value: Document }
  | { readonly type: 'evidence'; readonly value: Evidence }
  | { readonly type: 'claim'; readonly value: Claim }
  | { readonly type: 'credit'; readonly value: Credit }
  | { readonly type: 'on-screen'; readonly value: OnScreenRelationship };

export type ExternalScheme = 'wikidata' | 'imdb' | 'tmdb';

/** Ways to point at a person or work. `key` is a name as `nameKey` (domain/names.ts) folds it. */
export type NameLookup =
  | { readonly by: 'name'; readonly key: string }
  | { readonly by: 'handle'; readonly platform: Platform | null; readonly name: string }
  | { readonly by: 'external'; readonly scheme: ExternalScheme; readonly value: string };

export type SearchableType = 'person' | 'work' | 'character';

/** Something whose name may be meant; ranking is the domain's (domain/names.ts), the index only finds. */
export interface NameCandidate {
  readonly type: SearchableType;
  readonly id: PersonId | WorkId | CharacterId;
  readonly name: string;
  /** The name, aliases and @handles that it can be found by. */
  readonly names: readonly string[];
}

/** Every given part must match; pairs match in either order. */
export interface ClaimFilter {
  readonly people?: readonly PersonId[];
  readonly pair?: Pair;
  readonly kinds?: readonly ClaimKind[];
  readonly stances?: readonly Stance[];
  readonly document?: DocumentId;
  /** Said in a document of this source, or attributed to it. */
  readonly source?: SourceId;
  readonly evidence?: EvidenceId;
  /** True: retracted claims too (as they were known at `knownAt`). */
  readonly includeRetracted?: boolean;
}

/** Whose credits: a person's, a work's, or those of who played a character. */
export type CreditOwner = PersonId | WorkId | CharacterId;

/** One entry of the change feed. `sequence` grows by one with every entry and is never reused. */
export interface ChangeEvent {
  readonly sequence: number;
  readonly type: 'CREATED' | 'UPDATED' | 'RETRACTED' | 'OUTCOME';
  readonly node: NodeId;
  readonly at: Instant;
  readonly by: string;
}

/** Whether stored data is whole and derived data equals what the claims give. */
export interface StoreReport {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
}

export type StoreCounts = Readonly<
  Record<
    'people' | 'works' | 'characters' | 'sources' | 'documents' | 'evidence' | 'credits' | 'claims',
    number
  >
>;

/** Reports how far a long operation is: `done` of `total` units of work. */
export type OnProgress = (done: number, total: number) => void;

/**
 * What the application needs from a graph database. Every method costs a fixed number of round trips. Methods
 * that take a Reader return only what policy shows that reader (`showableFrom` gives the rule, a store keeps
 * its result beside each claim), recorded and starting no later than the reader asks. Lists are bounded.
 * Faults are HearsayErrors with a STORE_… code.
 */
export interface GraphStore {
  /** Applies a change in one transaction: nodes, derived relationships and feed events. Replays change nothing. */
  apply(change: GraphChange): Promise<ChangeReceipt>;

  /**
   * Stores records of a dataset in one transaction, as one UPDATED entry of the feed about `dataset`, however many
   * they are (without a dataset: an entry each), and notes its progress and outcome with them. What contradicts the
   * file or points at nothing is refused by itself; the rest goes in. Replays change nothing but add an entry.
   */
  load(batch: Batch): Promise<BatchReceipt>;
  /** Puts names that `load` left for later into the index. Returns of how many nodes. Can be repeated at any time. */
  indexNames(onProgress: OnProgress): Promise<number>;
  /** Ids of people or works by their ids in another catalogue (at most 50,000), the first of several in id order. */
  idsByExternal<T extends 'person' | 'work'>(
    type: T,
    scheme: ExternalScheme,
    values: readonly string[],
  ): Promise<ReadonlyMap<string, IdByType[T]>>;

  /**
   * People, works and so on by id; what is absent, or not to be shown to this reader, is left out. Without a
   * reader: what is reached from something that was shown (a claim's document), so that only claims, which are
   * never reached that way, are left out.
   */
  nodes(ids: readonly NodeId[], reader: Reader | null): Promise<ReadonlyMap<NodeId, GraphNode>>;

  /** People that a name, handle or external id may mean, at most 20, in id order. */
  findPeople(lookup: NameLookup): Promise<readonly PersonFacts[]>;
  /** Works likewise. */
  findWorks(lookup: NameLookup): Promise<readonly Work[]>;
  /** Up to `limit` candidates for what somebody typed: by part, alias, handle, and near misses. Unranked. */
  searchNames(
    text: string,
    types: readonly SearchableType[],
    limit: number,
  ): Promise<readonly NameCandidate[]>;

  /** What bears on any of these pairs (at most 500), and the people of each; see Dossier. One round trip for all. */
  pairDossier(pairs: readonly Pair[], reader: Reader): Promise<Dossier>;
  /** What bears on one person's love life, and the person: their SINGLE and romance claims. */
  personDossier(person: PersonId, reader: Reader): Promise<Dossier>;
  /** The given claims with everything they point at. */
  claimDossier(claims: readonly ClaimId[], reader: Reader): Promise<Dossier>;
  /** Claims, the latest said first, then by id. */
  claims(filter: ClaimFilter, reader: Reader, page: PageRequest): Promise<Page<Claim>>;

  /**
   * Stored relationships of each of these people (at most 100), the latest `limit` a person, of those that at
   * least one claim which this reader may see rests on; for lists, since a reader's answer is folded anew. One
   * round trip for all; nobody is left out of the map.
   */
  relationshipsOf(
    people: readonly PersonId[],
    limit: number,
    reader: Reader,
  ): Promise<ReadonlyMap<PersonId, readonly DerivedRelationship[]>>;

  /**
   * Credits of each of these owners (at most 100), by billing (none last), then id, recorded by `knownAt`. The
   * same page is cut for each. One round trip for all, totals included; nobody is left out of the map.
   */
  credits(
    of: readonly CreditOwner[],
    roles: readonly CreditRole[] | null,
    knownAt: Instant | null,
    page: PageRequest,
  ): Promise<ReadonlyMap<CreditOwner, Page<Credit>>>;
  /** Fictional relations between the characters that the two of each pair play, keyed by `pairKey`. */
  onScreenBetween(pairs: readonly Pair[]): Promise<ReadonlyMap<string, readonly OnScreenRelationship[]>>;

  /** All sources by id. */
  sources(page: PageRequest): Promise<Page<Source>>;
  /** What became of claims of these sources, as far as this reader may see the claims. */
  outcomes(sources: readonly SourceId[], reader: Reader): Promise<ReadonlyMap<SourceId, readonly Outcome[]>>;

  /**
   * Feed entries after a sequence number, oldest first. For a reader only those about what the reader may see now,
   * the others skipped within the one read: claims by the rule of `claims` with retracted ones, and with them their
   * retraction and outcome; people, works, characters, sources, credits and on-screen relationships always;
   * documents and evidence once something visible rests on them, and then what is added to them, but not their
   * own beginning: when they came would tell of claims that the reader may not see. Without a reader: all of it.
   */
  changesAfter(sequence: number, limit: number, reader: Reader | null): Promise<readonly ChangeEvent[]>;
  /** The sequence number of the latest entry of the feed; 0 while there is none. */
  lastChange(): Promise<number>;
  /** 32 random bytes in hexadecimal, made with the store and kept in it: what its servers seal feed cursors with. */
  feedKey(): Promise<string>;

  /**
   * This store as it is once the write that a receipt's bookmark names is in it: reads wait for that write.
   * Throws INVALID_BOOKMARK, at the first read at the latest, for what is no bookmark of this kind of store.
   */
  seeing(bookmark: string): GraphStore;

  /**
   * Everything that is on file in slices of at most `limit` records, so that `apply` of one after the other makes
   * the same store, whatever it is made of. Bounded memory; a record that is written meanwhile may be left out.
   */
  records(after: RecordCursor | null, limit: number): Promise<RecordSlice>;
  /** Every stored relationship, by its people and family, in slices of at most `limit`. */
  edges(after: RecordCursor | null, limit: number): Promise<EdgeSlice>;
  /**
   * All credits in the order of their ids, in slices of at most `limit`. Bounded memory; one that is recorded
   * meanwhile may be left out.
   */
  creditColumns(after: CreditId | null, limit: number): Promise<CreditColumns>;
  /** What a long operation has noted in the store under a name; null when nothing. */
  readNote(name: string): Promise<string | null>;
  /** Notes a text of at most 10,000 characters under a name; null removes the note. */
  writeNote(name: string, text: string | null): Promise<void>;

  counts(): Promise<StoreCounts>;
  /** Throws a STORE_… error when the store cannot serve. */
  ping(): Promise<void>;
  /** Derives everything derived anew from the claims. Returns how many relationships were written. */
  rebuild(onProgress: OnProgress): Promise<number>;
  /** Integrity, references, and derived data equal to rebuilt data. */
  verify(onProgress: OnProgress): Promise<StoreReport>;
  close(): Promise<void>;
}
