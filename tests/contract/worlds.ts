import fc from 'fast-check';
import type { GraphChange } from '../../src/domain/change.ts';
import type { Claim, Retraction } from '../../src/domain/claim.ts';
import type { Document, Evidence, EvidenceKind, Person, Source, Work } from '../../src/domain/entities.ts';
import type { DocumentId } from '../../src/domain/ids.ts';
import { CLAIM_KINDS } from '../../src/domain/kinds.ts';
import { parseDate, parseInstant, type Instant } from '../../src/domain/time.ts';
import { change, claim, credit, document, evidence, person, source, work } from '../support/builders.ts';

/** A generated graph: what is true of it in the end, and the changes that lead there. */
export interface World {
  readonly people: readonly Person[];
  readonly sources: readonly Source[];
  readonly documents: readonly Document[];
  readonly evidence: readonly Evidence[];
  readonly works: readonly Work[];
  /** Person and work and document of each credit, by place. */
  readonly credits: readonly ReturnType<typeof credit>[];
  readonly claims: readonly Claim[];
  readonly changes: readonly GraphChange[];
}

const BIRTHS = [null, '1980-02-29', '2008', '1999-06', '2006-05~'] as const;
const DAYS = [null, '1984', '2005-10', '2019-03-01', '2023-06-15', '2024'] as const;
const ASSERTED = ['2012-04', '2019-03-02', '2023-06-15', '2024-02-29', '2024'] as const;
const KNOWN = ['2023-01-01T00:00:00Z', '2024-01-01T00:00:00Z', '2024-06-01T00:00:00Z'] as const;
const EVIDENCE: readonly EvidenceKind[] = ['PHOTO', 'INTIMATE_PHOTO', 'PUBLIC_RECORD', 'INTERVIEW'];

const place = (length: number): fc.Arbitrary<number> => fc.nat({ max: length - 1 });
const late = fc.boolean();

const claimSpec = fc.record({
  kind: fc.constantFrom(...CLAIM_KINDS),
  a: place(4),
  b: place(3),
  stance: fc.constantFrom('SUPPORTS', 'SUPPORTS', 'DENIES', 'CONTEXT'),
  modality: fc.constantFrom('CONFIRMED', 'REPORTED', 'RUMORED'),
  document: place(4),
  attributedTo: fc.array(fc.record({ source: place(4), document: fc.option(place(4)) }), { maxLength: 2 }),
  onRecord: fc.option(fc.constantFrom('SELF', 'REPRESENTATIVE'), { freq: 4 }),
  evidence: fc.uniqueArray(place(3), { maxLength: 2 }),
  validFrom: fc.option(fc.constantFrom('2004', '2018-12', '2023-06-14', '2030'), { freq: 2 }),
  validTo: fc.option(fc.constantFrom('2023-12', '2024-01-05'), { freq: 4 }),
  assertedAt: fc.constantFrom(...ASSERTED),
  recordedAt: fc.constantFrom(...KNOWN),
  retraction: fc.option(
    fc.record({
      at: fc.constantFrom('2024-03-01T00:00:00Z', '2024-07-01T00:00:00Z'),
      reason: fc.constantFrom('SUPERSEDED', 'CURATOR_REJECTED', 'TAKEN_DOWN'),
    }),
    { freq: 5 },
  ),
});
type ClaimSpec = typeof claimSpec extends fc.Arbitrary<infer S> ? S : never;

const spec = fc.record({
  births: fc.array(fc.record({ date: fc.constantFrom(...BIRTHS), late }), { minLength: 4, maxLength: 4 }),
  isPrivate: fc.option(place(4), { freq: 3 }),
  voices: fc.array(fc.record({ person: fc.option(place(4)), late }), { minLength: 4, maxLength: 4 }),
  documents: fc.array(
    fc.record({
      source: place(4),
      published: fc.constantFrom(...DAYS),
      derivedFrom: fc.uniqueArray(place(4), { maxLength: 2 }),
      names: fc.uniqueArray(place(4), { maxLength: 1 }),
      late,
    }),
    { minLength: 4, maxLength: 4 },
  ),
  evidence: fc.array(fc.record({ kind: fc.constantFrom(...EVIDENCE), document: fc.option(place(4)), late }), {
    minLength: 3,
    maxLength: 3,
  }),
  works: fc.array(
    fc.record({ premiered: fc.constantFrom(...DAYS), kind: fc.constantFrom('FILM', 'SERIES'), late }),
    { minLength: 2, maxLength: 2 },
  ),
  credits: fc.array(
    fc.record({
      person: place(4),
      work: place(2),
      document: fc.option(place(4)),
      confidence: fc.constantFrom(null, 0.95, 0.5),
    }),
    { maxLength: 3 },
  ),
  claims: fc.array(claimSpec, { maxLength: 7 }),
  oneByOne: fc.boolean(),
});
type Spec = typeof spec extends fc.Arbitrary<infer S> ? S : never;

let worlds = 0;

/** Worlds of four people; no two share an id, so that one store can hold many. */
export const world: fc.Arbitrary<World> = spec.map((given) => build(`w${(worlds += 1)}`, given));

/** A world, and one more claim about its people that rests on a document and a photo of its own. */
export const worldAndClaim: fc.Arbitrary<{
  world: World;
  extra: GraphChange & { claims: readonly [Claim] };
}> = fc.tuple(spec, claimSpec).map(([given, more]) => {
  const key = `w${(worlds += 1)}`;
  const base = build(key, given);
  const article = document(`${key}.extra`, at(base.sources, more.document), {
    title: 'Told by one claim only',
  });
  const photo = evidence(`${key}.extra`, { description: 'Cited by one claim only', document: article.id });
  const built = { ...claimOf(`${key}.extra`, more, base), document: article.id, retraction: null };
  const cited = { ...built, evidence: [{ evidence: photo.id, stance: 'SUPPORTS' as const }] };
  return {
    world: base,
    extra: { ...change({ documents: [article], evidence: [photo] }), claims: [cited] as const },
  };
});

