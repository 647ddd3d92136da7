import type { Claim, PairQuestion } from '../claim.ts';
import { storedOrder } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import { OUTLET_TYPES, type Document, type OutletType, type Source } from '../entities.ts';
import type { ClaimId, DocumentId, SourceId } from '../ids.ts';
import { dateOfDay, type Instant } from '../time.ts';
import type { Verdict, WouldChange } from '../verdict.ts';
import { evaluatePair } from './evaluate-pair.ts';

const YEAR_OF_DAYS = 365;
/** Differences below this are not worth a line. */
const NOTICEABLE = 0.0005;

// A source that nobody else can be: its id has a part that no loader accepts.
const SUPPOSED = '~supposed';

/** What one more event would make of a verdict, found by trying; events that change nothing are left out. */
export function wouldChange(question: PairQuestion, dossier: Dossier): readonly WouldChange[] {
  const now = evaluatePair(question, dossier);
  const own = { kind: 'PERSON', person: question.a, outletType: null } as const;
  const tried: readonly (readonly [WouldChange['code'], Verdict])[] = [
    ['FIRST_PARTY_CONFIRMATION', supposing(question, dossier, own, 'SUPPORTS', 'CONFIRMED')],
    ['FIRST_PARTY_DENIAL', supposing(question, dossier, own, 'DENIES', 'CONFIRMED')],
    ...OUTLET_TYPES.map((outletType) => {
      const outlet = { kind: 'OUTLET', person: null, outletType } as const;
      return [codeOf(outletType), supposing(question, dossier, outlet, 'SUPPORTS', 'REPORTED')] as const;
    }),
    [
      'YEAR_OF_SILENCE',
      evaluatePair({ ...question, asOf: dateOfDay(question.asOf.lastDay + YEAR_OF_DAYS) }, dossier),
    ],
  ];
  return tried
    .filter(([, then]) => differs(now, then))
    .map(([code, { status, answer, confidence }]) => ({ code, status, answer, confidence }));
}

function codeOf(type: OutletType): WouldChange['code'] {
  return `INDEPENDENT_${type}`;
}

function differs(now: Verdict, then: Verdict): boolean {
  if (now.status !== then.status || now.answer !== then.answer) return true;
  return Math.abs((now.confidence ?? 0) - (then.confidence ?? 0)) >= NOTICEABLE;
}

function supposing(
  question: PairQuestion,
  dossier: Dossier,
  voice: Pick<Source, 'kind' | 'person' | 'outletType'>,
  stance: Claim['stance'],
  modality: Claim['modality'],
): Verdict {
  const date = dateOfDay(question.asOf.lastDay);
  const source: Source = {
    ...voice,
    id: `source/${SUPPOSED}` as SourceId,
    name: '',
    domain: null,
    reliability: null,
  };
  const document: Document = {
    id: `document/${SUPPOSED}` as DocumentId,
    url: null,
    title: null,
    source: source.id,
    published: date,
    retrievedAt: null,
    contentHash: null,
    derivedFrom: [],
    shingles: null,
    citesHearsay: false,
    names: [],
  };
  const [subject, object] = storedOrder(question.kind, question.a, question.b);
  const claim: Claim = {
    id: `claim/${SUPPOSED}` as ClaimId,
    kind: question.kind,
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
    assertedAt: date,
    recordedAt: '' as Instant,
    recordedBy: '',
    retraction: null,
    subjectMention: null,
    objectMention: null,
  };
  return evaluatePair(question, {
    ...dossier,
    claims: [...dossier.claims, claim],
    documents: new Map([...dossier.documents, [document.id, document]]),
    sources: new Map([...dossier.sources, [source.id, source]]),
  });
}
