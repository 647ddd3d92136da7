import { z } from 'zod';
import type { LineType } from '../../application/record-lines.ts';
import {
  CREDIT_ROLES,
  EVIDENCE_KINDS,
  AVAILABILITIES,
  ON_SCREEN_KINDS,
  OUTLET_TYPES,
  PLATFORMS,
  PRIVACIES,
  SOURCE_KINDS,
  WORK_KINDS,
} from '../../domain/entities.ts';
import { EVIDENCE_STANCES, RETRACTION_REASONS } from '../../domain/claim.ts';
import { parseId, type NodeType } from '../../domain/ids.ts';
import { CLAIM_KINDS, MODALITIES, STANCES } from '../../domain/kinds.ts';
import { checkName } from '../../domain/names.ts';
import { parseDate, parseInstant } from '../../domain/time.ts';
import { isPlainText } from '../../domain/plain-text.ts';
import { count, probability, webAddress } from '../seed/fields.ts';

// The same fields as the domain's types have, no more and no fewer. Dates are texts.

const MAX_TEXT = 2_000;
const id = (type: NodeType) =>
  z.string().refine((text) => parseId(type, text) !== null, { error: `an id of ${type}` });
const date = z.string().transform(parseDate);
const instant = z.string().transform(parseInstant);
const text = z.string().max(MAX_TEXT).refine(isPlainText, { error: 'plain text' });
const name = z.string().transform((value) => checkName(value, 'name'));
const names = z.array(name).max(1_000);
const externalIds = z.strictObject({
  wikidata: z
    .string()
    .regex(/^Q\d{1,12}$/)
    .nullable(),
  imdb: z
    .string()
    .regex(/^(?:nm|tt)\d{1,12}$/)
    .nullable(),
  tmdb: z
    .string()
    .regex(/^\d{1,12}$/)
    .nullable(),
});
const mention = z.strictObject({
  text,
  resolvedTo: id('person'),
  resolvedBy: z.enum(['ID', 'NAME', 'HANDLE', 'CURATOR']),
});
const retraction = z.strictObject({
  by: text,
  at: instant,
  reason: z.enum(RETRACTION_REASONS),
  note: text.nullable(),
});

/** The records of each type of line. */
export const RECORD = {
  people: z.strictObject({
    id: id('person'),
    name,
    aliases: names,
    handles: z.array(z.strictObject({ platform: z.enum(PLATFORMS), name: text })).max(100),
    externalIds,
    birthDate: date.nullable(),
    birthDateDocument: id('document').nullable(),
    privacy: z.enum(PRIVACIES),
  }),
  sources: z.strictObject({
    id: id('source'),
    name: text,
    kind: z.enum(SOURCE_KINDS),
    domain: text.nullable(),
    outletType: z.enum(OUTLET_TYPES).nullable(),
    person: id('person').nullable(),
    reliability: z.number().nullable(),
  }),
  documents: z.strictObject({
    id: id('document'),
    url: webAddress.nullable(),
    title: text.nullable(),
    source: id('source'),
    published: date.nullable(),
    retrievedAt: instant.nullable(),
    contentHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    derivedFrom: z.array(id('document')).max(1_000),
    shingles: z.array(z.int().min(0).max(4_294_967_295)).max(100_000).nullable(),
    citesHearsay: z.boolean(),
    names: z.array(id('person')).max(10_000),
  }),
  evidence: z.strictObject({
    id: id('evidence'),
    kind: z.enum(EVIDENCE_KINDS),
    url: webAddress.nullable(),
    description: text.nullable(),
    availability: z.enum(AVAILABILITIES),
    capturedAt: date.nullable(),
    document: id('document').nullable(),
  }),
  works: z.strictObject({
    id: id('work'),
    title: name,
    aliases: names,
    kind: z.enum(WORK_KINDS),
    premiered: date.nullable(),
    ended: date.nullable(),
    network: text.nullable(),
    episodes: count.nullable(),
    basedOn: z.array(id('work')).max(1_000),
    externalIds,
    document: id('document').nullable(),
  }),
  characters: z.strictObject({ id: id('character'), name, aliases: names, work: id('work') }),
  credits: z.strictObject({
    id: id('credit'),
    person: id('person'),
    work: id('work'),
    role: z.enum(CREDIT_ROLES),
    character: id('character').nullable(),
    billing: count.nullable(),
    document: id('document').nullable(),
    confidence: probability.nullable(),
    recordedAt: instant,
  }),
  onScreen: z.strictObject({
    id: id('on-screen'),
    kind: z.enum(ON_SCREEN_KINDS),
    characters: z.tuple([id('character'), id('character')]),
    work: id('work'),
    document: id('document').nullable(),
  }),
  claims: z.strictObject({
    id: id('claim'),
    kind: z.enum(CLAIM_KINDS),
    subject: id('person'),
    object: id('person').nullable(),
    stance: z.enum(STANCES),
    modality: z.enum(MODALITIES),
    document: id('document'),
    attributedTo: z.array(z.strictObject({ source: id('source'), document: id('document').nullable() })),
    anonymousInsider: z.boolean(),
    onRecord: z.strictObject({ person: id('person'), as: z.enum(['SELF', 'REPRESENTATIVE']) }).nullable(),
    evidence: z.array(z.strictObject({ evidence: id('evidence'), stance: z.enum(EVIDENCE_STANCES) })),
    locator: z.string().nullable(),
    quote: z.string().nullable(),
    validFrom: date.nullable(),
    validTo: date.nullable(),
    assertedAt: date,
    recordedAt: instant,
    recordedBy: text,
    retraction: retraction.nullable(),
    subjectMention: mention.nullable(),
    objectMention: mention.nullable(),
  }),
  outcomes: z.strictObject({
    claim: id('claim'),
    held: z.boolean(),
    decidedAt: date.nullable(),
    recordedAt: instant,
    recordedBy: text,
    note: text.nullable(),
  }),
} as const satisfies Record<LineType, z.ZodType>;