function build(key: string, given: Spec): World {
  const people = given.births.map(({ date }, i) =>
    person(`${key}.p${i}`, `Person ${i} of ${key}`, {
      birthDate: dateOrNull(date),
      privacy: given.isPrivate === i ? 'PRIVATE' : 'PUBLIC_FIGURE',
    }),
  );
  const sources = given.voices.map(({ person: voice }, i) =>
    source(`${key}.s${i}`, {
      kind: i === 3 ? 'PUBLIC_RECORD' : 'OUTLET',
      person: voice === null ? null : at(people, voice).id,
      reliability: 0.4,
    }),
  );
  const documents = given.documents.map((one, i) =>
    document(`${key}.d${i}`, at(sources, one.source), {
      published: dateOrNull(one.published),
      // A document may even be derived from itself by way of others.
      derivedFrom: one.derivedFrom
        .filter((origin) => origin !== i)
        .map((o) => `document/${key}.d${o}` as DocumentId),
      names: one.names.map((name) => at(people, name).id),
    }),
  );
  const items = given.evidence.map((one, i) =>
    evidence(`${key}.e${i}`, {
      kind: one.kind,
      document: one.document === null ? null : at(documents, one.document).id,
    }),
  );
  const works = given.works.map(({ premiered, kind }, i) =>
    work(`${key}.w${i}`, `Work ${i} of ${key}`, { kind, premiered: dateOrNull(premiered) }),
  );
  const credits = given.credits.map((one) =>
    credit(at(people, one.person), at(works, one.work), {
      confidence: one.confidence,
      document: one.document === null ? null : at(documents, one.document).id,
    }),
  );
  const distinct = [...new Map(credits.map((one) => [one.id, one])).values()];
  const nodes = { people, sources, documents, evidence: items, works, credits: distinct };
  const claims = given.claims.map((one, i) => claimOf(`${key}.c${i}`, one, nodes));
  return { ...nodes, claims, changes: changesOf(given, { ...nodes, claims }) };
}

/** First what is known at once, then the claims, then what was missing, then what is taken back. */
function changesOf(given: Spec, all: Omit<World, 'changes'>): readonly GraphChange[] {
  const lateOnly = <T>(items: readonly T[], flags: readonly { readonly late: boolean }[]): readonly T[] =>
    items.filter((_, i) => flags[i]?.late);
  const without = <T>(
    items: readonly T[],
    flags: readonly { readonly late: boolean }[],
    part: Partial<T>,
  ): readonly T[] => items.map((item, i) => (flags[i]?.late ? { ...item, ...part } : item));
  const first = change({
    ...all,
    people: without(all.people, given.births, { birthDate: null }),
    sources: without(all.sources, given.voices, { person: null, reliability: null }),
    documents: without(all.documents, given.documents, { published: null, derivedFrom: [], names: [] }),
    evidence: without(all.evidence, given.evidence, { document: null }),
    works: without(all.works, given.works, { premiered: null }),
    claims: [],
  });
  const claims = all.claims.map((one) => ({ ...one, retraction: null }));
  const said = given.oneByOne ? claims.map((one) => change({ claims: [one] })) : [change({ claims })];
  const filled = change({
    people: lateOnly(all.people, given.births),
    sources: lateOnly(all.sources, given.voices),
    documents: lateOnly(all.documents, given.documents),
    evidence: lateOnly(all.evidence, given.evidence),
    works: lateOnly(all.works, given.works),
  });
  const retractions = all.claims.flatMap(({ id, retraction }) =>
    retraction ? [{ claim: id, retraction }] : [],
  );
  return [first, ...said, filled, change({ retractions })];
}

function claimOf(
  key: string,
  given: ClaimSpec,
  all: Pick<World, 'people' | 'sources' | 'documents' | 'evidence'>,
): Claim {
  const subject = at(all.people, given.a);
  const object = at(
    all.people.filter((one) => one !== subject),
    given.b,
  );
  return claim(key, [subject, given.kind === 'SINGLE' ? null : object], at(all.documents, given.document), {
    kind: given.kind,
    stance: given.stance,
    modality: given.modality,
    attributedTo: given.attributedTo.map((step) => ({
      source: at(all.sources, step.source).id,
      document: step.document === null ? null : at(all.documents, step.document).id,
    })),
    onRecord: given.onRecord === null ? null : { person: subject.id, as: given.onRecord },
    evidence: given.evidence.map((item) => ({ evidence: at(all.evidence, item).id, stance: 'SUPPORTS' })),
    validFrom: dateOrNull(given.validFrom),
    validTo: dateOrNull(given.validTo),
    assertedAt: parseDate(given.assertedAt),
    recordedAt: instant(given.recordedAt),
    retraction: given.retraction === null ? null : retractionOf(given.retraction),
  });
}

function retractionOf({ at: when, reason }: NonNullable<ClaimSpec['retraction']>): Retraction {
  return { by: 'curator', at: instant(when), reason, note: null };
}

function instant(text: string): Instant {
  return parseInstant(text);
}

function dateOrNull(text: string | null): ReturnType<typeof parseDate> | null {
  return text === null ? null : parseDate(text);
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError(`Expected an item at ${index}`);
  return item;
}
