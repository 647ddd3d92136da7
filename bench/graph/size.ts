/** How large a graph is made. */
export interface GraphSize {
  readonly name: '10k' | '100k' | '1M';
  /** About this many, to within one story. */
  readonly claims: number;
  /** Of them, those about one very famous person. */
  readonly star: number;
}

const CLAIMS_OF_STAR = 50_000;

/** The graphs that are compared. The smallest has nobody with 50,000 claims: it is what the others should feel like. */
export const SIZES: readonly GraphSize[] = [
  { name: '10k', claims: 10_000, star: 0 },
  { name: '100k', claims: 100_000, star: CLAIMS_OF_STAR },
  { name: '1M', claims: 1_000_000, star: CLAIMS_OF_STAR },
];

const CLAIMS_A_PERSON = 12;
const CLAIMS_A_SOURCE = 400;
const LEAST_SOURCES = 60;

/** How many people there are; one more, the star, comes on top. */
export function peopleOf({ claims }: GraphSize): number {
  return Math.round(claims / CLAIMS_A_PERSON);
}

/** How many outlets and the like there are. */
export function outletsOf({ claims }: GraphSize): number {
  return LEAST_SOURCES + Math.round(claims / CLAIMS_A_SOURCE);
}
