import { z } from 'zod';
import { EVIDENCE_STANCES, MAX_QUOTE_LENGTH } from '../../domain/claim.ts';
import {
  AVAILABILITIES,
  CREDIT_ROLES,
  EVIDENCE_KINDS,
  ON_SCREEN_KINDS,
  OUTLET_TYPES,
  PLATFORMS,
  PRIVACIES,
  SOURCE_KINDS,
  WORK_KINDS,
  type Platform,
} from '../../domain/entities.ts';
import { CLAIM_KINDS, MODALITIES, STANCES } from '../../domain/kinds.ts';
import {
  count,
  date,
  instant,
  listOf,
  mapping,
  name,
  oneOf,
  optional,
  probability,
  reference,
  text,
  webAddress,
} from './fields.ts';

const MAX_TITLE = 500;
const names = listOf(name('name'), 'names');
const person = reference('a person');
const document = reference('a document');
const externalId = (wanted: string, pattern: RegExp) =>
  z.string({ error: wanted }).regex(pattern, { error: wanted });
const tmdbId = z.union([externalId('a TMDB id', /^\d{1,9}$/), count], { error: 'a TMDB id' });
const accountName = externalId('an account name, with or without its @', /^@?[\p{L}\p{N}._-]{1,60}$/u);
const account = z.union([accountName, listOf(accountName, 'account names')], {
  error: 'an account name or a list of them',
});
type Accounts = Record<Lowercase<Platform>, z.ZodOptional<typeof account>>;
const accounts = Object.fromEntries(
  PLATFORMS.map((platform) => [platform.toLowerCase(), account.optional()]),
) as Accounts;

const personShape = {
  name: name('name').describe('The name as it is usually printed.'),
  aliases: optional(names, 'Other names that people use.'),
  handles: optional(mapping('accounts by platform', accounts), 'Own accounts: platform and account name.'),
  wikidata: optional(externalId('a Wikidata id such as Q42', /^Q[1-9]\d{0,11}$/), 'Wikidata id: Q….'),
  imdb: optional(externalId('an IMDb id such as nm0000123', /^nm\d{7,9}$/), 'IMDb id: nm….'),
  tmdb: optional(tmdbId, 'TMDB id: a number.'),
  birthDate: optional(date, 'EDTF; without it romances of this person are withheld by default.'),
  birthDateDocument: optional(document, 'The document that states the birth date.'),
  privacy: optional(oneOf(PRIVACIES), 'PUBLIC_FIGURE unless stated.'),
};

const character = z.union(
  [
    name('name'),
    mapping('a character', { name: name('name'), aliases: optional(names, 'Other names of the character.') }),
  ],
  { error: 'a name, or name and aliases' },
);
const onScreen = mapping('an on-screen relation', {
  kind: oneOf(ON_SCREEN_KINDS).describe('What the two characters are to each other, in the fiction.'),
  between: z
    .array(reference('a character'), { error: 'two characters of this work' })
    .length(2, { error: 'two characters of this work' })
    .describe('Two characters; of PARENT_OF the parent first.'),
  document: optional(document, 'The document that states it.'),
});

const workShape = {
  title: text('a title', MAX_TITLE),
  aliases: optional(names, 'Other titles.'),
  kind: oneOf(WORK_KINDS),
  premiered: optional(date, 'When it was first shown or published (EDTF).'),
  ended: optional(date, 'When it ended (EDTF).'),
  network: optional(text('a network', 200), 'Who shows it.'),
  episodes: optional(count, 'How many episodes it has.'),
  basedOn: optional(listOf(reference('a work'), 'works'), 'Works that it is adapted from.'),
  wikidata: optional(externalId('a Wikidata id such as Q42', /^Q[1-9]\d{0,11}$/), 'Wikidata id: Q….'),
  imdb: optional(externalId('an IMDb id such as tt0000123', /^tt\d{7,9}$/), 'IMDb id: tt….'),
  tmdb: optional(tmdbId, 'TMDB id: a number.'),
  document: optional(document, 'The document that states all this.'),
  characters: optional(z.record(z.string(), character, { error: 'characters by key' }), 'Characters by key.'),
  onScreen: optional(listOf(onScreen, 'on-screen relations'), 'What characters are to each other: fiction.'),
};

/** The fields of a source. */
export const sourceShape = {
  name: name('name').describe('Whoever can be cited: an outlet, an account, "fans".'),
  kind: oneOf(SOURCE_KINDS),
  domain: optional(
    externalId('a domain such as example.org', /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/),
    'The domain of a website.',
  ),
  outletType: optional(oneOf(OUTLET_TYPES), 'What sort of OUTLET it is; its prior reliability follows.'),
  person: optional(person, 'Whose own voice it is: of a PERSON or SOCIAL_ACCOUNT.'),
  reliability: optional(probability, 'Probability that a story from here holds, when its record is known.'),
};

/** The fields of a document. */
export const documentShape = {
  source: reference('a source').describe('Who published it.'),
  url: optional(webAddress, 'Null when it is not known; never an invented one.'),
  title: optional(text('a title', MAX_TITLE), 'Its headline.'),
  published: optional(date, 'EDTF.'),
  retrievedAt: optional(instant, 'When it was read.'),
  derivedFrom: optional(
    listOf(document, 'documents'),
    'Documents that it says, or is known, to be taken from.',
  ),
  citesHearsay: optional(z.boolean({ error: 'true or false' }), 'True when it cites Hearsay.'),
  names: optional(
    listOf(person, 'people'),
    'People named in it: a dated one shows that they were alive then.',
  ),
  text: optional(
    z.string({ error: 'text' }),
    'The full text. It is not kept: only its hash and a fingerprint that shows copies.',
  ),
};

