import fc from 'fast-check';
import type { Claim, PairQuestion } from '../../../src/domain/claim.ts';
import type { Dossier } from '../../../src/domain/dossier.ts';
import type { Document, Evidence, Person, Source } from '../../../src/domain/entities.ts';
import type { DocumentId } from '../../../src/domain/ids.ts';
import type { ClaimKind, Modality, PairKind, Stance } from '../../../src/domain/kinds.ts';
import { dateOfDay, parseDate, type EdtfDate, type EpochDay } from '../../../src/domain/time.ts';
import { claim, document, evidence, person, source } from '../../support/builders.ts';

export const X = person('x', 'X');
export const Y = person('y', 'Y');
export const Z = person('z', 'Z');
export const W = person('w', 'W');

/** The sources that worlds draw from: one or two of every type, the own voices of all three, a register. */
export const SOURCES: Readonly<Record<string, Source>> = Object.fromEntries(
  [
    source('tabloid'),
    source('gazette'),
    source('magazine', { outletType: 'CELEBRITY_MAGAZINE' }),
    source('glossy', { outletType: 'CELEBRITY_MAGAZINE', reliability: 0.88 }),
    source('paper', { outletType: 'NEWS' }),
    source('trade', { outletType: 'TRADE' }),
    source('fans', { kind: 'FANDOM', outletType: null }),
    source('tip', { kind: 'ANONYMOUS', outletType: null }),
    source('own-x', { kind: 'PERSON', outletType: null, person: X.id }),
    source('own-y', { kind: 'SOCIAL_ACCOUNT', outletType: null, person: Y.id }),
    source('own-z', { kind: 'PERSON', outletType: null, person: Z.id }),
    source('register', { kind: 'PUBLIC_RECORD', outletType: null }),
  ].map((one) => [one.id.slice('source/'.length), one]),
);

const EVIDENCE: readonly Evidence[] = [
  evidence('photo'),
  evidence('kiss', { kind: 'INTIMATE_PHOTO' }),
  evidence('talk', { kind: 'INTERVIEW' }),
  evidence('entry', { kind: 'PUBLIC_RECORD' }),
];

/** A claim in short: everything left out is as plain as it can be. */
export interface Said {
  readonly by: string;
  readonly kind?: ClaimKind;
  readonly about?: readonly [Person, Person | null];
  readonly stance?: Stance;
  readonly modality?: Modality;
  readonly on: EpochDay | string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly via?: readonly string[];
  readonly insider?: boolean;
  readonly onRecord?: Person | null;
  readonly shows?: readonly (readonly [number, 'SUPPORTS' | 'NEUTRAL'])[];
  /** Claims of one source with the same value stand in one document. */
  readonly in?: string;
  readonly copies?: DocumentId | null;
  readonly recordedAt?: Claim['recordedAt'];
}

function dateIn(value: EpochDay | string): EdtfDate {
  return typeof value === 'string' ? parseDate(value) : dateOfDay(value);
}

/** The dossier of what was said, claims in the order given. */
export function worldOf(said: readonly Said[], sources: Readonly<Record<string, Source>> = SOURCES): Dossier {
  const documents = new Map<DocumentId, Document>();
  const claims = said.map((one, at): Claim => {
    const date = dateIn(one.on);
    const key = one.in === undefined ? `own-${String(at).padStart(4, '0')}` : `${one.by}-${one.in}`;
    const from = sources[one.by] as Source;
    const derivedFrom = one.copies === undefined || one.copies === null ? [] : [one.copies];
    const known = documents.get(`document/${key}` as DocumentId);
    const inDocument = known ?? document(key, from, { published: date, derivedFrom });
    documents.set(inDocument.id, inDocument);
    return claim(String(at).padStart(4, '0'), one.about ?? [X, Y], inDocument, {
      kind: one.kind ?? 'DATING',
      stance: one.stance ?? 'SUPPORTS',
      modality: one.modality ?? 'REPORTED',
      assertedAt: date,
      validFrom: one.from == null ? null : parseDate(one.from),
      validTo: one.to == null ? null : parseDate(one.to),
      attributedTo: (one.via ?? []).map((name) => ({ source: (sources[name] as Source).id, document: null })),
      anonymousInsider: one.insider ?? false,
      onRecord: one.onRecord == null ? null : { person: one.onRecord.id, as: 'REPRESENTATIVE' },
      evidence: (one.shows ?? []).map(([index, stance]) => ({
        evidence: (EVIDENCE[index] as Evidence).id,
        stance,
      })),
      ...(one.recordedAt === undefined ? {} : { recordedAt: one.recordedAt }),
    });
  });
  return dossierOf(claims, documents, sources);
}

/** A dossier of claims with the sources and evidence that all worlds share. */
export function dossierOf(
  claims: readonly Claim[],
  documents: ReadonlyMap<DocumentId, Document>,
  sources: Readonly<Record<string, Source>> = SOURCES,
): Dossier {
  return {
    claims,
    people: new Map([X, Y, Z, W].map((one) => [one.id, { person: one, knownSince: null }])),
    documents,
    sources: new Map(Object.values(sources).map((one) => [one.id, one])),
    evidence: new Map(EVIDENCE.map((one) => [one.id, one])),
    truncated: false,
  };
}

