import type {
  Availability,
  Character,
  Credit,
  CreditRole,
  Document,
  Evidence,
  EvidenceKind,
  ExternalIds,
  OnScreenKind,
  OnScreenRelationship,
  OutletType,
  Person,
  PersonFacts,
  Privacy,
  Source,
  SourceKind,
  Work,
  WorkKind,
} from '../../domain/entities.ts';
import type {
  CharacterId,
  CreditId,
  DocumentId,
  EvidenceId,
  OnScreenId,
  PersonId,
  SourceId,
  WorkId,
} from '../../domain/ids.ts';
import { parseDate, type EdtfDate, type EpochDay, type Instant } from '../../domain/time.ts';

// Row shapes stay in this file: a row comes in as `unknown` and leaves as a domain type. STRICT tables and the
// one write path vouch for the types of columns; dates are parsed again, since only their text is kept.

/** A date column. */
export function dateOrNull(text: string | null): EdtfDate | null {
  return text === null ? null : parseDate(text);
}

/** A column with a JSON list; the write path vouches for what is in it. */
export function list(json: string): readonly never[] {
  // Most lists of most rows are empty, and parsing is most of what a read costs.
  return json === '[]' ? [] : (JSON.parse(json) as readonly never[]);
}

function externalIds(row: ExternalIds): ExternalIds {
  return { wikidata: row.wikidata, imdb: row.imdb, tmdb: row.tmdb };
}

export const PERSON_COLUMNS =
  'id, name, aliases, handles, wikidata, imdb, tmdb, birth_date, birth_date_document, privacy, known_since';

interface PersonFactsRow {
  readonly id: PersonId;
  readonly name: string;
  readonly aliases: string;
  readonly handles: string;
  readonly wikidata: string | null;
  readonly imdb: string | null;
  readonly tmdb: string | null;
  readonly birth_date: string | null;
  readonly birth_date_document: DocumentId | null;
  readonly privacy: Privacy;
  readonly known_since: EpochDay | null;
}

/** Reads a row of PERSON_COLUMNS. */
export function personFacts(unknownRow: unknown): PersonFacts {
  const row = unknownRow as PersonFactsRow;
  const person: Person = {
    id: row.id,
    name: row.name,
    aliases: list(row.aliases),
    handles: list(row.handles),
    externalIds: externalIds(row),
    birthDate: dateOrNull(row.birth_date),
    birthDateDocument: row.birth_date_document,
    privacy: row.privacy,
  };
  return { person, knownSince: row.known_since };
}

export const WORK_COLUMNS =
  'id, title, aliases, kind, premiered, ended, network, episodes, based_on, wikidata, imdb, tmdb, document';

interface WorkRow {
  readonly id: WorkId;
  readonly title: string;
  readonly aliases: string;
  readonly kind: WorkKind;
  readonly premiered: string | null;
  readonly ended: string | null;
  readonly network: string | null;
  readonly episodes: number | null;
  readonly based_on: string;
  readonly wikidata: string | null;
  readonly imdb: string | null;
  readonly tmdb: string | null;
  readonly document: DocumentId | null;
}

/** Reads a row of WORK_COLUMNS. */
export function work(unknownRow: unknown): Work {
  const row = unknownRow as WorkRow;
  return {
    id: row.id,
    title: row.title,
    aliases: list(row.aliases),
    kind: row.kind,
    premiered: dateOrNull(row.premiered),
    ended: dateOrNull(row.ended),
    network: row.network,
    episodes: row.episodes,
    basedOn: list(row.based_on),
    externalIds: externalIds(row),
    document: row.document,
  };
}

export const CHARACTER_COLUMNS = 'id, name, aliases, work';

interface CharacterRow {
  readonly id: CharacterId;
  readonly name: string;
  readonly aliases: string;
  readonly work: WorkId;
}

/** Reads a row of CHARACTER_COLUMNS. */
export function character(unknownRow: unknown): Character {
  const row = unknownRow as CharacterRow;
  return { id: row.id, name: row.name, aliases: list(row.aliases), work: row.work };
}

export const SOURCE_COLUMNS = 'id, name, kind, domain, outlet_type, person, reliability';

