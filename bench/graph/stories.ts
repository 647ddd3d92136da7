import { storedOrder, type Claim } from '../../src/domain/claim.ts';
import type { Document, Evidence, EvidenceKind } from '../../src/domain/entities.ts';
import type { ClaimId, DocumentId, EvidenceId, SourceId } from '../../src/domain/ids.ts';
import type { ClaimKind, Modality, Stance } from '../../src/domain/kinds.ts';
import { dateOfDay, parseInstant, type EpochDay } from '../../src/domain/time.ts';
import { hasVoice, outletIdAt, personAt, STAR, voiceIdAt } from './people.ts';
import { randomFor, type Random } from './random.ts';
import { outletsOf, peopleOf, type GraphSize } from './size.ts';

/** Whom a story is about, by number, and how much was said. */
export interface Plot {
  readonly a: number;
  readonly b: number;
  readonly claims: number;
  readonly kind: ClaimKind;
}

/** What was said about two people over some years, with everything that it rests on. */
export interface Story {
  readonly plot: Plot;
  readonly documents: readonly Document[];
  readonly evidence: readonly Evidence[];
  readonly claims: readonly Claim[];
}

const MEAN_CLAIMS = 8;
const MOST_CLAIMS = 60;
/** Of the one story of the star that is longer than what a dossier holds. */
const CLAIMS_OF_LONGEST = 3_000;
const FIRST_DAY = 16_500;
const LAST_DAY = 19_400;
const LONGEST_DAYS = 900;

/** Fame: of a graph of any size the most talked-about people have some forty stories, most people one or none. */
function famous(random: Random, people: number): number {
  const rank = (0.035 + 0.965 * random.next()) ** 2;
  return Math.min(people - 1, Math.floor(rank * people));
}

/** Whom the `at`-th ordinary story is about. */
export function plotAt(size: GraphSize, at: number): Plot {
  const random = randomFor(`plot of ${size.name}`, at);
  const people = peopleOf(size);
  const a = famous(random, people);
  const other = famous(random, people);
  return { a, b: other === a ? (a + 1) % people : other, claims: length(random), kind: kindOf(random) };
}

/** Whom the `at`-th story of the star is about: somebody else each time. The first is very long. */
export function starPlotAt(size: GraphSize, at: number): Plot {
  const random = randomFor(`star plot of ${size.name}`, at);
  const claims = at === 0 ? CLAIMS_OF_LONGEST : length(random);
  return { a: STAR, b: at % peopleOf(size), claims, kind: at === 0 ? 'DATING' : kindOf(random) };
}

function length(random: Random): number {
  return Math.min(MOST_CLAIMS, 1 + Math.floor(-Math.log(1 - random.next()) * (MEAN_CLAIMS - 0.5)));
}

function kindOf(random: Random): ClaimKind {
  if (random.chance(0.85)) return 'DATING';
  return random.pick(['FRIENDS', 'FEUD', 'COLLABORATORS', 'SIBLINGS'] as const);
}

/** Tells a story: documents of outlets small and large, copies, relays, photos, denials, an end now and then. */
export function tell(size: GraphSize, name: string, plot: Plot): Story {
  const random = randomFor(`story ${size.name} ${name}`, 0);
  const documents: Document[] = [];
  const evidence: Evidence[] = [];
  const claims: Claim[] = [];
  const days = Math.floor(random.next() * LONGEST_DAYS);
  const start = FIRST_DAY + random.whole(LAST_DAY - FIRST_DAY - days);
  for (let step = 0; step < plot.claims; step += 1) {
    const day = start + Math.floor((step / plot.claims) * days);
    const said = documentFor({ size, random, plot, day, documents });
    const shown = photoFor(random, said, evidence, plot);
    claims.push(claimIn({ size, random, plot, day: said.day, said: said.document, shown, documents }));
  }
  return { plot, documents, evidence, claims };
}

interface Telling {
  readonly size: GraphSize;
  readonly random: Random;
  readonly plot: Plot;
  readonly day: EpochDay;
  /** Those of the story so far. */
  readonly documents: Document[];
}

interface Said {
  readonly document: Document;
  readonly day: EpochDay;
}

function documentFor({ size, random, plot, day, documents }: Telling): Said {
  const last = documents.at(-1);
  if (last?.published != null && random.chance(0.2)) {
    return { document: last, day: last.published.firstDay };
  }
  const speaker = random.chance(0.04) ? [plot.a, plot.b].find(hasVoice) : undefined;
  const id = random.digits();
  const copied = last !== undefined && random.chance(0.15) ? [random.pick(documents).id] : [];
  const document: Document = {
    id: `document/${id}` as DocumentId,
    url: `https://news.example/${id}`,
    title: random.chance(0.9) ? `What is said, part ${documents.length + 1} of ${id.slice(0, 6)}` : null,
    source: speaker === undefined ? outletOf(size, random) : voiceIdAt(speaker),
    published: dateOfDay(day),
    retrievedAt: null,
    contentHash: null,
    derivedFrom: copied,
    shingles: null,
    citesHearsay: false,
    names: [],
  };
  documents.push(document);
  return { document, day };
}

