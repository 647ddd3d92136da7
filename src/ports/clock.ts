import type { Instant } from '../domain/time.ts';

/** The wall clock, passed in so that nothing else reads it. */
export interface Clock {
  now(): Instant;
}
