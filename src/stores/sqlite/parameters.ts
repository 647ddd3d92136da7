import { firstDayOf, pairOf, type Claim, type Outcome } from '../../domain/claim.ts';
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
import { familyOf } from '../../domain/kinds.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import type { Parameters } from './connection.ts';

// The other way round from rows.ts: domain types as the parameters of a write. Column names are parameter names.

/** Where credits without a billing stand: after all that have one. */
const UNBILLED = 2_147_483_647;

/** A person's row, without what is derived. */
export function person(value: Person): Parameters {
  return {
    id: value.id,
    name: value.name,
    aliases: JSON.stringify(value.aliases),
    handles: JSON.stringify(value.handles),
    ...value.externalIds,
    birth_date: value.birthDate?.text ?? null,
    birth_date_document: value.birthDateDocument,
    privacy: value.privacy,
  };
}

/** A source's row. */
export function source(value: Source): Parameters {
  return {
    id: value.id,
    name: value.name,
    kind: value.kind,
    domain: value.domain,
    outlet_type: value.outletType,
    person: value.person,
    reliability: value.reliability,
  };
}

/** A document's row. */
export function document(value: Document): Parameters {
  return {
    id: value.id,
    url: value.url,
    title: value.title,
    source: value.source,
    published: value.published?.text ?? null,
    published_day: value.published?.lastDay ?? null,
    retrieved_at: value.retrievedAt,
    content_hash: value.contentHash,
    derived_from: JSON.stringify(value.derivedFrom),
    shingles: value.shingles === null ? null : words(value.shingles),
    cites_hearsay: value.citesHearsay ? 1 : 0,
    names: JSON.stringify(value.names),
  };
}

function words(shingles: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(shingles.length * 4);
  shingles.forEach((shingle, at) => bytes.writeUInt32LE(shingle >>> 0, at * 4));
  return bytes;
}

/** A piece of evidence's row. */
export function evidence(value: Evidence): Parameters {
  return {
    id: value.id,
    kind: value.kind,
    url: value.url,
    description: value.description,
    availability: value.availability,
    captured_at: value.capturedAt?.text ?? null,
    document: value.document,
  };
}

/** A work's row. */
export function work(value: Work): Parameters {
  return {
    id: value.id,
    title: value.title,
    aliases: JSON.stringify(value.aliases),
    kind: value.kind,
    premiered: value.premiered?.text ?? null,
    premiered_day: value.premiered?.lastDay ?? null,
    ended: value.ended?.text ?? null,
    network: value.network,
    episodes: value.episodes,
    based_on: JSON.stringify(value.basedOn),
    ...value.externalIds,
    document: value.document,
  };
}

/** A character's row. */
export function character(value: Character): Parameters {
  return { id: value.id, name: value.name, aliases: JSON.stringify(value.aliases), work: value.work };
}

/** A credit's row. */
export function credit(value: Credit): Parameters {
  return {
    id: value.id,
    person: value.person,
    work: value.work,
    role: value.role,
    character: value.character,
    billing: value.billing,
    billing_rank: value.billing ?? UNBILLED,
    document: value.document,
    confidence: value.confidence,
    recorded_at: value.recordedAt,
  };
}

/** An on-screen relationship's row. */
export function onScreen(value: OnScreenRelationship): Parameters {
  const [a, b] = value.characters;
  return { id: value.id, kind: value.kind, a, b, work: value.work, document: value.document };
}

/** A claim's row, without its policy columns. */
export function claim(value: Claim): Parameters {
  const pair = value.object === null ? null : pairOf(value.subject, value.object);
  return {
    id: value.id,
    kind: value.kind,
    family: familyOf(value.kind),
    subject: value.subject,
    object: value.object,
    pair_a: pair?.a ?? null,
    pair_b: pair?.b ?? null,
    stance: value.stance,
    modality: value.modality,
    document: value.document,
    attributed_to: JSON.stringify(value.attributedTo),
    anonymous_insider: value.anonymousInsider ? 1 : 0,
    on_record_person: value.onRecord?.person ?? null,
    on_record_as: value.onRecord?.as ?? null,
    evidence: JSON.stringify(value.evidence),
    locator: value.locator,
    quote: value.quote,
    valid_from: value.validFrom?.text ?? null,
    valid_to: value.validTo?.text ?? null,
    asserted_at: value.assertedAt.text,
    recorded_at: value.recordedAt,
    recorded_by: value.recordedBy,
    ...retraction(value),
    subject_mention: value.subjectMention === null ? null : JSON.stringify(value.subjectMention),
    object_mention: value.objectMention === null ? null : JSON.stringify(value.objectMention),
    said_day: value.assertedAt.firstDay,
    first_day: firstDayOf(value),
  };
}

/** The columns of a claim's row that taking it back sets. */
export function retraction({ id, retraction: taken }: Claim): Parameters {
  return {
    id,
    retracted_at: taken?.at ?? null,
    retracted_by: taken?.by ?? null,
    retraction_reason: taken?.reason ?? null,
    retraction_note: taken?.note ?? null,
  };
}

/** An outcome's row. */
export function outcome(value: Outcome): Parameters {
  return {
    claim: value.claim,
    held: value.held ? 1 : 0,
    decided_at: value.decidedAt?.text ?? null,
    recorded_at: value.recordedAt,
    recorded_by: value.recordedBy,
    note: value.note,
  };
}

/** A stored edge's row. */
export function relationship(value: DerivedRelationship): Parameters {
  return {
    a: value.a,
    b: value.b,
    family: value.family,
    kind: value.kind,
    status: value.status,
    confidence: value.confidence,
    independent_sources: value.independentSources,
    since: value.since?.text ?? null,
    until: value.until?.text ?? null,
    engine_version: value.engineVersion,
    evaluated_at: value.evaluatedAt.text,
  };
}