// A few outlets say most of what is said.
function outletOf(size: GraphSize, random: Random): SourceId {
  return outletIdAt(Math.floor(random.next() ** 2 * outletsOf(size)));
}

const PHOTOS: readonly EvidenceKind[] = ['PHOTO', 'PHOTO', 'PHOTO', 'VIDEO', 'POST', 'INTIMATE_PHOTO'];

function photoFor(random: Random, { document, day }: Said, known: Evidence[], plot: Plot): Evidence | null {
  if (!random.chance(0.12)) return null;
  if (known.length > 0 && random.chance(0.5)) return random.pick(known);
  const id = random.digits();
  const photo: Evidence = {
    id: `evidence/${id}` as EvidenceId,
    kind: plot.kind === 'DATING' ? random.pick(PHOTOS) : 'PHOTO',
    url: `https://photos.example/${id}`,
    description: 'The two of them, seen together',
    availability: random.chance(0.8) ? 'LIVE' : 'DELETED',
    capturedAt: dateOfDay(day - 1),
    document: document.id,
  };
  known.push(photo);
  return photo;
}

interface Saying extends Telling {
  readonly said: Document;
  readonly shown: Evidence | null;
}

function claimIn({ size, random, plot, day, said, shown, documents }: Saying): Claim {
  const isOwn = said.source.startsWith('source/voice-');
  const { kind, stance } = whatIsSaid(random, plot);
  const [first, second] = [personAt(plot.a), personAt(plot.b)];
  const [subject, object] = storedOrder(kind, first.id, kind === 'SINGLE' ? null : second.id);
  const asserted = dateOfDay(day);
  const recordedAt = parseInstant(new Date((day + 1) * 86_400_000).toISOString());
  return {
    id: `claim/${random.digits()}` as ClaimId,
    kind,
    subject,
    object,
    stance,
    modality: isOwn ? 'CONFIRMED' : random.pick<Modality>(['REPORTED', 'REPORTED', 'RUMORED', 'SPECULATED']),
    document: said.id,
    attributedTo: isOwn || !random.chance(0.3) ? [] : [relayed(size, random, said, documents)],
    anonymousInsider: !isOwn && random.chance(0.1),
    onRecord:
      !isOwn && random.chance(0.02) ? { person: subject, as: random.pick(['SELF', 'REPRESENTATIVE']) } : null,
    evidence: shown === null || kind === 'SINGLE' ? [] : [{ evidence: shown.id, stance: 'SUPPORTS' }],
    locator: random.chance(0.3) ? `p${1 + random.whole(9)}` : null,
    quote: random.chance(0.2) ? 'They have been seeing a lot of each other lately' : null,
    validFrom: random.chance(0.1) ? dateOfDay(day - random.whole(60)) : null,
    validTo: null,
    assertedAt: asserted,
    recordedAt,
    recordedBy: 'bench',
    retraction: random.chance(0.03)
      ? {
          by: 'bench',
          at: recordedAt,
          reason: random.chance(0.1) ? 'TAKEN_DOWN' : 'SOURCE_RETRACTED',
          note: null,
        }
      : null,
    subjectMention: null,
    objectMention: null,
  };
}

/** Nobody is according to themself: the next outlet but one stands in where chance says so. */
function relayed(size: GraphSize, random: Random, said: Document, documents: readonly Document[]) {
  const earlier = random.pick(documents);
  if (earlier.source !== said.source && random.chance(0.6)) {
    return { source: earlier.source, document: random.chance(0.5) ? earlier.id : null };
  }
  const outlet = outletOf(size, random);
  const other = outlet === said.source ? outletIdAt(outlet === outletIdAt(0) ? 1 : 0) : outlet;
  return { source: other, document: null };
}

function whatIsSaid(random: Random, { kind }: Plot): { kind: ClaimKind; stance: Stance } {
  if (kind !== 'DATING') return { kind, stance: random.chance(0.1) ? 'DENIES' : 'SUPPORTS' };
  const luck = random.next();
  if (luck < 0.04) return { kind: 'SINGLE', stance: 'SUPPORTS' };
  if (luck < 0.08) return { kind: 'SPLIT', stance: 'SUPPORTS' };
  if (luck < 0.15) return { kind: 'DATING', stance: 'DENIES' };
  if (luck < 0.19) return { kind: 'MARRIED', stance: 'SUPPORTS' };
  if (luck < 0.22) return { kind: 'ENGAGED', stance: 'SUPPORTS' };
  return { kind: 'DATING', stance: luck < 0.24 ? 'CONTEXT' : 'SUPPORTS' };
}
