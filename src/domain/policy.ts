import type { Claim } from './claim.ts';
import { firstDayOf } from './claim.ts';
import type { PersonFacts, WorkKind } from './entities.ts';
import { speakerOf, type Voices } from './first-party.ts';
import type { PersonId } from './ids.ts';
import { isAboutRomance, type ClaimKind } from './kinds.ts';
import { addYears, middleDay, type EdtfDate, type EpochDay, type Instant } from './time.ts';

export const POLICY_PROFILES = ['open', 'cautious', 'strict'] as const;
/**
 * `open` shows people whose birth date nobody has stated; `cautious` (the default) withholds their romances;
 * `strict` shows only what the people themselves have said about their romances.
 */
export type PolicyProfile = (typeof POLICY_PROFILES)[number];

export const WITHHELD_REASONS = ['MINOR', 'BIRTH_DATE_UNKNOWN', 'PRIVATE_PERSON'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

const ADULT_AGE = 18;
/** The day number of "always": before every date that can be written. */
export const ALWAYS: EpochDay = -1_000_000;

/**
 * Kinds of work that are made once and then shown: whoever is credited in one was born by its premiere. A series, a
 * play or a game may take somebody in decades after it.
 */
export const MADE_ONCE: readonly WorkKind[] = ['FILM', 'SHORT', 'TV_FILM', 'SPECIAL'];
/** The least confidence of a credit that says anything about an age: a namesake may be a child. */
export const SURE_CREDIT = 0.9;

/**
 * The first day on which somebody is surely 18, or null when nothing says so. Of a partial birth date the
 * youngest reading counts; without one, whoever was named somewhere was born by then.
 */
export function adultSince(facts: PersonFacts): EpochDay | null {
  const bornBy = facts.person.birthDate?.lastDay ?? facts.knownSince;
  return bornBy === null ? null : addYears(bornBy, ADULT_AGE);
}

/**
 * The first day of `asOf` on which a claim may be shown to a reader under `profile`; null means never.
 * It depends on the claim, its people and its voices only, so that a store can keep it beside the claim.
 */
export function showableFrom(
  claim: Claim,
  people: ReadonlyMap<PersonId, PersonFacts>,
  voices: Voices,
  profile: PolicyProfile,
): EpochDay | null {
  if (claim.retraction?.reason === 'TAKEN_DOWN') return null;
  const named = [claim.subject, ...(claim.object === null ? [] : [claim.object])].map((id) => people.get(id));
  if (named.some((facts) => facts === undefined)) return null;
  const speaker = speakerOf(claim, voices);
  const silenced = named.some((facts) => facts?.person.privacy === 'PRIVATE' && facts.person.id !== speaker);
  if (silenced) return null;
  if (!isAboutRomance(claim.kind)) return ALWAYS;
  if (profile === 'strict' && speaker === null) return null;
  return latest(named.map((facts) => adultForClaim(claim, facts as PersonFacts, profile)));
}

function latest(days: readonly (EpochDay | null)[]): EpochDay | null {
  return days.reduce((all, day) => (all === null || day === null ? null : Math.max(all, day)), ALWAYS);
}

function adultForClaim(claim: Claim, facts: PersonFacts, profile: PolicyProfile): EpochDay | null {
  const since = ageGate(facts, profile);
  if (since === null) return null;
  return Math.min(firstDayOf(claim), claim.assertedAt.firstDay) >= since ? since : null;
}

/** The first day on which `profile` lets a romance of this person be shown, or null. */
function ageGate(facts: PersonFacts, profile: PolicyProfile): EpochDay | null {
  const since = adultSince(facts);
  if (facts.person.birthDate === null && profile === 'open') return ALWAYS;
  return since;
}

/** Why an answer about people is withheld, and what would change it. */
export interface Withholding {
  readonly reason: WithheldReason;
  readonly hint: string;
}

/**
 * Whether a question of this kind about these people at `asOf` is withheld. It looks at the people and the
 * date only, never at a claim: the same question gets the same refusal whether there are a hundred claims or
 * none. PRIVATE is the one exception, and it only ever opens on what the private person said in public.
 */
export function withholding(
  kind: ClaimKind,
  people: readonly PersonFacts[],
  asOf: EdtfDate,
  profile: PolicyProfile,
  hasSpoken: (person: PersonId) => boolean,
): Withholding | null {
  if (isAboutRomance(kind)) {
    const minor = people.some((facts) => facts.person.birthDate !== null && !isAdult(facts, asOf, profile));
    if (minor) return WITHHELD.MINOR;
    if (people.some((facts) => !isAdult(facts, asOf, profile))) return WITHHELD.BIRTH_DATE_UNKNOWN;
  }
  const silent = people.some((facts) => facts.person.privacy === 'PRIVATE' && !hasSpoken(facts.person.id));
  return silent ? WITHHELD.PRIVATE_PERSON : null;
}

function isAdult(facts: PersonFacts, asOf: EdtfDate, profile: PolicyProfile): boolean {
  const since = ageGate(facts, profile);
  return since !== null && middleDay(asOf) >= since;
}

const WITHHELD: Readonly<Record<WithheldReason, Withholding>> = {
  MINOR: {
    reason: 'MINOR',
    hint: 'Somebody in this question was under 18 at that date. Nothing is said about the romances of minors.',
  },
  BIRTH_DATE_UNKNOWN: {
    reason: 'BIRTH_DATE_UNKNOWN',
    hint: 'Nothing on file shows that everybody in this question was 18 at that date. Add a sourced birth date.',
  },
  PRIVATE_PERSON: {
    reason: 'PRIVATE_PERSON',
    hint: 'Somebody in this question is not a public figure and has said nothing about it in public.',
  },
};

/** Who is reading, and for when: every read that depends on claims takes one. */
export interface Reader {
  readonly profile: PolicyProfile;
  readonly asOf: EdtfDate;
  /** Null means now. */
  readonly knownAt: Instant | null;
}
