import type { Source } from '../entities.ts';
import { PARAMETERS, type Parameters } from './parameters.ts';

/**
 * The probability that a story originating with this source holds: its own track record, else the prior of its
 * type. Somebody's own voice has the first-party prior; null is a source that nobody knows.
 */
export function reliabilityOf(source: Source | null, parameters: Parameters = PARAMETERS): number {
  if (source === null) return parameters.unknownSource;
  if (source.reliability !== null) return source.reliability;
  if (source.person !== null) return parameters.firstParty;
  if (source.outletType !== null) return parameters.outletType[source.outletType];
  return parameters.sourceKind[source.kind];
}
