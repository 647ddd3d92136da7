import type { GraphRecords } from '../domain/change.ts';
import type { OnConflict } from '../domain/bulk.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { DocumentId, SourceId } from '../domain/ids.ts';
import type { EdtfDate, Instant } from '../domain/time.ts';
import type { GraphStore } from '../ports/graph-store.ts';

/** One record of a file as it was read: usually a line, in CSV as many as a quoted field spans. */
export interface InputRecord {
  /** The line that it begins on, from 1. */
  readonly line: number;
  /** Its text, cut when it is too long or cannot be read. */
  readonly text: string;
  /** Why it cannot be read, as "Expected …, but got …"; null when it can. */
  readonly fault: string | null;
}

/** A record that is not taken, and why. */
export interface Rejection {
  readonly record: InputRecord;
  readonly code: ErrorCode;
  readonly message: string;
}

/** What a format makes of some records. */
export interface PreparedRecords {
  readonly records: Partial<GraphRecords>;
  readonly rejected: readonly Rejection[];
  /** Parts of accepted records that are left out, counted by why. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Whose refusal by the store means that nothing came of a record: its id, and the record. */
  readonly mainOf: ReadonlyMap<string, InputRecord>;
}

/** What a format knows about the import that it works for. */
export interface ImportContext {
  readonly store: GraphStore;
  readonly at: Instant;
  readonly by: string;
  /** The release of the dataset, and who publishes it. */
  readonly document: DocumentId;
  readonly source: SourceId;
  /** The day of the release: when what it says was said, unless it says so itself. */
  readonly saidOn: EdtfDate;
}

/** One kind of file of a format, once its first record was seen. */
export interface FileReader {
  /** True when the first record names columns and is none itself. */
  readonly hasHeader: boolean;
  readonly onConflict: OnConflict;
  /** Records that are stored in one transaction. */
  readonly batch: number;
  /** True when records are looked up by name that the same file brings: then names are indexed with each batch. */
  readonly looksUpNames: boolean;
  /**
   * True when nothing that one batch brings is looked up for the next: then that is prepared while the one before it
   * is being stored.
   */
  readonly isIndependent?: boolean;
  /** Given the whole file before a pass begins or goes on. */
  readonly prelude?: (records: readonly InputRecord[]) => void;
  /** Looked at when an import is resumed: records that were read by an earlier run. */
  readonly skim?: (record: InputRecord) => void;
  /** Names of people, met so far, that do not count as words in the texts that follow. */
  readonly harmless?: () => readonly string[];
  readonly prepare: (records: readonly InputRecord[], context: ImportContext) => Promise<PreparedRecords>;
}

/** A dataset format. */
export interface ImportFormat {
  readonly name: string;
  readonly dataset: DatasetFacts;
  /** True for records that bring their own sources and documents: nothing of them rests on the dataset. */
  readonly bringsSources?: boolean;
  /** The longest line that is read, in bytes. */
  readonly maxLine: number;
  readonly layout: 'LINES' | 'CSV' | 'JSON';
  /** How often a file is read, and with what; throws INVALID_RECORD for a file of another format. */
  readonly passes: (first: InputRecord, file: string) => readonly FileReader[];
  /** Files are read in this order when several are given. */
  readonly rank?: (first: InputRecord, file: string) => number;
}

/** What is known about a dataset before it is seen. */
export interface DatasetFacts {
  /** Goes into ids: `imdb`. */
  readonly key: string;
  readonly name: string;
  readonly url: string | null;
  readonly domain: string | null;
  readonly licence: string;
  /** The probability that what it says holds, where somebody has looked; without it, that of any dataset counts. */
  readonly reliability?: number;
}
