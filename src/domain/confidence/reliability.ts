import type { Source } from '../entities.ts';
import { PARAMETERS, type Parameters } from './parameters.ts';

/** The probability that a story originating with this source holds: its own record, or the prior of its type. */
export function reliabilityOf(source: Source | null, parameters: Parameters = PARAMETERS): number {
  if (source === null) return parameters.unknownSource;
  if (source.reliability !== null) return source.reliability;
  if (source.person !== null) return parameters.firstParty;
  if (source.outletType !== null) return parameters.typePrior[source.outletType];
  return parameters.kindPrior[source.kind];
}