/** A world to which something more is said, without touching what was there. */
export function saidToo(world: Dossier, more: Said, newSource: Source): Dossier {
  const sources = Object.fromEntries(
    [...world.sources.values(), newSource].map((one) => [one.id.slice(7), one]),
  );
  const added = worldOf([more], sources);
  const [extra] = added.claims as [Claim];
  const home = added.documents.get(extra.document) as Document;
  const moved: Document = { ...home, id: `document/new-${newSource.id.slice(7)}` as DocumentId };
  return dossierOf(
    [
      ...world.claims,
      { ...extra, id: `claim/new-${newSource.id.slice(7)}` as Claim['id'], document: moved.id },
    ],
    new Map([...world.documents, [moved.id, moved]]),
    sources,
  );
}

/** The day that most questions are asked on. */
export const TODAY = parseDate('2024-06-01');

/** A question about X and Y, today unless said otherwise. */
export function asked(kind: PairKind = 'DATING', asOf: EdtfDate = TODAY): PairQuestion {
  return { a: X.id, b: Y.id, kind, asOf, knownAt: null };
}

const OUTLETS = ['tabloid', 'gazette', 'magazine', 'glossy', 'paper', 'trade', 'fans', 'tip'] as const;

const day = fc.integer({ min: TODAY.lastDay - 2500, max: TODAY.lastDay + 60 });
const kind = fc.constantFrom<ClaimKind>(
  ...([
    'DATING',
    'DATING',
    'DATING',
    'ENGAGED',
    'MARRIED',
    'SPLIT',
    'DIVORCED',
    'SINGLE',
    'FRIENDS',
  ] as const),
);
const stance = fc.constantFrom<Stance>(
  'SUPPORTS',
  'SUPPORTS',
  'SUPPORTS',
  'SUPPORTS',
  'DENIES',
  'ENDS',
  'CONTEXT',
);
const modality = fc.constantFrom<Modality>('CONFIRMED', 'REPORTED', 'RUMORED', 'SPECULATED');
const shows = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: EVIDENCE.length - 1 }),
    fc.constantFrom('SUPPORTS' as const, 'NEUTRAL' as const),
  ),
  { maxLength: 2 },
);

function yearOf(of: EpochDay): string {
  return dateOfDay(of).text.slice(0, 4);
}

/** A claim of an outlet, with whom it has it from. */
export const outletSays: fc.Arbitrary<Said> = fc
  .record({
    by: fc.constantFrom(...OUTLETS),
    kind,
    stance,
    modality,
    on: day,
    via: fc.oneof(
      { weight: 3, arbitrary: fc.constant([] as string[]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.constantFrom(...OUTLETS, 'own-x'), { minLength: 1, maxLength: 3 }),
      },
    ),
    insider: fc.boolean(),
    shows: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: shows }),
    onRecord: fc.option(fc.constantFrom(X, Y), { freq: 8, nil: null }),
    span: fc.option(fc.tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 900 })), {
      freq: 6,
    }),
    of: fc.constantFrom(X, Y),
  })
  .map(({ span, of, ...said }) => normal({ ...said, ...spanOf(said.on, span) }, of));

function spanOf(on: EpochDay, span: readonly [number, number] | null): Pick<Said, 'from' | 'to'> {
  if (span === null) return {};
  return { from: yearOf(on - span[0]), to: yearOf(on - span[0] + span[1]) };
}

/** What somebody concerned, or a register, says. */
export const partySays: fc.Arbitrary<Said> = fc
  .record({
    by: fc.constantFrom('own-x', 'own-y', 'register'),
    kind,
    stance,
    modality: fc.constantFrom<Modality>('CONFIRMED', 'REPORTED', 'RUMORED'),
    on: day,
    of: fc.constantFrom(X, Y),
  })
  .map(({ of, ...said }) => normal(said, of));

/** What is said about X and somebody else. */
const elsewhereSaid: fc.Arbitrary<Said> = fc
  .record({
    by: fc.constantFrom('own-x', 'own-z', 'tabloid'),
    kind: fc.constantFrom<ClaimKind>('DATING', 'MARRIED', 'SPLIT'),
    on: day,
  })
  .map((said) => ({ ...said, about: [X, Z] as const }));

function normal(said: Said, of: Person): Said {
  if (said.kind !== 'SINGLE') return said;
  const { onRecord, ...rest } = said;
  const kept = onRecord == null ? {} : { onRecord: of };
  return {
    ...rest,
    ...kept,
    about: [of, null],
    stance: said.stance === 'ENDS' ? 'SUPPORTS' : (said.stance ?? 'SUPPORTS'),
  };
}

/** What is said in a random world, in documents of their own. */
export const sayings: fc.Arbitrary<readonly Said[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: outletSays },
    { weight: 2, arbitrary: partySays },
    { weight: 1, arbitrary: elsewhereSaid },
  ),
  { maxLength: 14 },
);

/** The same, where some claims share a document. */
export const sharedSayings: fc.Arbitrary<readonly Said[]> = sayings.chain((said) =>
  fc
    .array(fc.option(fc.constantFrom('m', 'n'), { freq: 2, nil: null }), {
      minLength: said.length,
      maxLength: said.length,
    })
    .map((homes) => said.map((one, at) => (homes[at] == null ? one : { ...one, in: homes[at] }))),
);
