import type { PairQuestion } from '../claim.ts';
import { pairKey, pairOf } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import { byCodeUnit, type PersonId } from '../ids.ts';
import { familyOf } from '../kinds.ts';
import { middleDay, type EdtfDate, type Instant } from '../time.ts';
import type { SingleVerdict } from '../verdict.ts';
import { counts, evidenceFor, singlesOf } from './evidence-for.ts';
import { foldKind, isOpen, type Fold } from './fold.ts';
import { groupsOf } from './groups.ts';
import { sigmoid } from './log-odds.ts';
import { ENGINE_VERSION, PARAMETERS, type Parameters } from './parameters.ts';
import { pool } from './pool.ts';
import { HARDLY_HEARD } from './status.ts';
import { later, type Testimony } from './testimony.ts';

const CONFIRMED = 0.85;
const MORE_LIKELY_THAN_NOT = 0.5;
const NO = 0.05;

/** What the claims in a dossier amount to for the question whether somebody is single. */
export function evaluateSingle(
  person: PersonId,
  asOf: EdtfDate,
  knownAt: Instant | null,
  dossier: Dossier,
  parameters: Parameters = PARAMETERS,
): SingleVerdict {
  const claims = dossier.claims
    .filter((claim) => counts(claim, { asOf, knownAt }, dossier))
    .sort((x, y) => byCodeUnit(x.id, y.id));
  const singles = singlesOf([person], claims, dossier, parameters);
  const denied = singlesOf([person], claims, dossier, parameters, 'DENIES');
  const romance = strongestRomance(person, asOf, knownAt, dossier, parameters);
  const fading = (t: Testimony) => {
    const age = Math.max(0, middleDay(asOf) - middleDay(t.vouched));
    return parameters.singleHalfLife / (parameters.singleHalfLife + age);
  };
  const groups = groupsOf(singles, fading);
  const pooled = (some: typeof groups) =>
    pool(
      some.map((group) => group.discounted),
      parameters,
    ).total;
  const said = pooled(groups);
  const against = (romance?.support ?? 0) + parameters.denialShare * pooled(groupsOf(denied, fading));
  const taken = romance !== null && romance.probability >= MORE_LIKELY_THAN_NOT;
  const firstParty = singles.some((t) => t.speaker !== null);
  const uncapped = sigmoid(parameters.denialShare * said - against);
  const most = firstParty ? parameters.ceiling : parameters.capWithoutHard;
  const p = Math.max(parameters.floor, Math.min(most, uncapped));
  const open = singles.length + denied.length > 0 || taken;
  const heard = [...singles, ...denied, ...(taken ? romance.supports : [])];
  return {
    ...judge(p, { open, taken, firstParty, heard: said + against }),
    confidence: open ? p : null,
    ignorance: open ? 2 / (2 + said + against) : 1,
    claims: [
      ...groups.flatMap((group) => group.claims),
      ...groupsOf(denied, fading).flatMap((group) => group.claims),
      ...(taken ? romance.supportGroups.flatMap((group) => group.claims) : []),
    ],
    lastHeard: heard.reduce<EdtfDate | null>(
      (latest, t) => (latest === null ? t.vouched : later(latest, t.vouched)),
      null,
    ),
    engineVersion: ENGINE_VERSION,
  };
}

interface Heard {
  readonly open: boolean;
  readonly taken: boolean;
  readonly firstParty: boolean;
  readonly heard: number;
}

function judge(
  p: number,
  { open, taken, firstParty, heard }: Heard,
): Pick<SingleVerdict, 'status' | 'answer'> {
  if (!open) return { status: 'NO_EVIDENCE', answer: 'UNKNOWN' };
  if (firstParty && p >= CONFIRMED) return { status: 'CONFIRMED', answer: 'YES' };
  if (p >= MORE_LIKELY_THAN_NOT && heard >= HARDLY_HEARD) return { status: 'REPORTED', answer: 'PROBABLY' };
  if (taken) return { status: 'DENIED', answer: p <= NO ? 'NO' : 'PROBABLY_NOT' };
  return { status: 'RUMORED', answer: heard < HARDLY_HEARD ? 'UNKNOWN' : 'UNCONFIRMED' };
}

/** Of everybody this person is linked with, the romance with the most support. */
function strongestRomance(
  person: PersonId,
  asOf: EdtfDate,
  knownAt: Instant | null,
  dossier: Dossier,
  parameters: Parameters,
): Fold | null {
  const pairs = new Map<string, PairQuestion>();
  for (const { kind, subject, object } of dossier.claims) {
    if (familyOf(kind) !== 'ROMANCE' || object === null || (subject !== person && object !== person))
      continue;
    const pair = pairOf(subject, object);
    pairs.set(pairKey(pair), { ...pair, kind: 'DATING', asOf, knownAt });
  }
  const folds = [...pairs.values()]
    .sort((x, y) => byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b))
    .map((asked) =>
      foldKind('DATING', asked, evidenceFor(asked, 'ROMANCE', dossier, parameters), 0, parameters),
    )
    .filter(isOpen);
  return folds.reduce<Fold | null>(
    (best, fold) => (best === null || fold.support > best.support ? fold : best),
    null,
  );
}
