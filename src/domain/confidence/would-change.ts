import { pairOf, storedOrder, type Claim, type PairQuestion } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import { OUTLET_TYPES, type Document, type Source } from '../entities.ts';
import { speakerOf } from '../first-party.ts';
import type { ClaimId, DocumentId, PersonId, SourceId } from '../ids.ts';
import { dateOfDay, type EdtfDate, type Instant } from '../time.ts';
import type { Verdict, WouldChange } from '../verdict.ts';
import { evaluatePair } from './evaluate-pair.ts';
import { PARAMETERS, type Parameters } from './parameters.ts';
import { counts, isAbout } from './statements.ts';
import { familyOf, isSymmetric } from '../kinds.ts';

const DAYS_OF_SILENCE = 365;
const DIGITS = 3;

// No loader accepts an id like this, so that nothing on file can have it.
const SUPPOSED = '~supposed';

/**
 * What one more event would make of a verdict, found by trying. Events that change neither status nor answer nor
 * the first three digits of the confidence are left out. Where two people could speak, it is one who has not yet.
 */
export function wouldChange(
  question: PairQuestion,
  dossier: Dossier,
  parameters: Parameters = PARAMETERS,
): readonly WouldChange[] {
  return [...wouldChangeByEvent(question, dossier, parameters)].filter((change) => change !== null);
}

/** The same event by event, null for one that changes nothing, for whoever has something else to do in between. */
export function* wouldChangeByEvent(
  question: PairQuestion,
  dossier: Dossier,
  parameters: Parameters = PARAMETERS,
): Generator<WouldChange | null, void> {
  const counted = dossier.claims.filter((claim) => counts(claim, question));
  const world = { ...dossier, claims: counted };
  const judge = ({ suppose, asOf }: Event): Verdict =>
    evaluatePair({ ...question, asOf }, suppose(world), parameters);
  const now = judge({ suppose: (same) => same, asOf: question.asOf });
  for (const [code, event] of eventsFor(question, world)) {
    const then = judge(event);
    const { status, answer, confidence } = then;
    yield isNoticeable(now, then) ? { code, status, answer, confidence } : null;
  }
}

/** What might happen: something more is on file, or time passes. */
interface Event {
  readonly suppose: (dossier: Dossier) => Dossier;
  readonly asOf: EdtfDate;
}

function eventsFor(
  question: PairQuestion,
  world: Dossier,
): readonly (readonly [WouldChange['code'], Event])[] {
  const { asOf } = question;
  const own = { kind: 'PERSON', person: nextSpeaker(question, world), outletType: null } as const;
  const said = (
    voice: Pick<Source, 'kind' | 'person' | 'outletType'>,
    stance: Claim['stance'],
    modality: Claim['modality'],
  ): Event => ({ suppose: (dossier) => supposing(question, dossier, voice, stance, modality), asOf });
  return [
    ['FIRST_PARTY_CONFIRMATION', said(own, 'SUPPORTS', 'CONFIRMED')],
    ['FIRST_PARTY_DENIAL', said(own, 'DENIES', 'CONFIRMED')],
    ...OUTLET_TYPES.map((outletType) => {
      const outlet = { kind: 'OUTLET', person: null, outletType } as const;
      return [`INDEPENDENT_${outletType}`, said(outlet, 'SUPPORTS', 'REPORTED')] as const;
    }),
    ['YEAR_OF_SILENCE', { suppose: (same) => same, asOf: afterSilence(asOf) }],
  ];
}

// Past the last date that can be written, days still count.
function afterSilence({ lastDay }: EdtfDate): EdtfDate {
  const day = lastDay + DAYS_OF_SILENCE;
  return { text: `day ${day}`, firstDay: day, lastDay: day };
}

function isNoticeable(now: Verdict, then: Verdict): boolean {
  const rounded = (confidence: number | null): string => confidence?.toFixed(DIGITS) ?? 'none';
  return (
    now.status !== then.status ||
    now.answer !== then.answer ||
    rounded(now.confidence) !== rounded(then.confidence)
  );
}

/** Whoever of the two has not spoken about it yet, the smaller id first; when both or neither have, the smaller id. */
function nextSpeaker({ a, b, kind }: PairQuestion, dossier: Dossier): PersonId {
  const family = familyOf(kind);
  const pair = isSymmetric(kind) ? pairOf(a, b) : { a, b };
  const own = dossier.claims.filter((claim) => family !== null && isAbout(claim, pair.a, pair.b, family));
  const spoken = new Set(own.map((claim) => speakerOf(claim, dossier)));
  return spoken.has(pair.a) && !spoken.has(pair.b) ? pair.b : pair.a;
}

function supposing(
  question: PairQuestion,
  dossier: Dossier,
  voice: Pick<Source, 'kind' | 'person' | 'outletType'>,
  stance: Claim['stance'],
  modality: Claim['modality'],
): Dossier {
  const source: Source = {
    ...voice,
    id: `source/${SUPPOSED}` as SourceId,
    name: '',
    domain: null,
    reliability: null,
  };
  const document = supposedDocument(question, source.id);
  const claim = supposedClaim(question, document, stance, modality);
  return {
    ...dossier,
    claims: [...dossier.claims, claim],
    documents: new Map([...dossier.documents, [document.id, document]]),
    sources: new Map([...dossier.sources, [source.id, source]]),
  };
}

function supposedDocument({ asOf }: PairQuestion, source: SourceId): Document {
  return {
    id: `document/${SUPPOSED}` as DocumentId,
    url: null,
    title: null,
    source,
    published: dateOfDay(asOf.lastDay),
    retrievedAt: null,
    contentHash: null,
    derivedFrom: [],
    shingles: null,
    citesHearsay: false,
    names: [],
  };
}

function supposedClaim(
  { a, b, kind, asOf }: PairQuestion,
  document: Document,
  stance: Claim['stance'],
  modality: Claim['modality'],
): Claim {
  const [subject, object] = storedOrder(kind, a, b);
  return {
    id: `claim/${SUPPOSED}` as ClaimId,
    kind,
    subject,
    object,
    stance,
    modality,
    document: document.id,
    attributedTo: [],
    anonymousInsider: false,
    onRecord: null,
    evidence: [],
    locator: null,
    quote: null,
    validFrom: null,
    validTo: null,
    assertedAt: dateOfDay(asOf.lastDay),
    // Before every instant: it is supposed to have been known.
    recordedAt: '' as Instant,
    recordedBy: '',
    retraction: null,
    subjectMention: null,
    objectMention: null,
  };
}
