import { firstDayOf, pairKey, pairOf, type Claim, type Outcome } from '../../domain/claim.ts';
import {
  partOf,
  type Character,
  type Credit,
  type Document,
  type Evidence,
  type OnScreenRelationship,
  type Person,
  type Source,
  type Work,
} from '../../domain/entities.ts';
import { familyOf, type Family } from '../../domain/kinds.ts';
import type { StoredPolicy } from '../../domain/stored-policy.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import type { Parameters } from './values.ts';

// The other way round from rows.ts: domain types as the properties of nodes and relationships. A null property
// is one that a `SET n += properties` takes away. Lists of ids and names are lists, lists of objects are JSON.
// Each date is its text; where it is compared, its day stands beside it.

/** Where credits without a billing stand: after all that have one. */
const UNBILLED = 2_147_483_647;

/** The properties of a Person, without what is derived. */
export function person(value: Person): Parameters {
  return {
    id: value.id,
    name: value.name,
    aliases: value.aliases,
    handles: JSON.stringify(value.handles),
    ...value.externalIds,
    birthDate: value.birthDate?.text ?? null,
    birthDateDocument: value.birthDateDocument,
    privacy: value.privacy,
  };
}

/** The properties of a Source. */
export function source(value: Source): Parameters {
  return {
    id: value.id,
    name: value.name,
    kind: value.kind,
    domain: value.domain,
    outletType: value.outletType,
    person: value.person,
    reliability: value.reliability,
  };
}

/** The properties of a Document. */
export function document(value: Document): Parameters {
  return {
    id: value.id,
    url: value.url,
    title: value.title,
    source: value.source,
    published: value.published?.text ?? null,
    publishedDay: value.published?.lastDay ?? null,
    retrievedAt: value.retrievedAt,
    contentHash: value.contentHash,
    derivedFrom: value.derivedFrom,
    shingles: value.shingles === null ? null : words(value.shingles),
    citesHearsay: value.citesHearsay,
    names: value.names,
  };
}

function words(shingles: readonly number[]): Int8Array {
  const view = new DataView(new ArrayBuffer(shingles.length * 4));
  shingles.forEach((shingle, at) => {
    view.setUint32(at * 4, shingle, true);
  });
  return new Int8Array(view.buffer);
}

/** The properties of an Evidence. */
export function evidence(value: Evidence): Parameters {
  return {
    id: value.id,
    kind: value.kind,
    url: value.url,
    description: value.description,
    availability: value.availability,
    capturedAt: value.capturedAt?.text ?? null,
    document: value.document,
  };
}

/** The properties of a Work. */
export function work(value: Work): Parameters {
  return {
    id: value.id,
    title: value.title,
    aliases: value.aliases,
    kind: value.kind,
    premiered: value.premiered?.text ?? null,
    premieredDay: value.premiered?.lastDay ?? null,
    ended: value.ended?.text ?? null,
    network: value.network,
    episodes: value.episodes,
    basedOn: value.basedOn,
    ...value.externalIds,
    document: value.document,
  };
}

/** The properties of a Character. */
export function character(value: Character): Parameters {
  return { id: value.id, name: value.name, aliases: value.aliases, work: value.work };
}

/** The properties of a CREDITED. `part` is what there is one credit of. */
export function credit(value: Credit): Parameters {
  return {
    id: value.id,
    part: partOf(value),
    person: value.person,
    work: value.work,
    role: value.role,
    character: value.character,
    billing: value.billing,
    billingRank: value.billing ?? UNBILLED,
    document: value.document,
    confidence: value.confidence,
    recordedAt: value.recordedAt,
  };
}

/** The properties of an ON_SCREEN. */
export function onScreen(value: OnScreenRelationship): Parameters {
  const [a, b] = value.characters;
  return { id: value.id, kind: value.kind, a, b, work: value.work, document: value.document };
}

/**
 * The properties of a Claim, without those that policy gives it (`showOpen`, `showCautious`, `showStrict`,
 * `hard`, `hardSubject`, `hardObject`) and without `source`, which is that of its document. Indexes serve
 * values in ascending order, so `rank` is what puts the latest said first.
 */
export function claim(value: Claim): Parameters {
  const family = familyOf(value.kind);
  return {
    id: value.id,
    kind: value.kind,
    family,
    subject: value.subject,
    object: value.object,
    pair: value.object === null ? null : pairKey(pairOf(value.subject, value.object)),
    edge: family === null || value.object === null ? null : edgeKey(family, value.subject, value.object),
    singleOf: value.kind === 'SINGLE' ? value.subject : null,
    stance: value.stance,
    modality: value.modality,
    document: value.document,
    attributedTo: JSON.stringify(value.attributedTo),
    anonymousInsider: value.anonymousInsider,
    onRecordPerson: value.onRecord?.person ?? null,
    onRecordAs: value.onRecord?.as ?? null,
    evidence: JSON.stringify(value.evidence),
    locator: value.locator,
    quote: value.quote,
    validFrom: value.validFrom?.text ?? null,
    validTo: value.validTo?.text ?? null,
    assertedAt: value.assertedAt.text,
    recordedAt: value.recordedAt,
    recordedBy: value.recordedBy,
    retractedAt: value.retraction?.at ?? null,
    retractedBy: value.retraction?.by ?? null,
    retractionReason: value.retraction?.reason ?? null,
    retractionNote: value.retraction?.note ?? null,
    subjectMention: value.subjectMention === null ? null : JSON.stringify(value.subjectMention),
    objectMention: value.objectMention === null ? null : JSON.stringify(value.objectMention),
    saidDay: value.assertedAt.firstDay,
    rank: -value.assertedAt.firstDay,
    firstDay: firstDayOf(value),
  };
}

/** What is kept beside a claim, as properties of its node. Hard evidence is found by whom it is about. */
export function policy(claim: Claim, { showOpen, showCautious, showStrict, hard }: StoredPolicy): Parameters {
  return {
    id: claim.id,
    ...{ showOpen, showCautious, showStrict, hard },
    hardSubject: hard ? claim.subject : null,
    hardObject: hard ? claim.object : null,
  };
}

/** What one stored relationship is about, as one text: family, then the two in the order of its claims. */
export function edgeKey(family: Family, a: string, b: string): string {
  return `${family} ${a} ${b}`;
}

/** The properties of an Outcome. */
export function outcome(value: Outcome): Parameters {
  return {
    claim: value.claim,
    held: value.held,
    decidedAt: value.decidedAt?.text ?? null,
    recordedAt: value.recordedAt,
    recordedBy: value.recordedBy,
    note: value.note,
  };
}

/** The properties of a RELATED. */
export function relationship(value: DerivedRelationship): Parameters {
  return {
    edge: edgeKey(value.family, value.a, value.b),
    pair: pairKey(pairOf(value.a, value.b)),
    a: value.a,
    b: value.b,
    family: value.family,
    kind: value.kind,
    status: value.status,
    confidence: value.confidence,
    independentSources: value.independentSources,
    since: value.since?.text ?? null,
    until: value.until?.text ?? null,
    engineVersion: value.engineVersion,
    evaluatedAt: value.evaluatedAt.text,
  };
}
