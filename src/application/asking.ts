import { parseDate, parseInstant, type Instant } from '../domain/time.ts';
import type { PolicyProfile } from '../domain/policy.ts';
import type { Clock } from '../ports/clock.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { AskedReader } from './models.ts';

/** What every question needs: the store, the time, and the policy that this server runs under. */
export interface Asking {
  readonly store: GraphStore;
  readonly clock: Clock;
  readonly profile: PolicyProfile;
}

/** For when a question is asked; both default to now. */
export interface AskedTimes {
  readonly asOf?: string | null | undefined;
  readonly knownAt?: string | null | undefined;
}

/** The reader that a question is asked for. Throws INVALID_DATE or INVALID_INSTANT. */
export function readerFor(asking: Asking, times: AskedTimes): AskedReader {
  const now = asking.clock.now();
  const knownAt: Instant | null = times.knownAt == null ? null : parseInstant(times.knownAt);
  const today = parseDate(now.slice(0, 10));
  return {
    profile: asking.profile,
    asOf: times.asOf == null ? today : parseDate(times.asOf),
    knownAt,
    knownAtShown: knownAt ?? now,
    today,
  };
}
