import { editDistance } from '../../domain/edit-distance.ts';

// Nobody mistypes more than a phrase; the comparison costs the product of both lengths.
const MAX_COMPARED = 60;

/** ` (did you mean "x"?)` for the candidate nearest to what was written, or nothing when none is near. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const text = written.slice(0, MAX_COMPARED).toLowerCase();
  let best: string | null = null;
  let most = Math.max(2, Math.floor(text.length / 3));
  for (const candidate of candidates) {
    const distance = editDistance(text, candidate.slice(0, MAX_COMPARED).toLowerCase(), most);
    if (distance > most || (best !== null && distance === most)) continue;
    best = candidate;
    most = distance;
  }
  return best === null ? '' : ` (did you mean "${best}"?)`;
}
