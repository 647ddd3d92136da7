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

// The properties of a node or relationship come in as `unknown` and leave as a domain type; their shapes stay
// in this file. The one write path vouches for their types. Neo4j keeps no null: what is null is absent.

/** A text, or null where there is none. */
type Maybe<T> = T | null | undefined;

/** A date property. */
export function dateOrNull(text: Maybe<string>): EdtfDate | null {
  return text === null || text === undefined ? null : parseDate(text);
}

/** A property with a list of objects as JSON; the write path vouches for what is in it. */
export function list(json: string): readonly never[] {
  // Most lists are empty, and parsing is most of what a read costs.
  return json === '[]' ? [] : (JSON.parse(json) as readonly never[]);
}

interface ExternalIdsRow {
  readonly wikidata?: Maybe<string>;
  readonly imdb?: Maybe<string>;
  readonly tmdb?: Maybe<string>;
}

function externalIds(row: ExternalIdsRow): ExternalIds {
  return { wikidata: row.wikidata ?? null, imdb: row.imdb ?? null, tmdb: row.tmdb ?? null };
}

interface PersonFactsRow extends ExternalIdsRow {
  readonly id: PersonId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly handles: string;
  readonly birthDate?: Maybe<string>;
  readonly birthDateDocument?: Maybe<DocumentId>;
  readonly privacy: Privacy;
  readonly knownSince?: Maybe<EpochDay>;
}

/** Reads the properties of a Person. */
export function personFacts(properties: unknown): PersonFacts {
  const row = properties as PersonFactsRow;
  const person: Person = {
    id: row.id,
    name: row.name,
    aliases: row.aliases,
    handles: list(row.handles),
    externalIds: externalIds(row),
    birthDate: dateOrNull(row.birthDate),
    birthDateDocument: row.birthDateDocument ?? null,
    privacy: row.privacy,
  };
  return { person, knownSince: row.knownSince ?? null };
}

interface WorkRow extends ExternalIdsRow {
  readonly id: WorkId;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly kind: WorkKind;
  readonly premiered?: Maybe<string>;
  readonly ended?: Maybe<string>;
  readonly network?: Maybe<string>;
  readonly episodes?: Maybe<number>;
  readonly basedOn: readonly WorkId[];
  readonly document?: Maybe<DocumentId>;
}

/** Reads the properties of a Work. */
export function work(properties: unknown): Work {
  const row = properties as WorkRow;
  return {
    id: row.id,
    title: row.title,
    aliases: row.aliases,
    kind: row.kind,
    premiered: dateOrNull(row.premiered),
    ended: dateOrNull(row.ended),
    network: row.network ?? null,
    episodes: row.episodes ?? null,
    basedOn: row.basedOn,
    externalIds: externalIds(row),
    document: row.document ?? null,
  };
}

interface CharacterRow {
  readonly id: CharacterId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly work: WorkId;
}

/** Reads the properties of a Character. */
export function character(properties: unknown): Character {
  const row = properties as CharacterRow;
  return { id: row.id, name: row.name, aliases: row.aliases, work: row.work };
}

interface SourceRow {
  readonly id: SourceId;
  readonly name: string;
  readonly kind: SourceKind;
  readonly domain?: Maybe<string>;
  readonly outletType?: Maybe<OutletType>;
  readonly person?: Maybe<PersonId>;
  readonly reliability?: Maybe<number>;
}

/** Reads the properties of a Source. */
export function source(properties: unknown): Source {
  const row = properties as SourceRow;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    domain: row.domain ?? null,
    outletType: row.outletType ?? null,
    person: row.person ?? null,
    reliability: row.reliability ?? null,
  };
}

interface DocumentRow {
  readonly id: DocumentId;
  readonly url?: Maybe<string>;
  readonly title?: Maybe<string>;
  readonly source: SourceId;
  readonly published?: Maybe<string>;
  readonly retrievedAt?: Maybe<Instant>;
  readonly contentHash?: Maybe<string>;
  readonly derivedFrom: readonly DocumentId[];
  readonly shingles?: Maybe<Int8Array>;
  readonly citesHearsay: boolean;
  readonly names: readonly PersonId[];
}

/** Reads the properties of a Document. */
export function document(properties: unknown): Document {
  const row = properties as DocumentRow;
  return {
    id: row.id,
    url: row.url ?? null,
    title: row.title ?? null,
    source: row.source,
    published: dateOrNull(row.published),
    retrievedAt: row.retrievedAt ?? null,
    contentHash: row.contentHash ?? null,
    derivedFrom: row.derivedFrom,
    shingles: shingles(row.shingles),
    citesHearsay: row.citesHearsay,
    names: row.names,
  };
}

/** Hashes are kept as 32-bit words in little-endian order: a text has hundreds. */
function shingles(bytes: Maybe<Int8Array>): readonly number[] | null {
  if (bytes === null || bytes === undefined) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / 4 }, (_, at) => view.getUint32(at * 4, true));
}

interface EvidenceRow {
  readonly id: EvidenceId;
  readonly kind: EvidenceKind;
  readonly url?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly availability: Availability;
  readonly capturedAt?: Maybe<string>;
  readonly document?: Maybe<DocumentId>;
}

/** Reads the properties of an Evidence. */
export function evidence(properties: unknown): Evidence {
  const row = properties as EvidenceRow;
  return {
    id: row.id,
    kind: row.kind,
    url: row.url ?? null,
    description: row.description ?? null,
    availability: row.availability,
    capturedAt: dateOrNull(row.capturedAt),
    document: row.document ?? null,
  };
}

interface CreditRow {
  readonly id: CreditId;
  readonly person: PersonId;
  readonly work: WorkId;
  readonly role: CreditRole;
  readonly character?: Maybe<CharacterId>;
  readonly billing?: Maybe<number>;
  readonly document?: Maybe<DocumentId>;
  readonly confidence?: Maybe<number>;
  readonly recordedAt: Instant;
}

/** Reads the properties of a CREDITED. */
export function credit(properties: unknown): Credit {
  const row = properties as CreditRow;
  return {
    id: row.id,
    person: row.person,
    work: row.work,
    role: row.role,
    character: row.character ?? null,
    billing: row.billing ?? null,
    document: row.document ?? null,
    confidence: row.confidence ?? null,
    recordedAt: row.recordedAt,
  };
}

interface OnScreenRow {
  readonly id: OnScreenId;
  readonly kind: OnScreenKind;
  readonly a: CharacterId;
  readonly b: CharacterId;
  readonly work: WorkId;
  readonly document?: Maybe<DocumentId>;
}

/** Reads the properties of an ON_SCREEN. */
export function onScreen(properties: unknown): OnScreenRelationship {
  const row = properties as OnScreenRow;
  return {
    id: row.id,
    kind: row.kind,
    characters: [row.a, row.b],
    work: row.work,
    document: row.document ?? null,
  };
}