interface SourceRow {
  readonly id: SourceId;
  readonly name: string;
  readonly kind: SourceKind;
  readonly domain: string | null;
  readonly outlet_type: OutletType | null;
  readonly person: PersonId | null;
  readonly reliability: number | null;
}

/** Reads a row of SOURCE_COLUMNS. */
export function source(unknownRow: unknown): Source {
  const row = unknownRow as SourceRow;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    domain: row.domain,
    outletType: row.outlet_type,
    person: row.person,
    reliability: row.reliability,
  };
}

export const DOCUMENT_COLUMNS =
  'id, url, title, source, published, retrieved_at, content_hash, derived_from, shingles, cites_hearsay, names';

interface DocumentRow {
  readonly id: DocumentId;
  readonly url: string | null;
  readonly title: string | null;
  readonly source: SourceId;
  readonly published: string | null;
  readonly retrieved_at: Instant | null;
  readonly content_hash: string | null;
  readonly derived_from: string;
  readonly shingles: Uint8Array | null;
  readonly cites_hearsay: 0 | 1;
  readonly names: string;
}

/** Reads a row of DOCUMENT_COLUMNS. */
export function document(unknownRow: unknown): Document {
  const row = unknownRow as DocumentRow;
  return {
    id: row.id,
    url: row.url,
    title: row.title,
    source: row.source,
    published: dateOrNull(row.published),
    retrievedAt: row.retrieved_at,
    contentHash: row.content_hash,
    derivedFrom: list(row.derived_from),
    shingles: shingles(row.shingles),
    citesHearsay: row.cites_hearsay === 1,
    names: list(row.names),
  };
}

/** Hashes are kept as 32-bit words in little-endian order: a text has hundreds. */
function shingles(bytes: Uint8Array | null): readonly number[] | null {
  if (bytes === null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / 4 }, (_, at) => view.getUint32(at * 4, true));
}

export const EVIDENCE_COLUMNS = 'id, kind, url, description, availability, captured_at, document';

interface EvidenceRow {
  readonly id: EvidenceId;
  readonly kind: EvidenceKind;
  readonly url: string | null;
  readonly description: string | null;
  readonly availability: Availability;
  readonly captured_at: string | null;
  readonly document: DocumentId | null;
}

/** Reads a row of EVIDENCE_COLUMNS. */
export function evidence(unknownRow: unknown): Evidence {
  const row = unknownRow as EvidenceRow;
  return {
    id: row.id,
    kind: row.kind,
    url: row.url,
    description: row.description,
    availability: row.availability,
    capturedAt: dateOrNull(row.captured_at),
    document: row.document,
  };
}

export const CREDIT_COLUMNS = 'id, person, work, role, character, billing, document, confidence, recorded_at';

interface CreditRow {
  readonly id: CreditId;
  readonly person: PersonId;
  readonly work: WorkId;
  readonly role: CreditRole;
  readonly character: CharacterId | null;
  readonly billing: number | null;
  readonly document: DocumentId | null;
  readonly confidence: number | null;
  readonly recorded_at: Instant;
}

/** Reads a row of CREDIT_COLUMNS. */
export function credit(unknownRow: unknown): Credit {
  const row = unknownRow as CreditRow;
  return {
    id: row.id,
    person: row.person,
    work: row.work,
    role: row.role,
    character: row.character,
    billing: row.billing,
    document: row.document,
    confidence: row.confidence,
    recordedAt: row.recorded_at,
  };
}

export const ON_SCREEN_COLUMNS = 'id, kind, a, b, work, document';

interface OnScreenRow {
  readonly id: OnScreenId;
  readonly kind: OnScreenKind;
  readonly a: CharacterId;
  readonly b: CharacterId;
  readonly work: WorkId;
  readonly document: DocumentId | null;
}

/** Reads a row of ON_SCREEN_COLUMNS. */
export function onScreen(unknownRow: unknown): OnScreenRelationship {
  const row = unknownRow as OnScreenRow;
  return { id: row.id, kind: row.kind, characters: [row.a, row.b], work: row.work, document: row.document };
}
