import type { Claim } from './claim.ts';
import type { Dossier } from './dossier.ts';
import { speakerOf } from './first-party.ts';
import { familyOf } from './kinds.ts';
import { showableFrom } from './policy.ts';
import type { EpochDay } from './time.ts';

/** What a store keeps beside a claim: from which day on each profile shows it, and whether it may be hard evidence. */
export interface StoredPolicy {
  /** The first day of `asOf` on which open readers are shown it; null means never. */
  readonly showOpen: EpochDay | null;
  readonly showCautious: EpochDay | null;
  readonly showStrict: EpochDay | null;
  readonly hard: boolean;
}

/** What is kept beside a claim, from everything that it points at. */
export function storedPolicy(claim: Claim, dossier: Dossier): StoredPolicy {
  return {
    showOpen: showableFrom(claim, dossier.people, dossier, 'open'),
    showCautious: showableFrom(claim, dossier.people, dossier, 'cautious'),
    showStrict: showableFrom(claim, dossier.people, dossier, 'strict'),
    hard: couldBeHard(claim, dossier),
  };
}

/**
 * Whether the engine could take a claim of romance as hard evidence (confidence, section 2). It only narrows
 * what is read for other pairs; the engine judges.
 */
function couldBeHard(claim: Claim, dossier: Dossier): boolean {
  if (familyOf(claim.kind) !== 'ROMANCE') return false;
  if (claim.onRecord !== null || speakerOf(claim, dossier) !== null) return true;
  const document = dossier.documents.get(claim.document);
  const sources = [document?.source, ...claim.attributedTo.map((step) => step.source)];
  if (sources.some((id) => id !== undefined && dossier.sources.get(id)?.kind === 'PUBLIC_RECORD'))
    return true;
  return claim.evidence.some(({ evidence }) => {
    const kind = dossier.evidence.get(evidence)?.kind;
    return kind === 'INTIMATE_PHOTO' || kind === 'PUBLIC_RECORD';
  });
}
