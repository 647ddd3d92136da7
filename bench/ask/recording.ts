import { record, recordBare } from './contestants.ts';
import { figuresOf, type Entry, type Figure } from './figures.ts';
import { couples, starCouples } from './plots.ts';
import type { Side } from './side.ts';

const COUPLES = 300;
const ALONE = { block: 20, rounds: 10, warmUpRounds: 3 };
const BUSY = { block: 80, rounds: 8, warmUpRounds: 3 };

/** The rows of the table of recording. */
export const RECORDED = {
  couple: 'a claim about a couple',
  star: 'a claim about the star',
} as const;

/** One claim with its document, everything derived from it, and the feed: in one durable change each. */
export function measureRecording(sides: readonly Side[]): Promise<readonly Figure[]> {
  return figuresOf(sides.flatMap(entriesOf), ALONE, BUSY);
}

function entriesOf(side: Side): readonly Entry[] {
  const contestants = [
    recordBare(side),
    record(side, RECORDED.couple, couples(side.size, COUPLES)),
    ...(side.size.star > 0 ? [record(side, RECORDED.star, starCouples(side.size, COUPLES))] : []),
  ];
  return contestants.map((contestant) => ({ side, contestant }));
}
