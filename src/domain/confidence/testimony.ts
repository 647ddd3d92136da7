import type { Claim } from '../claim.ts';
import { startOf } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import type { ClaimId, EvidenceId, PersonId, SourceId } from '../ids.ts';
import type { ClaimKind } from '../kinds.ts';
import { middleDay, type EdtfDate } from '../time.ts';
import { LineageTracer, type Lineage } from './lineage.ts';
import { logit } from './log-odds.ts';
import type { Parameters } from './parameters.ts';
import type { Reading } from './readings.ts';

/** A claim, or a piece of evidence that it cites, as it weighs in a question. */
export interface Testimony {
  readonly reading: Reading | { readonly as: 'SINGLE' };
  readonly claim: ClaimId;
  readonly kind: ClaimKind;
  /** What counts once: the root of the claim, or the piece of evidence. */
  readonly group: string;
  readonly source: SourceId | null;
  readonly evidence: EvidenceId | null;
  /** In log-odds, before time took its part. */
  readonly weight: number;
  /** The date of its root: when somebody last vouched for it. */
  readonly vouched: EdtfDate;
  /** For endings: when it ended, as far as is known. */
  readonly endsAt: EdtfDate;
  readonly start: EdtfDate;
  readonly validTo: EdtfDate | null;
  /** Vouched for by somebody concerned, a register, or a picture that cannot mean anything else. */
  readonly hard: boolean;
  readonly speaker: PersonId | null;
}

/** A claim with what it means for the question. */
export interface ReadClaim {
  readonly claim: Claim;
  readonly reading: Testimony['reading'];
}

/** Weighs claims of one stance about one subject, and the evidence that they cite. */
export function testimonies(
  read: readonly ReadClaim[],
  dossier: Dossier,
  parameters: Parameters,
): readonly Testimony[] {
  const tracer = new LineageTracer(
    read.map((item) => item.claim),
    dossier,
    parameters,
  );
  const lineages = new Map(read.map((item) => [item.claim.id, tracer.trace(item.claim)]));
  return read.flatMap((item) => {
    const lineage = lineages.get(item.claim.id) as Lineage;
    const main = testimonyOf(item, lineage, dossier, parameters);
    return [
      capByRoot(main, lineage, lineages, parameters),
      ...evidenceOf(item, main, lineage, dossier, parameters),
    ];
  });
}

function ownWeight(claim: Claim, lineage: Lineage, parameters: Parameters): number {
  const reliability = Math.min(Math.max(lineage.reliability, parameters.prior), parameters.maxReliability);
  const insider = claim.anonymousInsider ? parameters.insider : 1;
  const distance = parameters.hop ** lineage.hops;
  return (
    (logit(reliability) - logit(parameters.prior)) * parameters.modality[claim.modality] * insider * distance
  );
}

/** A relay never weighs more than its root would at the relay's distance. */
function capByRoot(
  testimony: Testimony,
  lineage: Lineage,
  lineages: ReadonlyMap<ClaimId, Lineage>,
  parameters: Parameters,
): Testimony {
  const roots = lineage.origins.flatMap((origin) => {
    const known = lineages.get(origin.id);
    return known === undefined ? [] : [ownWeight(origin, known, parameters)];
  });
  if (roots.length === 0) return testimony;
  return { ...testimony, weight: Math.min(testimony.weight, parameters.hop * Math.max(...roots)) };
}

function testimonyOf(
  { claim, reading }: ReadClaim,
  lineage: Lineage,
  dossier: Dossier,
  parameters: Parameters,
): Testimony {
  const vouched = vouchedAt(claim, lineage, dossier);
  const endedAt = reading.as === 'ENDS' ? reading.at : null;
  return {
    reading,
    claim: claim.id,
    kind: reading.as === 'SUPPORTS' || reading.as === 'DENIES' ? reading.kind : claim.kind,
    group: lineage.root,
    source: lineage.rootSource,
    evidence: null,
    weight: ownWeight(claim, lineage, parameters),
    vouched,
    endsAt: endedAt ?? vouched,
    start: startOf(claim),
    validTo: claim.validTo,
    hard: isHard(claim, lineage, dossier, parameters),
    speaker: lineage.speaker,
  };
}

/** The later of start and assertion, not after the end that is stated; of a relay, that of its root. */
function vouchedAt(claim: Claim, lineage: Lineage, dossier: Dossier): EdtfDate {
  const own = ownVouching(claim);
  const rooted = lineage.origins.map(ownVouching);
  const cited =
    lineage.citedDocument === null ? null : (dossier.documents.get(lineage.citedDocument)?.published ?? null);
  const dates = rooted.length > 0 ? rooted : cited === null ? [] : [cited];
  // A root cannot be younger than its relay; where dates say so, the relay's own is the better one.
  const earlier = dates.filter((date) => middleDay(date) <= middleDay(own));
  return (
    earlier.reduce<EdtfDate | null>((latest, date) => (latest === null ? date : later(latest, date)), null) ??
    own
  );
}

function ownVouching(claim: Claim): EdtfDate {
  const said = later(startOf(claim), claim.assertedAt);
  if (claim.validTo === null) return said;
  return middleDay(claim.validTo) < middleDay(said) ? claim.validTo : said;
}

/** The later of two dates by their middle; of equals, the one that is written first in text order. */
export function later(a: EdtfDate, b: EdtfDate): EdtfDate {
  const order = middleDay(a) - middleDay(b) || (a.text < b.text ? 1 : -1);
  return order >= 0 ? a : b;
}

function isHard(claim: Claim, lineage: Lineage, dossier: Dossier, parameters: Parameters): boolean {
  if (lineage.hops > 0) return false;
  const shows = claim.evidence.some(
    ({ evidence, stance }) =>
      stance === 'SUPPORTS' &&
      ['INTIMATE_PHOTO', 'PUBLIC_RECORD'].includes(dossier.evidence.get(evidence)?.kind ?? ''),
  );
  if (shows) return true;
  if (claim.modality !== 'CONFIRMED' && claim.modality !== 'REPORTED') return false;
  const publisher = dossier.documents.get(claim.document)?.source;
  const kind = publisher === undefined ? null : dossier.sources.get(publisher)?.kind;
  if (claim.onRecord !== null && lineage.speaker !== null) return lineage.reliability >= parameters.onRecord;
  return kind === 'PUBLIC_RECORD' || lineage.speaker !== null;
}

function evidenceOf(
  { claim }: ReadClaim,
  main: Testimony,
  lineage: Lineage,
  dossier: Dossier,
  parameters: Parameters,
): readonly Testimony[] {
  return claim.evidence.flatMap(({ evidence: id, stance }) => {
    const evidence = dossier.evidence.get(id);
    if (stance !== 'SUPPORTS' || evidence === undefined) return [];
    const weight = parameters.evidence[evidence.kind] * parameters.hop ** lineage.hops;
    return [{ ...main, group: id, source: null, evidence: id, weight, hard: false, speaker: null }];
  });
}
