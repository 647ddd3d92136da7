import { emptyChange, type GraphChange } from '../../src/domain/change.ts';
import { storedOrder, type Claim } from '../../src/domain/claim.ts';
import type { Credit, Document, Evidence, Person, Source, Work } from '../../src/domain/entities.ts';
import type {
  ClaimId,
  CreditId,
  DocumentId,
  EvidenceId,
  PersonId,
  SourceId,
  WorkId,
} from '../../src/domain/ids.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';

/** When everything in a test world was recorded unless it says otherwise. */
export const RECORDED = parseInstant('2024-01-01T00:00:00Z');

const NO_IDS = { wikidata: null, imdb: null, tmdb: null } as const;

/** An adult public figure called `name`, unless `rest` says otherwise. */
export function person(key: string, name: string, rest: Partial<Person> = {}): Person {
  return {
    id: `person/${key}` as PersonId,
    name,
    aliases: [],
    handles: [],
    externalIds: NO_IDS,
    birthDate: parseDate('1980-01-01'),
    birthDateDocument: null,
    privacy: 'PUBLIC_FIGURE',
    ...rest,
  };
}

/** A tabloid, unless `rest` says otherwise. */
export function source(key: string, rest: Partial<Source> = {}): Source {
  return {
    id: `source/${key}` as SourceId,
    name: key,
    kind: 'OUTLET',
    domain: null,
    outletType: 'TABLOID',
    person: null,
    reliability: null,
    ...rest,
  };
}

/** A dated, untitled document of a source. */
export function document(key: string, of: Source, rest: Partial<Document> = {}): Document {
  return {
    id: `document/${key}` as DocumentId,
    url: null,
    title: null,
    source: of.id,
    published: parseDate('2023-06-01'),
    retrievedAt: null,
    contentHash: null,
    derivedFrom: [],
    shingles: null,
    citesHearsay: false,
    names: [],
    ...rest,
  };
}

/** A photo that can be seen. */
export function evidence(key: string, rest: Partial<Evidence> = {}): Evidence {
  return {
    id: `evidence/${key}` as EvidenceId,
    kind: 'PHOTO',
    url: null,
    description: null,
    availability: 'LIVE',
    capturedAt: null,
    document: null,
    ...rest,
  };
}

/** A film of 2020. */
export function work(key: string, title: string, rest: Partial<Work> = {}): Work {
  return {
    id: `work/${key}` as WorkId,
    title,
    aliases: [],
    kind: 'FILM',
    premiered: parseDate('2020-01-01'),
    ended: null,
    network: null,
    episodes: null,
    basedOn: [],
    externalIds: NO_IDS,
    document: null,
    ...rest,
  };
}

/** An acting credit without a character. */
export function credit(of: Person, inWork: Work, rest: Partial<Credit> = {}): Credit {
  return {
    id: `credit/${of.id.slice(7)}.${inWork.id.slice(5)}` as CreditId,
    person: of.id,
    work: inWork.id,
    role: 'ACTOR',
    character: null,
    billing: null,
    document: null,
    confidence: null,
    recordedAt: RECORDED,
    ...rest,
  };
}

/** A reported DATING claim about two people in a document, unless `rest` says otherwise. */
export function claim(
  key: string,
  about: readonly [Person, Person | null],
  inDocument: Document,
  rest: Partial<Claim> = {},
): Claim {
  const kind = rest.kind ?? 'DATING';
  const [subject, object] = storedOrder(kind, about[0].id, about[1]?.id ?? null);
  return {
    id: `claim/${key}` as ClaimId,
    kind,
    subject,
    object,
    stance: 'SUPPORTS',
    modality: 'REPORTED',
    document: inDocument.id,
    attributedTo: [],
    anonymousInsider: false,
    onRecord: null,
    evidence: [],
    locator: null,
    quote: null,
    validFrom: null,
    validTo: null,
    assertedAt: inDocument.published ?? parseDate('2023-06-01'),
    recordedAt: RECORDED,
    recordedBy: 'test',
    retraction: null,
    subjectMention: null,
    objectMention: null,
    ...rest,
  };
}

/** A change that holds these things. */
export function change(parts: Partial<GraphChange>): GraphChange {
  return { ...emptyChange(RECORDED, 'test'), ...parts };
}
