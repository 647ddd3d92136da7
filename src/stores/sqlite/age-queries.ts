import { MADE_ONCE, SURE_CREDIT } from '../../domain/policy.ts';

/** True of a work whose premiere says that whoever is credited in it was born by then. */
export const isMadeOnce = (work: string): string =>
  `${work}.kind IN (${MADE_ONCE.map((kind) => `'${kind}'`).join(', ')})`;

/** True of a credit that says anything about an age. */
export const isSure = (credit: string): string => `ifnull(${credit}.confidence, 1) >= ${SURE_CREDIT}`;