/** The fields of a piece of evidence. */
export const evidenceShape = {
  kind: oneOf(EVIDENCE_KINDS),
  url: optional(webAddress, 'Null when it is not known.'),
  description: optional(text('a description', 500), 'What it shows, in your words.'),
  availability: optional(oneOf(AVAILABILITIES), 'UNKNOWN unless stated.'),
  capturedAt: optional(date, 'When it was taken (EDTF).'),
  document: optional(document, 'The post or article that it stands in.'),
};

const creditShape = {
  person,
  work: reference('a work'),
  role: oneOf(CREDIT_ROLES),
  character: optional(reference('a character'), 'A key of the work’s characters.'),
  billing: optional(count, 'Billing order, 1 first.'),
  document: optional(document, 'The document that states it.'),
  confidence: optional(probability, 'Probability that it is right; else the reliability of the source.'),
};

const named = z.union(
  [
    reference('a person'),
    mapping('a person', {
      person: reference('a person'),
      as: text('the name as written in the document', 200).describe('The name as written in the document.'),
    }),
  ],
  { error: 'a person: an id, a key, a name or a quoted "@handle"' },
);
const attribution = z.union(
  [
    reference('a source'),
    mapping('an attribution', {
      source: reference('a source'),
      document: optional(document, 'The document cited, when known.'),
    }),
  ],
  { error: 'a source, or source and document' },
);
const onRecord = z.union(
  [
    person,
    mapping('somebody on the record', {
      person,
      as: optional(oneOf(['SELF', 'REPRESENTATIVE']), 'SELF unless stated.'),
    }),
  ],
  { error: 'a person, or person and as' },
);
const citedEvidence = z.union(
  [
    reference('a piece of evidence'),
    mapping('cited evidence', {
      evidence: reference('a piece of evidence'),
      stance: optional(oneOf(EVIDENCE_STANCES), 'NEUTRAL: cited with the remark that it shows nothing.'),
    }),
  ],
  { error: 'evidence, or evidence and stance' },
);

/** The fields of a claim. */
export const claimShape = {
  id: optional(reference('an id'), 'An id of your own; without it the id follows from the content.'),
  kind: oneOf(CLAIM_KINDS),
  people: z
    .array(named, { error: 'a list of one or two people' })
    .min(1, { error: 'one or two people' })
    .max(2, { error: 'one or two people' })
    .describe('Two people (of PARENT_OF the parent first), one for SINGLE.'),
  stance: optional(oneOf(STANCES), 'SUPPORTS unless stated.'),
  modality: oneOf(MODALITIES).describe('How strongly the document itself puts it.'),
  document: document.describe('Where it is said.'),
  attributedTo: optional(listOf(attribution, 'sources'), 'Whom the document has it from, nearest first.'),
  insider: optional(z.boolean({ error: 'true or false' }), 'True when it leans on an unnamed insider.'),
  onRecord: optional(onRecord, 'Which of the two is quoted, themselves or through a representative.'),
  evidence: optional(listOf(citedEvidence, 'evidence'), 'What the document points at.'),
  locator: optional(reference('a place'), 'Where in the document: p3, p3:120-180.'),
  quote: optional(text('a quote', MAX_QUOTE_LENGTH), 'At most a short phrase.'),
  validFrom: optional(date, 'Since when it is said to hold (EDTF).'),
  validTo: optional(date, 'Until when (EDTF). An ending without it ended at an unknown date.'),
  assertedAt: optional(date, 'When it was said; the document’s date unless stated.'),
};

/** How one record of each section is written. */
export const SECTIONS = {
  people: mapping('a person', personShape),
  works: mapping('a work', workShape),
  sources: mapping('a source', sourceShape),
  documents: mapping('a document', documentShape),
  evidence: mapping('a piece of evidence', evidenceShape),
  credits: mapping('a credit', creditShape),
  claims: mapping('a claim', claimShape),
};

/** A section of a seed. */
export type Section = keyof typeof SECTIONS;
/** One record of a section as it is written. */
export type Written<S extends Section> = z.infer<(typeof SECTIONS)[S]>;

/** Sections whose records have keys; the others are lists. */
export const KEYED_SECTIONS = [
  'people',
  'works',
  'sources',
  'documents',
  'evidence',
] as const satisfies readonly Section[];
export const LISTED_SECTIONS = ['credits', 'claims'] as const satisfies readonly Section[];

const keyed = <T extends z.ZodType>(section: T, wanted: string) =>
  optional(z.record(z.string(), section, { error: `${wanted} by key` }), `${wanted} by key.`);

/** A whole seed file, as editors check it. */
const seedSchema = z
  .strictObject({
    version: z.literal(1, { error: '1' }).optional().describe('The version of this format.'),
    people: keyed(SECTIONS.people, 'People'),
    works: keyed(SECTIONS.works, 'Works'),
    sources: keyed(SECTIONS.sources, 'Sources'),
    documents: keyed(SECTIONS.documents, 'Documents'),
    evidence: keyed(SECTIONS.evidence, 'Evidence'),
    credits: optional(listOf(SECTIONS.credits, 'credits'), 'Who had which part in which work.'),
    claims: optional(listOf(SECTIONS.claims, 'claims'), 'Who says what about whom, and where.'),
  })
  .describe('A seed of Hearsay: docs/seed-format.md describes it.');

/** The JSON Schema that editors check seeds with. */
export function seedJsonSchema(): string {
  const schema = z.toJSONSchema(seedSchema, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
