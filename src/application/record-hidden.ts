import { firstDayOf, type Claim } from '../domain/claim.ts';
import type { PersonFacts } from '../domain/entities.ts';
import type { ClaimId, NodeId } from '../domain/ids.ts';
import { isAboutRomance } from '../domain/kinds.ts';
import { adultSince, WITHHELD_REASONS, type Reader, type WithheldReason } from '../domain/policy.ts';
import { parseDate } from '../domain/time.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { nodesOf } from './on-file.ts';

/** How many claims the default profile shows to nobody at any date, and why. */
export interface HiddenClaims {
  readonly reason: WithheldReason;
  readonly claims: number;
}

// Whatever is ever shown is shown at the end of time.
const LAST_READER: Reader = { profile: 'cautious', asOf: parseDate('9999'), knownAt: null };
const PORTION = 500;

/** Which of these claims, all on file now, nobody will see, for whoever recorded them to know. */
export async function hiddenAmong(
  store: GraphStore,
  claims: readonly Claim[],
): Promise<readonly HiddenClaims[]> {
  const hidden: Claim[] = [];
  for (let start = 0; start < claims.length; start += PORTION) {
    const portion = claims.slice(start, start + PORTION);
    const ids: readonly ClaimId[] = portion.map(({ id }) => id);
    const visible = await store.nodes(ids, LAST_READER);
    hidden.push(...portion.filter(({ id }) => !visible.has(id)));
  }
  const people = await nodesOf(store, hidden.flatMap(peopleOf));
  const factsOf = (id: NodeId): readonly PersonFacts[] => {
    const node = people.get(id);
    return node?.type === 'person' ? [node.value] : [];
  };
  const reasons = hidden.map((claim) => reasonOf(claim, peopleOf(claim).flatMap(factsOf)));
  return WITHHELD_REASONS.flatMap((reason) => {
    const count = reasons.filter((each) => each === reason).length;
    return count === 0 ? [] : [{ reason, claims: count }];
  });
}

function peopleOf({ subject, object }: Claim): readonly NodeId[] {
  return object === null ? [subject] : [subject, object];
}

/** Why the default profile hides a claim that it does hide; the first reason of those that hold. */
function reasonOf(claim: Claim, people: readonly PersonFacts[]): WithheldReason {
  if (!isAboutRomance(claim.kind)) return 'PRIVATE_PERSON';
  const day = Math.min(firstDayOf(claim), claim.assertedAt.firstDay);
  const tooYoung = people.filter((facts) => {
    const since = adultSince(facts);
    return since === null || day < since;
  });
  if (tooYoung.length === 0) return 'PRIVATE_PERSON';
  return tooYoung.some(({ person }) => person.birthDate !== null) ? 'MINOR' : 'BIRTH_DATE_UNKNOWN';
}
